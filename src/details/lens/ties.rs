//! The lines, goals and cells an item is tied to: first those that the report states, then ties of ours.

use leptos::prelude::*;
use wsis_core::address::Selection;
use wsis_core::contract::context::Tie;
use wsis_core::contract::lenses::LensItem;
use wsis_core::{Goal, Line};
use wsis_messages::Messages;
use wsis_state::{Dataset, Explorer};

use crate::ui::any_view::view;

/// The kinds of ties in the order of their rows.
const KINDS: [Tie; 4] = [Tie::Stated, Tie::Section, Tie::Collective, Tie::Subject];

/// A row of buttons for each kind of tie; each button selects its place in the grid.
pub(super) fn ties(dataset: &Dataset, explorer: Explorer, item: &LensItem) -> AnyView {
    KINDS.iter().filter_map(|kind| row(dataset, explorer, item, *kind)).collect_view().into_any()
}

fn row(dataset: &Dataset, explorer: Explorer, item: &LensItem, kind: Tie) -> Option<AnyView> {
    let cells = item.cells.iter().filter(|tie| tie.tie == kind);
    let lines = item.lines.iter().filter(|tie| tie.tie == kind);
    let goals = item.goals.iter().filter(|tie| tie.tie == kind);
    let buttons: Vec<AnyView> = lines
        .map(|tie| button(dataset, explorer, Selection::Line(tie.line)))
        .chain(goals.map(|tie| button(dataset, explorer, Selection::Goal(tie.goal))))
        .chain(cells.map(|tie| button(dataset, explorer, Selection::Cell(tie.line, tie.goal))))
        .collect();
    let label = label(explorer.messages(), kind);
    (!buttons.is_empty()).then(|| {
        view! {
            <p class="lens-ties">
                <span class="fine">{label}</span>
                {buttons}
            </p>
        }
    })
}

fn label(messages: Messages, kind: Tie) -> &'static str {
    match kind {
        Tie::Stated => messages.lens_stated(),
        Tie::Section => messages.lens_section(),
        Tie::Collective => messages.lens_collective(),
        Tie::Subject => messages.lens_by_subject(),
    }
}

/// The code of a place with its tile; its names are read, and shown when pointed at.
fn button(dataset: &Dataset, explorer: Explorer, selection: Selection) -> AnyView {
    let code = |line: Line| view! { <span class="line-code">{line.parent().unwrap_or(line).id()}</span> };
    let tile =
        |goal: Goal| view! { <span class="goal-tile" data-goal=goal.to_string()>{goal.to_string()}</span> };
    let names = [
        selection.line().map(|line| dataset.matrix.line_name(line)),
        selection.goal().map(|goal| dataset.matrix.goal_name(goal)),
    ];
    let names = names.into_iter().flatten().collect::<Vec<_>>().join(" × ");
    let title = names.clone();
    view! {
        <button
            type="button"
            class="lens-tie"
            title=title
            on:click=move |_| explorer.activate_selection(selection)
        >
            {selection.line().map(code)}
            {selection.goal().map(tile)}
            <span class="visually-hidden">" " {names}</span>
        </button>
    }
}
