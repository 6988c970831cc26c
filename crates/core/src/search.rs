//! Search for lines, goals, targets, countries, organisations, initiatives and texts.
//!
//! All texts are normalized (see [`crate::normalize()`]): the app does this with the browser's own tables. Results
//! are ordered best first and do not depend on what else is loaded.

mod likeness;
mod synonyms;

pub use synonyms::synonyms;

use likeness::{is_mistyped, likeness};

use crate::address::Selection;
use crate::code::{CountryCode, EntryId, VocabularyId};
use crate::goal::Goal;
use crate::line::Line;
use crate::target::TargetCode;

/// Kind of a search result. Equally good results are ordered by kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A cell, named by its line and its goal.
    Cell,
    /// An action line or e-application.
    Line,
    /// A goal.
    Goal,
    /// A target. It leads to its goal.
    Target,
    /// A country.
    Country,
    /// An organisation with projects.
    Organisation,
    /// An initiative of the report. It leads to a line or goal that it is tied to.
    Initiative,
    /// A page on the report, or what it says of something.
    Report,
    /// A guided tour.
    Tour,
    /// A text of this project, found by its words.
    Text,
}

/// Where a text stands in the panel of its selection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextPlace {
    /// The rationale of a cell.
    Rationale,
    /// The facts on a line.
    Facts,
    /// The challenges of a line, and its road maps.
    Challenges,
}

/// Destination of a search result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A cell, line or goal.
    Select(Selection),
    /// A target in the profile of its goal.
    Target(TargetCode),
    /// An initiative in the list of a cell, line or goal.
    Initiative(Selection, EntryId),
    /// A country's profile.
    Country(CountryCode),
    /// The projects with these words in title or organisation.
    Projects(String),
    /// A text of a cell or line.
    Text(Selection, TextPlace),
    /// A page on the report, at one of its items.
    Lens(VocabularyId, Option<EntryId>),
    /// The list of tours.
    Tours,
}

/// An entry of the search index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchEntry {
    /// Kind of the entry.
    pub kind: Kind,
    /// Title as shown.
    pub title: String,
    /// Normalized name: the title without its code.
    pub normalized: String,
    /// Normalized codes that mean exactly this entry: `9.c`, `goal 9`.
    pub codes: Vec<String>,
    /// Further normalized words to find it by.
    pub text: String,
    /// The text itself, for the sentence around what was found; empty where the title says all.
    pub snippet: String,
    /// Destination.
    pub place: Place,
}

impl SearchEntry {
    /// Rank of the entry for a normalized query of at least one word, 1 to 5 (best); `None` if it does not
    /// match. Whole words come before beginnings of words, and those before parts of words.
    fn fit(&self, query: &str) -> Option<u8> {
        let mut words = query.split_whitespace();
        let own_words = self.normalized.split([' ', '-']);
        let begins = |word: &str| {
            self.normalized.starts_with(word) || own_words.clone().any(|own| own.starts_with(word))
        };
        // One letter or digit begins too many codes to mean one of them.
        let begins_code = || query.len() > 1 && self.codes.iter().any(|code| code.starts_with(query));
        let is_whole = |word: &str| own_words.clone().any(|own| own == word);
        if self.normalized == query || self.codes.iter().any(|code| code == query) {
            Some(5)
        } else if words.clone().all(is_whole) {
            Some(4)
        } else if words.clone().all(begins) || begins_code() {
            Some(3)
        } else if words.clone().all(|word| self.normalized.contains(word)) {
            Some(2)
        } else {
            words.all(|word| self.normalized.contains(word) || self.text.contains(word)).then_some(1)
        }
    }
}

/// Parses a normalized query that names a cell by line and goal, in either order: `c2 x 9`, `9 × c7-egov`,
/// `c4 sdg 5`.
#[must_use]
pub fn cell_named(query: &str) -> Option<(Line, Goal)> {
    let mut parts =
        query.split([' ', 'x', '×', '*']).filter(|part| !matches!(*part, "" | "goal" | "sdg" | "and"));
    let (one, other) = (parts.next()?, parts.next()?);
    let pair = |line: &str, goal: &str| Some((line.parse().ok()?, goal.parse().ok()?));
    parts.next().is_none().then(|| pair(one, other).or_else(|| pair(other, one)))?
}

/// The most results of one kind, so that no kind crowds out the others.
const MOST_OF_KIND: usize = 3;

/// Finds the entries that match a normalized query, best first, at most `most` and three of a kind. A query without
/// words has no results.
#[must_use]
pub fn find<'e>(entries: &'e [SearchEntry], query: &str, most: usize) -> Vec<&'e SearchEntry> {
    if query.trim().is_empty() {
        return Vec::new();
    }
    let fitting = entries.iter().filter_map(|entry| entry.fit(query).map(|fit| (u32::from(fit), entry)));
    let ordered = best(fitting, usize::MAX);
    let mut found: Vec<&SearchEntry> = Vec::new();
    for entry in ordered {
        let known = found.iter().filter(|known| known.kind == entry.kind).count();
        if known < MOST_OF_KIND && found.len() < most {
            found.push(entry);
        }
    }
    found
}

/// Suggests the entries whose names differ from a normalized query by one typing mistake a word, at most `most`. Use it
/// if [`find`] has no result. More than one mistake would be a guess.
#[must_use]
pub fn nearest<'e>(entries: &'e [SearchEntry], query: &str, most: usize) -> Vec<&'e SearchEntry> {
    let fits = |entry: &&SearchEntry| {
        let own: Vec<&str> = entry.normalized.split([' ', '-']).collect();
        query.split_whitespace().all(|word| own.iter().any(|own| is_mistyped(word, own)))
    };
    best(entries.iter().filter(fits).map(|entry| (likeness(&entry.normalized, query), entry)), most)
}

/// The entries with the highest values. Ties are ordered by kind, then by position.
fn best<'e>(valued: impl Iterator<Item = (u32, &'e SearchEntry)>, most: usize) -> Vec<&'e SearchEntry> {
    let mut kept: Vec<(u32, &SearchEntry)> = Vec::new();
    for (value, entry) in valued {
        let stands_before = |other: &&(u32, &SearchEntry)| {
            other.0 > value || (other.0 == value && other.1.kind <= entry.kind)
        };
        let place = kept.iter().take_while(stands_before).count();
        if place < most {
            kept.insert(place, (value, entry));
            kept.truncate(most);
        }
    }
    kept.into_iter().map(|(_, entry)| entry).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::normalize;

    fn entry(kind: Kind, title: &str, codes: &[&str], text: &str) -> SearchEntry {
        SearchEntry {
            kind,
            title: title.to_owned(),
            normalized: normalize(title),
            codes: codes.iter().map(|code| (*code).to_owned()).collect(),
            text: normalize(text),
            snippet: text.to_owned(),
            place: Place::Projects(String::new()),
        }
    }

    fn some() -> Vec<SearchEntry> {
        vec![
            entry(Kind::Text, "C2 × 9", &[], "Networks reach villages"),
            entry(Kind::Organisation, "Ministry of Health", &[], ""),
            entry(Kind::Goal, "Good health and well-being", &["3", "goal 3", "sdg 3"], ""),
            entry(Kind::Line, "E-health", &["c7-ehealth"], ""),
            entry(Kind::Target, "3.d Early warning", &["3.d"], ""),
            entry(Kind::Country, "Côte d’Ivoire", &[], ""),
            entry(Kind::Country, "Kenya", &[], ""),
        ]
    }

    fn titles(found: Vec<&SearchEntry>) -> Vec<&str> {
        found.into_iter().map(|entry| entry.title.as_str()).collect()
    }

    #[test]
    fn codes_come_first_then_beginnings_of_words_then_texts() {
        let all = some();
        assert_eq!(titles(find(&all, "3.d", 9)), ["3.d Early warning"]);
        assert_eq!(titles(find(&all, "sdg 3", 9)), ["Good health and well-being"]);
        assert_eq!(
            titles(find(&all, "health", 9)),
            ["E-health", "Good health and well-being", "Ministry of Health"]
        );
        assert_eq!(titles(find(&all, "villages networks", 9)), ["C2 × 9"]);
        assert_eq!(titles(find(&all, &normalize("CÔTE"), 9)), ["Côte d’Ivoire"]);
        assert_eq!(titles(find(&all, "health", 1)), ["E-health"]);
        assert!(find(&all, "  ", 9).is_empty());
    }

    #[test]
    fn whole_words_come_before_parts_and_no_kind_crowds_out_others() {
        let mut all: Vec<SearchEntry> =
            (0..6).map(|at| entry(Kind::Organisation, &format!("Mediatheque {at}"), &[], "")).collect();
        all.push(entry(Kind::Text, "Media council", &[], ""));
        assert_eq!(
            titles(find(&all, "media", 9)),
            ["Media council", "Mediatheque 0", "Mediatheque 1", "Mediatheque 2"]
        );
    }

    #[test]
    fn the_beginning_of_a_code_finds_all_that_have_it() {
        let all = some();
        assert_eq!(titles(find(&all, "3.", 9)), ["3.d Early warning"]);
        assert_eq!(titles(find(&all, "c7", 9)), ["E-health"]);
        assert_eq!(titles(find(&all, "sdg", 9)), ["Good health and well-being"]);
        assert!(!titles(find(&all, "c", 9)).contains(&"E-health"));
    }

    #[test]
    fn a_cell_is_named_by_line_and_goal() {
        let cell = Some((Line::C2, "9".parse().unwrap()));
        for query in ["c2 x 9", "c2×9", "c2x9", "9 c2", "c2 sdg 9", "goal 9 × c2", "c2 and 9"] {
            assert_eq!(cell_named(query), cell, "{query}");
        }
        assert_eq!(cell_named("c7-egov x 16"), Some(("C7-EGOV".parse().unwrap(), "16".parse().unwrap())));
        for query in ["", "c2", "9", "c2 18", "c2 9 3", "c2 c3", "access to 9"] {
            assert_eq!(cell_named(query), None, "{query}");
        }
    }

    #[test]
    fn a_slip_of_the_pen_has_a_neighbour() {
        let all = some();
        assert!(find(&all, "kenia", 9).is_empty());
        assert_eq!(titles(nearest(&all, "kenia", 1)), ["Kenya"]);
        for mistyped in ["keny", "kkenya", "kneya", "kenja"] {
            assert_eq!(titles(nearest(&all, mistyped, 1)), ["Kenya"], "{mistyped}");
        }
        assert!(nearest(&all, "kiniya", 3).is_empty(), "two mistakes are a guess");
        assert!(nearest(&all, "kenia targets", 3).is_empty(), "every word counts");
        assert!(nearest(&all, "xyzzy", 3).is_empty());
    }

    proptest! {
        #[test]
        fn whatever_is_asked_for_the_answer_is_short_and_fits(query in ".{0,20}", most in 0_usize..5) {
            let (all, query) = (some(), normalize(&query));
            let found = find(&all, &query, most);
            prop_assert!(found.len() <= most);
            for entry in found {
                prop_assert!(entry.fit(&query).is_some());
            }
            prop_assert!(nearest(&all, &query, most).len() <= most);
        }

        #[test]
        fn every_title_finds_itself_first(at in 0_usize..7) {
            let all = some();
            prop_assert_eq!(find(&all, &all[at].normalized, 1), vec![&all[at]]);
        }
    }
}
