//! Search for lines, goals, targets, countries, organisations, initiatives and texts.
//!
//! All texts are normalized (see [`crate::normalize()`]): the app does this with the browser's own tables. Results
//! are ordered best first and do not depend on what else is loaded.

use crate::address::Selection;
use crate::code::{CountryCode, EntryId};
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
    /// A text of this project, found by its words.
    Text,
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
    /// Destination.
    pub place: Place,
}

impl SearchEntry {
    /// Rank of the entry for a normalized query of at least one word, 1 to 4 (best); `None` if it does not
    /// match.
    fn fit(&self, query: &str) -> Option<u8> {
        let mut words = query.split_whitespace();
        let own_words = self.normalized.split([' ', '-']);
        let begins = |word: &str| {
            self.normalized.starts_with(word) || own_words.clone().any(|own| own.starts_with(word))
        };
        // One letter or digit begins too many codes to mean one of them.
        let begins_code = || query.len() > 1 && self.codes.iter().any(|code| code.starts_with(query));
        if self.normalized == query || self.codes.iter().any(|code| code == query) {
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

/// Finds the entries that match a normalized query, best first and at most `most`. A query without words has
/// no results.
#[must_use]
pub fn find<'e>(entries: &'e [SearchEntry], query: &str, most: usize) -> Vec<&'e SearchEntry> {
    if query.trim().is_empty() {
        return Vec::new();
    }
    best(entries.iter().filter_map(|entry| entry.fit(query).map(|fit| (u32::from(fit), entry))), most)
}

/// Suggests the entries with names most similar to a normalized query, at most `most`. Use it if [`find`] has
/// no result.
#[must_use]
pub fn nearest<'e>(entries: &'e [SearchEntry], query: &str, most: usize) -> Vec<&'e SearchEntry> {
    let likeness = |entry: &'e SearchEntry| (likeness(&entry.normalized, query), entry);
    best(entries.iter().map(likeness).filter(|(likeness, _)| *likeness >= 300), most)
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

/// Dice coefficient of the letter pairs of two texts, in thousandths.
fn likeness(one: &str, other: &str) -> u32 {
    let (one, mut rest) = (pairs(one), pairs(other));
    let all = one.len() + rest.len();
    let mut shared = 0;
    for pair in one {
        if let Some(place) = rest.iter().position(|known| *known == pair) {
            rest.swap_remove(place);
            shared += 2;
        }
    }
    u32::try_from(shared * 1000 / all.max(1)).unwrap_or(0)
}

fn pairs(text: &str) -> Vec<(char, char)> {
    text.chars().zip(text.chars().skip(1)).collect()
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
