//! The account of the page, at its end.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_page::texts::about;
use wsis_state::Dataset;
use wsis_state::Explorer;

use crate::chunks::Chunks;
use crate::content::sources::SourceName;
use crate::lazy_views::DetailsView;
use crate::ui::any_view::aria_bool;
use crate::ui::any_view::view;
use crate::ui::loading::Placeholder;

/// The account of the page, with the sources of the snapshot.
#[component]
pub(crate) fn About(dataset: Arc<Dataset>) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let contact = explorer
        .deployment
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
    view! {
        <section class="about" id="about" aria-labelledby="about-title">
            <h2 id="about-title">{messages.about_title()}</h2>
            {sections}
            {contact}
            {dataset.has_counts().then(|| view! { <Sources dataset=dataset.clone() /> })}
        </section>
    }
}

/// The sources of the snapshot, the subjects on which they differ, and the name of the snapshot.
#[component]
fn Sources(dataset: Arc<Dataset>) -> impl IntoView {
    let messages = Explorer::get().messages;
    let sources = dataset
        .manifest
        .sources
        .iter()
        .map(|source| {
            let note = source.note.clone().map(|note| view! { <span class="source-note">{note}</span> });
            view! {
                <li id=format!("source-{}", source.id)>
                    <SourceName dataset=dataset.clone() id=source.id.clone() />
                    <span class="source-facts">{format!("{} · {}", source.date, source.licence)}</span>
                    {note}
                </li>
            }
        })
        .collect_view();
    let (chunks, open, conflicts_dataset) = (Chunks::get(), RwSignal::new(false), dataset.clone());
    let conflicts = move || {
        let waiting = Placeholder { label: messages.conflicts_loading(), bars: 4 };
        let dataset = conflicts_dataset.clone();
        open.get().then(|| chunks.details.draw(waiting, DetailsView::Conflicts(dataset)))
    };
    view! {
        <div class="about-part about-sources">
            <h3>{messages.about_sources_title()}</h3>
            <ul>{sources}</ul>
            <button
                type="button"
                id="conflicts"
                aria-expanded=move || aria_bool(open.get())
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {messages.conflicts_title()}
            </button>
            {conflicts}
            <p class="snapshot">{messages.project_snapshot(&dataset.manifest.snapshot)}</p>
        </div>
    }
}
