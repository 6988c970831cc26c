//! Where an entry stands in the matrix: declared, derived, or nowhere.
//!
//! The rules are those of the contract. An entry that states goals is *declared* in its lines x its goals, linked
//! or not, and nowhere else. One that states none is *derived* in every linked goal of its lines. "Declared" claims
//! that the entry named the line and named the goal, not that it paired them.

use serde::{Deserialize, Serialize};

use crate::goal::Goal;
use crate::line::Line;
use crate::links::Links;

/// How an entry came to stand in a cell. Ordered as lists show them: declared first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Placement {
    /// The entry names the line and names the goal.
    Declared,
    /// The entry names the line and no goal at all; the matrix links the line to the goal.
    Derived,
}

/// How an entry with these lines and goals stands in the cell of `row` and `goal`, if it does.
///
/// C7's row gathers its eight e-applications and the entries that name C7 alone; an entry that names C7 alone
/// stands in no application's row.
#[must_use]
pub fn placement(lines: &[Line], goals: &[Goal], row: Line, goal: Goal, links: &Links) -> Option<Placement> {
    let mut named = lines.iter().filter(|line| row.covers(**line));
    if goals.is_empty() {
        named.any(|line| links.contains(*line, goal)).then_some(Placement::Derived)
    } else {
        (goals.contains(&goal) && named.next().is_some()).then_some(Placement::Declared)
    }
}
