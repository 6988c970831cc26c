//! "Embed this view": choices, a preview, and the code to paste.

use leptos::prelude::*;
use wsis_page::snippet::{PinnedVersion, Snippet};
use wsis_platform::location;
use wsis_state::Explorer;

use crate::embedding::embed_choices::Choices;
use crate::embedding::embed_choices::choice_fields;
use crate::embedding::embed_heights::all_languages;
use crate::embedding::preview_frame;
use crate::ui::any_view::view;
use crate::ui::copyable_text::copyable_text;

/// The id of the preview.
const PREVIEW_ID: &str = "embed-preview";

/// Choices, preview and code.
pub(crate) fn embed_this_view() -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let choices = Choices::new(explorer);
    preview_frame::on_report(PREVIEW_ID, move |told| {
        choices.height.set(told.height);
        choices.title.set(told.title);
    });
    let local = move || {
        (!explorer.deployment.has_public_address())
            .then(|| view! { <p class="fine">{messages.embed_local()}</p> })
    };
    // Only if something else is to be seen.
    let shown = Memo::new(move |_| {
        location::own_address_with(&Snippet { base: String::new(), ..choices.snippet(explorer) }.framed())
    });
    let first = shown.get_untracked();
    Effect::new(move |before: Option<String>| {
        let now = shown.get();
        if before.is_some_and(|before| before != now) {
            preview_frame::show(PREVIEW_ID, &now);
        }
        now
    });
    let height = move || format!("{}px", choices.most.get().unwrap_or(u32::MAX).min(choices.height.get()));
    let text = move |title: &'static str, of: fn(&Snippet) -> String| {
        let text = Signal::derive(move || of(&choices.snippet(explorer)));
        view! {
            <h4>{title}</h4>
            {copyable_text(messages, text, None)}
        }
    };
    let pinned = Signal::derive(move || {
        let (version, integrity) = explorer.deployment.pinned_element();
        choices.snippet(explorer).pinned(PinnedVersion { version: &version, integrity: &integrity })
    });
    view! {
        {local}
        {choice_fields(explorer, choices)}
        <h4>{messages.embed_preview()}</h4>
        <iframe
            id=PREVIEW_ID
            class="embed-preview"
            title=messages.embed_preview()
            src=first
            style:height=height
        ></iframe>
        {text(messages.embed_element(), Snippet::element)}
        <p class="fine">{messages.embed_element_meaning()}</p>
        {text(messages.embed_frame(), Snippet::frame)}
        <p class="fine">{messages.embed_frame_meaning()}</p>
        <h4>{messages.embed_pinned()}</h4>
        {copyable_text(messages, pinned, None)}
        <p class="fine">{messages.embed_pinned_meaning()}</p>
        {text(messages.embed_link(), Snippet::link)}
        {all_languages(explorer, choices)}
    }
}
