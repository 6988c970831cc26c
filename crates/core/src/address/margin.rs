//! The margin of the matrix: projects that state no goal or no line, and so stand in no cell.

use crate::goal::Goal;
use crate::line::Line;

/// A place in the margin of the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Margin {
    /// Projects that state no goal: of a line, or all.
    NoGoal(Option<Line>),
    /// Projects that state no line: of a goal, or all.
    NoLine(Option<Goal>),
    /// Projects that state neither.
    Neither,
}

impl Margin {
    /// The line, if the place belongs to one.
    #[must_use]
    pub fn line(self) -> Option<Line> {
        match self {
            Self::NoGoal(line) => line,
            Self::NoLine(_) | Self::Neither => None,
        }
    }
}
