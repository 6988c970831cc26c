//! The tray of the reader's own tour below the grid: it stays while one goes on looking.

use leptos::prelude::*;
use wsis_core::Language;
use wsis_core::address::View;
use wsis_core::tour::{MAX_STEPS, Step, Tour};
use wsis_state::Explorer;
use wsis_state::effect::effect;
use wsis_state::layout::Toast;
use wsis_state::navigation::Dialog;

use crate::presentation::custom_tour;
use crate::ui::any_view::view;

/// The tray. It takes the views that are added, and counts the steps that this window keeps.
pub(crate) fn tour_tray() -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let (layout, dialog) = (explorer.layout, explorer.navigation.dialog);
    let steps = RwSignal::new(0_u32);
    effect(move || {
        // The editor in the dialog changes the tour too.
        dialog.track();
        if let Some(view) = layout.new_step.get() {
            layout.new_step.set(None);
            if add(view) {
                layout.toast.set(Some(Toast::StepAdded));
            }
        }
        steps.set(u32::try_from(kept().steps.len()).unwrap_or(u32::MAX));
    });
    view! {
        <section class="tray" aria-label=messages.tour_own()>
            <span class="fine">{move || messages.tour_tray(steps.get())}</span>
            <button type="button" class="primary" on:click=move |_| dialog.set(Some(Dialog::Tours))>
                {messages.tour_open()}
            </button>
            <button type="button" on:click=move |_| layout.tour_tray.set(false)>{messages.panel_close()}</button>
        </section>
    }
}

/// The tour that this window keeps; an empty one where there is none, or it cannot be read.
fn kept() -> Tour {
    let empty = Tour { title: String::new(), language: Language::English, review: None, steps: Vec::new() };
    custom_tour::kept().and_then(Result::ok).map_or(empty, |(tour, _)| tour)
}

/// Adds a view as the last step; `false` where the tour is full or the browser keeps nothing.
fn add(view: View) -> bool {
    let mut tour = kept();
    if tour.steps.len() >= MAX_STEPS {
        return false;
    }
    tour.steps.push(Step::of(View { language: None, ..view.public() }));
    custom_tour::keep(&tour)
}
