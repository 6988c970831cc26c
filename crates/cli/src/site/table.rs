//! The matrix as the app draws it (`src/view/grid.rs`), before the app is there. What each place shows and says is
//! the core's; a browser test holds the two drawings against each other.

use wsis_core::address::Show;
use wsis_core::escape::escape_markup;
use wsis_core::heat::Scale;
use wsis_core::navigation::Stop;
use wsis_core::{Goal, Line};
use wsis_messages::Messages;
use wsis_page::grid::{Faces, column_label, row_code, row_label};

use super::markup::element;
use super::prerender::Site;

/// The table with C7 closed and nothing selected.
pub(super) fn table(messages: Messages, site: &Site) -> String {
    let corner =
        element("th", &[("class", "corner"), ("role", "columnheader"), ("scope", "col")], &corner(messages));
    let columns: String = Goal::all().map(|goal| column_header(messages, site, goal)).collect();
    let head = element("tr", &[("role", "row")], &(corner + &columns));
    let group = |line| element("tbody", &[("role", "rowgroup")], &row(messages, site, line));
    let groups: String = Line::action_lines().map(group).collect();
    let content = element("thead", &[("role", "rowgroup")], &head) + &groups;
    element(
        "table",
        &[
            ("class", "grid"),
            ("role", "grid"),
            ("data-show", Show::Matrix.code()),
            ("aria-label", messages.grid_label()),
        ],
        &content,
    )
}

fn corner(messages: Messages) -> String {
    let lines = element("span", &[], &escape_markup(messages.grid_corner()));
    let totals = element("span", &[], &escape_markup(messages.grid_totals()));
    element("span", &[("class", "corner-inner")], &(lines + &totals))
}

fn column_header(messages: Messages, site: &Site, goal: Goal) -> String {
    let number = goal.to_string();
    let name = element("span", &[("class", "goal-name")], &escape_markup(site.matrix.goal_name(goal)));
    let tile = element("span", &[("class", "goal-tile")], &number);
    let total = element(
        "span",
        &[("class", "column-total"), ("aria-hidden", "true")],
        &site.numbers().map(|numbers| numbers.of_goal(goal).to_string()).unwrap_or_default(),
    );
    element(
        "th",
        &[
            ("class", "column-header"),
            ("role", "columnheader"),
            ("scope", "col"),
            ("id", &Stop::Column(goal).element_id()),
            ("data-goal", &number),
            ("aria-label", &column_label(messages, &site.matrix, goal)),
            ("aria-selected", "false"),
            ("tabindex", "-1"),
        ],
        &(name + &tile + &total),
    )
}

fn row(messages: Messages, site: &Site, line: Line) -> String {
    let faces = Faces::new(messages, &site.matrix, site.numbers(), Show::Matrix, Scale::Whole);
    let cells: String = Goal::all().map(|goal| cell(&faces, line, goal)).collect();
    element(
        "tr",
        &[("class", "row"), ("role", "row"), ("data-line", line.id())],
        &(row_header(messages, site, line) + &cells),
    )
}

fn row_header(messages: Messages, site: &Site, line: Line) -> String {
    let code = element("span", &[("class", "row-code")], row_code(line));
    let name = element("span", &[("class", "row-name")], &escape_markup(site.matrix.line_name(line)));
    let opener = if line == Line::C7 { opener(messages) } else { String::new() };
    let total = element(
        "span",
        &[("class", "row-total"), ("aria-hidden", "true")],
        &site.numbers().map(|numbers| numbers.of_line(line).to_string()).unwrap_or_default(),
    );
    element(
        "th",
        &[
            ("class", "row-header"),
            ("role", "rowheader"),
            ("scope", "row"),
            ("id", &Stop::Row(line).element_id()),
            ("aria-label", &row_label(messages, &site.matrix, site.numbers(), line)),
            ("aria-selected", "false"),
            ("tabindex", "-1"),
        ],
        &element("span", &[("class", "row-inner")], &(code + &name + &opener + &total)),
    )
}

fn opener(messages: Messages) -> String {
    element(
        "button",
        &[
            ("class", "opener"),
            ("type", "button"),
            ("id", &Stop::Opener.element_id()),
            ("aria-expanded", "false"),
            ("aria-label", messages.grid_open_applications()),
            ("tabindex", "-1"),
        ],
        &escape_markup(messages.grid_applications()),
    )
}

fn cell(faces: &Faces<'_>, line: Line, goal: Goal) -> String {
    let face = faces.of(line, goal);
    let stop = Stop::Cell(line, goal);
    let derived: &[(&str, &str)] =
        if face.derived { &[("class", "derived")] } else { &[("class", "derived"), ("hidden", "")] };
    let marks = [
        element("span", &[("class", "mark")], &face.mark),
        element("span", &[("class", "declared")], &face.declared),
        element("span", derived, ""),
    ]
    .concat();
    element(
        "td",
        &[
            ("class", "cell"),
            ("role", "gridcell"),
            ("id", &stop.element_id()),
            ("data-goal", &goal.to_string()),
            ("data-link", face.link.code()),
            ("aria-label", &face.label),
            ("aria-selected", "false"),
            ("tabindex", if stop == Stop::FIRST { "0" } else { "-1" }),
        ],
        &marks,
    )
}
