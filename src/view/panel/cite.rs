//! "Cite this view": the same facts as a sentence, as BibTeX and as RIS.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::address::{View, encode};
use wsis_messages::Messages;
use wsis_page::citation::Citation;

use super::copying::text_to_take;
use crate::dom::page;
use crate::state::{Explorer, Site};
use crate::view::any::{truth, view};
use crate::view::failure::Waiting;
use crate::view::later::{Later, Parts};
use crate::view::window_title;

/// The citations of what is shown, made when they are asked for.
#[component]
pub(super) fn Cite() -> impl IntoView {
    later_section("cite citations", Explorer::get().messages.cite_title(), |parts, site| {
        (parts.citations)(site)
    })
}

/// A button, and below it what comes later, drawn when it is asked for.
pub(super) fn later_section(
    class: &'static str,
    title: &'static str,
    draw: fn(&Parts, Arc<Site>) -> AnyView,
) -> AnyView {
    let explorer = Explorer::get();
    let (later, open) = (Later::get(), RwSignal::new(false));
    let content = move || {
        let site = explorer.site.get().filter(|_| open.get())?;
        let waiting = Waiting { label: explorer.messages.panel_loading(), bars: 3 };
        later.draw(waiting, |parts| draw(parts, site))
    };
    view! {
        <section class=class>
            <button
                type="button"
                aria-expanded=move || truth(open.get())
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {title}
            </button>
            {content}
        </section>
    }
}

/// A sentence, BibTeX and RIS; follows what is shown.
pub(in crate::view) fn citations(site: Arc<Site>) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let forms = move || {
        let cited = citation(explorer, &site);
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
        <h4>{name}</h4>
        {text_to_take(messages, Signal::stored(text), None)}
    }
}

/// On paper: what this is, where it was read and when, of which data.
pub(super) fn printed_citation(site: Arc<Site>) -> AnyView {
    let explorer = Explorer::get();
    view! { <p class="printed">{move || citation(explorer, &site).text()}</p> }
}

fn citation(explorer: Explorer, site: &Arc<Site>) -> Citation {
    let messages = explorer.messages;
    Citation {
        title: window_title(explorer),
        view: encode(&View { theme: None, language: None, ..explorer.view.get() }),
        site: messages.site_title().to_owned(),
        year: site.manifest.made.chars().take(4).collect(),
        address: explorer.public_address(),
        read: page::today(),
        note: messages.cite_note(&site.manifest.snapshot),
    }
}
