//! `matrix.{lang}.json`: names, links and targets. Part of the first load; no long texts.

use serde::{Deserialize, Serialize};

use super::{NameStatus, Review};
use crate::contrast::Colour;
use crate::goal::Goal;
use crate::line::Line;
use crate::target::TargetCode;

/// The matrix in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Matrix"))]
#[serde(rename_all = "camelCase")]
pub struct MatrixFile {
    /// The nineteen lines in order.
    pub lines: Vec<NamedLine>,
    /// The seventeen goals in order.
    pub goals: Vec<NamedGoal>,
    /// Every target that a link names, in order.
    pub targets: Vec<Target>,
    /// The links; C7 itself has none, its e-applications have.
    pub links: Vec<Link>,
}

/// A line with its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct NamedLine {
    /// The line.
    pub id: Line,
    /// Its name.
    pub name: String,
    /// A shorter name of this project's own, for the heads of rows. Absent where the name is short.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// Confirmation status of the name.
    pub name_status: NameStatus,
    /// C7 for an e-application.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Line>,
}

/// A goal with its name and colour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct NamedGoal {
    /// The goal.
    pub number: Goal,
    /// Its short name.
    pub name: String,
    /// Confirmation status of the name.
    pub name_status: NameStatus,
    /// Its colour.
    pub colour: Colour,
}

/// A target with a short label in this project's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Target {
    /// The target.
    pub code: TargetCode,
    /// Subject, in a few words.
    pub label: String,
    /// Language of the label, if it is not the file's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<crate::language::Language>,
    /// Review status of the label.
    pub review: Review,
}

/// A link of a line to a goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Link {
    /// The line; never C7 itself.
    pub line: Line,
    /// The goal.
    pub goal: Goal,
    /// The targets it names; none means the goal as a whole.
    pub targets: Vec<TargetCode>,
    /// The source's id in the manifest.
    pub source: String,
    /// Number of the source's four lists that contain the pair, 1 to 4.
    pub lists: u8,
    /// Doubts about the link.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
