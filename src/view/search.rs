//! One box to find lines, goals, targets, countries, organisations, initiatives and texts; `/` leads to it.

use leptos::prelude::*;
use web_sys::KeyboardEvent;
use wsis_core::address::Selection;
use wsis_core::filter::Filter;
use wsis_core::search::{Entry, Kind, Place};
use wsis_messages::Messages;

use super::any::{truth, view};
use super::failure::Waiting;
use super::grid::activate;
use super::later::{Later, Parts};
use super::names::language_if_other;
use super::panel::{focus_title, initiative_element_id, target_element_id};
use crate::dom::focus::{focus_now, focus_when_drawn};
use crate::dom::listener::WindowListener;
use crate::dom::page;
use crate::state::{Explorer, stop_of};

/// The id of the box.
pub(super) const BOX_ID: &str = "search";

/// The id of the list below it.
const LIST_ID: &str = "search-results";

/// How many things are offered at once.
pub(super) const MOST: usize = 9;

/// What is offered for the text in the box.
#[derive(Clone, Default)]
pub(super) struct Offer {
    /// Things to go to; the last one is the search in the projects. None without a text.
    pub(super) entries: Vec<Entry>,
    /// Whether nothing fits, and these are only alike.
    pub(super) only_alike: bool,
}

/// The box and what it finds.
#[component]
pub(super) fn Search() -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let (open, active, offer) =
        (RwSignal::new(false), RwSignal::new(0_usize), RwSignal::new(Offer::default()));
    let (text, all) = (RwSignal::new(String::new()), StoredValue::new(Vec::new()));
    let later = Later::get();
    let offer_anew = move |parts: &Parts| {
        let entries = all.with_value(|all| text.with_untracked(|text| (parts.offered)(messages, all, text)));
        offer.set(entries);
    };
    // What can be found grows while files come; what was chosen stays chosen.
    Effect::new(move || {
        if open.get() {
            later.need();
            if let Some(parts) = later.ready() {
                all.set_value((parts.things)(explorer));
                let place =
                    |at: usize| offer.with_untracked(|offer| Some(offer.entries.get(at)?.place.clone()));
                // The first is nobody's choice: it is the best of what was there.
                let chosen = place(active.get_untracked()).filter(|_| active.get_untracked() > 0);
                offer_anew(&parts);
                let kept = (0..=MOST).find(|at| chosen.is_some() && place(*at) == chosen);
                active.set(kept.unwrap_or(0));
            }
        }
    });
    let choose = Callback::new(move |at: usize| {
        if let Some(entry) = offer.with_untracked(|offer| offer.entries.get(at).cloned()) {
            open.set(false);
            go(explorer, entry.place);
        }
    });
    focus_with_slash();
    let type_text = move |event| {
        text.set(event_target_value(&event));
        active.set(0);
        match untrack(|| later.ready()) {
            Some(parts) if open.get_untracked() => offer_anew(&parts),
            _ => open.set(true),
        }
    };
    let press = move |event: KeyboardEvent| {
        let last = offer.with_untracked(|offer| offer.entries.len()).saturating_sub(1);
        if event.is_composing() {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" if !open.get_untracked() => open.set(true),
            "ArrowDown" => active.update(|at| *at = if *at >= last { 0 } else { *at + 1 }),
            "ArrowUp" => active.update(|at| *at = at.checked_sub(1).unwrap_or(last)),
            "Enter" if open.get_untracked() => choose.run(active.get_untracked()),
            "Escape" if open.get_untracked() => open.set(false),
            // The browser empties the box; the panel is not meant.
            "Escape" => return event.stop_propagation(),
            _ => return,
        }
        event.prevent_default();
    };
    let shows = move || open.get() && offer.with(|offer| !offer.entries.is_empty());
    // While the part of the program that finds is on its way, the list says so.
    let opened =
        move || shows() || (open.get() && text.with(|text| !text.is_empty()) && later.ready().is_none());
    let status = move || shows().then(|| note(explorer, &offer.get()));
    view! {
        <div class="control search" role="search">
            <input
                id=BOX_ID
                type="search"
                role="combobox"
                autocomplete="off"
                aria-autocomplete="list"
                aria-label=messages.search_label()
                placeholder=messages.search_label()
                aria-expanded=move || truth(shows())
                aria-controls=LIST_ID
                aria-activedescendant=move || if shows() { option_id(active.get()) } else { String::new() }
                on:input=type_text
                on:blur=move |_| open.set(false)
                on:keydown=press
            />
            // Always there: a screen reader hears what changes in it.
            <p class="visually-hidden" role="status">{status}</p>
            {move || opened().then(|| {
                let waiting = Waiting { label: messages.search_loading(), bars: 3 };
                let list = move || later.draw(waiting, |_| view! { <Offered offer active choose /> });
                view! { <div class="offered">{list}</div> }
            })}
        </div>
    }
}

fn option_id(at: usize) -> String {
    format!("search-option-{at}")
}

/// The list below the box.
#[component]
fn Offered(offer: RwSignal<Offer>, active: RwSignal<usize>, choose: Callback<usize>) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let options = move || {
        let offered = offer.get().entries.into_iter().enumerate();
        offered
            .map(|(at, entry)| {
                view! {
                    <li
                        role="option"
                        id=option_id(at)
                        aria-selected=move || truth(active.get() == at)
                        on:mousedown=move |event| event.prevent_default()
                        on:click=move |_| choose.run(at)
                    >
                        <span class="kind">{kind_name(messages, &entry)}</span>
                        <bdi lang=language_of(explorer, entry.kind)>{entry.title}</bdi>
                    </li>
                }
            })
            .collect_view()
    };
    let note = move || {
        let offer = offer.get();
        (is_loading(explorer) || offer.only_alike).then(|| note(explorer, &offer))
    };
    view! {
        <p class="fine search-note" aria-hidden="true">{note}</p>
        <ul role="listbox" id=LIST_ID aria-label=messages.search_label()>{options}</ul>
    }
}

/// What there is to say of the offers: that more may come, that nothing fits, or how many they are.
fn note(explorer: Explorer, offer: &Offer) -> String {
    let messages = explorer.messages;
    // The search in the projects stands last and is no answer by itself.
    let alike = offer.entries.len() > 1;
    if is_loading(explorer) {
        messages.search_loading().to_owned()
    } else if offer.only_alike && alike {
        format!("{} {}", messages.search_nothing(), messages.search_perhaps())
    } else if offer.only_alike {
        messages.search_nothing().to_owned()
    } else {
        messages.search_offered(u32::try_from(offer.entries.len()).unwrap_or(u32::MAX))
    }
}

/// The `lang` attribute of what is called as the matrix or the browser has it; organisations have their own.
fn language_of(explorer: Explorer, kind: Kind) -> Option<&'static str> {
    let named = matches!(kind, Kind::Cell | Kind::Line | Kind::Goal | Kind::Country);
    language_if_other(explorer.language()).filter(|_| named)
}

/// Whether something that can be found is still on its way.
fn is_loading(explorer: Explorer) -> bool {
    explorer.titles.is_loading()
        || explorer.vocabulary.is_loading()
        || explorer.initiatives.is_loading()
        || explorer.passages.is_loading()
        || explorer.rationales.is_loading()
}

fn kind_name(messages: Messages, entry: &Entry) -> &'static str {
    match (entry.kind, &entry.place) {
        (_, Place::Projects(_)) if entry.folded.is_empty() => messages.projects_title(),
        (Kind::Cell, _) => messages.search_cell(),
        (Kind::Line, _) => messages.profile_line(),
        (Kind::Goal, _) => messages.search_goal(),
        (Kind::Target, _) => messages.search_target(),
        (Kind::Country, _) => messages.country_kind(),
        (Kind::Organisation, _) => messages.project_organisation(),
        (Kind::Initiative, _) => messages.search_initiative(),
        (Kind::Text, _) => messages.search_text(),
    }
}

fn go(explorer: Explorer, place: Place) {
    explorer.remember_origin(Some(BOX_ID.to_owned()));
    match place {
        Place::Select(selection) => return select(explorer, selection),
        Place::Initiative(selection, id) => {
            select(explorer, selection);
            // Where the selection is the same, the list is there already; else it takes what is pointed at.
            focus_when_drawn(initiative_element_id(&id));
            return explorer.pointed.set_value(Some(id));
        }
        Place::Target(code) => {
            select(explorer, Selection::Goal(code.goal()));
            return focus_when_drawn(target_element_id(code));
        }
        Place::Country(country) => explorer.show_country(&country),
        Place::Projects(text) => {
            let mut filter = Filter::default();
            filter.query = text.parse().ok();
            explorer.look_at(filter);
        }
    }
    focus_title();
}

fn select(explorer: Explorer, selection: Selection) {
    if let Some(stop) = stop_of(selection) {
        activate(explorer, stop);
    }
}

/// `/` leads to the box from everywhere but where text is written.
fn focus_with_slash() {
    let listener = WindowListener::new("keydown", move |event: KeyboardEvent| {
        let plain = !(event.ctrl_key() || event.alt_key() || event.meta_key());
        if event.key() == "/" && plain && !page::writes_text() && focus_now(BOX_ID) {
            event.prevent_default();
        }
    });
    listener.keep();
}
