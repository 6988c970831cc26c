//! What a cell, a row header and a column header show and say. The app and the prerendered page both draw from
//! here, so that they cannot differ.

use crate::goal::Goal;
use crate::line::Line;
use crate::matrix::{Matrix, Numbers};
use crate::messages::Messages;

/// How the matrix ties the line of a cell to its goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkMark {
    /// No link.
    None,
    /// A link to the goal as a whole; no target is named.
    Whole,
    /// A link that names this many distinct targets.
    Targets(u32),
}

impl LinkMark {
    /// The value of `data-link`, which the style sheet draws by.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Whole => "whole",
            Self::Targets(_) => "targets",
        }
    }

    /// The character or number in the middle of the cell.
    #[must_use]
    pub fn text(self) -> String {
        match self {
            Self::None => String::new(),
            Self::Whole => "●".to_owned(),
            Self::Targets(count) => count.to_string(),
        }
    }
}

/// Everything that a cell shows and says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellFace {
    /// The mark in the middle.
    pub link: LinkMark,
    /// The number of declared projects; empty for none.
    pub declared: String,
    /// Whether derived projects stand here.
    pub derived: bool,
    /// What a screen reader says: line, goal, link, counts.
    pub label: String,
}

/// What the cell of a line and a goal shows and says; without numbers nothing is said of projects.
#[must_use]
pub fn cell_face(
    messages: Messages,
    matrix: &Matrix,
    numbers: Option<&Numbers>,
    line: Line,
    goal: Goal,
) -> CellFace {
    let link = link_mark(matrix, line, goal);
    let count = numbers.map(|numbers| numbers.cell(line, goal)).unwrap_or_default();
    let link_text = match link {
        LinkMark::None => messages.grid_not_linked().to_owned(),
        LinkMark::Whole => messages.grid_linked_whole().to_owned(),
        LinkMark::Targets(count) => messages.grid_linked_targets(count),
    };
    let mut parts = vec![link_text];
    if numbers.is_some() {
        parts.push(messages.grid_declared(count.declared));
    }
    if count.derived > 0 {
        parts.push(messages.grid_derived(count.derived));
    }
    let (line_id, goal_number) = (line.id(), goal.to_string());
    CellFace {
        link,
        declared: if count.declared == 0 { String::new() } else { count.declared.to_string() },
        derived: count.derived > 0,
        label: messages.grid_cell(
            line_id,
            matrix.line_name(line),
            &goal_number,
            matrix.goal_name(goal),
            &parts.join(messages.grid_separator()),
        ),
    }
}

/// How the matrix ties a line to a goal. For C7: as a whole only if no e-application names a target.
#[must_use]
pub fn link_mark(matrix: &Matrix, line: Line, goal: Goal) -> LinkMark {
    if !matrix.links().contains(line, goal) {
        return LinkMark::None;
    }
    match u32::try_from(matrix.targets_in(line, goal).len()) {
        Ok(0) => LinkMark::Whole,
        Ok(count) => LinkMark::Targets(count),
        Err(_) => LinkMark::Targets(u32::MAX),
    }
}

/// The code a row header shows before the name: `C2` for a line, nothing for an e-application of C7.
#[must_use]
pub fn row_code(line: Line) -> &'static str {
    if line.parent().is_some() { "" } else { line.id() }
}

/// What a screen reader says of a row header.
#[must_use]
pub fn row_label(messages: Messages, matrix: &Matrix, numbers: Option<&Numbers>, line: Line) -> String {
    let name = matrix.line_name(line);
    match numbers {
        Some(numbers) => messages.grid_row(numbers.of_line(line), line.id(), name),
        None => messages.grid_row_alone(line.id(), name),
    }
}

/// What a screen reader says of a column header.
#[must_use]
pub fn column_label(messages: Messages, matrix: &Matrix, goal: Goal) -> String {
    messages.grid_column(&goal.to_string(), matrix.goal_name(goal))
}
