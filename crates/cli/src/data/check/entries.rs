//! Projects with their statements, initiatives, and the ids of entries that were taken out.

use std::collections::BTreeMap;

use wsis_core::EntryId;
use wsis_core::contract::context::Initiative;
use wsis_core::contract::entry::{DeclaredGoal, Project, Timeframe};

use super::known_ids::KnownIds;
use super::row_check::{RowCheck, SeenKeys, optional};
use super::ties::{goal_ties, line_ties};
use crate::data::model::{SourceCollection, VocabularyList};
use crate::data::problems::Problems;
use crate::data::sources::{CsvRow, InitiativeRow, ProjectRow, Sources, StatementRow, WithdrawnRow};

/// The ids of all entries, whatever their kind: an id is never used twice.
#[derive(Debug, Default)]
pub(super) struct EntryIds(BTreeMap<String, (&'static str, u64)>);

impl EntryIds {
    /// Reads the id of a row and holds that no other row has it.
    pub(super) fn take<R: CsvRow>(
        &mut self,
        problems: &mut Problems,
        line: u64,
        text: &str,
    ) -> Option<EntryId> {
        let mut check = RowCheck::new::<R>(problems, line);
        let Ok(id) = text.parse() else {
            check.problem(format!("ill-formed id \"{text}\": 1 to 64 of a-z, 0-9 and -, the first not a -"));
            return None;
        };
        if let Some((file, first)) = self.0.get(text) {
            check.problem(format!("duplicate id \"{text}\", first in {file}:{first}"));
            return None;
        }
        self.0.insert(text.to_owned(), (R::FILE, line));
        Some(id)
    }
}

/// The projects with what they say of their goals.
pub(super) fn projects(
    files: &Sources,
    known: &KnownIds,
    collections: &[SourceCollection],
    ids: &mut EntryIds,
    problems: &mut Problems,
) -> Vec<Project> {
    let rows = files.projects.rows.iter();
    let mut projects: Vec<Project> = rows
        .filter_map(|row| {
            let id = ids.take::<ProjectRow>(problems, row.line_number, &row.id);
            let mut check = RowCheck::new::<ProjectRow>(problems, row.line_number);
            let mut project = project(&mut check, id, row, known)?;
            if files.collections.complete {
                set_source(&mut check, &mut project, collections);
            }
            Some(project)
        })
        .collect();
    add_statements(files, &mut projects, problems);
    projects
}

fn project(
    check: &mut RowCheck<'_>,
    id: Option<EntryId>,
    row: &ProjectRow,
    known: &KnownIds,
) -> Option<Project> {
    let title = check.required("title", &row.title);
    let title_language = check.language_tag(&row.title_language);
    let stakeholder = check
        .if_present(&row.stakeholder, |check, text| check.value(VocabularyList::Stakeholder, text, known));
    let country = check.if_present(&row.country, |check, text| check.country(text, known));
    let region =
        check.if_present(&row.region, |check, text| check.value(VocabularyList::Region, text, known));
    let year = check.if_present(&row.year, RowCheck::year);
    let prize = check.prize(&row.prize);
    let mut lines = check.list("lines", &row.lines, RowCheck::action_line);
    lines.sort_unstable();
    let mut goals = check.list("goals", &row.goals, RowCheck::goal);
    goals.sort_unstable();
    let target_groups = check.list("targetGroups", &row.target_groups, |check, text| {
        check.value(VocabularyList::TargetGroup, text, known)
    });
    let page = check.address("page", &row.page);
    let in_collections =
        check.list("collections", &row.collections, |check, text| check.collection(text, known));
    if row.collections.is_empty() {
        check.problem("collections is missing");
    }
    let prize_evidence = check.address("prizeEvidence", &row.prize_evidence);
    let from = check.if_present(&row.start, RowCheck::date);
    let to = check.if_present(&row.end, RowCheck::date);
    let timeframe = (from.is_some() || to.is_some()).then_some(Timeframe { from, to });
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
        prize_evidence,
        lines,
        goals: goals.into_iter().map(|goal| DeclaredGoal { goal, statement: None, language: None }).collect(),
        gdc_objectives: Vec::new(),
        target_groups,
        technologies: Vec::new(),
        timeframe,
        photo: None,
        page,
        links: Vec::new(),
        source: String::new(),
        collections: in_collections,
        note: optional(&row.note),
        possible_duplicates: Vec::new(),
        snapshot: String::new(),
    })
}

/// Sets the source to that of the first collection. Goals need a collection that records them.
fn set_source(check: &mut RowCheck<'_>, project: &mut Project, collections: &[SourceCollection]) {
    let is_in = |one: &&SourceCollection| project.collections.contains(&one.id);
    if !project.goals.is_empty() && !collections.iter().filter(is_in).any(|one| one.records_goals) {
        check.problem("states goals, and no collection of it records goals");
    }
    let first = project.collections.first().and_then(|id| collections.iter().find(|one| one.id == *id));
    if let Some(first) = first {
        project.source.clone_from(&first.source);
    }
}

fn add_statements(files: &Sources, projects: &mut [Project], problems: &mut Problems) {
    let mut seen = SeenKeys::new();
    for row in &files.statements.rows {
        let mut check = RowCheck::new::<StatementRow>(problems, row.line_number);
        let what = format!("statement of \"{}\" on goal {}", row.project, row.goal);
        check.unique(&mut seen, (row.project.clone(), row.goal.clone()), what);
        let goal = check.goal(&row.goal);
        let language = check.language_tag(&row.language);
        let statement = check.required("statement", &row.statement);
        let whole = files.projects.complete;
        if whole && !files.projects.rows.iter().any(|project| project.id == row.project) {
            check.problem(format!("unknown project \"{}\"", row.project));
        }
        // A project that is not here although its row is has a problem of its own.
        let project = projects.iter_mut().find(|project| project.id.as_str() == row.project);
        let (Some(goal), Some(project)) = (goal, project) else { continue };
        match project.goals.iter_mut().find(|declared| declared.goal == goal) {
            Some(declared) => (declared.statement, declared.language) = (statement, language),
            None => check.problem(format!("project \"{}\" does not declare goal {goal}", row.project)),
        }
    }
}

/// The initiatives.
pub(super) fn initiatives(
    files: &Sources,
    known: &KnownIds,
    ids: &mut EntryIds,
    problems: &mut Problems,
) -> Vec<Initiative> {
    let rows = files.initiatives.rows.iter();
    rows.filter_map(|row| {
        let id = ids.take::<InitiativeRow>(problems, row.line_number, &row.id);
        initiative(&mut RowCheck::new::<InitiativeRow>(problems, row.line_number), id, row, known)
    })
    .collect()
}

fn initiative(
    check: &mut RowCheck<'_>,
    id: Option<EntryId>,
    row: &InitiativeRow,
    known: &KnownIds,
) -> Option<Initiative> {
    let name = check.required("name", &row.name);
    let kind = check.value(VocabularyList::EntryKind, &row.kind, known);
    let organisations = check.list("organisations", &row.organisations, |_, name| Some(name.to_owned()));
    let lines = line_ties(check, &row.lines);
    let goals = goal_ties(check, &row.goals);
    let countries = check.list("countries", &row.countries, |check, text| check.country(text, known));
    let years = check.list("years", &row.years, RowCheck::year);
    let text = check.required("text", &row.text);
    let basis = check.required("basis", &row.basis);
    let source = check.source(&row.source, known);
    let review = check.review(&row.review);
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

/// The ids of entries that were taken out.
pub(super) fn withdrawn(files: &Sources, ids: &mut EntryIds, problems: &mut Problems) -> Vec<EntryId> {
    let rows = files.withdrawn.rows.iter();
    rows.filter_map(|row| {
        RowCheck::new::<WithdrawnRow>(problems, row.line_number).date(&row.date);
        ids.take::<WithdrawnRow>(problems, row.line_number, &row.id)
    })
    .collect()
}
