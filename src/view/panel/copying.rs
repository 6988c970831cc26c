//! A text to take along: to copy, and to save as a file.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wsis_messages::Messages;

use crate::dom::{page, save};
use crate::view::any::view;

/// The text with its buttons; each says what came of it. With a file name it can be saved too.
pub(super) fn text_to_take(messages: Messages, text: Signal<String>, file: Option<&'static str>) -> AnyView {
    let copied = RwSignal::new(messages.cite_copy());
    let copy = move |_| {
        let text = text.get_untracked();
        spawn_local(async move {
            let done = page::copy(text).await;
            let _ = copied.try_set(if done { messages.cite_copied() } else { messages.cite_by_hand() });
        });
    };
    // Another text has not been copied yet.
    Effect::new(move || {
        text.track();
        copied.set(messages.cite_copy());
    });
    let saving = file.map(|file| {
        let saved = RwSignal::new(messages.entry_save());
        let save = move |_| {
            let done = save::text(file, "text/plain", &text.get_untracked());
            saved.set(if done { messages.entry_saved() } else { messages.entry_not_saved() });
        };
        Effect::new(move || {
            text.track();
            saved.set(messages.entry_save());
        });
        view! { <button type="button" class="save" on:click=save>{move || saved.get()}</button> }
    });
    view! {
        <pre tabindex="0" dir="auto">{move || text.get()}</pre>
        <button type="button" class="copy" on:click=copy>{move || copied.get()}</button>
        {saving}
    }
}
