//! Projects in the margin of the matrix: those that state no goal or no line.

use super::{ProjectIndex, ProjectSet};
use crate::address::Margin;

impl ProjectIndex {
    /// Projects that name a line.
    pub(super) fn with_line(&self) -> ProjectSet {
        self.lines.iter().fold(ProjectSet::none(self.rows()), |mut all, line| {
            all.add(line);
            all
        })
    }

    /// Projects of a place in the margin.
    #[must_use]
    pub fn in_margin(&self, margin: Margin) -> ProjectSet {
        let named = self.with_line();
        let without_line =
            |set: &ProjectSet| ProjectSet::of(self.rows(), |row| set.has(row) && !named.has(row));
        match margin {
            Margin::NoGoal(None) => self.undeclared.clone(),
            Margin::NoGoal(Some(line)) => self.of_line(line).and(&self.undeclared),
            Margin::NoLine(None) => without_line(&self.all()),
            Margin::NoLine(Some(goal)) => without_line(&self.declaring(goal)),
            Margin::Neither => without_line(&self.undeclared),
        }
    }
}
