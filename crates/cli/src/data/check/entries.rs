//! Projects with their statements, initiatives, and the ids of entries that were taken out.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use wsis_core::EntryId;
use wsis_core::contract::context::{GoalTie, Initiative, LineTie, Tie};
use wsis_core::contract::entry::{DeclaredGoal, Project};

use super::field::{At, Seen, optional};
use super::known::Known;
use crate::data::model::List;
use crate::data::problem::Report;
use crate::data::sources::{InitiativeRow, ProjectRow, Row, Sources, StatementRow, WithdrawnRow};

/// The ids of all entries, whatever their kind: an id is never used twice.
#[derive(Debug, Default)]
pub(super) struct EntryIds(BTreeMap<String, (&'static str, u64)>);

impl EntryIds {
    /// Reads the id of a row and holds that no other row has it.
    fn take<R: Row>(&mut self, report: &mut Report, line: u64, text: &str) -> Option<EntryId> {
        let mut at = At::row::<R>(report, line);
        let Ok(id) = text.parse() else {
            at.wrong(format!("ill-formed id \"{text}\": 1 to 64 of a-z, 0-9 and -, the first not a -"));
            return None;
        };
        if let Some((file, first)) = self.0.get(text) {
            at.wrong(format!("duplicate id \"{text}\", first in {file}:{first}"));
            return None;
        }
        self.0.insert(text.to_owned(), (R::FILE, line));
        Some(id)
    }
}

/// The projects with what they say of their goals.
pub(super) fn projects(
    files: &Sources,
    known: &Known,
    ids: &mut EntryIds,
    report: &mut Report,
) -> Vec<Project> {
    let rows = files.projects.rows.iter();
    let mut projects: Vec<Project> = rows
        .filter_map(|row| {
            let id = ids.take::<ProjectRow>(report, row.at, &row.id);
            project(&mut At::row::<ProjectRow>(report, row.at), id, row, known)
        })
        .collect();
    add_statements(files, &mut projects, report);
    projects
}

fn project(at: &mut At<'_>, id: Option<EntryId>, row: &ProjectRow, known: &Known) -> Option<Project> {
    let title = at.required("title", &row.title);
    let title_language = at.language_tag(&row.title_language);
    let stakeholder = at.maybe(&row.stakeholder, |at, text| at.value(List::Stakeholder, text, known));
    let country = at.maybe(&row.country, |at, text| at.country(text, known));
    let region = at.maybe(&row.region, |at, text| at.value(List::Region, text, known));
    let year = at.maybe(&row.year, At::year);
    let prize = at.prize(&row.prize);
    let mut lines = at.list("lines", &row.lines, At::action_line);
    lines.sort_unstable();
    let mut goals = at.list("goals", &row.goals, At::goal);
    goals.sort_unstable();
    let target_groups =
        at.list("targetGroups", &row.target_groups, |at, text| at.value(List::TargetGroup, text, known));
    let page = at.address("page", &row.page);
    let source = at.source(&row.source, known);
    Some(Project {
        id: id?,
        title: title?,
        title_language: title_language?,
        summary: optional(&row.summary),
        organisation: optional(&row.organisation),
        stakeholder,
        country,
        region,
        year,
        prize: prize?,
        lines,
        goals: goals.into_iter().map(|goal| DeclaredGoal { goal, statement: None, language: None }).collect(),
        gdc_objectives: Vec::new(),
        target_groups,
        technologies: Vec::new(),
        timeframe: None,
        photo: None,
        page,
        links: Vec::new(),
        source: source?,
        snapshot: String::new(),
    })
}

fn add_statements(files: &Sources, projects: &mut [Project], report: &mut Report) {
    let mut seen = Seen::new();
    for row in &files.statements.rows {
        let mut at = At::row::<StatementRow>(report, row.at);
        let what = format!("statement of \"{}\" on goal {}", row.project, row.goal);
        at.once(&mut seen, (row.project.clone(), row.goal.clone()), what);
        let goal = at.goal(&row.goal);
        let language = at.language_tag(&row.language);
        let statement = at.required("statement", &row.statement);
        let whole = files.projects.whole;
        if whole && !files.projects.rows.iter().any(|project| project.id == row.project) {
            at.wrong(format!("unknown project \"{}\"", row.project));
        }
        // A project that is not here although its row is has a problem of its own.
        let project = projects.iter_mut().find(|project| project.id.as_str() == row.project);
        let (Some(goal), Some(project)) = (goal, project) else { continue };
        match project.goals.iter_mut().find(|declared| declared.goal == goal) {
            Some(declared) => (declared.statement, declared.language) = (statement, language),
            None => at.wrong(format!("project \"{}\" does not declare goal {goal}", row.project)),
        }
    }
}

/// The initiatives.
pub(super) fn initiatives(
    files: &Sources,
    known: &Known,
    ids: &mut EntryIds,
    report: &mut Report,
) -> Vec<Initiative> {
    let rows = files.initiatives.rows.iter();
    rows.filter_map(|row| {
        let id = ids.take::<InitiativeRow>(report, row.at, &row.id);
        initiative(&mut At::row::<InitiativeRow>(report, row.at), id, row, known)
    })
    .collect()
}

fn initiative(
    at: &mut At<'_>,
    id: Option<EntryId>,
    row: &InitiativeRow,
    known: &Known,
) -> Option<Initiative> {
    let name = at.required("name", &row.name);
    let kind = at.value(List::EntryKind, &row.kind, known);
    let organisations = at.list("organisations", &row.organisations, |_, name| Some(name.to_owned()));
    let lines = at.list("lines", &row.lines, |at, text| {
        tie(at, text, At::action_line).map(|(line, tie)| LineTie { line, tie })
    });
    let goals = at.list("goals", &row.goals, |at, text| {
        tie(at, text, At::goal).map(|(goal, tie)| GoalTie { goal, tie })
    });
    once_each(at, "lines", lines.iter().map(|tie| tie.line));
    once_each(at, "goals", goals.iter().map(|tie| tie.goal));
    let countries = at.list("countries", &row.countries, |at, text| at.country(text, known));
    let years = at.list("years", &row.years, At::year);
    let text = at.required("text", &row.text);
    let basis = at.required("basis", &row.basis);
    let source = at.source(&row.source, known);
    let review = at.review(&row.review);
    Some(Initiative {
        id: id?,
        name: name?,
        kind: kind?,
        organisations,
        lines,
        goals,
        countries,
        years,
        text: text?,
        language: None,
        basis: basis?,
        note: optional(&row.note),
        source: source?,
        review: review?,
    })
}

/// A tie such as `C2=section` or `9=stated`.
fn tie<'r, T>(
    at: &mut At<'r>,
    text: &str,
    read: impl FnOnce(&mut At<'r>, &str) -> Option<T>,
) -> Option<(T, Tie)> {
    let (what, tie) = text.split_once('=').unwrap_or((text, ""));
    let what = read(at, what);
    let tie = match tie {
        "stated" => Some(Tie::Stated),
        "section" => Some(Tie::Section),
        _ => None,
    };
    if tie.is_none() {
        at.wrong(format!("\"{text}\" does not say =stated or =section"));
    }
    Some((what?, tie?))
}

/// Holds that nothing is tied twice, in two ways.
fn once_each<T: Ord + Display>(at: &mut At<'_>, column: &str, tied: impl Iterator<Item = T>) {
    let mut seen = BTreeSet::new();
    for what in tied {
        let text = what.to_string();
        if !seen.insert(what) {
            at.wrong(format!("{column} ties \"{text}\" twice"));
        }
    }
}

/// The ids of entries that were taken out.
pub(super) fn withdrawn(files: &Sources, ids: &mut EntryIds, report: &mut Report) -> Vec<EntryId> {
    let rows = files.withdrawn.rows.iter();
    rows.filter_map(|row| {
        At::row::<WithdrawnRow>(report, row.at).date(&row.date);
        ids.take::<WithdrawnRow>(report, row.at, &row.id)
    })
    .collect()
}
