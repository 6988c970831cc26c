//! The list of tours: present the view, a tour of the data, or a custom tour.

mod edited_tour;
mod editor;
mod start_buttons;
mod step_fields;
pub(super) mod tray;

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::Language;
use wsis_core::address::TourName;
use wsis_core::contract::tours::{ShippedTour, Tours};
use wsis_core::tour::Tour;
use wsis_page::texts;
use wsis_state::Dataset;
use wsis_state::Explorer;

use crate::content::language::text_lang;
use crate::presentation::clock::clock_text;
use crate::presentation::tours::start_buttons::start_buttons;
use crate::ui::any_view::view;
use crate::ui::loading::Placeholder;
use crate::ui::loading::when_loaded;

/// The list.
pub(crate) fn tours(dataset: Arc<Dataset>) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let waiting = Placeholder { label: messages.stage_loading(), bars: 6 };
    let of_tours = dataset.clone();
    let listed = when_loaded(explorer.data.tours, dataset.clone(), waiting, move |tours: Arc<Tours>| {
        let tours = tours.tours.iter().map(|tour| offered(&of_tours, tour)).collect_view();
        view! { <ul class="tours">{tours}</ul> }
    });
    view! {
        <div class="desk">
            <p>{messages.tours_intro()}</p>
            <section aria-labelledby="desk-view">
                <h3 id="desk-view">{messages.tours_view()}</h3>
                <p class="fine">{messages.tours_view_meaning()}</p>
                {start_buttons(None)}
            </section>
            <section aria-labelledby="desk-tours">
                <h3 id="desk-tours">{messages.tours_list()}</h3>
                {listed}
            </section>
            {editor::editor(dataset)}
        </div>
    }
}

/// A tour with what it is for and how long it takes.
fn offered(dataset: &Dataset, wire: &ShippedTour) -> AnyView {
    let messages = Explorer::get().messages();
    let lang = text_lang(dataset, wire.language);
    let facts = Tour::from_data(wire, Language::English).map(|(tour, _)| {
        let steps = u32::try_from(tour.steps.len()).unwrap_or(u32::MAX);
        format!("{} · {}", messages.tours_steps(steps), clock_text(u64::from(tour.duration())))
    });
    view! {
        <li>
            <h4 lang=lang dir="auto">{wire.title.clone()}</h4>
            <p lang=lang dir="auto">{wire.text.clone()}</p>
            <p class="fine">{facts.unwrap_or_default()} " · " {texts::review_text(messages, wire.review)}</p>
            {start_buttons(Some(TourName::Shipped(wire.id.clone())))}
        </li>
    }
}
