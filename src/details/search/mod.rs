//! Suggestions of the search box: matching entries, and the list that shows them.

mod destination;
mod searchable;

use leptos::prelude::*;
use wsis_core::found_in;
use wsis_core::search::{Kind, Place, SearchEntry, cell_named, find, nearest};
use wsis_messages::Messages;
use wsis_platform::normalize::TextNormalizer;
use wsis_state::Explorer;
use wsis_state::effect::effect;

use crate::content::language::lang_if_other;
use crate::lazy_views::{SUGGESTIONS_ID, SearchBox, Suggestions, suggestion_id};
use crate::ui::any_view::{aria_bool, view};
use destination::go_to;
use searchable::{cell_entry, searchable_entries};

/// The most suggestions at once.
const MAX_SUGGESTIONS: usize = 9;

/// The most similar entries where nothing matches.
const MAX_SIMILAR: usize = 3;

/// The list below the box. It lives as long as the box is open, and keeps its suggestions current.
pub(crate) fn suggestions(search: SearchBox) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    sync_suggestions(explorer, search);
    follow_choice(explorer, search);
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
    let snippet = search.text.with_untracked(|text| snippet(&entry.snippet, text));
    let snippet = snippet.map(|text| view! { <span class="snippet">{text}</span> });
    view! {
        <li
            role="option"
            id=suggestion_id(at)
            aria-selected=move || aria_bool(search.active.get() == at)
            on:mousedown=move |event| event.prevent_default()
            on:click=move |_| search.chosen.set(Some(at))
        >
            <span class="kind">{kind_name(explorer.messages(), &entry)}</span>
            <span>
                <bdi lang=entry_lang(explorer, entry.kind)>{entry.title}</bdi>
                {snippet}
            </span>
        </li>
    }
}

/// How many bytes of a text are shown before and after what was found.
const AROUND: usize = 60;

/// The part of a text around the first of the words; `None` where the text is empty or has none of them.
fn snippet(text: &str, query: &str) -> Option<String> {
    let normalizer = TextNormalizer::new();
    let normalized = normalizer.normalize(query);
    let words: Vec<&str> = normalized.split(' ').collect();
    let found = found_in(text, &words, |lines| normalizer.normalize_lines(lines)).into_iter().next()?;
    let start = text.get(..found.start.saturating_sub(AROUND)).map_or_else(|| found.start, str::len);
    // From the beginning of a word to the end of one.
    let before = text.get(..start)?.rfind(' ').map_or(0, |at| at + 1);
    let end = (found.end + AROUND).min(text.len());
    let end = (end..=text.len()).find(|at| text.is_char_boundary(*at))?;
    let after = text.get(end..)?.find(' ').map_or(text.len(), |at| end + at);
    let (open, close) = (if before > 0 { "…" } else { "" }, if after < text.len() { "…" } else { "" });
    Some(format!("{open}{}{close}", text.get(before..after)?))
}

/// Goes to the suggestion that is chosen.
fn follow_choice(explorer: Explorer, search: SearchBox) {
    effect(move || {
        let Some(at) = search.chosen.get() else { return };
        search.chosen.set(None);
        let entry = search.suggestions.with_untracked(|suggestions| suggestions.entries.get(at).cloned());
        if let Some(entry) = entry {
            let words = search.text.get_untracked();
            // Closing removes this list, and so comes last.
            go_to(explorer, entry.place, &words);
            search.open.set(false);
        }
    });
}

/// Follows the text and the files that are loaded. While files come, a highlighted suggestion stays highlighted.
fn sync_suggestions(explorer: Explorer, search: SearchBox) {
    let entries = StoredValue::new(Vec::new());
    let update = move || {
        let found = entries.with_value(|entries| {
            search.text.with_untracked(|text| matching(explorer.messages(), entries, text))
        });
        search.suggestions.set(found);
    };
    effect(move || {
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
    effect(move || search.status.set(status(explorer, &search.suggestions.get())));
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
        snippet: String::new(),
        place: Place::Projects(text.trim().to_owned()),
    };
    Suggestions {
        entries: cell.into_iter().chain(shown.into_iter().cloned()).chain([projects]).collect(),
        only_similar,
    }
}

/// The message on the suggestions: more may come, nothing matches, or their number.
fn status(explorer: Explorer, suggestions: &Suggestions) -> String {
    let messages = explorer.messages();
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
        || data.lenses.is_loading()
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
        (Kind::Report, _) => messages.search_report(),
        (Kind::Tour, _) => messages.search_tour(),
        (Kind::Text, _) => messages.search_text(),
    }
}
