//! The interface texts: one method a message of `i18n/en.json`, made by `build.rs`.
//!
//! A key that code uses and the catalogue lacks does not compile, nor does a placeholder left out; a test holds
//! that no message is unused. English is compiled in. Each other language is a file of the snapshot, made of
//! `i18n/{lang}.json`, which has to have the same keys and placeholders and all plural forms of its language.

#[cfg(debug_assertions)]
mod longer;

use std::cell::Cell;

#[cfg(debug_assertions)]
pub use longer::{lengthen, show_longer_texts};

thread_local! {
    static SHOWN: Cell<Option<&'static Catalogue>> = const { Cell::new(None) };
}

/// The texts of the interface in the language that [`show`] was called with last: English without a call.
///
/// A handle without content, which every view carries at no cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Messages(());

/// Makes [`Messages`] answer with the texts of a catalogue; `None` is English. What was drawn before stays as it is.
pub fn show(catalogue: Option<&'static Catalogue>) {
    SHOWN.set(catalogue);
}

impl Messages {
    /// The texts that are shown.
    pub const SHOWN: Self = Self(());

    /// Whether these are the English texts.
    #[must_use]
    pub fn is_english(self) -> bool {
        SHOWN.get().is_none()
    }

    /// The code of their language.
    #[must_use]
    pub fn language(self) -> &'static str {
        SHOWN.get().map_or("en", |catalogue| catalogue.language)
    }

    #[inline(never)]
    #[allow(clippy::unused_self, reason = "the texts belong to the handle")]
    fn text(self, at: usize, english: &'static str) -> &'static str {
        let text = SHOWN.get().and_then(|catalogue| catalogue.texts.get(at)).copied().unwrap_or(english);
        #[cfg(debug_assertions)]
        let text = longer::shown(text);
        text
    }

    #[inline(never)]
    #[allow(clippy::unused_self, reason = "the texts belong to the handle")]
    fn plural(self, at: usize, count: u32, [one, other]: [&'static str; 2]) -> &'static str {
        let translated = SHOWN.get().and_then(|catalogue| {
            let form = |category: usize| catalogue.plurals.get(at * FORMS + category);
            form((catalogue.category)(count)).filter(|form| !form.is_empty()).or_else(|| form(FORMS - 1))
        });
        let text = translated.copied().unwrap_or(if count == 1 { one } else { other });
        #[cfg(debug_assertions)]
        let text = longer::shown(text);
        text
    }
}

/// The plural categories of a text, from zero to other.
const FORMS: usize = 6;

/// A catalogue that is loaded, for the rest of the program's life.
#[derive(Debug)]
pub struct Catalogue {
    language: &'static str,
    texts: Vec<&'static str>,
    plurals: Vec<&'static str>,
    category: fn(u32) -> usize,
}

impl Catalogue {
    /// The catalogue of a language from the lists of its file, `interface.{lang}.json` of a snapshot: the texts without plural
    /// forms in the order of their keys, and six forms of each of the others, empty where the language has none. `None` if the
    /// file was made for other keys than these. `category` gives the place of the plural category of a number: 0 to 5 for
    /// zero, one, two, few, many and other.
    #[must_use]
    pub fn new(
        language: &'static str,
        keys: &str,
        texts: Vec<&'static str>,
        plurals: Vec<&'static str>,
        category: fn(u32) -> usize,
    ) -> Option<&'static Self> {
        let is_complete = texts.len() + plurals.len() / FORMS == KEYS.len();
        (is_complete && keys == FINGERPRINT)
            .then(|| &*Box::leak(Box::new(Self { language, texts, plurals, category })))
    }
}

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// Puts the values into the places of the template that carry their names, in one pass: a value is never read as
/// a template.
fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            rest = after;
            break;
        };
        filled.push_str(values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value));
        rest = tail;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The Russian catalogue for a number of keys, with the categories of small numbers.
    fn russian(keys: &str) -> Option<&'static Catalogue> {
        let (_, text) = CATALOGUES.iter().find(|(language, _)| *language == "ru").unwrap();
        let file: serde_json::Value = serde_json::from_str(text).unwrap();
        let list = |name: &str| -> Vec<&'static str> {
            let all: Vec<String> = serde_json::from_value(file[name].clone()).unwrap();
            all.into_iter().map(|text| &*text.leak()).collect()
        };
        assert_eq!(file["keys"], FINGERPRINT);
        let category = |count: u32| if (2..5).contains(&(count % 10)) { 3 } else { 4 };
        Catalogue::new("ru", keys, list("texts"), list("plurals"), category)
    }

    #[test]
    fn a_catalogue_answers_with_its_texts_and_plural_forms_until_another_is_shown() {
        let close = Messages::SHOWN.panel_close();
        show(russian(FINGERPRINT));
        assert!(!Messages::SHOWN.is_english());
        assert_ne!(Messages::SHOWN.panel_close(), close);
        let counted = [3, 5].map(|count| Messages::SHOWN.fact_projects(count));
        assert!(counted[0].contains('3') && counted[1].contains('5'), "{counted:?}");
        assert_ne!(counted[0].replace('3', "5"), counted[1]);
        show(None);
        assert_eq!(Messages::SHOWN.panel_close(), close);
    }

    #[test]
    fn a_file_for_other_keys_is_refused() {
        assert!(russian("0000000000000000").is_none());
    }

    #[test]
    fn values_are_never_read_as_templates() {
        assert_eq!(fill("{a} and {b}", &[("a", "{b}"), ("b", "2")]), "{b} and 2");
    }
}
