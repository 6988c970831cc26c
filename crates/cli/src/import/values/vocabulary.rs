//! Words of the vocabulary, years, dates and languages.

use std::collections::HashMap;

use wsis_core::VocabularyId;

use crate::data::check::{YEARS, is_language_tag};
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

/// `Objective 1: Close all digital divides …` by its number alone: its wording varies.
pub(super) fn numbered_objective(text: &str) -> Option<String> {
    let plain = to_plain(text);
    let rest = plain.trim().trim_start_matches("gdc ").strip_prefix("objective")?.trim_start();
    let (number, rest) = rest.split_at_checked(1)?;
    let ends = rest.starts_with(|letter: char| !letter.is_alphanumeric());
    (ends && number.bytes().all(|byte| byte.is_ascii_digit())).then(|| format!("objective {number}"))
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
        [] => Err(out_of_range(text)),
        _ => Err("more than one year".to_owned()),
    }
}

/// Why a text names no year, and the year that a spreadsheet may have made a day of.
fn out_of_range(text: &str) -> String {
    let reason = format!("no year from {} to {}", YEARS.start(), YEARS.end());
    match typed_into_a_date(text) {
        Some(year) => format!("{reason}; it is how a date cell shows the number {year}"),
        None => reason,
    }
}

/// The year that was typed into a cell formatted as a date: spreadsheets count days from 1900, so 2013 is 1905-07-05.
fn typed_into_a_date(text: &str) -> Option<u16> {
    /// The days before each month.
    const BEFORE: [u16; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    /// The number of the last day of 1904.
    const END_OF_1904: u16 = 1827;
    let (month, day) = text.trim().strip_prefix("1905-")?.split_once('-')?;
    let before = BEFORE.get(usize::from(month.parse::<u8>().ok()?.checked_sub(1)?))?;
    let number = END_OF_1904 + before + day.get(..2)?.parse::<u16>().ok()?;
    YEARS.contains(&number).then_some(number)
}

/// A date in ISO 8601, or the one year that a text names: 03/04/2015 may be of March or of April.
pub(in crate::import) fn date_or_year(text: &str) -> Result<String, String> {
    let text = text.trim();
    // A time of day behind it says nothing here.
    let day = text.split(['T', ' ']).next().unwrap_or(text);
    if is_date(day) {
        let year = day.split('-').next().and_then(|year| year.parse().ok());
        let known = year.is_some_and(|year| YEARS.contains(&year));
        return if known { Ok(day.to_owned()) } else { Err(out_of_range(day)) };
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
