//! Errors of a presentation in plain words: no steps, or a tour file that cannot be read.

use leptos::prelude::*;
use wsis_core::tour::{TourError, TourText};
use wsis_messages::Messages;
use wsis_state::Explorer;
use wsis_state::navigation::Dialog;

use crate::presentation::custom_tour::TourFileError;
use crate::presentation::session::PresentationSession;
use crate::presentation::slides::SlidesError;
use crate::ui::any_view::view;
use crate::ui::loading::Placeholder;
use crate::ui::loading::when_ready;

/// Why nothing is shown, or that it is on its way; nothing where a step is. Tracks it.
pub(crate) fn slides_error(session: PresentationSession) -> Option<AnyView> {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    if let Some(failure) = session.slides.failure.get() {
        let text = match failure {
            SlidesError::Unknown(name) => messages.stage_unknown_tour(&name),
            SlidesError::NoneMade => messages.stage_none_made().to_owned(),
            SlidesError::TourFileError(why) => tour_error_text(messages, &why),
        };
        return Some(view! {
            <div class="stage-trouble" role="alert">
                <h1>{messages.stage_nothing()}</h1>
                <p dir="auto">{text}</p>
                <p class="starts">
                    <button type="button" class="primary" on:click=move |_| show_tours(session)>
                        {messages.tours_list()}
                    </button>
                    <button type="button" on:click=move |_| session.leave()>{messages.stage_leave()}</button>
                </p>
            </div>
        });
    }
    if session.slides.len() > 0 {
        return None;
    }
    let dataset = session.slides.dataset();
    let waiting = Placeholder { label: messages.stage_loading(), bars: 4 };
    let retry = Callback::new(move |()| explorer.data.tours.reload(&dataset));
    when_ready(explorer.data.tours.state(), waiting, retry, |_| ().into_any())
}

/// Leaves the presentation for the list of the tours that there are.
fn show_tours(session: PresentationSession) {
    let dialog = session.explorer.navigation.dialog;
    session.leave();
    dialog.set(Some(Dialog::Tours));
}

/// Why a text is no tour, in plain words.
pub(crate) fn tour_error_text(messages: Messages, why: &TourFileError) -> String {
    match why {
        TourFileError::Extent(detail) => messages.tour_no_form(detail),
        TourFileError::Tour(TourError::Newer(_)) => messages.tour_newer().to_owned(),
        TourFileError::Tour(TourError::Empty) => messages.tour_empty().to_owned(),
        TourFileError::Tour(TourError::TooManySteps(steps)) => messages.tour_too_many(&steps.to_string()),
        TourFileError::Tour(TourError::TooLong(step, piece)) => messages.tour_too_long(
            &step.to_string(),
            piece_name(messages, *piece),
            &piece.max_length().to_string(),
        ),
        TourFileError::Tour(TourError::BadFigure(step)) => messages.tour_bad_figure(&step.to_string()),
    }
}

fn piece_name(messages: Messages, piece: TourText) -> &'static str {
    match piece {
        TourText::Title => messages.tour_title(),
        TourText::Text => messages.tour_text(),
        TourText::Notes => messages.stage_notes(),
        TourText::Label => messages.tour_label(),
        TourText::Basis => messages.tour_basis(),
    }
}
