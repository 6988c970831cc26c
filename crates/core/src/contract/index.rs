//! `index.json` and `titles.json`: one row a project, for queries over the whole matrix.

use serde::{Deserialize, Serialize};

use super::entry::Prize;
use crate::code::{CountryCode, EntryId, VocabularyId};

/// One row a project, in the order of lists. All columns have the same length.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Index {
    /// The ids.
    pub ids: Vec<EntryId>,
    /// The lines named: bit n is the line at position n of the matrix.
    pub lines: Vec<u32>,
    /// The goals declared: bit n is goal n + 1.
    pub goals: Vec<u32>,
    /// The country as a position in its table; -1 for none.
    pub country: Vec<i32>,
    /// The region as a position in its table; -1 for none.
    pub region: Vec<i32>,
    /// The stakeholder type as a position in its table; -1 for none.
    pub stakeholder: Vec<i32>,
    /// The target groups: bit n is the value at position n of its table.
    pub target_groups: Vec<u32>,
    /// The year; 0 for none.
    pub year: Vec<u16>,
    /// The prize status as a position in the order winner, champion, nominated, submitted, none.
    pub prize: Vec<u8>,
    /// The collections: bit n is the value at position n of its table. Empty before contract 1.5.
    #[serde(default)]
    pub collections: Vec<u32>,
    /// Tables that the positions refer to.
    pub tables: Tables,
}

/// The values that the index's columns point into.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Tables {
    /// Countries.
    pub country: Vec<CountryCode>,
    /// Regions.
    pub region: Vec<VocabularyId>,
    /// Stakeholder types.
    pub stakeholder: Vec<VocabularyId>,
    /// Target groups.
    pub target_groups: Vec<VocabularyId>,
    /// Prize statuses.
    pub prize: Vec<Prize>,
    /// Collections.
    #[serde(default)]
    pub collections: Vec<VocabularyId>,
}

/// Titles and organisations in the order of the index, as in the sources.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Titles {
    /// The titles.
    pub titles: Vec<String>,
    /// Language of each title, as a position in its table. The column is empty if the operator does not know
    /// it.
    #[serde(default)]
    pub title_languages: Vec<u16>,
    /// The languages of titles, BCP 47.
    #[serde(default)]
    pub title_language_table: Vec<String>,
    /// The organisation as a position in its table; -1 for none.
    pub organisations: Vec<i32>,
    /// The organisations.
    pub organisation_table: Vec<String>,
}
