//! `cells/{line}/{goal}/{page}.json`: the projects of a cell, page by page. Exists for all 323 cells.

use serde::{Deserialize, Serialize};

use super::entry::ListedProject;
use crate::goal::Goal;
use crate::line::Line;

/// A page of a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CellPage {
    /// The line.
    pub line: Line,
    /// The goal.
    pub goal: Goal,
    /// This page, from 1.
    pub page: u32,
    /// How many pages there are, at least 1.
    pub pages: u32,
    /// How many projects stand in the cell, declared and derived.
    pub total: u32,
    /// How many of them are declared.
    pub declared: u32,
    /// How many of them are derived.
    pub derived: u32,
    /// The projects of this page, in the one order of every list.
    pub projects: Vec<ListedProject>,
}
