//! Placement of the report's initiatives, by the same rules as projects.

use crate::contract::context::Initiative;
use crate::goal::Goal;
use crate::line::Line;
use crate::links::Links;
use crate::placement::{Placement, placement};

/// Placement of an initiative in the cell of `row` and `goal`; `None` if it is not there.
///
/// It is declared if the report names the goal, derived if the report ties the initiative to the line alone.
#[must_use]
pub fn in_cell(initiative: &Initiative, row: Line, goal: Goal, links: &Links) -> Option<Placement> {
    let lines: Vec<Line> = initiative.lines.iter().map(|tie| tie.line).collect();
    let goals: Vec<Goal> = initiative.goals.iter().map(|tie| tie.goal).collect();
    placement(&lines, &goals, row, goal, links)
}

/// Returns true if an initiative is tied to the line of a row.
#[must_use]
pub fn in_line(initiative: &Initiative, row: Line) -> bool {
    initiative.lines.iter().any(|tie| row.covers(tie.line))
}

/// Returns true if an initiative is tied to a goal.
#[must_use]
pub fn in_goal(initiative: &Initiative, goal: Goal) -> bool {
    initiative.goals.iter().any(|tie| tie.goal == goal)
}
