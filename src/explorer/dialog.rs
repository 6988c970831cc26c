//! The dialog in the middle of the page: citations, embed code, downloads, tours, keys. The browser's own, so that focus,
//! Esc and the page behind it behave as everywhere.

use leptos::prelude::*;
use wsis_messages::Messages;
use wsis_platform::dialog;
use wsis_state::effect::effect;
use wsis_state::navigation::Dialog;
use wsis_state::{Explorer, element_ids};

use crate::chunks::Chunks;
use crate::lazy_views::{DetailsView, EmbeddingView, PresentationView};
use crate::ui::any_view::view;
use crate::ui::icon::{Symbol, icon};
use crate::ui::loading::Placeholder;

const TITLE_ID: &str = "dialog-title";

/// The dialog; closed and empty at first.
#[component]
pub(crate) fn DialogFrame() -> impl IntoView {
    let explorer = Explorer::get();
    let shown = explorer.navigation.dialog;
    effect(move || match shown.get() {
        Some(_) => dialog::show(element_ids::DIALOG),
        None => dialog::close(element_ids::DIALOG),
    });
    view! {
        <dialog
            class="dialog"
            id=element_ids::DIALOG
            aria-labelledby=TITLE_ID
            on:close=move |_| {
                let _ = shown.try_set(None);
            }
        >
            {move || shown.get().map(|shown| content(explorer, shown))}
        </dialog>
    }
}

fn content(explorer: Explorer, shown: Dialog) -> AnyView {
    let messages = explorer.messages();
    view! {
        <div class="dialog-head">
            <h2 id=TITLE_ID tabindex="-1" autofocus>{title(messages, shown)}</h2>
            <button
                type="button"
                class="close"
                aria-label=messages.panel_close()
                on:click=move |_| explorer.navigation.dialog.set(None)
            >
                {icon(Symbol::Close)}
            </button>
        </div>
        <div class="dialog-body" data-dialog=code(shown)>{move || body(explorer, shown)}</div>
    }
}

fn title(messages: Messages, shown: Dialog) -> &'static str {
    match shown {
        Dialog::Cite => messages.cite_title(),
        Dialog::Embed => messages.embed_title(),
        Dialog::Download => messages.download_title(),
        Dialog::Tours => messages.tours_title(),
        Dialog::Keys => messages.keys_title(),
    }
}

/// The value of `data-dialog`, which the style sheet draws by.
fn code(shown: Dialog) -> &'static str {
    match shown {
        Dialog::Cite => "cite",
        Dialog::Embed => "embed",
        Dialog::Download => "download",
        Dialog::Tours => "tours",
        Dialog::Keys => "keys",
    }
}

fn body(explorer: Explorer, shown: Dialog) -> Option<AnyView> {
    let chunks = Chunks::get();
    let placeholder = Placeholder { label: explorer.messages().panel_loading(), bars: 5 };
    let dataset = explorer.data.dataset.get()?;
    match shown {
        Dialog::Cite => chunks.details.draw(placeholder, DetailsView::Citations(dataset)),
        Dialog::Embed => chunks.embedding.draw(placeholder, EmbeddingView::EmbedThisView),
        Dialog::Download => chunks.details.draw(placeholder, DetailsView::Downloads(dataset)),
        Dialog::Tours => chunks.presentation.draw(placeholder, PresentationView::Tours(dataset)),
        Dialog::Keys => chunks.details.draw(placeholder, DetailsView::Keys),
    }
}
