//! The rows as the site is built with them: in English, C7 closed, the links in the cells, nothing selected. Only the
//! program that builds the site has this; the app takes the rows over.
//!
//! Bars are SVG, since the security policy allows no style in the page. Screen readers get the numbers from the labels of
//! the headers.

use leptos::prelude::*;
use wsis_core::address::DisplayMode;
use wsis_core::matrix::MatrixCounts;
use wsis_core::navigation::Stop;
use wsis_core::{Goal, Line};
use wsis_page::grid::{
    CellContent, CellFace, Faces, bar_length, column_label, goal_total, row_code, row_label,
};
use wsis_state::{Dataset, Explorer};

use crate::ui::any_view::view;

/// Head, groups of lines, totals.
pub(super) fn first_rows(explorer: Explorer, dataset: &Dataset) -> AnyView {
    let messages = explorer.messages();
    let counts = explorer.data.known_counts(dataset);
    let counts = counts.as_deref();
    let columns = Goal::all().map(|goal| column_header(explorer, dataset, goal)).collect_view();
    let faces = Faces::new(messages, &dataset.matrix, counts, CellContent::LINKS);
    let groups = Line::action_lines()
        .map(|line| view! { <tbody role="rowgroup">{row(explorer, dataset, counts, &faces, line)}</tbody> })
        .collect_view();
    view! {
        <thead role="rowgroup">
            <tr role="row">
                <th class="corner" role="columnheader" scope="col">
                    <span class="visually-hidden">{messages.grid_corner()}</span>
                    <span class="totals-head" aria-hidden="true">{messages.grid_totals()}</span>
                </th>
                {columns}
            </tr>
        </thead>
        {groups}
        {goal_totals(explorer, dataset, counts)}
    }
}

fn column_header(explorer: Explorer, dataset: &Dataset, goal: Goal) -> AnyView {
    view! {
        <th
            class="column-header"
            role="columnheader"
            scope="col"
            id=Stop::Column(goal).element_id()
            data-goal=goal.to_string()
            aria-label=column_label(explorer.messages(), &dataset.matrix, goal)
            aria-selected="false"
            tabindex="-1"
        >
            <span class="goal-name">{dataset.matrix.goal_name(goal).to_owned()}</span>
            <span class="goal-tile">{goal.to_string()}</span>
        </th>
    }
}

fn row(
    explorer: Explorer,
    dataset: &Dataset,
    counts: Option<&MatrixCounts>,
    faces: &Faces<'_>,
    line: Line,
) -> AnyView {
    let messages = explorer.messages();
    let cells = Goal::all().map(|goal| cell(line, goal, faces.of(line, goal))).collect_view();
    let total = counts.map(|counts| counts.of_line(line));
    let most = dataset.counts.most_of_line();
    let opener = (line == Line::C7).then(|| {
        view! {
            <button
                class="opener"
                type="button"
                id=Stop::Opener.element_id()
                aria-expanded="false"
                aria-label=messages.grid_open_applications()
                tabindex="-1"
            >
                {messages.grid_applications()}
            </button>
        }
    });
    view! {
        <tr class="row" role="row" data-line=line.id()>
            <th
                class="row-header"
                role="rowheader"
                scope="row"
                id=Stop::Row(line).element_id()
                aria-label=row_label(messages, &dataset.matrix, counts, line)
                aria-selected="false"
                tabindex="-1"
            >
                <span class="row-inner">
                    <span class="row-code">{row_code(line)}</span>
                    <span class="row-name">{dataset.matrix.line_short_name(line).to_owned()}</span>
                    {opener}
                </span>
                <span class="row-total" aria-hidden="true">
                    <span class="total">{total}</span>
                    <svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none">
                        <rect class="bar-all" width=bar_length(dataset.counts.of_line(line), most).to_string() height="1"></rect>
                        <rect class="bar-part" width=bar_length(total.unwrap_or(0), most).to_string() height="1"></rect>
                    </svg>
                </span>
            </th>
            {cells}
        </tr>
    }
}

fn cell(line: Line, goal: Goal, face: CellFace) -> AnyView {
    let stop = Stop::Cell(line, goal);
    view! {
        <td
            class="cell"
            role="gridcell"
            id=stop.element_id()
            data-goal=goal.to_string()
            data-link=face.link.code()
            data-strength=face.link.strength().map(|strength| strength.to_string())
            data-doubtful=face.doubtful.then_some("")
            aria-label=face.label
            aria-selected="false"
            tabindex=if stop == Stop::FIRST { "0" } else { "-1" }
        >
            <span class="mark">{(!face.mark.is_empty()).then_some(face.mark)}</span>
        </td>
    }
}

fn goal_totals(explorer: Explorer, dataset: &Dataset, counts: Option<&MatrixCounts>) -> AnyView {
    let totals = Goal::all().map(|goal| {
        let (count, most) = goal_total(&dataset.matrix, &dataset.counts, counts, DisplayMode::Matrix, goal);
        view! {
            <td data-goal=goal.to_string()>
                <span>{count}</span>
                <svg class="bar" viewBox="0 0 1 100" preserveAspectRatio="none">
                    <rect class="bar-part" width="1" height=bar_length(count, most).to_string()></rect>
                </svg>
            </td>
        }
    });
    view! {
        <tfoot aria-hidden="true">
            <tr>
                <th>{explorer.messages().grid_lines_of_goal()}</th>
                {totals.collect_view()}
            </tr>
        </tfoot>
    }
}
