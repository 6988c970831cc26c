//! "Present": the tours that come with the data, the view itself, and the tour that a person makes here. Stands in the
//! panel, in the place of what is selected.

mod editor;

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::Language;
use wsis_core::address::{Presenting, TourName};
use wsis_core::contract::tours::{ShippedTour, Tours};
use wsis_core::talk::Cover;
use wsis_core::tour::Tour;

use super::any::view;
use super::failure::{Waiting, from_kept};
use super::panel::{TITLE_ID, review_text, text_language};
use super::{leave, stage};
use crate::present::clock_text;
use crate::state::{Explorer, Site};
use editor::editor;

/// The tours.
pub(super) fn desk(site: Arc<Site>) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let waiting = Waiting { label: messages.stage_loading(), bars: 6 };
    let of_tours = site.clone();
    let tours = from_kept(explorer.tours, site.clone(), waiting, move |tours: Arc<Tours>| {
        let tours = tours.tours.iter().map(|tour| offered(&of_tours, tour)).collect_view();
        view! { <ul class="tours">{tours}</ul> }
    });
    view! {
        <div class="desk">
            <button class="back" type="button" on:click=move |_| leave(explorer)>{messages.project_back()}</button>
            <h2 id=TITLE_ID tabindex="-1">{messages.desk_title()}</h2>
            <p>{messages.desk_what()}</p>
            <section aria-labelledby="desk-view">
                <h3 id="desk-view">{messages.desk_view()}</h3>
                <p class="fine">{messages.desk_view_meaning()}</p>
                {starts(None)}
            </section>
            <section aria-labelledby="desk-tours">
                <h3 id="desk-tours">{messages.desk_tours()}</h3>
                {tours}
            </section>
            {editor(site)}
        </div>
    }
}

/// A tour with what it is for and how long it takes.
fn offered(site: &Site, wire: &ShippedTour) -> AnyView {
    let messages = Explorer::get().messages;
    let lang = text_language(site, wire.language);
    let facts = Tour::shipped(wire, Language::English).map(|(tour, _)| {
        let steps = u32::try_from(tour.steps.len()).unwrap_or(u32::MAX);
        format!("{} · {}", messages.desk_steps(steps), clock_text(u64::from(tour.lasts())))
    });
    view! {
        <li>
            <h4 lang=lang dir="auto">{wire.title.clone()}</h4>
            <p lang=lang dir="auto">{wire.text.clone()}</p>
            <p class="fine">{facts.unwrap_or_default()} " · " {review_text(messages, wire.review)}</p>
            {starts(Some(TourName::Shipped(wire.id.clone())))}
        </li>
    }
}

/// The ways onto the stage: at once, with a check first, to what can be printed, or round and round for nobody beside it.
fn starts(tour: Option<TourName>) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let button = move |presenting: Presenting, cover: Cover, text: &'static str, class: &'static str| {
        let tour = tour.clone();
        let start = move |_| explorer.present(presenting, tour.clone(), cover);
        view! { <button type="button" class=class on:click=start>{text}</button> }
    };
    let on_stage = Presenting::Stage;
    view! {
        <p class="starts">
            {button(on_stage, Cover::None, messages.desk_start(), "start-tour primary")}
            {button(on_stage, Cover::Check, messages.stage_check(), "check-tour")}
            {button(on_stage, Cover::HandOut, messages.stage_hand_out(), "print-tour")}
            {button(Presenting::Kiosk, Cover::None, messages.desk_kiosk(), "kiosk-tour")}
        </p>
    }
}
