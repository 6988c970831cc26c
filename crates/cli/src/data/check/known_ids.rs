//! The ids that other files refer to. Taken from the rows as they are: a row with another problem still has its
//! id, so that one mistake is told once.

use std::collections::{BTreeMap, BTreeSet};

use crate::data::model::VocabularyList;
use crate::data::sources::{CsvRow, SourceTable, Sources};

/// The ids of one kind.
#[derive(Debug)]
pub(super) struct IdSet {
    ids: BTreeSet<String>,
    complete: bool,
}

impl IdSet {
    fn of<R: CsvRow>(table: &SourceTable<R>, id: impl Fn(&R) -> &str) -> Self {
        Self { ids: table.rows.iter().map(|row| id(row).to_owned()).collect(), complete: table.complete }
    }

    /// Whether the id is known. Where some rows could not be read, every id may be.
    pub(super) fn has(&self, id: &str) -> bool {
        !self.complete || self.ids.contains(id)
    }
}

/// All ids that are referred to.
#[derive(Debug)]
pub(super) struct KnownIds {
    pub(super) sources: IdSet,
    pub(super) targets: IdSet,
    pub(super) countries: IdSet,
    pub(super) projects: IdSet,
    pub(super) collections: IdSet,
    pub(super) initiatives: IdSet,
    pub(super) lenses: IdSet,
    lists: BTreeMap<VocabularyList, IdSet>,
}

impl KnownIds {
    /// Gathers the ids.
    pub(super) fn new(sources: &Sources) -> Self {
        let values = |list: VocabularyList| {
            let rows = sources.vocabulary.rows.iter().filter(|row| row.list == list.id());
            IdSet { ids: rows.map(|row| row.id.clone()).collect(), complete: sources.vocabulary.complete }
        };
        Self {
            sources: IdSet::of(&sources.sources, |row| &row.id),
            targets: IdSet::of(&sources.targets, |row| &row.code),
            countries: IdSet::of(&sources.countries, |row| &row.alpha3),
            projects: IdSet::of(&sources.projects, |row| &row.id),
            collections: IdSet::of(&sources.collections, |row| &row.id),
            initiatives: IdSet::of(&sources.initiatives, |row| &row.id),
            lenses: IdSet::of(&sources.lenses, |row| &row.id),
            lists: VocabularyList::ALL.into_iter().map(|list| (list, values(list))).collect(),
        }
    }

    /// Whether a value stands in a list of the vocabulary.
    pub(super) fn in_list(&self, list: VocabularyList, id: &str) -> bool {
        self.lists.get(&list).is_none_or(|ids| ids.has(id))
    }
}
