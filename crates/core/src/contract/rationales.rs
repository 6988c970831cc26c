//! `rationales.{lang}.json`: why each link stands, in this project's words. Loaded at the first selection.

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
    /// One a link at most; links without one are simply not in the list.
    pub rationales: Vec<Rationale>,
}

/// Why a line is linked to a goal.
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
    /// The language of the text, where it is not the file's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// The parts of the report it rests on, or `editorial`.
    pub basis: String,
    /// How far the text has been checked.
    pub review: Review,
}
