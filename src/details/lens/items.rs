//! An item of a page on the report: title, years, text, facts, ties and evidence.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::address::Opened;
use wsis_core::contract::lenses::{LensItem, LensSection};
use wsis_messages::Messages;
use wsis_page::texts;
use wsis_platform::location::http_address;
use wsis_state::focus_return::focus_panel_title;
use wsis_state::{Dataset, Explorer, element_ids};

use super::highlight::PointedItem;
use super::ties::ties;
use crate::content::evidence::evidence;
use crate::content::names::Names;
use crate::content::sources::SourceName;
use crate::details::marked::marked_by_search;
use crate::ui::any_view::view;

/// The source that an item is from if it says nothing else.
const REPORT: &str = "wsis20-report";

/// An item. Pointing at it marks its places in the grid.
pub(super) fn item(
    dataset: &Arc<Dataset>,
    explorer: Explorer,
    section: &LensSection,
    item: &LensItem,
    pointed: PointedItem,
) -> AnyView {
    let messages = explorer.messages();
    let (entered, focused) = (item.id.clone(), item.id.clone());
    let years =
        (!item.years.is_empty()).then(|| view! { <span class="lens-years">{years(messages, item)}</span> });
    let text = item
        .text
        .clone()
        .map(|text| view! { <p class="lens-text" dir="auto">{marked_by_search(explorer, text)}</p> });
    let note = item.note.clone().map(|note| view! { <p class="fine" dir="auto">{note}</p> });
    view! {
        <li
            id=element_ids::lens_item(&item.id)
            tabindex="-1"
            on:pointerenter=move |_| pointed.set(Some(entered.clone()))
            on:pointerleave=move |_| pointed.set(None)
            on:focusin=move |_| pointed.set(Some(focused.clone()))
        >
            {years}
            <div class="lens-item">
                <h4 dir="auto">{item.title.clone()}</h4>
                {text}
                {facts(messages, section, item)}
                {regions(dataset, item)}
                {ties(dataset, explorer, item)}
                {links(explorer, item)}
                {note}
                {sources(dataset, messages, item)}
            </div>
        </li>
    }
}

/// Years as `2009` or `2009 to 2024`.
pub(super) fn years(messages: Messages, item: &LensItem) -> String {
    let spans = item.years.iter().map(|span| {
        if span.from == span.to {
            span.from.to_string()
        } else {
            messages.lens_years(&span.from.to_string(), &span.to.to_string())
        }
    });
    spans.collect::<Vec<_>>().join(", ")
}

/// Facts by the labels of the section; that there is no figure is said in another look.
fn facts(messages: Messages, section: &LensSection, item: &LensItem) -> Option<AnyView> {
    let rows: Vec<AnyView> = section
        .labels
        .iter()
        .filter_map(|label| {
            let fact = item.facts.iter().find(|fact| fact.label == label.id)?;
            let mark =
                fact.missing.then(|| view! { <b>{messages.lens_missing()} {messages.site_colon()}</b> });
            Some(view! {
                <div class:missing=fact.missing>
                    <dt dir="auto">{label.name.clone()}</dt>
                    <dd dir="auto">{mark} {fact.text.clone()}</dd>
                </div>
            })
        })
        .collect();
    (!rows.is_empty()).then(|| view! { <dl class="lens-facts">{rows}</dl> })
}

/// The names of its regions, as soon as they are known.
fn regions(dataset: &Arc<Dataset>, item: &LensItem) -> Option<AnyView> {
    let (dataset, regions) = (dataset.clone(), item.regions.clone());
    let names = move || {
        let names = Names::get(&dataset);
        regions.iter().map(|id| names.region(id)).collect::<Vec<_>>().join(" · ")
    };
    (!item.regions.is_empty()).then(|| view! { <p class="fine">{names}</p> })
}

/// The initiative that is the same thing, and a page on the web.
fn links(explorer: Explorer, item: &LensItem) -> Option<AnyView> {
    let messages = explorer.messages();
    let initiative = item.initiative.clone().map(|id| {
        let open = move |_| {
            explorer.navigation.open(Opened::Initiative(id.clone()));
            focus_panel_title();
        };
        view! { <button type="button" class="inline-button" on:click=open>{messages.lens_initiative()}</button> }
    });
    let page = item
        .page
        .as_deref()
        .and_then(http_address)
        .map(|address| view! { <a href=address rel="noreferrer">{messages.lens_page()}</a> });
    (initiative.is_some() || page.is_some())
        .then(|| view! { <p class="lens-links">{initiative} " " {page}</p> })
}

/// The parts of the report it rests on, or the other source it is from.
fn sources(dataset: &Arc<Dataset>, messages: Messages, item: &LensItem) -> AnyView {
    let elsewhere = (item.source != REPORT).then(|| {
        view! {
            <span class="lens-elsewhere">
                {messages.lens_elsewhere()} " " <SourceName dataset=dataset.clone() id=item.source.clone() />
            </span>
        }
    });
    view! {
        <details class="lens-sources">
            <summary>{messages.project_source()}</summary>
            <p class="fine">
                {evidence(dataset, messages.rationale_rests_on(), &item.basis)}
                {texts::review_text(messages, item.review)}
            </p>
        </details>
        {elsewhere}
    }
}
