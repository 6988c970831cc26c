//! `context/{lang}/conflicts.json`: where the report and other sources say different things of the same matter.

use serde::{Deserialize, Serialize};

use super::Review;
use crate::code::VocabularyId;
use crate::language::Language;

/// What the sources say, matter by matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Conflicts {
    /// In the order of the data.
    pub conflicts: Vec<Conflict>,
}

/// A matter on which several sources were read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Conflict {
    /// Its id.
    pub id: VocabularyId,
    /// What it is about.
    pub subject: String,
    /// What the report says; absent where it says nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub report: Option<String>,
    /// What is said elsewhere; absent where nothing was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub elsewhere: Option<String>,
    /// Where that is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// Whether the two cannot both be right as they stand; else they complete each other.
    pub differs: bool,
    /// What to make of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The language of the texts, where it is not the file's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// How far the texts have been checked.
    pub review: Review,
}
