//! What the cells show, and the ways to the filters and the order: in the free corner of the matrix.

use leptos::prelude::*;
use wsis_core::address::Show;
use wsis_page::texts::show_name;

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
            {opener("filter-button", messages.tools_filter(), explorer.filters_open)}
            {opener("arrange-button", messages.tools_arrange(), explorer.arrange_open)}
        </div>
    }
}

/// A button that shows fields above the matrix, and hides them again.
fn opener(class: &'static str, label: &'static str, open: RwSignal<bool>) -> AnyView {
    view! {
        <button
            type="button"
            class=class
            aria-expanded=move || truth(open.get())
            aria-controls=FILTERS_ID
            on:click=move |_| open.update(|open| *open = !*open)
        >
            {label}
        </button>
    }
}
