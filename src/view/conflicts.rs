//! Where the report and other sources say different things of the same matter. Comes later, when it is asked for.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::contract::conflicts::{Conflict, Conflicts};
use wsis_messages::Messages;

use super::any::view;
use super::failure::{Waiting, from_kept};
use super::panel::{review_text, text_language};
use crate::state::{Explorer, Site};

/// Every matter with what each side says; those first where both cannot be right.
pub(super) fn conflicts(site: Arc<Site>) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let waiting = Waiting { label: messages.conflicts_loading(), bars: 6 };
    let names = site.clone();
    from_kept(explorer.conflicts, site, waiting, move |all: Arc<Conflicts>| {
        let of = |differs: bool| {
            let matters = all.conflicts.iter().filter(|matter| matter.differs == differs);
            matters.map(|one| matter(&names, messages, one)).collect_view()
        };
        let review = all.conflicts.first().map(|matter| review_text(messages, matter.review));
        view! {
            <h4>{messages.conflicts_differ()}</h4>
            <ul class="conflicts">{of(true)}</ul>
            <h4>{messages.conflicts_agree()}</h4>
            <ul class="conflicts">{of(false)}</ul>
            <p class="fine">{messages.conflicts_words()} " " {review}</p>
        }
    })
}

fn matter(site: &Site, messages: Messages, matter: &Conflict) -> AnyView {
    let silent = || messages.conflicts_silent().to_owned();
    let evidence =
        matter.evidence.clone().map(|evidence| view! { <span class="fine">" (" {evidence} ")"</span> });
    let note = matter.note.clone().map(|note| view! { <p class="fine">{note}</p> });
    view! {
        <li lang=text_language(site, matter.language)>
            <strong>{matter.subject.clone()}</strong>
            <dl>
                <dt>{messages.conflicts_report()}</dt>
                <dd>{matter.report.clone().unwrap_or_else(silent)}</dd>
                <dt>{messages.conflicts_elsewhere()}</dt>
                <dd>{matter.elsewhere.clone().unwrap_or_else(silent)} {evidence}</dd>
            </dl>
            {note}
        </li>
    }
}
