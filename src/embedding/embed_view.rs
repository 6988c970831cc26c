//! "Embed this view": choices, a preview at the width of the host page, and the code to paste.

use leptos::prelude::*;
use wsis_page::snippet::{PinnedVersion, Snippet};
use wsis_platform::{element_by_id, location};
use wsis_state::Explorer;
use wsis_state::effect::memo;

use crate::embedding::embed_choices::Choices;
use crate::embedding::embed_choices::choice_fields;
use crate::embedding::embed_heights::all_languages;
use crate::embedding::preview_frame;
use crate::ui::any_view::{aria_bool, view};
use crate::ui::copyable_text::copyable_text;

/// The id of the preview.
const PREVIEW_ID: &str = "embed-preview";

/// The id of the box that the preview is scaled into.
const BOX_ID: &str = "embed-preview-box";

/// The widths of a preview: a phone, a column, a page.
const WIDTHS: [u32; 3] = [360, 800, 1200];

/// A kind of code to paste.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CodeKind {
    Script,
    Frame,
    WordPress,
    Link,
}

impl CodeKind {
    const ALL: [Self; 4] = [Self::Script, Self::Frame, Self::WordPress, Self::Link];

    fn code(self, snippet: &Snippet) -> String {
        match self {
            Self::Script => snippet.element(),
            Self::Frame => snippet.frame(),
            Self::WordPress => snippet.wordpress(),
            Self::Link => snippet.link(),
        }
    }

    /// The end of the id of its button.
    fn id(self) -> &'static str {
        match self {
            Self::Script => "script",
            Self::Frame => "frame",
            Self::WordPress => "wordpress",
            Self::Link => "link",
        }
    }

    /// Its name, and what it is for.
    fn texts(self, explorer: Explorer) -> (&'static str, &'static str) {
        let messages = explorer.messages();
        match self {
            Self::Script => (messages.embed_element(), messages.embed_element_meaning()),
            Self::Frame => (messages.embed_frame(), messages.embed_frame_meaning()),
            Self::WordPress => (messages.embed_wordpress(), messages.embed_wordpress_meaning()),
            Self::Link => (messages.embed_link(), messages.embed_link_meaning()),
        }
    }
}

/// Choices, preview and code.
pub(crate) fn embed_this_view() -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let choices = Choices::new(explorer);
    let local = move || {
        (!explorer.deployment.has_public_address())
            .then(|| view! { <p class="fine">{messages.embed_local()}</p> })
    };
    let pinned = Signal::derive(move || {
        let (version, integrity) = explorer.deployment.pinned_element();
        choices.snippet(explorer).pinned(PinnedVersion { version: &version, integrity: &integrity })
    });
    view! {
        <div class="embed">
            {local}
            <div class="embed-columns">
                {choice_fields(explorer, choices)}
                {preview(explorer, choices)}
            </div>
            {code(explorer, choices)}
            <details class="embed-more">
                <summary>{messages.embed_pinned()}</summary>
                <p class="fine">{messages.embed_pinned_meaning()}</p>
                {copyable_text(messages, pinned, None)}
            </details>
            <details class="embed-more">
                <summary>{messages.embed_languages()}</summary>
                {all_languages(explorer, choices)}
            </details>
        </div>
    }
}

/// The view as the host page will show it, at a width to choose. Its height is measured there.
fn preview(explorer: Explorer, choices: Choices) -> AnyView {
    let messages = explorer.messages();
    preview_frame::on_report(PREVIEW_ID, move |told| {
        choices.height.set(told.height);
        choices.title.set(told.title);
    });
    let width = RwSignal::new(WIDTHS[1]);
    // Only if something else is to be seen.
    let shown = memo(move || {
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
    let widths = WIDTHS
        .map(|wide| {
            view! {
                <button
                    type="button"
                    id=format!("embed-width-{wide}")
                    aria-pressed=move || aria_bool(width.get() == wide)
                    on:click=move |_| width.set(wide)
                >
                    {messages.embed_width_pixels(&wide.to_string())}
                </button>
            }
        })
        .collect_view();
    let shown_height = move || choices.most.get().unwrap_or(u32::MAX).min(choices.height.get());
    // In per cent of the preview's own size.
    let scale = memo(move || {
        let room =
            element_by_id(BOX_ID).map_or(WIDTHS[0], |place| u32::try_from(place.client_width()).unwrap_or(0));
        (room.saturating_mul(100) / width.get()).clamp(10, 100)
    });
    let box_height = move || format!("{}px", shown_height() * scale.get() / 100);
    view! {
        <div class="embed-shown">
            <span class="shows" role="group" aria-label=messages.embed_width()>{widths}</span>
            <div class="embed-preview-box" id=BOX_ID role="group" aria-label=messages.embed_preview() tabindex="0" style:block-size=box_height>
                <iframe
                    id=PREVIEW_ID
                    class="embed-preview"
                    title=messages.embed_preview()
                    src=first
                    style:inline-size=move || format!("{}px", width.get())
                    style:block-size=move || format!("{}px", shown_height())
                    style:scale=move || format!("{}%", scale.get())
                ></iframe>
            </div>
        </div>
    }
}

/// One code at a time, by the kind of page it is for.
fn code(explorer: Explorer, choices: Choices) -> AnyView {
    let messages = explorer.messages();
    let kind = RwSignal::new(CodeKind::Script);
    let kinds = CodeKind::ALL
        .map(|one| {
            view! {
                <button
                    type="button"
                    id=format!("embed-{}", one.id())
                    aria-pressed=move || aria_bool(kind.get() == one)
                    on:click=move |_| kind.set(one)
                >
                    {one.texts(explorer).0}
                </button>
            }
        })
        .collect_view();
    let text = Signal::derive(move || kind.get().code(&choices.snippet(explorer)));
    view! {
        <div class="embed-code">
            <span class="shows" role="group" aria-label=messages.embed_kind()>{kinds}</span>
            <p class="fine">{move || kind.get().texts(explorer).1}</p>
            {copyable_text(messages, text, None)}
        </div>
    }
}
