//! `rationales.{lang}.json`: the reason for each link, in this project's words. Loaded at the first
//! selection.

use serde::{Deserialize, Serialize};

use super::Review;
use crate::goal::Goal;
use crate::language::Language;
use crate::line::Line;

/// All rationales in a language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Rationales {
    /// At most one for each link. Links without a rationale are not in the list.
    pub rationales: Vec<Rationale>,
}

/// Reason for a link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Rationale {
    /// The line.
    pub line: Line,
    /// The goal.
    pub goal: Goal,
    /// One to three sentences.
    pub text: String,
    /// Language of the text, if it is not the file's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Evidence: the parts of the report, or `editorial`.
    pub basis: String,
    /// Review status of the text.
    pub review: Review,
}
