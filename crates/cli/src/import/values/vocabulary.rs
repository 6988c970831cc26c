//! Words of the vocabulary, years, dates, languages and addresses.

use std::collections::HashMap;

use wsis_core::VocabularyId;

use crate::data::check::{YEARS, is_language_tag, is_web_address};
use crate::data::date::is_date;
use crate::data::model::{Model, VocabularyList};
use crate::import::match_key::{match_key, to_plain};

/// The values of a list by id and by their names in every language.
pub(super) fn names(model: &Model, list: VocabularyList) -> HashMap<String, VocabularyId> {
    let mut names = HashMap::new();
    for (value, number) in model.vocabulary.get(&list).into_iter().flatten().zip(1..) {
        names.insert(match_key(value.id.as_str()), value.id.clone());
        for name in value.names.values() {
            names.insert(match_key(&name.name), value.id.clone());
        }
        if list == VocabularyList::GdcObjective {
            for word in ["", "gdc", "objective", "gdc objective"] {
                names.insert(match_key(&format!("{word} {number}")), value.id.clone());
            }
        }
    }
    names
}

/// The one year that a text names.
pub(in crate::import) fn year(text: &str) -> Result<u16, String> {
    let plain = to_plain(text);
    let numbers = plain.split(|letter: char| !letter.is_ascii_digit()).filter(|number| number.len() == 4);
    let mut years: Vec<u16> =
        numbers.filter_map(|number| number.parse().ok()).filter(|year| YEARS.contains(year)).collect();
    years.dedup();
    match years.as_slice() {
        [year] => Ok(*year),
        [] => Err(format!("no year from {} to {}", YEARS.start(), YEARS.end())),
        _ => Err("more than one year".to_owned()),
    }
}

/// A date in ISO 8601, or the one year that a text names: 03/04/2015 may be of March or of April.
pub(in crate::import) fn date_or_year(text: &str) -> Result<String, String> {
    let text = text.trim();
    // A time of day behind it says nothing here.
    let day = text.split(['T', ' ']).next().unwrap_or(text);
    if is_date(day) {
        return Ok(day.to_owned());
    }
    year(text).map(|year| year.to_string())
}

/// A BCP 47 tag; `en_GB` and `EN` are taken for what they mean.
pub(in crate::import) fn language_tag_of(text: &str) -> Option<String> {
    let text = text.trim().replace('_', "-");
    let (first, rest) =
        text.split_once('-').map_or((text.as_str(), None), |(first, rest)| (first, Some(rest)));
    let first = first.to_ascii_lowercase();
    // The form allows words of up to eight letters; a language has two or three.
    let tag = rest.map_or_else(|| first.clone(), |rest| format!("{first}-{rest}"));
    ((2..=3).contains(&first.len()) && is_language_tag(&tag)).then_some(tag)
}

/// An http(s) address; one that begins with `www.` is taken as http.
pub(in crate::import) fn web_address(text: &str) -> Option<String> {
    let text = text.trim();
    let (scheme, rest) = text.split_once("://").unwrap_or(("", text));
    let address = match scheme.to_ascii_lowercase().as_str() {
        "" if rest.to_ascii_lowercase().starts_with("www.") => format!("http://{rest}"),
        scheme @ ("http" | "https") => format!("{scheme}://{rest}"),
        _ => return None,
    };
    is_web_address(&address).then_some(address)
}
