//! Content of the cells, and the part of the matrix that is drawn.

use std::str::FromStr;

use crate::goal::Goal;
use crate::line::Line;

/// Content of the cells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum DisplayMode {
    /// Links.
    #[default]
    Matrix,
    /// Number of projects that declare the pair.
    Projects,
    /// Links without a declared project, and declared projects without a link.
    Gaps,
}

impl DisplayMode {
    /// All values, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::Matrix, Self::Projects, Self::Gaps];

    /// Value in the address.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Matrix => "matrix",
            Self::Projects => "projects",
            Self::Gaps => "gaps",
        }
    }
}

impl FromStr for DisplayMode {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|show| show.code().eq_ignore_ascii_case(text)).ok_or(())
    }
}

/// Part of the matrix that the page draws. An embedded page draws only the selected part.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Extent {
    /// The whole matrix.
    #[default]
    Matrix,
    /// One row.
    Row(Line),
    /// One column.
    Column(Goal),
    /// No matrix: the cell's details alone.
    Cell,
}
