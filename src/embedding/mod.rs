//! Lazy room: talking to a host page, the panel's place in an embedded page, and the code to embed a view.

mod embed_choices;
mod embed_heights;
mod embed_view;
mod external_links;
mod host_style;
mod host_window;
mod messages;
mod panel_row;
mod preview_frame;
mod rate_limit;
mod show_all;

use leptos::prelude::*;
use wsis_state::Explorer;

use crate::lazy_views::EmbeddingView;

/// Draws a view of this room.
pub(crate) fn draw(view: EmbeddingView) -> AnyView {
    match view {
        EmbeddingView::Host => {
            start(Explorer::get());
            ().into_any()
        }
        EmbeddingView::ShowAll(whole) => show_all::show_all(whole),
        EmbeddingView::EmbedThisView => embed_view::embed_this_view(),
    }
}

/// Starts all that differs in an embedded page.
fn start(explorer: Explorer) {
    messages::start(explorer);
    external_links::open_elsewhere(move || untrack(|| explorer.own_address()));
    panel_row::sync(explorer);
}
