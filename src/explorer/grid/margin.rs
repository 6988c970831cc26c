//! The margin of the grid in the view of projects: a column for those that state no goal, a row for those that state no line.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::address::{DisplayMode, Extent, Margin, View};
use wsis_core::navigation::{GridParts, Stop};
use wsis_core::{Goal, Line};
use wsis_page::texts::margin_title;
use wsis_state::{Dataset, Explorer};

use crate::ui::any_view::{aria_bool, view};

/// The parts of the grid that are shown now. Tracked.
pub(super) fn grid_parts(explorer: Explorer, dataset: &Dataset) -> GridParts {
    let is_whole = explorer.navigation.extent.get() == Extent::Matrix;
    let shows = is_whole && explorer.navigation.show.get() == DisplayMode::Projects;
    let has = |margin| shows && dataset.counts.of_margin(margin) > 0;
    GridParts {
        applications: explorer.navigation.view.with(View::shows_applications),
        no_goal: has(Margin::NoGoal(None)),
        no_line: has(Margin::NoLine(None)),
    }
}

/// Follows the parts of the grid. A keyboard that stands in the margin leaves it when it goes.
pub(super) fn sync_grid_parts(explorer: Explorer, dataset: Arc<Dataset>) -> Memo<GridParts> {
    let parts = Memo::new(move |_| grid_parts(explorer, &dataset));
    Effect::new(move || {
        let parts = parts.get();
        if !parts.no_goal && !parts.no_line {
            explorer.layout.active.update(|stop| *stop = stop.without_margin());
        }
    });
    parts
}

/// The header of the column, if it is shown.
pub(super) fn no_goal_header(explorer: Explorer, dataset: Arc<Dataset>, parts: Memo<GridParts>) -> AnyView {
    (move || {
        let margin = Margin::NoGoal(None);
        parts.get().no_goal.then(|| {
            view! {
                <th
                    class="column-header"
                    role="columnheader"
                    scope="col"
                    id=Stop::Margin(margin).element_id()
                    aria-label=label(explorer, &dataset, margin)
                    aria-selected=move || is_selected(explorer, margin)
                    tabindex=move || tab_index(explorer, margin)
                >
                    <span class="goal-name">{explorer.messages.margin_no_goal()}</span>
                    <span class="goal-tile">"–"</span>
                </th>
            }
        })
    })
    .into_any()
}

/// The cell of a line in the column, if it is shown.
pub(super) fn no_goal_cell(
    explorer: Explorer,
    dataset: Arc<Dataset>,
    line: Line,
    parts: Memo<GridParts>,
) -> AnyView {
    (move || parts.get().no_goal.then(|| cell(explorer, dataset.clone(), Margin::NoGoal(Some(line)))))
        .into_any()
}

/// The row of projects that state no line, if it is shown.
pub(super) fn no_line_row(explorer: Explorer, dataset: Arc<Dataset>, parts: Memo<GridParts>) -> AnyView {
    (move || parts.get().no_line.then(|| row(explorer, &dataset))).into_any()
}

fn row(explorer: Explorer, dataset: &Arc<Dataset>) -> AnyView {
    let margin = Margin::NoLine(None);
    let goals: Vec<Goal> =
        explorer.layout.arrangement.with_untracked(|arrangement| arrangement.goals().to_vec());
    let cells = goals.into_iter().map(|goal| Margin::NoLine(Some(goal))).chain([Margin::Neither]);
    let cells = cells.map(|margin| cell(explorer, dataset.clone(), margin)).collect_view();
    view! {
        <tbody role="rowgroup">
            <tr class="row" role="row" data-line="none">
                <th
                    class="row-header"
                    role="rowheader"
                    scope="row"
                    id=Stop::Margin(margin).element_id()
                    aria-label=label(explorer, dataset, margin)
                    aria-selected=move || is_selected(explorer, margin)
                    tabindex=move || tab_index(explorer, margin)
                >
                    <span class="row-inner">
                        <span class="row-code">"–"</span>
                        <span class="row-name">{explorer.messages.margin_no_line()}</span>
                    </span>
                    <span class="row-total" aria-hidden="true">
                        <span class="total">{count_text(explorer, dataset.clone(), margin)}</span>
                    </span>
                </th>
                {cells}
            </tr>
        </tbody>
    }
}

fn cell(explorer: Explorer, dataset: Arc<Dataset>, margin: Margin) -> AnyView {
    let label = label(explorer, &dataset, margin);
    view! {
        <td
            class="cell"
            role="gridcell"
            id=Stop::Margin(margin).element_id()
            data-link="none"
            data-goal=goal_of(margin)
            aria-label=label
            aria-selected=move || is_selected(explorer, margin)
            tabindex=move || tab_index(explorer, margin)
        >
            <span class="mark">{count_text(explorer, dataset, margin)}</span>
        </td>
    }
}

/// The number of projects of a place as it is shown: nothing for none.
fn count_text(explorer: Explorer, dataset: Arc<Dataset>, margin: Margin) -> impl Fn() -> Option<String> {
    move || {
        let count = explorer.data.counts(&dataset).of_margin(margin);
        (count > 0).then(|| count.to_string())
    }
}

fn label(explorer: Explorer, dataset: &Arc<Dataset>, margin: Margin) -> impl Fn() -> String + use<> {
    let dataset = dataset.clone();
    move || {
        let messages = explorer.messages;
        let place = margin_title(messages, &dataset.matrix, margin);
        messages.margin_label(explorer.data.counts(&dataset).of_margin(margin), &place)
    }
}

/// The goal of a place, by which the order of the columns is kept.
fn goal_of(margin: Margin) -> Option<String> {
    match margin {
        Margin::NoLine(goal) => goal.map(|goal| goal.to_string()),
        Margin::NoGoal(_) | Margin::Neither => None,
    }
}

fn is_selected(explorer: Explorer, margin: Margin) -> &'static str {
    aria_bool(explorer.navigation.view.with(|view| view.margin == Some(margin)))
}

fn tab_index(explorer: Explorer, margin: Margin) -> &'static str {
    if explorer.layout.active.get() == Stop::Margin(margin) { "0" } else { "-1" }
}
