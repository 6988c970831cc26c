//! What the page is and is not, at its end.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::page::about;

use super::panel::SourceName;
use crate::state::{Explorer, Site};
use crate::view::any::view;

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
                <li>
                    <SourceName site=site.clone() id=source.id.clone() />
                    <span class="source-facts">{format!("{} · {}", source.date, source.licence)}</span>
                    {note}
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="about" id="about" aria-labelledby="about-title">
            <h2 id="about-title">{messages.about_title()}</h2>
            {sections}
            {contact}
            <div class="about-part about-sources">
                <h3>{messages.about_sources_title()}</h3>
                <ul>{sources}</ul>
                <p class="snapshot">{messages.project_snapshot(&site.manifest.snapshot)}</p>
            </div>
        </section>
    }
}
