//! The rationale of a cell on a slide, with its evidence.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::basis::parts;
use wsis_core::contract::rationales::Rationales;
use wsis_core::{Goal, Line};
use wsis_page::texts;
use wsis_state::{Dataset, Explorer, RequestState};

use crate::content::evidence::evidence_text;
use crate::content::language::text_lang;
use crate::presentation::session::PresentationSession;
use crate::ui::any_view::view;

/// Why the cell is linked, in the languages of the room.
pub(super) fn rationale(
    session: PresentationSession,
    dataset: Arc<Dataset>,
    line: Line,
    goal: Goal,
) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    if !dataset.matrix.links().contains(line, goal) {
        let text = messages.panel_not_linked(line.id(), &goal.to_string());
        return view! { <p class="stage-text">{text}</p> };
    }
    let first = move |all: &Rationales| {
        all.rationales.iter().find(|one| one.goal == goal && line.covers(one.line)).cloned()
    };
    (move || {
        let found = explorer.data.rationales.ready().and_then(|all| first(&all));
        let Some(found) = found else {
            let waiting = matches!(explorer.data.rationales.state(), RequestState::Loading);
            let text = if waiting { messages.rationale_loading() } else { messages.rationale_none() };
            return view! { <p class="stage-text">{text}</p> };
        };
        let second = session.slides.second().and_then(|second| {
            // What stands in for a translation is shown already.
            let other = first(&second.rationales).filter(|other| other.language.is_none())?;
            Some(view! { <p class="stage-text second" dir="auto" lang=second.language.code()>{other.text}</p> })
        });
        view! {
            <p class="stage-text" dir="auto" lang=text_lang(&dataset, found.language)>{found.text}</p>
            {second}
            <p class="stage-basis">{rests_on(session, &found.basis)} {texts::review_text(messages, found.review)}</p>
        }
    })
    .into_any()
}

/// A basis with the names of sources in the place of their ids.
pub(super) fn rests_on(session: PresentationSession, basis: &str) -> String {
    let dataset = session.slides.dataset();
    let messages = Explorer::get().messages();
    // Isolated from what runs around them: headings of the report are in English.
    let named: Vec<String> = parts(basis, |_| false)
        .into_iter()
        .map(|part| format!("\u{2068}{}\u{2069}", evidence_text(&dataset, part.text)))
        .collect();
    format!("{} {}. ", messages.rationale_rests_on(), named.join(messages.site_semicolon()))
}
