//! `cells/{line}/{goal}/{page}.json`: a page of a cell's projects. All 323 cells have a page 1.

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
    /// Number of this page, from 1.
    pub page: u32,
    /// Number of pages, at least 1.
    pub pages: u32,
    /// Number of projects in the cell, declared and derived.
    pub total: u32,
    /// Number of declared projects.
    pub declared: u32,
    /// Number of derived projects.
    pub derived: u32,
    /// Projects of this page, in the order of every list.
    pub projects: Vec<ListedProject>,
}
