//! Reads the values of cells: lines, goals, countries and the rest, in the spellings found in spreadsheets.
//!
//! | module | what it reads |
//! |---|---|
//! | `split_cell` | divides a cell into its items |
//! | `goals`, `lines` | codes and names of goals and lines, in six languages |
//! | `marks` | crosses, yes and no |
//! | `countries` | codes, names and short names of countries, in six languages |
//! | `vocabulary` | words of the vocabulary, years, dates, languages |
//! | `addresses` | addresses on the web |
//!
//! Depends on the checked sources for all names.

mod addresses;
mod cell_values;
mod countries;
mod goals;
mod lines;
mod marks;
mod split_cell;
mod vocabulary;

use std::collections::BTreeMap;
use std::collections::HashMap;

use anyhow::Result;
use wsis_core::{CountryCode, Goal, Line, VocabularyId};

use super::mapping::{Field, Mapping};
use crate::data::model::{Model, VocabularyList};

pub(super) use addresses::{split_addresses, web_address};
pub use cell_values::{CellValues, UnreadValue};
pub(super) use vocabulary::{date_or_year, language_tag_of, year};

use super::match_key::match_key;

/// Everything that cells may name.
#[derive(Debug)]
pub struct ValueReader {
    splitter: split_cell::CellSplitter,
    goals: goals::GoalMatcher,
    lines: lines::LineMatcher,
    countries: countries::CountryMatcher,
    regions: HashMap<CountryCode, VocabularyId>,
    lists: BTreeMap<VocabularyList, HashMap<String, VocabularyId>>,
    spellings: BTreeMap<Field, BTreeMap<String, String>>,
}

impl ValueReader {
    /// Gathers the names from the sources, and other spellings from the mapping.
    ///
    /// # Errors
    /// None that a test would not find: the patterns and the names of countries are part of the program.
    pub fn new(model: &Model, mapping: &Mapping) -> Result<Self> {
        let spelt = [
            Field::TitleLanguage,
            Field::Stakeholder,
            Field::Country,
            Field::Region,
            Field::Year,
            Field::Prize,
            Field::Lines,
            Field::Goals,
            Field::GoalMarks,
            Field::GdcObjectives,
            Field::TargetGroups,
        ];
        Ok(Self {
            splitter: split_cell::CellSplitter::new()?,
            goals: goals::GoalMatcher::new(model)?,
            lines: lines::LineMatcher::new(model)?,
            countries: countries::CountryMatcher::new(model)?,
            regions: model
                .countries
                .iter()
                .map(|country| (country.id.clone(), country.region.clone()))
                .collect(),
            lists: VocabularyList::ALL
                .into_iter()
                .map(|list| (list, vocabulary::names(model, list)))
                .collect(),
            spellings: spelt.into_iter().map(|field| (field, mapping.values(field))).collect(),
        })
    }

    /// The goals that a cell names.
    #[must_use]
    pub fn goals(&self, cell: &str) -> CellValues<Goal> {
        let mut found = self
            .splitter
            .match_parts(cell, |text| self.goals.match_text(self.canonical_spelling(Field::Goals, text)));
        found.values.sort_unstable();
        found
    }

    /// True if a cell marks its goal: with a cross, a yes, or the goal itself; none if it says something else.
    #[must_use]
    pub fn is_marked(&self, cell: &str, goal: Goal) -> Option<bool> {
        let known = marks::is_marked(self.canonical_spelling(Field::GoalMarks, cell.trim()));
        known.or_else(|| {
            let named = self.goals(cell);
            (named.refused.is_empty() && named.values == [goal]).then_some(true)
        })
    }

    /// The lines that a cell names.
    #[must_use]
    pub fn lines(&self, cell: &str) -> CellValues<Line> {
        let mut found = self
            .splitter
            .match_parts(cell, |text| self.lines.match_text(self.canonical_spelling(Field::Lines, text)));
        found.values.sort_unstable();
        found
    }

    /// The one country that a cell names.
    #[must_use]
    pub fn country(&self, cell: &str) -> CellValues<CountryCode> {
        let mut found = self.splitter.match_parts(cell, |text| {
            let text = self.canonical_spelling(Field::Country, text);
            split_cell::CellMatch::named(text, self.countries.find(text), "unknown country")
        });
        if found.values.len() > 1 {
            found.values.clear();
            found.refused.clear();
            found.refuse(cell, "more than one country; an entry has room for one, so it has none");
        }
        found
    }

    /// The region of a country.
    #[must_use]
    pub fn region_of(&self, country: &CountryCode) -> Option<VocabularyId> {
        self.regions.get(country).cloned()
    }

    /// The words of a vocabulary list that a cell names.
    #[must_use]
    pub fn words(&self, field: Field, list: VocabularyList, cell: &str) -> CellValues<VocabularyId> {
        self.splitter.match_parts(cell, |text| {
            let text = self.canonical_spelling(field, text);
            let named = |text: &str| self.lists.get(&list)?.get(&match_key(text)).cloned();
            let value = named(text);
            if value.is_none()
                && list == VocabularyList::GdcObjective
                && let Some(objective) = vocabulary::numbered_objective(text).and_then(|text| named(&text))
            {
                return split_cell::CellMatch::WithMoreWords(objective);
            }
            split_cell::CellMatch::named(text, value, &format!("unknown {}", list.value_name()))
        })
    }

    /// The one word of a vocabulary list that a cell names.
    #[must_use]
    pub fn word(&self, field: Field, list: VocabularyList, cell: &str) -> CellValues<VocabularyId> {
        let mut found = self.words(field, list, cell);
        if found.values.len() > 1 {
            found.values.clear();
            found.refuse(cell, format!("more than one {}", list.value_name()));
        }
        found
    }

    /// A text as the import knows it: another spelling of the mapping, or itself.
    #[must_use]
    pub fn canonical_spelling<'t>(&'t self, field: Field, text: &'t str) -> &'t str {
        let spellings = self.spellings.get(&field);
        spellings.and_then(|spellings| spellings.get(&match_key(text))).map_or(text, String::as_str)
    }
}

#[cfg(test)]
mod country_cases;
#[cfg(test)]
mod tests;
