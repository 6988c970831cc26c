//! The keys of the page, and the switch of those that are single letters.

use leptos::prelude::*;
use wsis_state::Explorer;
use wsis_state::shortcuts::{letters_are_on, set_letters};

use crate::ui::any_view::view;

/// The keys with what they do.
pub(crate) fn keys() -> AnyView {
    let messages = Explorer::get().messages();
    let keys = [
        ("/", messages.keys_search()),
        ("← ↑ → ↓", messages.keys_move()),
        ("Home, End, Ctrl+Home, Ctrl+End", messages.keys_ends()),
        ("Enter", messages.keys_select()),
        ("Esc", messages.keys_back()),
        ("P", messages.keys_present()),
    ]
    .map(|(key, meaning)| {
        view! {
            <div>
                <dt><kbd dir="ltr">{key}</kbd></dt>
                <dd>{meaning}</dd>
            </div>
        }
    });
    let is_on = RwSignal::new(letters_are_on());
    let switch = move |event| {
        let on = event_target_checked(&event);
        set_letters(on);
        is_on.set(on);
    };
    view! {
        <dl class="facts">{keys.collect_view()}</dl>
        <label class="choice-box">
            <input type="checkbox" prop:checked=move || is_on.get() on:change=switch />
            <span>{messages.check_letters()}</span>
        </label>
    }
}
