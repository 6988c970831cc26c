//! Lazy room: presentations, their speaker view, tours and handouts.

mod clock;
mod controls;
mod custom_tour;
mod errors;
mod handouts;
mod input;
mod overlays;
mod qr_picture;
mod screen;
mod session;
mod slide;
mod slides;
mod speaker_sync;
mod speaker_view;
mod stage;
mod tours;

use leptos::prelude::*;

use crate::lazy_views::PresentationView;

/// Draws a view of this room.
pub(crate) fn draw(view: PresentationView) -> AnyView {
    match view {
        PresentationView::Tours(dataset) => tours::tours(dataset),
        PresentationView::TourTray => tours::tray::tour_tray(),
        PresentationView::Stage(dataset, offline) => stage::stage(dataset, offline),
    }
}
