//! The legend: every mark of the grid, and on a first visit a word that it is there.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_page::texts::legend;
use wsis_platform::focus::focus_when_drawn;
use wsis_state::Dataset;
use wsis_state::Explorer;

use crate::ui::any_view::view;

/// The id of the legend's heading.
const TITLE_ID: &str = "legend-title";

/// The legend below the grid.
#[component]
pub(crate) fn Legend(dataset: Arc<Dataset>) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let entries = legend(messages, dataset.has_counts().then_some(&*dataset.counts))
        .map(|(mark, text)| {
            view! {
                <li class="legend-entry">
                    <span class="legend-mark" data-mark=mark.code() aria-hidden="true">{mark.text()}</span>
                    <span>{text}</span>
                </li>
            }
        })
        .collect_view();
    let understand = move |_| {
        explorer.layout.dismiss_legend_hint();
        focus_when_drawn(TITLE_ID.to_owned());
    };
    let pointer = move || {
        explorer.layout.legend_hint.get().then(|| {
            view! {
                <p class="legend-pointer" role="note">
                    <span>{messages.legend_first_visit()}</span>
                    <button type="button" on:click=understand>{messages.legend_understood()}</button>
                </p>
            }
        })
    };
    view! {
        <section
            class="legend"
            class:pointed-at=move || explorer.layout.legend_hint.get()
            id="legend"
            aria-labelledby=TITLE_ID
        >
            <h2 id=TITLE_ID tabindex="-1">{messages.legend_title()}</h2>
            <ul>{entries}</ul>
            <p class="legend-totals">{messages.legend_totals()}</p>
            {pointer}
        </section>
    }
}
