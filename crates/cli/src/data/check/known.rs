//! The ids that other files refer to. Taken from the rows as they are: a row with another problem still has its
//! id, so that one mistake is told once.

use std::collections::{BTreeMap, BTreeSet};

use crate::data::model::List;
use crate::data::sources::{Row, Sources, Table};

/// The ids of one kind.
#[derive(Debug)]
pub(super) struct Ids {
    ids: BTreeSet<String>,
    whole: bool,
}

impl Ids {
    fn of<R: Row>(table: &Table<R>, id: impl Fn(&R) -> &str) -> Self {
        Self { ids: table.rows.iter().map(|row| id(row).to_owned()).collect(), whole: table.whole }
    }

    /// Whether the id is known. Where some rows could not be read, every id may be.
    pub(super) fn has(&self, id: &str) -> bool {
        !self.whole || self.ids.contains(id)
    }
}

/// All ids that are referred to.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) sources: Ids,
    pub(super) targets: Ids,
    pub(super) countries: Ids,
    pub(super) projects: Ids,
    lists: BTreeMap<List, Ids>,
}

impl Known {
    /// Gathers the ids.
    pub(super) fn new(sources: &Sources) -> Self {
        let values = |list: List| {
            let rows = sources.vocabulary.rows.iter().filter(|row| row.list == list.id());
            Ids { ids: rows.map(|row| row.id.clone()).collect(), whole: sources.vocabulary.whole }
        };
        Self {
            sources: Ids::of(&sources.sources, |row| &row.id),
            targets: Ids::of(&sources.targets, |row| &row.code),
            countries: Ids::of(&sources.countries, |row| &row.alpha3),
            projects: Ids::of(&sources.projects, |row| &row.id),
            lists: List::ALL.into_iter().map(|list| (list, values(list))).collect(),
        }
    }

    /// Whether a value stands in a list of the vocabulary.
    pub(super) fn in_list(&self, list: List, id: &str) -> bool {
        self.lists.get(&list).is_none_or(|ids| ids.has(id))
    }
}
