//! `context/{lang}/initiatives.json`: the initiatives the report names. A collection of its own, never counted
//! with the projects.

use serde::{Deserialize, Serialize};

use super::Review;
use crate::code::{CountryCode, EntryId, VocabularyId};
use crate::goal::Goal;
use crate::language::Language;
use crate::line::Line;

/// The initiatives that are tied to a line or a goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Initiatives {
    /// In the order of the data.
    pub initiatives: Vec<Initiative>,
}

/// How the report ties an initiative to a line or a goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Tie {
    /// The report writes the line or the goal.
    Stated,
    /// The initiative only stands in the report's section on the line.
    Section,
}

/// An initiative of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Initiative {
    /// The entry's id.
    pub id: EntryId,
    /// Its name.
    pub name: String,
    /// What kind of thing it is.
    pub kind: VocabularyId,
    /// Who runs it.
    pub organisations: Vec<String>,
    /// The lines it is tied to.
    pub lines: Vec<LineTie>,
    /// The goals it is tied to.
    pub goals: Vec<GoalTie>,
    /// Countries the report names with it.
    pub countries: Vec<CountryCode>,
    /// Years the report names with it.
    pub years: Vec<u16>,
    /// What the report says of it, in this project's words.
    pub text: String,
    /// The language of the text, where it is not the file's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// The section of the report.
    pub basis: String,
    /// What is doubtful about the ties.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The source's id in the manifest.
    pub source: String,
    /// How far the text has been checked.
    pub review: Review,
}

/// A line an initiative is tied to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LineTie {
    /// The line.
    pub line: Line,
    /// How.
    pub tie: Tie,
}

/// A goal an initiative is tied to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct GoalTie {
    /// The goal.
    pub goal: Goal,
    /// How.
    pub tie: Tie,
}
