//! The button that adds something to the comparison.

use leptos::prelude::*;
use wsis_core::comparison::{Compared, MAX_COMPARED};
use wsis_state::Explorer;

use crate::ui::any_view::view;

/// The button that takes a thing into the comparison; says how many are in it, and when it is full.
pub(crate) fn compare_button(compared: Compared) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let known = compared.clone();
    let count = move || explorer.navigation.view.with(|view| view.compare.len());
    let label = move || match count() {
        0 => messages.compare_start().to_owned(),
        count => messages.compare_add(&count.to_string()),
    };
    let unavailable = move || {
        explorer
            .navigation
            .view
            .with(|view| view.compare.len() >= MAX_COMPARED || view.compare.contains(&known))
    };
    view! {
        <button
            type="button"
            class="compare-button"
            disabled=unavailable
            on:click=move |_| explorer.navigation.add_to_comparison(compared.clone())
        >
            {label}
        </button>
    }
}
