//! Subjects on which the ITU Secretary-General's report and other sources differ.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::contract::conflicts::{Conflict, Conflicts};
use wsis_messages::Messages;
use wsis_page::texts;
use wsis_state::Dataset;
use wsis_state::Explorer;

use crate::content::language::text_lang;
use crate::ui::any_view::view;
use crate::ui::loading::Placeholder;
use crate::ui::loading::when_loaded;

/// Every matter with what each side says; those first where both cannot be right.
pub(crate) fn conflicts(dataset: Arc<Dataset>) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let waiting = Placeholder { label: messages.conflicts_loading(), bars: 6 };
    let names = dataset.clone();
    when_loaded(explorer.data.conflicts, dataset, waiting, move |all: Arc<Conflicts>| {
        let of = |differs: bool| {
            let matters = all.conflicts.iter().filter(|matter| matter.differs == differs);
            matters.map(|one| matter(&names, messages, one)).collect_view()
        };
        let review = all.conflicts.first().map(|matter| texts::review_text(messages, matter.review));
        view! {
            <h4>{messages.conflicts_differ()}</h4>
            <ul class="conflicts">{of(true)}</ul>
            <h4>{messages.conflicts_agree()}</h4>
            <ul class="conflicts">{of(false)}</ul>
            <p class="fine">{messages.conflicts_words()} " " {review}</p>
        }
    })
}

fn matter(dataset: &Dataset, messages: Messages, matter: &Conflict) -> AnyView {
    let silent = || messages.conflicts_silent().to_owned();
    let evidence =
        matter.evidence.clone().map(|evidence| view! { <span class="fine">" (" {evidence} ")"</span> });
    let note = matter.note.clone().map(|note| view! { <p class="fine">{note}</p> });
    view! {
        <li lang=text_lang(dataset, matter.language)>
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
