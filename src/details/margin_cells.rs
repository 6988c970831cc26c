//! The margin of the grid: its column, its row and their cells.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::address::Margin;
use wsis_core::navigation::Stop;
use wsis_core::{Goal, Line};
use wsis_page::texts::margin_title;
use wsis_state::{Dataset, Explorer};

use crate::ui::any_view::{aria_bool, view};

/// The header of the column of projects that state no goal.
pub(crate) fn margin_header(dataset: &Arc<Dataset>) -> AnyView {
    let (explorer, margin) = (Explorer::get(), Margin::NoGoal(None));
    view! {
        <th
            class="column-header"
            role="columnheader"
            scope="col"
            id=Stop::Margin(margin).element_id()
            aria-label=label(explorer, dataset, margin)
            aria-selected=move || is_selected(explorer, margin)
            tabindex=move || tab_index(explorer, margin)
        >
            <span class="goal-name">{explorer.messages.margin_no_goal()}</span>
            <span class="goal-tile">"–"</span>
        </th>
    }
}

/// The cell of a line in that column.
pub(crate) fn margin_cell(dataset: Arc<Dataset>, line: Line) -> AnyView {
    cell(Explorer::get(), dataset, Margin::NoGoal(Some(line)))
}

/// The row of projects that state no line.
pub(crate) fn margin_row(dataset: &Arc<Dataset>) -> AnyView {
    row(Explorer::get(), dataset)
}

fn row(explorer: Explorer, dataset: &Arc<Dataset>) -> AnyView {
    let margin = Margin::NoLine(None);
    let goals: Vec<Goal> =
        explorer.layout.arrangement.with_untracked(|arrangement| arrangement.goals().to_vec());
    let cells = goals.into_iter().map(|goal| Margin::NoLine(Some(goal))).chain([Margin::Neither]);
    let cells = cells.map(|margin| cell(explorer, dataset.clone(), margin)).collect_view();
    view! {
        <tbody role="rowgroup">
            <tr class="row" class:current=move || is_current(explorer) role="row" data-line="none">
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

/// Whether something of the row is selected.
fn is_current(explorer: Explorer) -> bool {
    let margin = explorer.navigation.view.with(|view| view.margin);
    margin.is_some_and(|margin| matches!(margin, Margin::NoLine(_) | Margin::Neither))
}

fn tab_index(explorer: Explorer, margin: Margin) -> &'static str {
    if explorer.layout.active.get() == Stop::Margin(margin) { "0" } else { "-1" }
}
