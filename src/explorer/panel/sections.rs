//! Sections below the panel's content that open with a button: cite, embed and download the view.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_state::{Dataset, Explorer};

use crate::chunks::Chunks;
use crate::lazy_views::{DetailsView, EmbeddingView};
use crate::ui::any_view::{aria_bool, view};
use crate::ui::loading::Placeholder;

const PLACEHOLDER_BARS: usize = 3;

/// "Cite this view".
#[component]
pub(crate) fn CiteSection() -> impl IntoView {
    let (explorer, chunks) = (Explorer::get(), Chunks::get());
    section(explorer, "cite citations", explorer.messages.cite_title(), move |dataset, placeholder| {
        chunks.details.draw(placeholder, DetailsView::Citations(dataset))
    })
}

/// "Embed this view".
#[component]
pub(crate) fn EmbedSection() -> impl IntoView {
    let (explorer, chunks) = (Explorer::get(), Chunks::get());
    section(explorer, "cite embed", explorer.messages.embed_title(), move |_, placeholder| {
        chunks.embedding.draw(placeholder, EmbeddingView::EmbedThisView)
    })
}

/// The matrix and the list as files.
#[component]
pub(crate) fn DownloadSection() -> impl IntoView {
    let (explorer, chunks) = (Explorer::get(), Chunks::get());
    section(explorer, "cite take", explorer.messages.take_title(), move |dataset, placeholder| {
        chunks.details.draw(placeholder, DetailsView::Downloads(dataset))
    })
}

fn section(
    explorer: Explorer,
    class: &'static str,
    title: &'static str,
    draw: impl Fn(Arc<Dataset>, Placeholder) -> Option<AnyView> + Send + 'static,
) -> AnyView {
    let open = RwSignal::new(false);
    let content = move || {
        let dataset = explorer.data.dataset.get().filter(|_| open.get())?;
        draw(dataset, Placeholder { label: explorer.messages.panel_loading(), bars: PLACEHOLDER_BARS })
    };
    view! {
        <section class=class>
            <button
                type="button"
                aria-expanded=move || aria_bool(open.get())
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {title}
            </button>
            {content}
        </section>
    }
}
