//! The matrix as a table of cells, empty ones too.

use super::column::{Column, number, text};
use super::json::{Quote, array, object, origin_json};
use super::origin::Origin;
use super::shown::ShownMatrix;
use super::table::ExportTable;
use wsis_core::goal::Goal;
use wsis_core::line::Line;

/// The columns of a cell.
const COLUMNS: [Column; 8] = [
    text("line"),
    text("lineName"),
    number("goal"),
    text("goalName"),
    text("linked"),
    text("targets"),
    number("declared"),
    number("derived"),
];

/// One row a cell.
#[must_use]
pub fn matrix_table(shown: ShownMatrix<'_>, origin: &Origin) -> ExportTable {
    let rows = cells(shown).map(|(line, goal)| {
        let count = shown.counts.cell(line, goal);
        vec![
            line.id().to_owned(),
            shown.matrix.line_name(line).to_owned(),
            goal.to_string(),
            shown.matrix.goal_name(goal).to_owned(),
            if shown.matrix.links().contains(line, goal) { "yes" } else { "no" }.to_owned(),
            codes(shown, line, goal).join(" "),
            count.declared.to_string(),
            count.derived.to_string(),
        ]
    });
    ExportTable::new(&COLUMNS, rows, origin)
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
