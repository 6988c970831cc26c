//! The matrix as a table of cells, empty ones too.

use super::csv::row;
use super::json::{Quote, array, object, origin_json};
use super::origin::Origin;
use super::shown::ShownMatrix;
use wsis_core::goal::Goal;
use wsis_core::line::Line;

/// The columns of the CSV; those of the origin follow.
const COLUMNS: [&str; 8] =
    ["line", "lineName", "goal", "goalName", "linked", "targets", "declared", "derived"];

/// One row a cell, the origin in every row, so that no part of the table can lose it.
#[must_use]
pub fn matrix_csv(shown: ShownMatrix<'_>, origin: &Origin) -> String {
    let facts = origin.facts();
    let head = row(COLUMNS.into_iter().chain(facts.iter().map(|(name, _)| *name)));
    let cells = cells(shown).map(|(line, goal)| {
        let count = shown.counts.cell(line, goal);
        let fields = [
            line.id().to_owned(),
            shown.matrix.line_name(line).to_owned(),
            goal.to_string(),
            shown.matrix.goal_name(goal).to_owned(),
            if shown.matrix.links().contains(line, goal) { "yes" } else { "no" }.to_owned(),
            codes(shown, line, goal).join(" "),
            count.declared.to_string(),
            count.derived.to_string(),
        ];
        row(fields.iter().map(String::as_str).chain(facts.iter().map(|(_, value)| *value)))
    });
    head + &cells.collect::<String>()
}

/// The origin and every cell.
#[must_use]
pub fn matrix_json(shown: ShownMatrix<'_>, origin: &Origin, quote: Quote<'_>) -> String {
    let cells = cells(shown).map(|(line, goal)| {
        let count = shown.counts.cell(line, goal);
        object(&[
            ("line", quote(line.id())),
            ("lineName", quote(shown.matrix.line_name(line))),
            ("goal", goal.to_string()),
            ("goalName", quote(shown.matrix.goal_name(goal))),
            ("linked", shown.matrix.links().contains(line, goal).to_string()),
            ("targets", array(codes(shown, line, goal).iter().map(|code| quote(code)))),
            ("declared", count.declared.to_string()),
            ("derived", count.derived.to_string()),
        ])
    });
    object(&[("origin", origin_json(origin, quote)), ("cells", array(cells))])
}

fn cells<'m>(shown: ShownMatrix<'m>) -> impl Iterator<Item = (Line, Goal)> + 'm {
    let goals = shown.arrangement.goals();
    shown.rows().into_iter().flat_map(move |line| goals.iter().map(move |goal| (line, *goal)))
}

fn codes(shown: ShownMatrix<'_>, line: Line, goal: Goal) -> Vec<String> {
    shown.matrix.targets_in(line, goal).iter().map(ToString::to_string).collect()
}
