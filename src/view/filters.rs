//! Above the matrix: what the cells mean where they do not show the links, what is asked of the collection, one chip
//! for each thing asked, and the fields to ask more, which come later.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::address::Show;
use wsis_core::arrangement::Order;
use wsis_core::filter::{Facet, FacetValue, Filter};
use wsis_core::heat::{Scale, carries};
use wsis_messages::Messages;
use wsis_page::texts::show_meaning;

use super::any::view;
use super::failure::{FailureBox, Waiting};
use super::later::Later;
use super::names::Names;
use crate::api::Remote;
use crate::dom::focus::focus_when_drawn;
use crate::state::{Explorer, Site};

/// The id of the fields.
pub(super) const FILTERS_ID: &str = "filters";

/// What stands between the standing sentences and the matrix; nothing of it at first.
#[component]
pub(super) fn Filters(site: Arc<Site>) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let later = Later::get();
    let (noted, chipped, asked) = (site.clone(), site.clone(), site);
    let fields = move || {
        let site = asked.clone();
        let waiting = Waiting { label: messages.panel_loading(), bars: 3 };
        explorer.filters_open.get().then(|| later.draw(waiting, |parts| (parts.filter_fields)(site)))
    };
    let arrange_fields = move || {
        let waiting = Waiting { label: messages.panel_loading(), bars: 1 };
        explorer.arrange_open.get().then(|| later.draw(waiting, |parts| (parts.arrange_fields)()))
    };
    let is_arranged = Memo::new(move |_| {
        let shaded = explorer.shows.get() == Show::Projects && explorer.scale.get() != Scale::Whole;
        shaded || explorer.view.with(|view| view.order != Order::Official)
    });
    let arranged = move || {
        let waiting = Waiting { label: messages.panel_loading(), bars: 1 };
        is_arranged.get().then(|| later.draw(waiting, |parts| (parts.arranged)()))
    };
    view! {
        <div class="filters" id=FILTERS_ID>
            {move || show_note(explorer, &noted)}
            {arranged}
            {move || chips(explorer, &chipped)}
            {arrange_fields}
            {fields}
        </div>
    }
}

/// What the cells mean, as a sentence; first of all if this collection cannot carry it.
fn show_note(explorer: Explorer, site: &Site) -> Option<AnyView> {
    let messages = explorer.messages;
    let (show, carried) = (explorer.shows.get(), carries(site.manifest.declared_share));
    let text = match show {
        Show::Projects if !carried => messages.show_cannot_projects(),
        Show::Gaps if !carried => messages.show_cannot_gaps(),
        _ => show_meaning(messages, show, explorer.scale.get())?,
    };
    Some(view! { <p class="show-note">{text}</p> })
}

/// How many projects pass, and one chip for each thing that is asked.
fn chips(explorer: Explorer, site: &Arc<Site>) -> Option<AnyView> {
    let messages = explorer.messages;
    let filter = explorer.view.with(|view| view.filter.clone());
    if filter.is_empty() {
        return None;
    }
    let names = Names::get(site);
    let mut chips: Vec<AnyView> = Vec::new();
    if let Some(query) = &filter.query {
        chips.push(chip(explorer, format!("“{}”", query.as_str()), |filter| filter.query = None));
    }
    for value in filter.values() {
        let text = format!("{}: {}", facet_name(messages, value.facet), names.value(value));
        let value = value.clone();
        chips.push(chip(explorer, text, move |filter| filter.choose(value.clone(), false)));
    }
    if let Some(years) = filter.years {
        let text = format!("{}: {}–{}", messages.project_year(), years.from(), years.to());
        chips.push(chip(explorer, text, |filter| filter.years = None));
    }
    if let Some(declared) = filter.declared {
        chips.push(chip(explorer, declared_name(messages, declared).to_owned(), |filter| {
            filter.declared = None
        }));
    }
    let several = (chips.len() > 1).then(|| {
        let clear = move |_| {
            explorer.filter(|filter| *filter = Filter::default());
            focus_when_drawn("matrix".to_owned());
        };
        view! { <button type="button" class="clear" on:click=clear>{messages.filter_clear()}</button> }
    });
    let all = site.numbers.distinct().all;
    let numbers = explorer.numbers(site);
    let counting = explorer.is_counting();
    let bar = counting.then(|| view! { <progress aria-label=messages.filter_counting()></progress> });
    let status = if counting {
        messages.filter_counting().to_owned()
    } else {
        messages.filter_of(&numbers.distinct().all.to_string(), &all.to_string())
    };
    Some(view! {
        <div class="chips">
            <bdi role="status">{status}</bdi>
            {bar}
            {chips}
            {several}
            {failed(explorer, site)}
        </div>
    })
}

/// A thing that is asked; a click asks it no longer.
fn chip(explorer: Explorer, text: String, drop: impl Fn(&mut Filter) + Send + 'static) -> AnyView {
    let label = explorer.messages.filter_drop(&text);
    chip_button(text, label, move || explorer.filter(&drop))
}

/// A chip; it goes with its click, so the focus moves on.
pub(super) fn chip_button(text: String, label: String, click: impl Fn() + Send + 'static) -> AnyView {
    let click = move |_| {
        click();
        focus_when_drawn("matrix".to_owned());
    };
    view! {
        <button type="button" class="chip" aria-label=label on:click=click>
            <bdi>{text}</bdi>
            <span aria-hidden="true">" ×"</span>
        </button>
    }
}

/// Why it is not known what passes, with a way to try again.
fn failed(explorer: Explorer, site: &Arc<Site>) -> Option<AnyView> {
    let site = site.clone();
    if let Remote::Failed(failure) = explorer.index.remote() {
        let retry = Callback::new(move |()| explorer.index.again(&site));
        return Some(view! { <FailureBox failure retry /> });
    }
    if let Remote::Failed(failure) = explorer.titles.remote() {
        let retry = Callback::new(move |()| explorer.titles.again(&site));
        return Some(view! { <FailureBox failure retry /> });
    }
    None
}

/// What a facet is called.
pub(super) fn facet_name(messages: Messages, facet: Facet) -> &'static str {
    match facet {
        Facet::Region => messages.project_region(),
        Facet::Country => messages.project_country(),
        Facet::Stakeholder => messages.project_stakeholder(),
        Facet::TargetGroup => messages.project_target_groups(),
        Facet::Prize => messages.project_prize(),
    }
}

/// What it is called to state goals, or not to.
pub(super) fn declared_name(messages: Messages, declared: bool) -> &'static str {
    if declared { messages.filter_declared() } else { messages.filter_undeclared() }
}

impl Names {
    /// A value of a facet.
    pub(super) fn value(&self, value: &FacetValue) -> String {
        match value.facet {
            Facet::Region => self.region(&value.id),
            Facet::Country => match value.id.as_str().parse() {
                Ok(country) => self.country(&country),
                Err(_) => value.id.to_string(),
            },
            Facet::Stakeholder => self.stakeholder(&value.id),
            Facet::TargetGroup => self.target_group(&value.id),
            Facet::Prize => self.prize_value(&value.id),
        }
    }
}
