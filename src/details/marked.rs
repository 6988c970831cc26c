//! Texts in which the words that were asked for are marked.

use leptos::prelude::*;
use wsis_core::found_in;
use wsis_platform::normalize::TextNormalizer;
use wsis_state::{Explorer, element_ids};

use crate::ui::any_view::view;

/// A text with the words of the filter marked.
pub(crate) fn marked_by_filter(explorer: Explorer, text: String) -> AnyView {
    let mark = move || {
        let query = explorer.navigation.view.with(|view| view.filter.query.clone());
        match query {
            Some(query) => marked(&text, query.as_str(), false),
            None => text.clone().into_any(),
        }
    };
    mark.into_any()
}

/// A text with the words marked that were searched for, if it has all of them. The first can take the focus.
pub(crate) fn marked_by_search(explorer: Explorer, text: String) -> AnyView {
    let mark = move || match explorer.layout.searched.get() {
        Some(words) => marked(&text, &words, true),
        None => text.clone().into_any(),
    };
    mark.into_any()
}

fn marked(text: &str, query: &str, all_words: bool) -> AnyView {
    let normalizer = TextNormalizer::new();
    let folded = normalizer.normalize(query);
    let words: Vec<&str> = folded.split(' ').collect();
    let normalized = normalizer.normalize(text);
    if all_words && !words.iter().all(|word| normalized.contains(word)) {
        return text.to_owned().into_any();
    }
    let mut parts: Vec<AnyView> = Vec::new();
    let mut before = 0;
    for range in found_in(text, &words, |lines| normalizer.normalize_lines(lines)) {
        let found = text.get(range.clone()).unwrap_or_default().to_owned();
        parts.push(text.get(before..range.start).unwrap_or_default().to_owned().into_any());
        let is_target = all_words && before == 0;
        parts.push(view! {
            <mark id=is_target.then_some(element_ids::FOUND) tabindex=is_target.then_some("-1")>{found}</mark>
        });
        before = range.end;
    }
    parts.push(text.get(before..).unwrap_or_default().to_owned().into_any());
    parts.into_any()
}
