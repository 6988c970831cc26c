//! What the cells show, and the ways to the filters and the order: in the free corner of the matrix.

use leptos::prelude::*;
use wsis_core::address::Show;
use wsis_core::page::show_name;

use super::any::{truth, view};
use super::filters::FILTERS_ID;
use crate::state::Explorer;

/// The choice of what the cells show, and the buttons of filters and order.
#[component]
pub(super) fn Tools() -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let shows = Show::ALL
        .map(|show| {
            view! {
                <button
                    type="button"
                    aria-pressed=move || truth(explorer.shows.get() == show)
                    on:click=move |_| explorer.show(show)
                >
                    {show_name(messages, show)}
                </button>
            }
        })
        .collect_view();
    view! {
        <div class="tools" role="group" aria-label=messages.tools_label()>
            <span class="shows">{shows}</span>
            <button
                type="button"
                class="filter-button"
                aria-expanded=move || truth(explorer.filters_open.get())
                aria-controls=FILTERS_ID
                on:click=move |_| explorer.filters_open.update(|open| *open = !*open)
            >
                {messages.tools_filter()}
            </button>
            <button
                type="button"
                class="arrange-button"
                aria-expanded=move || truth(explorer.arrange_open.get())
                aria-controls=FILTERS_ID
                on:click=move |_| explorer.arrange_open.update(|open| *open = !*open)
            >
                {messages.tools_arrange()}
            </button>
        </div>
    }
}
