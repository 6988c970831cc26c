//! A linked cell in the list of a profile.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::address::Selection;
use wsis_core::{Goal, Line};
use wsis_state::Dataset;
use wsis_state::Explorer;

use crate::details::cell::rationale::RationaleOfLink;
use crate::details::targets::TargetCodes;
use crate::ui::any_view::view;

/// A linked cell in a list: its name, how it is linked, and a click goes there.
#[component]
pub(crate) fn LinkButton(
    /// The link is looked up here.
    dataset: Arc<Dataset>,
    /// The cell's line.
    line: Line,
    /// The cell's goal.
    goal: Goal,
    /// The name of the cell in this list.
    name: AnyView,
    /// Where a click goes.
    selection: Selection,
) -> impl IntoView {
    let explorer = Explorer::get();
    let targets = dataset.matrix.targets_in(line, goal);
    let go = move |_| explorer.activate_selection(selection);
    view! {
        <li class:application=line.parent().is_some()>
            <button class="linked-cell" type="button" on:click=go>
                <span class="linked-name">{name}</span>
                <TargetCodes targets />
            </button>
            <RationaleOfLink dataset line goal />
        </li>
    }
}
