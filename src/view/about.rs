//! What the page is and is not, at its end.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_page::texts::about;

use super::panel::SourceName;
use crate::state::{Explorer, Site};
use crate::view::any::{truth, view};
use crate::view::failure::Waiting;
use crate::view::later::Later;

/// The account of the page, with the sources of the snapshot.
#[component]
pub(super) fn About(site: Arc<Site>) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let contact = explorer
        .contact_address()
        .map(|address| view! { <p class="contact"><a href=address>{messages.about_contact()}</a></p> });
    let sections = about(messages)
        .map(|(heading, paragraphs)| {
            let paragraphs = paragraphs.into_iter().map(|text| view! { <p>{text}</p> }).collect_view();
            view! {
                <div class="about-part">
                    <h3>{heading}</h3>
                    {paragraphs}
                </div>
            }
        })
        .collect_view();
    let sources = site
        .manifest
        .sources
        .iter()
        .map(|source| {
            let note = source.note.clone().map(|note| view! { <span class="source-note">{note}</span> });
            view! {
                <li id=format!("source-{}", source.id)>
                    <SourceName site=site.clone() id=source.id.clone() />
                    <span class="source-facts">{format!("{} · {}", source.date, source.licence)}</span>
                    {note}
                </li>
            }
        })
        .collect_view();
    let (later, open, conflicts_site) = (Later::get(), RwSignal::new(false), site.clone());
    let conflicts = move || {
        let waiting = Waiting { label: messages.conflicts_loading(), bars: 4 };
        let site = conflicts_site.clone();
        open.get().then(|| later.draw(waiting, |parts| (parts.conflicts)(site)))
    };
    view! {
        <section class="about" id="about" aria-labelledby="about-title">
            <h2 id="about-title">{messages.about_title()}</h2>
            {sections}
            {contact}
            <div class="about-part about-sources">
                <h3>{messages.about_sources_title()}</h3>
                <ul>{sources}</ul>
                <button
                    type="button"
                    id="conflicts"
                    aria-expanded=move || truth(open.get())
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    {messages.conflicts_title()}
                </button>
                {conflicts}
                <p class="snapshot">{messages.project_snapshot(&site.manifest.snapshot)}</p>
            </div>
        </section>
    }
}
