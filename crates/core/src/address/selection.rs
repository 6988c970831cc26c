//! The selection in the matrix.

use crate::goal::Goal;
use crate::line::Line;

/// Selection in the matrix.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Selection {
    /// Nothing.
    #[default]
    None,
    /// A line's profile.
    Line(Line),
    /// A goal's profile.
    Goal(Goal),
    /// A cell.
    Cell(Line, Goal),
}

impl Selection {
    /// The selected line, of a profile or a cell.
    #[must_use]
    pub fn line(self) -> Option<Line> {
        match self {
            Self::Line(line) | Self::Cell(line, _) => Some(line),
            Self::None | Self::Goal(_) => None,
        }
    }

    /// The selected goal, of a profile or a cell.
    #[must_use]
    pub fn goal(self) -> Option<Goal> {
        match self {
            Self::Goal(goal) | Self::Cell(_, goal) => Some(goal),
            Self::None | Self::Line(_) => None,
        }
    }

    /// The selection of a line, a goal, both or neither.
    #[must_use]
    pub fn of(line: Option<Line>, goal: Option<Goal>) -> Self {
        match (line, goal) {
            (Some(line), Some(goal)) => Self::Cell(line, goal),
            (Some(line), None) => Self::Line(line),
            (None, Some(goal)) => Self::Goal(goal),
            (None, None) => Self::None,
        }
    }
}
