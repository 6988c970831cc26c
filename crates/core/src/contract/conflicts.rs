//! `context/{lang}/conflicts.json`: statements of the report and of other sources on the same matter.

use serde::{Deserialize, Serialize};

use super::Review;
use crate::code::VocabularyId;
use crate::language::Language;

/// Statements of several sources, by matter.
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
    /// Subject.
    pub subject: String,
    /// Statement of the report; absent if it says nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub report: Option<String>,
    /// Statement of other sources; absent if none was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub elsewhere: Option<String>,
    /// Evidence for the other statement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// True if both cannot be right as they stand; false if they complete each other.
    pub differs: bool,
    /// Remark on the difference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Language of the texts, if it is not the file's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Review status of the texts.
    pub review: Review,
}
