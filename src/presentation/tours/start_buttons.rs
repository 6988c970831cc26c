//! Buttons that start a presentation: at once, with a check, as a handout, as a kiosk.

use leptos::prelude::*;
use wsis_core::address::{Presenting, TourName};
use wsis_core::presentation::Overlay;
use wsis_state::Explorer;

use crate::ui::any_view::view;

/// The ways onto the stage: at once, with a check first, to what can be printed, or round and round for nobody beside it.
pub(crate) fn start_buttons(tour: Option<TourName>) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let button = move |presenting: Presenting, overlay: Overlay, text: &'static str, class: &'static str| {
        let tour = tour.clone();
        let start = move |_| explorer.navigation.present(presenting, tour.clone(), overlay);
        view! { <button type="button" class=class on:click=start>{text}</button> }
    };
    let on_stage = Presenting::Stage;
    view! {
        <p class="starts">
            {button(on_stage, Overlay::None, messages.tours_start(), "start-tour primary")}
            {button(on_stage, Overlay::Check, messages.stage_check(), "check-tour")}
            {button(on_stage, Overlay::Handouts, messages.stage_hand_out(), "print-tour")}
            {button(Presenting::Kiosk, Overlay::None, messages.tours_kiosk(), "kiosk-tour")}
        </p>
    }
}
