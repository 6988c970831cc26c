//! The account of the data: what is known of it, how it is counted, and where each thing comes from.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::contract::manifest::Source;
use wsis_messages::Messages;
use wsis_page::texts::about;
use wsis_state::Dataset;
use wsis_state::Explorer;

use crate::content::language::text_lang;
use crate::content::names::Names;
use crate::content::sources::SourceName;
use crate::details::conflicts::conflicts;
use crate::ui::any_view::aria_bool;
use crate::ui::any_view::view;
use crate::ui::icon::{Symbol, icon};

/// The account of the data, with the sources of the snapshot.
#[component]
pub(crate) fn About(dataset: Arc<Dataset>) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
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
        <div class="about-page">
            <p><a class="about-back" href="#matrix">{icon(Symbol::Back)} {messages.about_close()}</a></p>
            <h2 id="about-title">{messages.about_title()}</h2>
            {origins(messages)}
            {sections}
            {contact}
            {dataset.has_counts().then(|| collections(messages, dataset.clone()))}
            {dataset.has_counts().then(|| view! { <Sources dataset=dataset.clone() /> })}
        </div>
    }
}

/// Where each kind of thing on the page comes from, as a drawing of arrows.
fn origins(messages: Messages) -> AnyView {
    let rows = [
        (messages.about_map_names_from(), messages.about_map_names()),
        (messages.about_map_links_from(), messages.about_map_links()),
        (messages.about_map_projects_from(), messages.about_map_projects()),
        (messages.about_map_texts_from(), messages.about_map_texts()),
    ]
    .map(|(source, thing)| {
        view! {
            <li>
                <span class="origin-source">{source}</span>
                {icon(Symbol::Forward)}
                <span class="origin-thing">{thing}</span>
            </li>
        }
    });
    view! {
        <div class="about-part about-map">
            <h3>{messages.about_map_title()}</h3>
            <ul>{rows.collect_view()}</ul>
        </div>
    }
}

/// The lists that the projects come from, each with its size and bias.
fn collections(messages: Messages, dataset: Arc<Dataset>) -> AnyView {
    let lists = move || {
        let names = Names::get(&dataset);
        let items: Vec<_> = names
            .collections()
            .iter()
            .cloned()
            .map(|one| {
                let counts =
                    messages.about_collection(&one.projects.to_string(), &one.declared.to_string());
                view! {
                    <li lang=text_lang(&dataset, one.language)>
                        <strong>{one.name}</strong>
                        <span class="source-facts">{counts}</span>
                        <span class="source-note">{one.about} " " {one.bias}</span>
                        <span class="source-note">
                            {messages.project_source()} {messages.site_colon()} <SourceName dataset=dataset.clone() id=one.source />
                        </span>
                    </li>
                }
            })
            .collect();
        (!items.is_empty()).then(|| {
            view! {
                <div class="about-part about-sources about-collections">
                    <h3>{messages.about_collections_title()}</h3>
                    <p>{messages.about_collections()}</p>
                    <ul>{items}</ul>
                </div>
            }
        })
    };
    lists.into_any()
}

/// The sources of the snapshot, the subjects on which they differ, and the name of the snapshot.
#[component]
fn Sources(dataset: Arc<Dataset>) -> impl IntoView {
    let messages = Explorer::get().messages();
    let listed = dataset.clone();
    let sources = move || {
        let names = Names::get(&listed);
        listed.manifest.sources.iter().map(|source| source_item(&listed, &names, source)).collect_view()
    };
    let (open, conflicts_dataset) = (RwSignal::new(false), dataset.clone());
    let conflicts = move || open.get().then(|| conflicts(conflicts_dataset.clone()));
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

/// A source; its texts are in English until those of the language are loaded.
fn source_item(dataset: &Arc<Dataset>, names: &Names, source: &Source) -> AnyView {
    let text = names.source_text(&source.id);
    let licence = text.map_or(&source.licence, |text| &text.licence);
    let note = text.map_or(&source.note, |text| &text.note).clone();
    view! {
        <li id=format!("source-{}", source.id)>
            <SourceName dataset=dataset.clone() id=source.id.clone() />
            <span class="source-facts">{format!("{} · {licence}", source.date)}</span>
            {note.map(|note| view! { <span class="source-note">{note}</span> })}
        </li>
    }
}
