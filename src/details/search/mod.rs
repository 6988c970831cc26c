//! Suggestions of the search box: matching entries, and the list that shows them.

mod searchable;

use leptos::prelude::*;
use wsis_core::search::{Kind, Place, SearchEntry, cell_named, find, nearest};
use wsis_messages::Messages;
use wsis_platform::normalize::TextNormalizer;
use wsis_state::Explorer;

use crate::content::language::lang_if_other;
use crate::lazy_views::{SUGGESTIONS_ID, SearchBox, Suggestions, suggestion_id};
use crate::ui::any_view::{aria_bool, view};
use searchable::{cell_entry, searchable_entries};

/// The most suggestions at once.
const MAX_SUGGESTIONS: usize = 9;

/// The most similar entries where nothing matches.
const MAX_SIMILAR: usize = 3;

/// The list below the box. It lives as long as the box is open, and keeps its suggestions current.
pub(crate) fn suggestions(search: SearchBox) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    sync_suggestions(explorer, search);
    let options = move || {
        let entries = search.suggestions.get().entries.into_iter().enumerate();
        entries.map(|(at, entry)| option(explorer, search, at, entry)).collect_view()
    };
    let note = move || {
        let only_similar = search.suggestions.with(|suggestions| suggestions.only_similar);
        (is_loading(explorer) || only_similar).then(|| search.status.get())
    };
    view! {
        <p class="fine search-note" aria-hidden="true">{note}</p>
        <ul role="listbox" id=SUGGESTIONS_ID aria-label=messages.search_label()>{options}</ul>
    }
}

fn option(explorer: Explorer, search: SearchBox, at: usize, entry: SearchEntry) -> AnyView {
    view! {
        <li
            role="option"
            id=suggestion_id(at)
            aria-selected=move || aria_bool(search.active.get() == at)
            on:mousedown=move |event| event.prevent_default()
            on:click=move |_| search.choose.run(at)
        >
            <span class="kind">{kind_name(explorer.messages, &entry)}</span>
            <bdi lang=entry_lang(explorer, entry.kind)>{entry.title}</bdi>
        </li>
    }
}

/// Follows the text and the files that are loaded. While files come, a highlighted suggestion stays highlighted.
fn sync_suggestions(explorer: Explorer, search: SearchBox) {
    let entries = StoredValue::new(Vec::new());
    let update = move || {
        let found = entries.with_value(|entries| {
            search.text.with_untracked(|text| matching(explorer.messages, entries, text))
        });
        search.suggestions.set(found);
    };
    Effect::new(move || {
        entries.set_value(searchable_entries(explorer));
        let place_at =
            |at: usize| search.suggestions.with_untracked(|known| Some(known.entries.get(at)?.place.clone()));
        let active = search.active.get_untracked();
        // The first suggestion is nobody's choice: it was only the best so far.
        let chosen = place_at(active).filter(|_| active > 0);
        update();
        let kept = (0..=MAX_SUGGESTIONS).find(|at| chosen.is_some() && place_at(*at) == chosen);
        search.active.set(kept.unwrap_or(0));
    });
    Effect::new(move |ran_before: Option<()>| {
        search.text.track();
        if ran_before.is_some() {
            update();
        }
    });
    Effect::new(move || search.status.set(status(explorer, &search.suggestions.get())));
}

/// Entries that match the text, or else similar ones; the search in the projects is always the last.
fn matching(messages: Messages, all: &[SearchEntry], text: &str) -> Suggestions {
    let normalized = TextNormalizer::new().normalize(text);
    if normalized.is_empty() {
        return Suggestions::default();
    }
    let found = find(all, &normalized, MAX_SUGGESTIONS);
    let cell = cell_named(&normalized).and_then(|(line, goal)| cell_entry(all, line, goal));
    let only_similar = found.is_empty() && cell.is_none();
    let shown = if only_similar { nearest(all, &normalized, MAX_SIMILAR) } else { found };
    let projects = SearchEntry {
        kind: Kind::Organisation,
        title: messages.search_projects(text.trim()),
        normalized: String::new(),
        codes: Vec::new(),
        text: String::new(),
        place: Place::Projects(text.trim().to_owned()),
    };
    Suggestions {
        entries: cell.into_iter().chain(shown.into_iter().cloned()).chain([projects]).collect(),
        only_similar,
    }
}

/// The message on the suggestions: more may come, nothing matches, or their number.
fn status(explorer: Explorer, suggestions: &Suggestions) -> String {
    let messages = explorer.messages;
    // The search in the projects is the last entry and no suggestion of its own.
    let has_similar = suggestions.entries.len() > 1;
    if is_loading(explorer) {
        messages.search_loading().to_owned()
    } else if suggestions.only_similar && has_similar {
        format!("{} {}", messages.search_nothing(), messages.search_perhaps())
    } else if suggestions.only_similar {
        messages.search_nothing().to_owned()
    } else {
        messages.search_offered(u32::try_from(suggestions.entries.len()).unwrap_or(u32::MAX))
    }
}

/// Whether a file with searchable entries is still loading. Tracked.
fn is_loading(explorer: Explorer) -> bool {
    let data = explorer.data;
    data.titles.is_loading()
        || data.vocabulary.is_loading()
        || data.initiatives.is_loading()
        || data.passages.is_loading()
        || data.rationales.is_loading()
}

/// The `lang` attribute of a name from the matrix or the browser; organisations keep their own language.
fn entry_lang(explorer: Explorer, kind: Kind) -> Option<&'static str> {
    let is_localized = matches!(kind, Kind::Cell | Kind::Line | Kind::Goal | Kind::Country);
    lang_if_other(explorer.language()).filter(|_| is_localized)
}

fn kind_name(messages: Messages, entry: &SearchEntry) -> &'static str {
    match (entry.kind, &entry.place) {
        (_, Place::Projects(_)) if entry.normalized.is_empty() => messages.projects_title(),
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
