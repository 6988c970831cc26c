//! Where an initiative of the report stands: by the same rules as a project, in lists of its own.

use crate::contract::context::Initiative;
use crate::goal::Goal;
use crate::line::Line;
use crate::links::Links;
use crate::placement::{Placement, placement};

/// How an initiative stands in the cell of `row` and `goal`, if it does: declared where the report names the goal,
/// derived where it ties the initiative to the line alone.
#[must_use]
pub fn in_cell(initiative: &Initiative, row: Line, goal: Goal, links: &Links) -> Option<Placement> {
    let lines: Vec<Line> = initiative.lines.iter().map(|tie| tie.line).collect();
    let goals: Vec<Goal> = initiative.goals.iter().map(|tie| tie.goal).collect();
    placement(&lines, &goals, row, goal, links)
}

/// Whether an initiative is tied to the line of a row.
#[must_use]
pub fn in_line(initiative: &Initiative, row: Line) -> bool {
    initiative.lines.iter().any(|tie| row.covers(tie.line))
}

/// Whether an initiative is tied to a goal.
#[must_use]
pub fn in_goal(initiative: &Initiative, goal: Goal) -> bool {
    initiative.goals.iter().any(|tie| tie.goal == goal)
}
