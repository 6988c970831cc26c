//! The changes that an import makes to the published collection. Depends on the contract.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use serde::Serialize;
use wsis_core::contract::entry::Project;
use wsis_core::{EntryId, Line};

use super::published::PublishedEntries;

/// The changes.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Diff {
    /// How many projects are published now.
    pub before: usize,
    /// How many there will be.
    pub after: usize,
    /// Ids that come.
    pub new: Vec<EntryId>,
    /// Ids that stay, and what of them changes.
    pub changed: Vec<Changed>,
    /// Ids that the import does not bring.
    pub gone: Vec<EntryId>,
    /// Ids that are withdrawn by this import.
    pub withdrawn: Vec<EntryId>,
    /// How many projects name each line.
    pub lines: Vec<LineCount>,
}

/// An entry that changes.
#[derive(Debug, Serialize)]
pub struct Changed {
    /// The entry.
    pub id: EntryId,
    /// The fields that change.
    pub fields: Vec<String>,
}

/// The projects of a line, C7 with its e-applications.
#[derive(Debug, Serialize)]
pub struct LineCount {
    /// The line.
    pub line: Line,
    /// How many name it now.
    pub before: usize,
    /// How many will.
    pub after: usize,
}

/// Compares the projects of an import with those that are there.
pub(super) fn compare(
    published: &PublishedEntries,
    projects: &[Project],
    removed: &BTreeSet<EntryId>,
) -> Result<Diff> {
    let next: BTreeMap<&EntryId, &Project> = projects.iter().map(|project| (&project.id, project)).collect();
    let mut difference = Diff { before: published.projects.len(), after: next.len(), ..Diff::default() };
    for (id, project) in &next {
        match published.projects.get(*id) {
            None => difference.new.push((*id).clone()),
            Some(before) if before != *project => {
                difference.changed.push(Changed { id: (*id).clone(), fields: fields(before, project)? });
            }
            Some(_) => {}
        }
    }
    for id in published.projects.keys().filter(|id| !next.contains_key(id)) {
        let list = if removed.contains(id) { &mut difference.withdrawn } else { &mut difference.gone };
        list.push(id.clone());
    }
    difference.lines = Line::all()
        .map(|line| LineCount {
            line,
            before: count(published.projects.values(), line),
            after: count(next.values().copied(), line),
        })
        .collect();
    Ok(difference)
}

fn count<'p>(projects: impl Iterator<Item = &'p Project>, line: Line) -> usize {
    projects.filter(|project| project.lines.iter().any(|named| line.covers(*named))).count()
}

/// The names of the fields in which two forms of an entry differ.
fn fields(before: &Project, after: &Project) -> Result<Vec<String>> {
    let (before, after) = (serde_json::to_value(before)?, serde_json::to_value(after)?);
    let names: BTreeSet<&String> = [&before, &after]
        .into_iter()
        .filter_map(|value| value.as_object())
        .flat_map(|fields| fields.keys())
        .collect();
    let differs = |name: &&String| before.get(name.as_str()) != after.get(name.as_str());
    Ok(names.into_iter().filter(differs).cloned().collect())
}
