//! The margins of the grid: the projects of each line, and the lines or projects of each goal, as numbers with bars.
//!
//! Bars are SVG, since the security policy allows no style in the prerendered page. Screen readers get the numbers from the
//! labels of the headers.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::Line;
use wsis_core::address::DisplayMode;
use wsis_page::grid::lines_linked_to;
use wsis_state::Dataset;
use wsis_state::Explorer;

use crate::ui::any_view::view;

/// The action lines that a goal can be linked to.
const ACTION_LINES: u32 = 11;

/// How many projects name a line. A filter leaves a part of the bar.
#[component]
pub(crate) fn LineTotal(dataset: Arc<Dataset>, line: Line) -> impl IntoView {
    let explorer = Explorer::get();
    let (for_total, for_part) = (dataset.clone(), dataset.clone());
    let total = move || explorer.data.known_counts(&for_total).map(|counts| counts.of_line(line).to_string());
    let most = dataset.counts.most_of_line();
    let all = share(dataset.counts.of_line(line), most);
    let part = move || {
        let counts = explorer.data.known_counts(&for_part);
        share(counts.map_or(0, |counts| counts.of_line(line)), most)
    };
    view! {
        <span class="row-total" aria-hidden="true">
            <span class="total">{total}</span>
            <svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none">
                <rect class="bar-all" width=all height="1"></rect>
                <rect class="bar-part" width=part height="1"></rect>
            </svg>
        </span>
    }
}

/// The last row: how many lines the matrix links to each goal, or how many projects declare it.
#[component]
pub(crate) fn GoalTotals(dataset: Arc<Dataset>) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let states_goals = dataset.manifest.states_goals();
    let shows_lines = move || explorer.navigation.show.get() == DisplayMode::Matrix;
    let name = move || {
        if shows_lines() { messages.grid_lines_of_goal() } else { messages.grid_projects_of_goal() }
    };
    let goals = explorer.layout.arrangement.get_untracked();
    let most = dataset.counts.distinct().goals.iter().copied().max().unwrap_or(0);
    let totals = goals
        .goals()
        .iter()
        .map(|goal| {
            let (goal, dataset) = (*goal, dataset.clone());
            let linked = lines_linked_to(&dataset.matrix, goal);
            let total = move || match shows_lines() {
                true => (linked, ACTION_LINES),
                false => {
                    let counts = explorer.data.known_counts(&dataset);
                    (counts.map_or(0, |counts| counts.of_goal(goal)), most)
                }
            };
            let number = total.clone();
            let bar = move || {
                let (count, most) = total();
                share(count, most)
            };
            view! {
                <td data-goal=goal.to_string()>
                    <span>{move || number().0.to_string()}</span>
                    <svg class="bar" viewBox="0 0 1 100" preserveAspectRatio="none">
                        <rect class="bar-part" width="1" height=bar></rect>
                    </svg>
                </td>
            }
        })
        .collect_view();
    view! {
        <tfoot aria-hidden="true" hidden=move || !shows_lines() && !states_goals>
            <tr>
                <th>{name}</th>
                {totals}
            </tr>
        </tfoot>
    }
}

/// A count in per cent of the largest one; one that is not 0 can always be seen.
fn share(count: u32, most: u32) -> String {
    let percent = count.saturating_mul(100).checked_div(most).unwrap_or(0);
    if count == 0 { 0 } else { percent.max(3) }.to_string()
}
