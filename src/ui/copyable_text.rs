//! A text to copy, and to save as a file.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wsis_messages::Messages;
use wsis_platform::clipboard;
use wsis_platform::download;

use crate::ui::any_view::view;
use wsis_state::effect::effect;

/// The text with a button to copy it, and with a file name also one to save it. Each button shows the outcome.
pub(crate) fn copyable_text(messages: Messages, text: Signal<String>, file: Option<&'static str>) -> AnyView {
    let copied = RwSignal::new(messages.cite_copy());
    let copy = move |_| {
        let text = text.get_untracked();
        spawn_local(async move {
            let done = clipboard::copy(text).await;
            let _ = copied.try_set(if done { messages.cite_copied() } else { messages.cite_by_hand() });
        });
    };
    // Another text has not been copied yet.
    effect(move || {
        text.track();
        copied.set(messages.cite_copy());
    });
    let saving = file.map(|file| {
        let saved = RwSignal::new(messages.entry_save());
        let save = move |_| {
            let done = download::save_text(file, "text/plain", &text.get_untracked());
            saved.set(if done { messages.entry_saved() } else { messages.entry_not_saved() });
        };
        effect(move || {
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
