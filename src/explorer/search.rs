//! The search box for lines, goals, targets, countries, organisations, initiatives and texts; `/` focuses it.
//!
//! Its suggestions come from the chunk `details`.

use leptos::prelude::*;
use web_sys::KeyboardEvent;
use wsis_platform::document;
use wsis_platform::focus::focus_now;
use wsis_platform::listener::WindowListener;
use wsis_state::effect::memo;
use wsis_state::{Explorer, element_ids};

use crate::chunks::Chunks;
use crate::lazy_views::{DetailsView, SUGGESTIONS_ID, SearchBox, Suggestions, suggestion_id};
use crate::ui::any_view::{aria_bool, view};
use crate::ui::icon::{Symbol, icon};
use crate::ui::loading::Placeholder;

/// The box with its suggestions.
#[component]
pub(crate) fn Search() -> impl IntoView {
    let (explorer, chunks) = (Explorer::get(), Chunks::get());
    let messages = explorer.messages();
    let search = new_search_box();
    focus_on_slash();
    let type_text = move |event| {
        search.text.set(event_target_value(&event));
        search.active.set(0);
        if !has_text(search) {
            search.suggestions.set(Suggestions::default());
        }
        search.open.set(true);
    };
    let has_suggestions =
        move || search.open.get() && search.suggestions.with(|suggestions| !suggestions.entries.is_empty());
    let highlighted =
        move || if has_suggestions() { suggestion_id(search.active.get()) } else { String::new() };
    let is_searching = memo(move || aria_bool(search.open.get() && has_text(search)));
    let suggestions = move || {
        (is_searching.get() == aria_bool(true)).then(|| {
            let placeholder = Placeholder { label: messages.search_loading(), bars: 3 };
            let list = move || chunks.details.draw(placeholder, DetailsView::Suggestions(search));
            view! { <div class="offered">{list}</div> }
        })
    };
    view! {
        <div class="search" role="search">
            {icon(Symbol::Search)}
            <input
                id=element_ids::SEARCH_BOX
                type="search"
                role="combobox"
                autocomplete="off"
                aria-autocomplete="list"
                aria-label=messages.search_label()
                placeholder=messages.search_placeholder()
                aria-expanded=move || aria_bool(has_suggestions())
                aria-controls=SUGGESTIONS_ID
                aria-activedescendant=highlighted
                on:input=type_text
                on:blur=move |_| search.open.set(false)
                on:keydown=move |event| press(search, &event)
            />
            <kbd aria-hidden="true">"/"</kbd>
            // Always in the page: a screen reader announces its changes.
            <p class="visually-hidden" role="status">
                {move || has_suggestions().then(|| search.status.get())}
            </p>
            {suggestions}
        </div>
    }
}

fn new_search_box() -> SearchBox {
    SearchBox {
        open: RwSignal::new(false),
        text: RwSignal::new(String::new()),
        active: RwSignal::new(0),
        suggestions: RwSignal::new(Suggestions::default()),
        status: RwSignal::new(String::new()),
        chosen: RwSignal::new(None),
    }
}

fn has_text(search: SearchBox) -> bool {
    search.text.with(|text| !text.trim().is_empty())
}

/// The keys of a combobox (ARIA Authoring Practices).
fn press(search: SearchBox, event: &KeyboardEvent) {
    if event.is_composing() {
        return;
    }
    let last = search.suggestions.with_untracked(|suggestions| suggestions.entries.len()).saturating_sub(1);
    let is_open = search.open.get_untracked();
    match event.key().as_str() {
        "ArrowDown" | "ArrowUp" if !is_open => search.open.set(true),
        "ArrowDown" => search.active.update(|at| *at = if *at >= last { 0 } else { *at + 1 }),
        "ArrowUp" => search.active.update(|at| *at = at.checked_sub(1).unwrap_or(last)),
        "Enter" if is_open => search.chosen.set(Some(search.active.get_untracked())),
        "Escape" if is_open => search.open.set(false),
        // The browser empties the box; the panel stays open.
        "Escape" => return event.stop_propagation(),
        _ => return,
    }
    event.prevent_default();
}

/// `/` focuses the box from everywhere but a field for text.
fn focus_on_slash() {
    let listener = WindowListener::new("keydown", move |event: KeyboardEvent| {
        let has_modifier = event.ctrl_key() || event.alt_key() || event.meta_key();
        let is_slash = event.key() == "/" && !has_modifier;
        if is_slash && !document::is_typing() && focus_now(element_ids::SEARCH_BOX) {
            event.prevent_default();
        }
    });
    listener.keep();
}
