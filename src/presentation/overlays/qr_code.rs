//! The QR code of the tour, or of the view where no tour is shown, for phones in the room.

use leptos::prelude::*;
use wsis_core::Language;
use wsis_core::address::{Presenting, TourName, View};
use wsis_state::Explorer;

use crate::presentation::custom_tour;
use crate::presentation::qr_picture::qr_picture;
use crate::presentation::session::PresentationSession;
use crate::ui::any_view::view;

/// One code: the tour from here on, else what is shown. Two would be one too many to aim at.
pub(crate) fn qr_code(session: PresentationSession) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    (move || {
        let Some(step) = session.step() else { return ().into_any() };
        let language = explorer
            .navigation
            .view
            .with(|view| view.language.filter(|language| *language != Language::English));
        let shown = View { language, ..step.view.clone() };
        let Some(address) = explorer.deployment.public_address_of(&shown) else {
            return view! { <p class="code-none">{messages.stage_code_none()}</p> };
        };
        let tour = tour_view(explorer, session).and_then(|view| explorer.deployment.public_address_of(&view));
        let code = match tour {
            Some(address) => {
                one(messages.stage_code_tour(), &address, Some(messages.stage_code_tour_meaning()))
            }
            None => one(messages.stage_code_view(), &address, None),
        };
        view! { <div class="qr-codes">{code}</div> }
    })
    .into_any()
}

/// The tour from this step on, for a phone of one's own; none where no tour is shown, or it is too long for an address.
fn tour_view(explorer: Explorer, session: PresentationSession) -> Option<View> {
    let view = explorer.navigation.view.get();
    let tour = match view.tour.clone()? {
        TourName::Own => TourName::Packed(custom_tour::packed(session.slides.tour.get()?.as_ref())?),
        named => named,
    };
    Some(View {
        presenting: Presenting::Stage,
        tour: Some(tour),
        step: view.step,
        language: view.language,
        second_language: view.second_language,
        ..View::default()
    })
}

fn one(title: &'static str, address: &str, meaning: Option<&'static str>) -> AnyView {
    let meaning = meaning.map(|meaning| view! { <p class="code-meaning">{meaning}</p> });
    view! {
        <figure class="code">
            <figcaption>{title}</figcaption>
            {qr_picture(address, title)}
            <p class="code-address" dir="ltr">{address.to_owned()}</p>
            {meaning}
        </figure>
    }
}
