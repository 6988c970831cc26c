//! What is said where there is nothing to show, or not all of it: in plain words, with a way on.

use leptos::prelude::*;
use wsis_core::tour::{NoTour, Piece};
use wsis_messages::Messages;

use crate::present::own::NotRead;
use crate::present::{Running, ScriptFailure};
use crate::state::Explorer;
use crate::view::any::view;
use crate::view::failure::{Waiting, when_ready};

/// Why nothing is shown, or that it is on its way; nothing where a step is. Tracks it.
pub(super) fn trouble(running: Running) -> Option<AnyView> {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    if let Some(failure) = running.script.failure.get() {
        let text = match failure {
            ScriptFailure::Unknown(name) => messages.stage_unknown_tour(&name),
            ScriptFailure::NoneMade => messages.stage_none_made().to_owned(),
            ScriptFailure::NotRead(why) => not_read(messages, &why),
        };
        return Some(view! {
            <div class="stage-trouble" role="alert">
                <h1>{messages.stage_nothing()}</h1>
                <p dir="auto">{text}</p>
                <button type="button" on:click=move |_| running.leave()>{messages.stage_leave()}</button>
            </div>
        });
    }
    if running.script.len() > 0 {
        return None;
    }
    let site = running.script.site();
    let waiting = Waiting { label: messages.stage_loading(), bars: 4 };
    let retry = Callback::new(move |()| explorer.tours.again(&site));
    when_ready(explorer.tours.remote(), waiting, retry, |_| ().into_any())
}

/// Why a text is no tour, in plain words.
pub(in crate::view) fn not_read(messages: Messages, why: &NotRead) -> String {
    match why {
        NotRead::Form(detail) => messages.tour_no_form(detail),
        NotRead::Tour(NoTour::Newer(_)) => messages.tour_newer().to_owned(),
        NotRead::Tour(NoTour::Empty) => messages.tour_empty().to_owned(),
        NotRead::Tour(NoTour::TooManySteps(steps)) => messages.tour_too_many(&steps.to_string()),
        NotRead::Tour(NoTour::TooLong(step, piece)) => messages.tour_too_long(
            &step.to_string(),
            piece_name(messages, *piece),
            &piece.longest().to_string(),
        ),
        NotRead::Tour(NoTour::BadFigure(step)) => messages.tour_bad_figure(&step.to_string()),
    }
}

fn piece_name(messages: Messages, piece: Piece) -> &'static str {
    match piece {
        Piece::Title => messages.tour_title(),
        Piece::Text => messages.tour_text(),
        Piece::Notes => messages.stage_notes(),
        Piece::Label => messages.tour_label(),
        Piece::Basis => messages.tour_basis(),
    }
}
