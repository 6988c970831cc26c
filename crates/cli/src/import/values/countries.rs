//! Countries by codes and names, also in the short forms of ITU's lists: `Korea (Rep. of)`, `Rép. dém. du Congo`.
//!
//! A name that is not known letter by letter is compared by its words: in any order, without articles, abbreviated or
//! not. `Iran (Islamic Republic of)` and `Islamic Rep. of Iran` are the same words.

use std::collections::{BTreeSet, HashMap};

use anyhow::{Context, Result};
use wsis_core::CountryCode;

use crate::data::model::Model;
use crate::import::match_key::{match_key, to_plain};

const NAMES: &str = include_str!("../country-names.csv");

/// Words that a name may have or lack.
const DROPPED: [&str; 24] = [
    "of", "the", "and", "de", "du", "des", "la", "le", "les", "et", "d", "l", "s", "del", "el", "los", "las",
    "y", "и", "da", "do", "dos", "das", "e",
];

/// Words of official names and what they are abbreviated to, in the languages of the lists.
const SHORTENED: [(&str, &[&str]); 12] = [
    (
        "rep",
        &["republic", "republique", "republica", "республика", "респ", "республики", "جمهورية", "الجمهورية"],
    ),
    (
        "dem",
        &[
            "democratic",
            "democratique",
            "democratica",
            "демократическая",
            "дем",
            "الديمقراطية",
            "الديموقراطية",
        ],
    ),
    ("pop", &["people", "peoples", "populaire", "popular", "народная", "народно", "нар", "الشعبية"]),
    ("islam", &["islamic", "islamique", "islamica", "исламская", "الاسلامية", "الإسلامية"]),
    ("arab", &["arabe", "арабская", "араб", "العربية"]),
    ("fed", &["federated", "federal", "federes", "federados", "федеративные"]),
    ("state", &["states", "etat", "etats", "estado", "estados", "штаты", "государство"]),
    ("plur", &["plurinational", "plurinacional", "многонациональное"]),
    ("boliv", &["bolivarian", "bolivarienne", "bolivariana", "боливарианская"]),
    ("unit", &["united", "uni", "unie", "unis", "unida", "unidos", "unidas", "объединенная", "соединенные"]),
    ("st", &["saint", "ste", "sainte", "сент"]),
    ("is", &["islands", "island", "iles", "ile", "islas", "isla", "острова", "isl"]),
];

/// Initials of such words.
const INITIALS: [(&str, &[&str]); 6] = [
    ("pdr", &["pop", "dem", "rep"]),
    ("rdp", &["pop", "dem", "rep"]),
    ("ндр", &["pop", "dem", "rep"]),
    ("dr", &["dem", "rep"]),
    ("rd", &["dem", "rep"]),
    ("др", &["dem", "rep"]),
];

/// Reads countries.
#[derive(Debug)]
pub(super) struct CountryMatcher {
    names: HashMap<String, CountryCode>,
    /// By the words of a name; none where they are those of two countries.
    words: HashMap<BTreeSet<String>, Option<CountryCode>>,
}

impl CountryMatcher {
    pub(super) fn new(model: &Model) -> Result<Self> {
        let mut matcher = Self { names: HashMap::new(), words: HashMap::new() };
        for country in &model.countries {
            for name in [country.id.as_str(), &country.alpha2, &country.name] {
                matcher.names.insert(match_key(name), country.id.clone());
            }
            matcher.add_words(&country.name, &country.id);
        }
        for record in csv::Reader::from_reader(NAMES.as_bytes()).records() {
            let record = record.context("the names of countries")?;
            let (Some(code), Some(name)) = (record.get(0), record.get(2)) else { continue };
            let Some(country) = model.countries.iter().find(|country| country.id.as_str() == code) else {
                continue;
            };
            matcher.names.entry(match_key(name)).or_insert_with(|| country.id.clone());
            matcher.add_words(name, &country.id);
        }
        Ok(matcher)
    }

    fn add_words(&mut self, name: &str, code: &CountryCode) {
        let known = self.words.entry(words(name)).or_insert_with(|| Some(code.clone()));
        if known.as_ref() != Some(code) {
            *known = None;
        }
    }

    /// The country of a name or code.
    pub(super) fn find(&self, text: &str) -> Option<CountryCode> {
        let by_name = self.names.get(&match_key(text));
        by_name.or_else(|| self.words.get(&words(text))?.as_ref()).cloned()
    }
}

/// The words of a name in their shortest form, without articles.
fn words(name: &str) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    let mut initials = String::new();
    let plain = to_plain(name);
    for word in plain.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if word.chars().count() == 1 {
            initials.push_str(word);
        } else {
            add(std::mem::take(&mut initials).as_str(), &mut words);
            add(word, &mut words);
        }
    }
    add(&initials, &mut words);
    words
}

fn add(word: &str, words: &mut BTreeSet<String>) {
    if word.is_empty() || DROPPED.contains(&word) {
        return;
    }
    if let Some((_, meant)) = INITIALS.iter().find(|(initials, _)| *initials == word) {
        words.extend(meant.iter().map(|word| (*word).to_owned()));
        return;
    }
    let short = SHORTENED.iter().find(|(_, long)| long.contains(&word)).map_or(word, |(short, _)| short);
    words.insert(short.to_owned());
}
