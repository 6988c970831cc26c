//! Why a line and a goal are linked, in this project's words; loaded with the first selection.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::contract::Review;
use wsis_core::contract::rationales::{Rationale, Rationales};
use wsis_core::{Goal, Language, Line};
use wsis_messages::Messages;

use super::basis::basis_of;
use crate::state::{Explorer, Site};
use crate::view::any::view;
use crate::view::failure::{Waiting, from_kept};
use crate::view::names::language_if_other;

/// The rationale of a linked cell; for C7 those of its e-applications, each under its name.
#[component]
pub(super) fn RationaleOfCell(site: Arc<Site>, line: Line, goal: Goal) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let waiting = Waiting { label: messages.rationale_loading(), bars: 2 };
    let names = site.clone();
    let content = from_kept(explorer.rationales, site, waiting, move |all: Arc<Rationales>| {
        let found: Vec<&Rationale> =
            all.rationales.iter().filter(|one| one.goal == goal && line.covers(one.line)).collect();
        if found.is_empty() {
            return view! { <p class="empty">{messages.rationale_none()}</p> };
        }
        found
            .into_iter()
            .map(|one| {
                let name = (one.line != line).then(|| {
                    let name = names.matrix.line_name(one.line).to_owned();
                    view! { <h4 lang=language_if_other(names.language)>{name}</h4> }
                });
                view! {
                    {name}
                    <p lang=text_language(&names, one.language)>{one.text.clone()}</p>
                    <p class="fine">
                        {basis_of(messages.rationale_rests_on(), &one.basis)}
                        {review_text(messages, one.review)}
                    </p>
                }
            })
            .collect_view()
            .into_any()
    });
    view! {
        <section class="rationale" aria-labelledby="rationale-title">
            <h3 id="rationale-title">{messages.rationale_title()}</h3>
            {content}
        </section>
    }
}

/// The rationale of a link as a short text in a list of links; nothing until it is there.
#[component]
pub(super) fn RationaleOfLink(site: Arc<Site>, line: Line, goal: Goal) -> impl IntoView {
    let kept = Explorer::get().rationales;
    kept.need(&site);
    move || {
        let all = kept.ready()?;
        let one = all.rationales.iter().find(|one| one.line == line && one.goal == goal)?;
        Some(view! { <p class="link-why" lang=text_language(&site, one.language)>{one.text.clone()}</p> })
    }
}

/// The `lang` attribute of a text that stands in for one in the site's language.
pub(in crate::view) fn text_language(site: &Site, language: Option<Language>) -> Option<&'static str> {
    language_if_other(language.unwrap_or(site.language))
}

/// How far a text of this project has been checked.
pub(in crate::view) fn review_text(messages: Messages, review: Review) -> &'static str {
    match review {
        Review::Written => messages.review_written(),
        Review::Machine => messages.review_machine(),
        Review::Reviewed => messages.review_reviewed(),
    }
}
