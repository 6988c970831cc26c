//! Short messages over the page: what a button has done. The region is in the page from the start, so that screen readers
//! announce what comes into it; the room `details` draws the messages and takes them away.

use leptos::prelude::*;
use wsis_state::Explorer;

use crate::chunks::Chunks;
use crate::lazy_views::DetailsView;
use crate::ui::any_view::view;

/// The region of the messages.
#[component]
pub(crate) fn ToastRegion() -> impl IntoView {
    let (explorer, chunks) = (Explorer::get(), Chunks::get());
    let message = move || {
        explorer.layout.toast.get().map(|shown| {
            chunks.details.ensure_loaded();
            chunks.details.draw_if_ready(DetailsView::ToastMessage(shown))
        })
    };
    view! { <div class="toast" role="status">{message}</div> }
}
