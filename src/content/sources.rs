//! Names of sources, linked to where they can be read.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_platform::location::http_address;
use wsis_state::Dataset;

use crate::ui::any_view::view;

/// A source by its id: its name, linked to where it can be read, else to its entry in the account of the page.
#[component]
pub(crate) fn SourceName(dataset: Arc<Dataset>, id: String) -> impl IntoView {
    let Some(source) = dataset.source(&id) else { return view! { <span>{id}</span> } };
    let name = source.name.clone();
    match source.address.as_deref().and_then(http_address) {
        Some(address) => view! { <a href=address rel="noreferrer">{name}</a> },
        None => view! { <a href=source_anchor(&id)>{name}</a> },
    }
}

/// The link to a source's entry in the account of the page.
pub(crate) fn source_anchor(id: &str) -> String {
    format!("#source-{id}")
}
