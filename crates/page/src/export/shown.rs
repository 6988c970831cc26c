//! The matrix as it is shown: the input of its files and its picture.

use wsis_core::arrangement::Arrangement;
use wsis_core::goal::Goal;
use wsis_core::language::Language;
use wsis_core::line::Line;
use wsis_core::matrix::{Matrix, MatrixCounts};
use wsis_messages::Messages;

use crate::grid::CellContent;

/// The matrix as it is shown.
#[derive(Clone, Copy)]
pub struct ShownMatrix<'m> {
    /// Names, links and targets.
    pub matrix: &'m Matrix,
    /// The numbers of the cells.
    pub counts: &'m MatrixCounts,
    /// The content of the cells.
    pub content: CellContent,
    /// The order of lines and goals.
    pub arrangement: &'m Arrangement,
    /// Whether the eight e-applications are shown.
    pub opened: bool,
    /// The language of the names.
    pub language: Language,
    /// The texts of the interface.
    pub messages: Messages,
}

impl ShownMatrix<'_> {
    pub(crate) fn rows(&self) -> Vec<Line> {
        self.arrangement.rows(self.opened)
    }

    pub(crate) fn goals(&self) -> &[Goal] {
        self.arrangement.goals()
    }
}
