//! Sources, vocabulary, countries and the coverage sentence.

use std::collections::{BTreeMap, BTreeSet};

use wsis_core::contract::entry::Prize;
use wsis_core::contract::manifest::Source;
use wsis_core::contract::vocabulary::Country;
use wsis_core::{Language, VocabularyId};

use super::known_ids::KnownIds;
use super::row_check::{RowCheck, SeenKeys, optional};
use crate::data::date::Date;
use crate::data::model::{Coverage, VocabularyList, VocabularyValue};
use crate::data::problems::Problems;
use crate::data::sources::{CountryRow, CoverageRow, CsvRow, SourceRow, Sources, VocabularyRow};

/// How many values the target groups may have: each is a bit of a column of `index.json`.
const MOST_TARGET_GROUPS: usize = 32;

/// The sources of facts.
pub(super) fn sources(files: &Sources, problems: &mut Problems) -> Vec<Source> {
    let mut seen = SeenKeys::new();
    let rows = files.sources.rows.iter();
    rows.filter_map(|row| {
        let mut check = RowCheck::new::<SourceRow>(problems, row.line_number);
        let id = source_id(&mut check, row, &mut seen);
        let name = check.required("name", &row.name);
        let licence = check.required("licence", &row.licence);
        let date = check.date(&row.date);
        let address = check.address("address", &row.address);
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

fn source_id(check: &mut RowCheck<'_>, row: &SourceRow, seen: &mut SeenKeys<String>) -> Option<String> {
    check.id("source", &row.id)?;
    check.unique(seen, row.id.clone(), format!("source \"{}\"", row.id))?;
    Some(row.id.clone())
}

/// The newest day among the sources' dates: the date of the snapshot.
pub(super) fn newest_date(files: &Sources, problems: &mut Problems) -> Option<Date> {
    let newest = files.sources.rows.iter().filter_map(|row| Date::read(&row.date)).max();
    if newest.is_none() && files.sources.complete {
        problems
            .file(SourceRow::FILE, "no source has a full date, such as 2015-03-24, to date the snapshot by");
    }
    newest
}

/// The vocabulary, each list in the order of its file; the prize statuses best first.
pub(super) fn vocabulary(
    files: &Sources,
    problems: &mut Problems,
) -> BTreeMap<VocabularyList, Vec<VocabularyValue>> {
    let mut lists: BTreeMap<VocabularyList, Vec<VocabularyValue>> =
        VocabularyList::ALL.into_iter().map(|list| (list, Vec::new())).collect();
    let mut seen = SeenKeys::new();
    for row in &files.vocabulary.rows {
        let mut check = RowCheck::new::<VocabularyRow>(problems, row.line_number);
        let list = VocabularyList::ALL.into_iter().find(|list| list.id() == row.list);
        if list.is_none() {
            check.problem(format!("unknown list \"{}\"", row.list));
        }
        let id = list.and_then(|list| value_id(&mut check, list, &row.id));
        let name = check.name(&row.language, &row.name, &row.status, &row.evidence);
        let (Some(list), Some(id), Some((language, name))) = (list, id, name) else { continue };
        let what = format!("{} \"{id}\" in {language}", list.value_name());
        if check.unique(&mut seen, (list, id.clone(), language), what).is_none() {
            continue;
        }
        let values = lists.entry(list).or_default();
        match values.iter_mut().find(|value| value.id == id) {
            Some(value) => drop(value.names.insert(language, name)),
            None => values.push(VocabularyValue { id, names: BTreeMap::from([(language, name)]) }),
        }
    }
    check_lists(files, &mut lists, problems);
    lists
}

fn value_id(check: &mut RowCheck<'_>, list: VocabularyList, text: &str) -> Option<VocabularyId> {
    if list == VocabularyList::Prize {
        check.required("id", text)?;
        check.prize(text)?;
    }
    check.id("vocabulary", text)
}

fn check_lists(
    files: &Sources,
    lists: &mut BTreeMap<VocabularyList, Vec<VocabularyValue>>,
    problems: &mut Problems,
) {
    if let Some(prizes) = lists.get_mut(&VocabularyList::Prize) {
        prizes.sort_by_key(|value| Prize::ALL.iter().position(|prize| prize.id() == value.id.as_str()));
    }
    if !files.vocabulary.complete {
        return;
    }
    for prize in Prize::ALL.map(Prize::id) {
        if !files.vocabulary.rows.iter().any(|row| row.list == VocabularyList::Prize.id() && row.id == prize)
        {
            problems.file(VocabularyRow::FILE, format!("no row for prize status \"{prize}\""));
        }
    }
    if lists.get(&VocabularyList::TargetGroup).is_some_and(|values| values.len() > MOST_TARGET_GROUPS) {
        problems.file(VocabularyRow::FILE, format!("more than {MOST_TARGET_GROUPS} target groups"));
    }
    check_english(files, problems);
}

fn check_english(files: &Sources, problems: &mut Problems) {
    let rows = &files.vocabulary.rows;
    let english: BTreeSet<(&str, &str)> = rows
        .iter()
        .filter(|row| row.language == Language::English.code())
        .map(|row| (row.list.as_str(), row.id.as_str()))
        .collect();
    for row in rows {
        if !english.contains(&(row.list.as_str(), row.id.as_str())) {
            problems.line(
                VocabularyRow::FILE,
                row.line_number,
                format!("\"{}\" has no English name", row.id),
            );
        }
    }
}

/// The countries, in the order of their file.
pub(super) fn countries(files: &Sources, known: &KnownIds, problems: &mut Problems) -> Vec<Country> {
    let mut seen = SeenKeys::new();
    let rows = files.countries.rows.iter();
    rows.filter_map(|row| {
        let mut check = RowCheck::new::<CountryRow>(problems, row.line_number);
        let id = check.country_code(&row.alpha3);
        check.unique(&mut seen, row.alpha3.clone(), format!("country \"{}\"", row.alpha3));
        let alpha2 = row.alpha2.clone();
        if alpha2.len() != 2 || !alpha2.bytes().all(|byte| byte.is_ascii_uppercase()) {
            check.problem(format!("\"{alpha2}\" is not an ISO 3166-1 alpha-2 code such as BF"));
        }
        let region = check.value(VocabularyList::Region, &row.region, known);
        let name = check.required("name", &row.name);
        check.status(&row.status);
        Some(Country { id: id?, alpha2, name: name?, region: region? })
    })
    .collect()
}

/// The sentence on what the collection covers, by language.
pub(super) fn coverage(files: &Sources, problems: &mut Problems) -> BTreeMap<Language, Coverage> {
    let mut seen = SeenKeys::new();
    let mut sentences = BTreeMap::new();
    for row in &files.coverage.rows {
        let mut check = RowCheck::new::<CoverageRow>(problems, row.line_number);
        let language = check.language(&row.language);
        check.unique(&mut seen, row.language.clone(), format!("language \"{}\"", row.language));
        let text = placeholders(&mut check, "text", &row.text, &["projects", "declared"]);
        let none = placeholders(&mut check, "none", &row.none, &[]);
        let some = placeholders(&mut check, "some", &row.some, &["count"]);
        if let (Some(language), Some(text), Some(none), Some(some)) = (language, text, none, some) {
            sentences.insert(language, Coverage { text, none, some });
        }
    }
    let english = Language::English.code();
    if files.coverage.complete && !files.coverage.rows.iter().any(|row| row.language == english) {
        problems.file(CoverageRow::FILE, "no row in English");
    }
    sentences
}

/// A text with each of the given placeholders and no other.
fn placeholders(check: &mut RowCheck<'_>, column: &str, text: &str, names: &[&str]) -> Option<String> {
    let given = check.required(column, text)?;
    let mut rest = given.clone();
    for name in names {
        let place = format!("{{{name}}}");
        if !rest.contains(&place) {
            check.problem(format!("{column} lacks {place}"));
        }
        rest = rest.replace(&place, "");
    }
    if rest.contains(['{', '}']) {
        check.problem(format!("{column} has a placeholder that does not belong there"));
    }
    Some(given)
}
