//! Lazy room: the offline copy of the page: its status, completing it, removing it.

mod precache;
mod service;
mod service_worker;
mod status;
mod worker_protocol;

use leptos::prelude::*;

use crate::lazy_views::OfflineView;
use service::OfflineService;

/// Draws a view of this room.
pub(crate) fn draw(view: OfflineView) -> AnyView {
    match view {
        OfflineView::Status(dataset) => status::status(dataset),
        OfflineView::Notices => status::notices(),
        OfflineView::Watch(dataset) => {
            OfflineService::get().refresh(dataset);
            ().into_any()
        }
    }
}
