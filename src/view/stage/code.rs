//! The way to the view for the phones in the room: a code to point a camera at, large, with the address under it.

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};
use wsis_core::Language;
use wsis_core::address::{Presenting, TourName, View};

use crate::present::{Running, own};
use crate::state::Explorer;
use crate::view::any::view;

/// What scanners need to be free around a code, in its squares.
const QUIET: i32 = 4;

/// The codes: of what is shown, and of the tour from here on.
pub(super) fn code(running: Running) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    (move || {
        let Some(step) = running.step() else { return ().into_any() };
        let language =
            explorer.view.with(|view| view.language.filter(|language| *language != Language::English));
        let shown = View { language, ..step.view.clone() };
        let Some(address) = explorer.public_address_of(&shown) else {
            return view! { <p class="code-none">{messages.stage_code_none()}</p> };
        };
        let tour = tour_view(explorer, running).and_then(|view| explorer.public_address_of(&view));
        let tour = tour.map(|address| {
            one(messages.stage_code_tour(), &address, Some(messages.stage_code_tour_meaning()))
        });
        view! {
            <div class="qr-codes">
                {one(messages.stage_code_view(), &address, None)}
                {tour}
            </div>
        }
    })
    .into_any()
}

/// The tour from this step on, for a phone of one's own; none where no tour is shown, or it is too long for an address.
fn tour_view(explorer: Explorer, running: Running) -> Option<View> {
    let view = explorer.view.get();
    let tour = match view.tour.clone()? {
        TourName::Own => TourName::Packed(own::packed(running.script.tour.get()?.as_ref())?),
        named => named,
    };
    Some(View {
        presenting: Presenting::Stage,
        tour: Some(tour),
        step: view.step,
        language: view.language,
        second: view.second,
        ..View::default()
    })
}

fn one(title: &'static str, address: &str, meaning: Option<&'static str>) -> AnyView {
    let meaning = meaning.map(|meaning| view! { <p class="code-meaning">{meaning}</p> });
    view! {
        <figure class="code">
            <figcaption>{title}</figcaption>
            {picture(address, title)}
            <p class="code-address" dir="ltr">{address.to_owned()}</p>
            {meaning}
        </figure>
    }
}

/// The code of an address; nothing where it is longer than any code can hold.
pub(super) fn picture(address: &str, label: &'static str) -> Option<AnyView> {
    let code = QrCode::encode_text(address, QrCodeEcc::Medium).ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        for x in (0..size).filter(|x| code.get_module(*x, y)) {
            path.push_str(&format!("M{x} {y}h1v1h-1z"));
        }
    }
    let seen = format!("{} {} {} {}", -QUIET, -QUIET, size + 2 * QUIET, size + 2 * QUIET);
    Some(view! {
        <svg class="code-picture" viewBox=seen role="img" aria-label=label shape-rendering="crispEdges">
            <rect x=-QUIET y=-QUIET width=size + 2 * QUIET height=size + 2 * QUIET fill="#fff"></rect>
            <path d=path fill="#000"></path>
        </svg>
    })
}
