//! The tray below the grid: what has been chosen to be compared, from anywhere, until it is compared or removed.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::comparison::Compared;
use wsis_core::matrix::Matrix;
use wsis_core::navigation::Stop;
use wsis_state::Dataset;
use wsis_state::Explorer;
use wsis_state::focus_return::focus_panel_title;

use crate::details::compare::compared_name;
use crate::details::lit_places::light;
use crate::ui::any_view::view;
use crate::ui::chip::chip_button;

/// The fewest things that can be compared.
const FEWEST: usize = 2;

/// Marks the headers and cells of what is in the tray, as long as the tray is drawn.
fn light_compared(explorer: Explorer) {
    let stops = Signal::derive(move || {
        let compared = explorer.navigation.view.with(|view| view.compare.clone());
        let stop = |item: &Compared| match item {
            Compared::Selection(selection) => Stop::of(*selection),
            Compared::Country(_) => None,
        };
        compared.iter().filter_map(stop).collect()
    });
    light(explorer, "data-compared", stops);
}

/// The tray.
pub(crate) fn compare_tray(dataset: Arc<Dataset>) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let navigation = explorer.navigation;
    let chips = move || {
        let compared = navigation.view.with(|view| view.compare.clone());
        compared
            .into_iter()
            .map(|item| {
                let name = compared_name(&dataset, &item, Matrix::line_short_name);
                let label = messages.compare_remove(&name);
                chip_button(name, label, move || navigation.remove_from_comparison(&item))
            })
            .collect_view()
    };
    light_compared(explorer);
    let is_short = move || navigation.view.with(|view| view.compare.len() < FEWEST);
    let compare = move |_| {
        navigation.show_comparison();
        focus_panel_title();
    };
    view! {
        <section class="tray" aria-label=messages.compare_tray()>
            <span class="fine">{messages.compare_tray()}</span>
            <div class="chips">{chips}</div>
            <button type="button" class="primary" disabled=is_short on:click=compare>
                {messages.compare_start()}
            </button>
            <button type="button" on:click=move |_| navigation.clear_comparison()>{messages.filter_clear()}</button>
        </section>
    }
}
