//! Sources, vocabulary, countries and the coverage sentence.

use std::collections::{BTreeMap, BTreeSet};

use wsis_core::contract::entry::Prize;
use wsis_core::contract::manifest::Source;
use wsis_core::contract::vocabulary::Country;
use wsis_core::{Language, VocabularyId};

use super::field::{At, Seen, optional};
use super::known::Known;
use crate::data::date::Date;
use crate::data::model::{Coverage, List, Value};
use crate::data::problem::Report;
use crate::data::sources::{CountryRow, CoverageRow, Row, SourceRow, Sources, VocabularyRow};

/// How many values the target groups may have: each is a bit of a column of `index.json`.
const MOST_TARGET_GROUPS: usize = 32;

/// The sources of facts.
pub(super) fn sources(files: &Sources, report: &mut Report) -> Vec<Source> {
    let mut seen = Seen::new();
    let rows = files.sources.rows.iter();
    rows.filter_map(|row| {
        let mut at = At::row::<SourceRow>(report, row.at);
        let id = source_id(&mut at, row, &mut seen);
        let name = at.required("name", &row.name);
        let licence = at.required("licence", &row.licence);
        let date = at.date(&row.date);
        let address = at.address("address", &row.address);
        Some(Source {
            id: id?,
            name: name?,
            address,
            licence: licence?,
            date: date?,
            note: optional(&row.note),
        })
    })
    .collect()
}

fn source_id(at: &mut At<'_>, row: &SourceRow, seen: &mut Seen<String>) -> Option<String> {
    at.id("source", &row.id)?;
    at.once(seen, row.id.clone(), format!("source \"{}\"", row.id))?;
    Some(row.id.clone())
}

/// The newest day among the sources' dates: the date of the snapshot.
pub(super) fn newest_date(files: &Sources, report: &mut Report) -> Option<Date> {
    let newest = files.sources.rows.iter().filter_map(|row| Date::read(&row.date)).max();
    if newest.is_none() && files.sources.whole {
        report
            .file(SourceRow::FILE, "no source has a full date, such as 2015-03-24, to date the snapshot by");
    }
    newest
}

/// The vocabulary, each list in the order of its file; the prize statuses best first.
pub(super) fn vocabulary(files: &Sources, report: &mut Report) -> BTreeMap<List, Vec<Value>> {
    let mut lists: BTreeMap<List, Vec<Value>> =
        List::ALL.into_iter().map(|list| (list, Vec::new())).collect();
    let mut seen = Seen::new();
    for row in &files.vocabulary.rows {
        let mut at = At::row::<VocabularyRow>(report, row.at);
        let list = List::ALL.into_iter().find(|list| list.id() == row.list);
        if list.is_none() {
            at.wrong(format!("unknown list \"{}\"", row.list));
        }
        let id = list.and_then(|list| value_id(&mut at, list, &row.id));
        let name = at.name(&row.language, &row.name, &row.status);
        let (Some(list), Some(id), Some((language, name))) = (list, id, name) else { continue };
        let what = format!("{} \"{id}\" in {language}", list.value());
        if at.once(&mut seen, (list, id.clone(), language), what).is_none() {
            continue;
        }
        let values = lists.entry(list).or_default();
        match values.iter_mut().find(|value| value.id == id) {
            Some(value) => drop(value.names.insert(language, name)),
            None => values.push(Value { id, names: BTreeMap::from([(language, name)]) }),
        }
    }
    check_lists(files, &mut lists, report);
    lists
}

fn value_id(at: &mut At<'_>, list: List, text: &str) -> Option<VocabularyId> {
    if list == List::Prize {
        at.required("id", text)?;
        at.prize(text)?;
    }
    at.id("vocabulary", text)
}

fn check_lists(files: &Sources, lists: &mut BTreeMap<List, Vec<Value>>, report: &mut Report) {
    if let Some(prizes) = lists.get_mut(&List::Prize) {
        prizes.sort_by_key(|value| Prize::ALL.iter().position(|prize| prize.id() == value.id.as_str()));
    }
    if !files.vocabulary.whole {
        return;
    }
    for prize in Prize::ALL.map(Prize::id) {
        if !files.vocabulary.rows.iter().any(|row| row.list == List::Prize.id() && row.id == prize) {
            report.file(VocabularyRow::FILE, format!("no row for prize status \"{prize}\""));
        }
    }
    if lists.get(&List::TargetGroup).is_some_and(|values| values.len() > MOST_TARGET_GROUPS) {
        report.file(VocabularyRow::FILE, format!("more than {MOST_TARGET_GROUPS} target groups"));
    }
    check_english(files, report);
}

fn check_english(files: &Sources, report: &mut Report) {
    let rows = &files.vocabulary.rows;
    let english: BTreeSet<(&str, &str)> = rows
        .iter()
        .filter(|row| row.language == Language::English.code())
        .map(|row| (row.list.as_str(), row.id.as_str()))
        .collect();
    for row in rows {
        if !english.contains(&(row.list.as_str(), row.id.as_str())) {
            report.line(VocabularyRow::FILE, row.at, format!("\"{}\" has no English name", row.id));
        }
    }
}

/// The countries, in the order of their file.
pub(super) fn countries(files: &Sources, known: &Known, report: &mut Report) -> Vec<Country> {
    let mut seen = Seen::new();
    let rows = files.countries.rows.iter();
    rows.filter_map(|row| {
        let mut at = At::row::<CountryRow>(report, row.at);
        let id = at.country_code(&row.alpha3);
        at.once(&mut seen, row.alpha3.clone(), format!("country \"{}\"", row.alpha3));
        let alpha2 = row.alpha2.clone();
        if alpha2.len() != 2 || !alpha2.bytes().all(|byte| byte.is_ascii_uppercase()) {
            at.wrong(format!("\"{alpha2}\" is not an ISO 3166-1 alpha-2 code such as BF"));
        }
        let region = at.value(List::Region, &row.region, known);
        let name = at.required("name", &row.name);
        at.status(&row.status);
        Some(Country { id: id?, alpha2, name: name?, region: region? })
    })
    .collect()
}

/// The sentence on what the collection covers, by language.
pub(super) fn coverage(files: &Sources, report: &mut Report) -> BTreeMap<Language, Coverage> {
    let mut seen = Seen::new();
    let mut sentences = BTreeMap::new();
    for row in &files.coverage.rows {
        let mut at = At::row::<CoverageRow>(report, row.at);
        let language = at.language(&row.language);
        at.once(&mut seen, row.language.clone(), format!("language \"{}\"", row.language));
        let text = placeholders(&mut at, "text", &row.text, &["projects", "declared"]);
        let none = placeholders(&mut at, "none", &row.none, &[]);
        let some = placeholders(&mut at, "some", &row.some, &["count"]);
        if let (Some(language), Some(text), Some(none), Some(some)) = (language, text, none, some) {
            sentences.insert(language, Coverage { text, none, some });
        }
    }
    let english = Language::English.code();
    if files.coverage.whole && !files.coverage.rows.iter().any(|row| row.language == english) {
        report.file(CoverageRow::FILE, "no row in English");
    }
    sentences
}

/// A text with each of the given placeholders and no other.
fn placeholders(at: &mut At<'_>, column: &str, text: &str, names: &[&str]) -> Option<String> {
    let given = at.required(column, text)?;
    let mut rest = given.clone();
    for name in names {
        let place = format!("{{{name}}}");
        if !rest.contains(&place) {
            at.wrong(format!("{column} lacks {place}"));
        }
        rest = rest.replace(&place, "");
    }
    if rest.contains(['{', '}']) {
        at.wrong(format!("{column} has a placeholder that does not belong there"));
    }
    Some(given)
}
