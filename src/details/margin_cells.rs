//! The margin of the grid in the view of projects: a column for those that state no goal, a row for those that state no
//! line. Both are views of their own in rows that belong to no view.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use web_sys::Element;
use wsis_core::Goal;
use wsis_core::address::Margin;
use wsis_core::navigation::Stop;
use wsis_page::texts::margin_title;
use wsis_platform::{document, elements};
use wsis_state::effect::effect;
use wsis_state::{Dataset, Explorer};

use crate::ui::any_view::{aria_bool, view};

/// Draws nothing in its place; keeps the margin in the rows of the grid.
pub(crate) fn sync_margin(dataset: Arc<Dataset>) -> AnyView {
    let explorer = Explorer::get();
    effect(move || {
        // With the rows, since each has a cell in the column.
        let parts = explorer.layout.drawn_parts.get();
        let Some(table) = document().and_then(|page| page.query_selector("table.grid").ok().flatten()) else {
            return;
        };
        let mut views = Vec::new();
        if parts.no_goal {
            views.extend(column(explorer, &dataset, &table));
        }
        if parts.no_line {
            let mut row = row(explorer, &dataset).build();
            row.mount(&table, elements::first(&table, "tfoot").as_deref());
            views.push(row);
        }
        let views = StoredValue::new_local(views);
        on_cleanup(move || {
            views.update_value(|views| views.iter_mut().for_each(Mountable::unmount));
        });
    });
    ().into_any()
}

/// The header of the column, and a cell in each row of a line.
fn column(explorer: Explorer, dataset: &Arc<Dataset>, table: &Element) -> Vec<AnyViewState> {
    let places = elements::all(table, "thead tr, .row").into_iter().filter_map(|place| {
        let line = place.get_attribute("data-line");
        let view = match line {
            None => header(explorer, dataset),
            Some(line) => cell(explorer, dataset.clone(), Margin::NoGoal(Some(line.parse().ok()?))),
        };
        let mut view = view.build();
        view.mount(&place, None);
        Some(view)
    });
    places.collect()
}

/// The header of the column of projects that state no goal.
fn header(explorer: Explorer, dataset: &Arc<Dataset>) -> AnyView {
    let margin = Margin::NoGoal(None);
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
            <span class="goal-name">{explorer.messages().margin_no_goal()}</span>
            <span class="goal-tile">"–"</span>
        </th>
    }
}

/// The row of projects that state no line.
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
                        <span class="row-name">{explorer.messages().margin_no_line()}</span>
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
        let messages = explorer.messages();
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
