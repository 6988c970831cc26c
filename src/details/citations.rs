//! Citations of the view: as a sentence, BibTeX and RIS.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::VocabularyId;
use wsis_core::address::{View, encode};
use wsis_core::filter::Facet;
use wsis_messages::Messages;
use wsis_page::citation::Citation;
use wsis_platform::timer;
use wsis_state::Dataset;
use wsis_state::Explorer;

use crate::content::names::Names;
use crate::content::view_title::view_title;
use crate::ui::any_view::view;
use crate::ui::copyable_text::copyable_text;

/// A sentence, BibTeX and RIS; follows what is shown.
pub(crate) fn citations(dataset: Arc<Dataset>) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let forms = move || {
        let cited = citation(explorer, &dataset);
        let note = cited.address.is_none().then(|| view! { <p class="fine">{messages.cite_local()}</p> });
        view! {
            {note}
            {form(messages, messages.cite_sentence(), cited.text())}
            {form(messages, "BibTeX", cited.bibtex())}
            {form(messages, "RIS", cited.ris())}
        }
    };
    forms.into_any()
}

fn form(messages: Messages, name: &'static str, text: String) -> AnyView {
    view! {
        <h3>{name}</h3>
        {copyable_text(messages, Signal::stored(text), None)}
    }
}

/// On paper: what this is, where it was read and when, of which data.
pub(crate) fn printed_citation(dataset: Arc<Dataset>) -> AnyView {
    let explorer = Explorer::get();
    view! { <p class="printed">{move || citation(explorer, &dataset).text()}</p> }
}

fn citation(explorer: Explorer, dataset: &Arc<Dataset>) -> Citation {
    let messages = explorer.messages();
    Citation {
        title: view_title(explorer),
        view: encode(&View { theme: None, language: None, ..explorer.navigation.view.get() }),
        site: messages.site_title().to_owned(),
        year: dataset.manifest.made.chars().take(4).collect(),
        address: explorer.public_address(),
        read: timer::today(),
        note: note(explorer, dataset),
    }
}

/// Which data, whose words, and the collections that the view's projects come from.
fn note(explorer: Explorer, dataset: &Arc<Dataset>) -> String {
    let messages = explorer.messages();
    let view = explorer.navigation.view.get();
    let chosen: Vec<&VocabularyId> = view.filter.of(Facet::Collection).collect();
    let names = Names::get(dataset);
    let cited = names.collections().iter().filter(|one| chosen.is_empty() || chosen.contains(&&one.id));
    let cited: Vec<&str> = cited.map(|one| one.name.as_str()).collect();
    let note = messages.cite_note(&dataset.manifest.snapshot);
    if cited.is_empty() {
        note
    } else {
        format!("{note} {}", messages.cite_collections(&cited.join(messages.site_semicolon())))
    }
}
