//! The choice of what the cells show, and the buttons for filters and order, in the free corner of the matrix.

use leptos::prelude::*;
use wsis_core::address::DisplayMode;
use wsis_page::texts::show_name;
use wsis_state::Explorer;
use wsis_state::element_ids;

use crate::ui::any_view::aria_bool;
use crate::ui::any_view::view;

/// The choice of what the cells show, and the buttons of filters and order.
#[component]
pub(crate) fn Tools() -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let shows = DisplayMode::ALL
        .map(|show| {
            view! {
                <button
                    type="button"
                    aria-pressed=move || aria_bool(explorer.navigation.show.get() == show)
                    on:click=move |_| explorer.navigation.set_show(show)
                >
                    {show_name(messages, show)}
                </button>
            }
        })
        .collect_view();
    view! {
        <div class="tools" role="group" aria-label=messages.tools_label()>
            <span class="shows">{shows}</span>
            {opener("filter-button", messages.tools_filter(), explorer.layout.filters_open)}
            {opener("arrange-button", messages.tools_arrange(), explorer.layout.arrange_open)}
        </div>
    }
}

/// A button that shows fields above the matrix, and hides them again.
fn opener(class: &'static str, label: &'static str, open: RwSignal<bool>) -> AnyView {
    view! {
        <button
            type="button"
            class=class
            aria-expanded=move || aria_bool(open.get())
            aria-controls=element_ids::FILTERS
            on:click=move |_| open.update(|open| *open = !*open)
        >
            {label}
        </button>
    }
}
