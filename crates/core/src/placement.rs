//! Placement of an entry in a cell: declared, derived, or none.
//!
//! The rules are those of the contract. An entry that states goals is *declared* in every pair of its lines
//! and its goals, linked or not, and nowhere else. An entry that states none is *derived* in every linked
//! goal of its lines. "Declared" means that the entry named the line and named the goal, not that it paired
//! them.

use serde::{Deserialize, Serialize};

use crate::goal::Goal;
use crate::line::Line;
use crate::links::Links;

/// Reason why an entry appears in a cell. The order is that of lists: declared first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Placement {
    /// The entry names the line and names the goal.
    Declared,
    /// The entry names the line and no goal at all; the matrix links the line to the goal.
    Derived,
}

/// Placement of an entry with these lines and goals in the cell of `row` and `goal`; `None` if it is not
/// there.
///
/// The row of C7 contains the entries of its eight e-applications and those that name C7 alone. An entry that
/// names C7 alone appears in no e-application's row.
#[must_use]
pub fn placement(lines: &[Line], goals: &[Goal], row: Line, goal: Goal, links: &Links) -> Option<Placement> {
    let mut named = lines.iter().filter(|line| row.covers(**line));
    if goals.is_empty() {
        named.any(|line| links.contains(*line, goal)).then_some(Placement::Derived)
    } else {
        (goals.contains(&goal) && named.next().is_some()).then_some(Placement::Declared)
    }
}
