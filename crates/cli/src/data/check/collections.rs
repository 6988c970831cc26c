//! Collections, the lists that projects come from, and entries that may be the same project.

use std::collections::BTreeMap;

use wsis_core::Language;
use wsis_core::contract::entry::{PossibleDuplicate, Project};

use super::known_ids::KnownIds;
use super::row_check::{RowCheck, SeenKeys, optional};
use crate::data::model::{CollectionText, SourceCollection};
use crate::data::problems::Problems;
use crate::data::sources::{CollectionRow, CsvRow as _, DuplicateRow, Sources};

/// Highest number of collections: each is a bit of a column of `index.json`.
const MOST_COLLECTIONS: usize = 32;

/// The collections, in the order of their file.
///
/// The English row of a collection has its facts; rows in other languages have texts only.
pub(super) fn collections(
    files: &Sources,
    known: &KnownIds,
    problems: &mut Problems,
) -> Vec<SourceCollection> {
    let mut seen = SeenKeys::new();
    let mut collections: Vec<SourceCollection> = Vec::new();
    for row in &files.collections.rows {
        let mut check = RowCheck::new::<CollectionRow>(problems, row.line_number);
        let id = check.id("collection", &row.id);
        let language = check.language(&row.language);
        let what = format!("collection \"{}\" in {}", row.id, row.language);
        let unique = check.unique(&mut seen, (row.id.clone(), row.language.clone()), what);
        let text = text(&mut check, row);
        let (Some(id), Some(language), Some(()), Some(text)) = (id, language, unique, text) else { continue };
        if language != Language::English {
            match collections.iter_mut().find(|collection| collection.id == id) {
                Some(collection) => drop(collection.texts.insert(language, text)),
                None => check.problem(format!("collection \"{id}\" has no English row before this one")),
            }
            continue;
        }
        let source = check.source(&row.source, known);
        let stocktaking = check.yes_or_no("stocktaking", &row.stocktaking);
        let records_goals = check.yes_or_no("recordsGoals", &row.records_goals);
        if let (Some(source), Some(stocktaking), Some(records_goals)) = (source, stocktaking, records_goals) {
            let texts = BTreeMap::from([(language, text)]);
            collections.push(SourceCollection { id, texts, source, stocktaking, records_goals });
        }
    }
    if collections.len() > MOST_COLLECTIONS {
        problems.file(CollectionRow::FILE, format!("more than {MOST_COLLECTIONS} collections"));
    }
    collections
}

fn text(check: &mut RowCheck<'_>, row: &CollectionRow) -> Option<CollectionText> {
    let name = check.required("name", &row.name);
    let short = check.required("short", &row.short);
    let about = check.required("about", &row.about);
    Some(CollectionText { name: name?, short: short?, about: about?, bias: optional(&row.bias) })
}

/// Adds to each project the entries that may be the same one.
pub(super) fn add_possible_duplicates(
    files: &Sources,
    known: &KnownIds,
    projects: &mut [Project],
    problems: &mut Problems,
) {
    let mut seen = SeenKeys::new();
    for row in &files.possible_duplicates.rows {
        let mut check = RowCheck::new::<DuplicateRow>(problems, row.line_number);
        let what = format!("pair \"{}\" and \"{}\"", row.first, row.second);
        check.unique(&mut seen, (row.first.clone(), row.second.clone()), what);
        let reason = check.required("reason", &row.reason);
        let find = |check: &mut RowCheck<'_>, id: &str| {
            let found = projects.iter().position(|project| project.id.as_str() == id);
            // A project that is not here although its row is has a problem of its own.
            if found.is_none() && !known.projects.has(id) {
                check.problem(format!("unknown project \"{id}\""));
            }
            found
        };
        let (first, second) = (find(&mut check, &row.first), find(&mut check, &row.second));
        let (Some(first), Some(second), Some(reason)) = (first, second, reason) else { continue };
        if first == second {
            check.problem("both are the same entry");
            continue;
        }
        for (at, other) in [(first, second), (second, first)] {
            let duplicate = projects.get(other).map(|other| PossibleDuplicate {
                id: other.id.clone(),
                title: other.title.clone(),
                year: other.year,
                reason: reason.clone(),
            });
            if let Some(project) = projects.get_mut(at) {
                project.possible_duplicates.extend(duplicate);
            }
        }
    }
}
