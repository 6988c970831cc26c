//! Lines, goals, targets and links.

use std::collections::BTreeMap;

use wsis_core::contract::matrix::Link;
use wsis_core::contract::profile::Facilitators;
use wsis_core::contrast::Colour;
use wsis_core::{Goal, Language, Line, TargetCode};

use super::known_ids::KnownIds;
use super::row_check::{RowCheck, SeenKeys, optional};
use crate::data::model::{Label, Name};
use crate::data::problems::Problems;
use crate::data::sources::{
    CsvRow, GoalNameRow, GoalRow, LineNameRow, LineRow, LinkRow, SourceTable, Sources, TargetRow,
};

/// Who facilitates each line.
pub(super) fn facilitators(
    files: &Sources,
    known: &KnownIds,
    problems: &mut Problems,
) -> BTreeMap<Line, Facilitators> {
    let mut seen = SeenKeys::new();
    let mut facilitators = BTreeMap::new();
    for row in &files.lines.rows {
        let mut check = RowCheck::new::<LineRow>(problems, row.line_number);
        let line = check.action_line(&row.id);
        check.unique(&mut seen, row.id.clone(), format!("action line \"{}\"", row.id));
        if let Some(line) = line {
            check_parent(&mut check, line, &row.parent);
        }
        let co = check.list("co", &row.co, |_, name| Some(name.to_owned()));
        let source = check.source(&row.source, known);
        if let (Some(line), Some(source)) = (line, source) {
            let (lead, note) = (optional(&row.lead), optional(&row.note));
            facilitators.insert(line, Facilitators { lead, co, note, source });
        }
    }
    for line in Line::all() {
        require(
            &files.lines,
            problems,
            |row| row.id == line.id(),
            || format!("no row for action line {line}"),
        );
    }
    facilitators
}

fn check_parent(check: &mut RowCheck<'_>, line: Line, given: &str) {
    let parent = line.parent().map_or("", Line::id);
    if given != parent {
        let should = if parent.is_empty() { "none" } else { parent };
        check.problem(format!("parent of {line} is \"{given}\", should be {should}"));
    }
}

/// Tells where a table lacks a row. Where it could not be read as a whole, the row may be among the others.
fn require<R: CsvRow>(
    table: &SourceTable<R>,
    problems: &mut Problems,
    is_it: impl FnMut(&R) -> bool,
    text: impl FnOnce() -> String,
) {
    if table.complete && !table.rows.iter().any(is_it) {
        problems.file(R::FILE, text());
    }
}

/// The names of the lines.
pub(super) fn line_names(files: &Sources, problems: &mut Problems) -> BTreeMap<(Line, Language), Name> {
    let mut seen = SeenKeys::new();
    let mut names = BTreeMap::new();
    for row in &files.line_names.rows {
        let mut check = RowCheck::new::<LineNameRow>(problems, row.line_number);
        let line = check.action_line(&row.line);
        let name = check.name(&row.language, &row.name, &row.status, &row.evidence);
        let key = (row.line.clone(), row.language.clone());
        check.unique(&mut seen, key, format!("name of {} in {}", row.line, row.language));
        if let (Some(line), Some((language, name))) = (line, name) {
            let short = (!row.short.is_empty()).then(|| row.short.clone());
            names.insert((line, language), Name { short, ..name });
        }
    }
    for line in Line::all() {
        let english = |row: &LineNameRow| row.line == line.id() && row.language == Language::English.code();
        require(&files.line_names, problems, english, || format!("no English name for action line {line}"));
    }
    names
}

/// The colours of the goals.
pub(super) fn colours(files: &Sources, known: &KnownIds, problems: &mut Problems) -> BTreeMap<Goal, Colour> {
    let mut seen = SeenKeys::new();
    let mut colours = BTreeMap::new();
    for row in &files.goals.rows {
        let mut check = RowCheck::new::<GoalRow>(problems, row.line_number);
        let goal = check.goal(&row.number);
        check.unique(&mut seen, row.number.clone(), format!("goal \"{}\"", row.number));
        let colour = check.colour(&row.colour);
        check.source(&row.source, known);
        if let (Some(goal), Some(colour)) = (goal, colour) {
            colours.insert(goal, colour);
        }
    }
    for goal in Goal::all() {
        let number = goal.to_string();
        require(&files.goals, problems, |row| row.number == number, || format!("no row for goal {goal}"));
    }
    colours
}

/// The names of the goals.
pub(super) fn goal_names(files: &Sources, problems: &mut Problems) -> BTreeMap<(Goal, Language), Name> {
    let mut seen = SeenKeys::new();
    let mut names = BTreeMap::new();
    for row in &files.goal_names.rows {
        let mut check = RowCheck::new::<GoalNameRow>(problems, row.line_number);
        let goal = check.goal(&row.goal);
        let name = check.name(&row.language, &row.name, &row.status, &row.evidence);
        let key = (row.goal.clone(), row.language.clone());
        check.unique(&mut seen, key, format!("name of goal {} in {}", row.goal, row.language));
        if let (Some(goal), Some((language, name))) = (goal, name) {
            names.insert((goal, language), name);
        }
    }
    for goal in Goal::all() {
        let number = goal.to_string();
        let english = |row: &GoalNameRow| row.goal == number && row.language == Language::English.code();
        require(&files.goal_names, problems, english, || format!("no English name for goal {goal}"));
    }
    names
}

/// The labels of the targets.
pub(super) fn labels(files: &Sources, problems: &mut Problems) -> BTreeMap<(TargetCode, Language), Label> {
    let mut seen = SeenKeys::new();
    let mut labels = BTreeMap::new();
    let english = |code: &str| {
        let rows = &files.targets.rows;
        rows.iter().any(|row| row.code == code && row.language == Language::English.code())
    };
    for row in &files.targets.rows {
        let mut check = RowCheck::new::<TargetRow>(problems, row.line_number);
        let code = check.target_code(&row.code);
        let language = check.language(&row.language);
        let label = check.required("label", &row.label);
        let review = check.review(&row.review);
        let key = (row.code.clone(), row.language.clone());
        check.unique(&mut seen, key, format!("label of target {} in {}", row.code, row.language));
        if files.targets.complete && !english(&row.code) {
            check.problem(format!("target \"{}\" has no English label", row.code));
        }
        if let (Some(code), Some(language), Some(label), Some(review)) = (code, language, label, review) {
            labels.insert((code, language), Label { label, review });
        }
    }
    labels
}

/// The links, in the order of lines and goals.
pub(super) fn links(files: &Sources, known: &KnownIds, problems: &mut Problems) -> Vec<Link> {
    let mut seen = SeenKeys::new();
    let rows = files.links.rows.iter();
    let mut links: Vec<Link> = rows
        .filter_map(|row| {
            let mut check = RowCheck::new::<LinkRow>(problems, row.line_number);
            check.unique(
                &mut seen,
                (row.line.clone(), row.goal.clone()),
                format!("link {}.{}", row.line, row.goal),
            );
            link(&mut check, row, known)
        })
        .collect();
    links.sort_by_key(|link| (link.line, link.goal));
    links
}

fn link(check: &mut RowCheck<'_>, row: &LinkRow, known: &KnownIds) -> Option<Link> {
    let line = check.action_line(&row.line);
    if line == Some(Line::C7) {
        check.problem("links name an e-application of C7, not C7 itself");
    }
    let goal = check.goal(&row.goal);
    let mut targets = check.list("targets", &row.targets, |check, code| check.target_of(goal, code, known));
    targets.sort_unstable();
    let source = check.source(&row.source, known);
    let lists = match row.lists.as_str() {
        "1" => Some(1),
        "2" => Some(2),
        "3" => Some(3),
        "4" => Some(4),
        _ => None,
    };
    if lists.is_none() {
        check.problem(format!("lists is \"{}\", not 1 to 4", row.lists));
    }
    Some(Link {
        line: line?,
        goal: goal?,
        targets,
        source: source?,
        lists: lists?,
        note: optional(&row.note),
    })
}
