//! `counts.json`: the numbers of every cell. Part of the first load.

use serde::{Deserialize, Serialize};

use crate::line::Line;

/// Declared and derived projects by cell: rows in the order of `lines`, columns goals 1 to 17.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Counts {
    /// The nineteen lines in the order of the rows.
    pub lines: Vec<Line>,
    /// Projects that name the line and the goal.
    pub declared: Vec<Vec<u32>>,
    /// Projects that name the line and no goal, in linked cells; never added to the declared ones.
    pub derived: Vec<Vec<u32>>,
    /// Totals that count every project once.
    pub distinct: Distinct,
}

/// Distinct projects. Their sums exceed `all`, since a project can stand in several lines and goals.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Distinct {
    /// By line: projects that name it; for C7 those of its e-applications as well.
    pub lines: Vec<u32>,
    /// By goal: projects that declare it, whether they name a line or not.
    pub goals: Vec<u32>,
    /// All projects of the collection.
    pub all: u32,
    /// Projects that name no line.
    pub no_line: u32,
    /// Projects that declare no goal. 0 before contract 1.5.
    #[serde(default)]
    pub no_goal: u32,
    /// Projects that name no line and declare no goal.
    #[serde(default)]
    pub neither: u32,
    /// By line: projects that name it and declare no goal. Empty before contract 1.5.
    #[serde(default)]
    pub lines_without_goal: Vec<u32>,
    /// By goal: projects that declare it and name no line. Empty before contract 1.5.
    #[serde(default)]
    pub goals_without_line: Vec<u32>,
}
