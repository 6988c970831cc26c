//! The lenses on the report: sections with items and facts, in every language a lens is written in.

use std::collections::BTreeMap;

use wsis_core::address::WHOLE_MATRIX;
use wsis_core::contract::entry::Project;
use wsis_core::contract::lenses::{
    FactLabel, Lens, LensFact, LensItem, LensSection, OVERVIEW, SectionForm, YearSpan,
};
use wsis_core::contract::path;
use wsis_core::{EntryId, Language};

use super::known_ids::KnownIds;
use super::lens_charts::{Charts, charts};
use super::row_check::{RowCheck, SeenKeys, optional};
use super::rules_and_conflicts::TranslatedRows;
use super::ties::{cell_ties, goal_ties, line_ties};
use crate::data::model::{SourceLens, VocabularyList};
use crate::data::problems::Problems;
use crate::data::sources::{LensFactRow, LensItemRow, LensRow, LensSectionRow, Sources};

/// Names of files beside those of the lenses, and words with another meaning in addresses.
const RESERVED: [&str; 7] = [
    OVERVIEW,
    WHOLE_MATRIX,
    path::LENSES,
    path::INITIATIVES,
    path::CONFLICTS,
    path::REGISTRATION,
    path::TOURS,
];

/// The owner of a part: the id of a lens or an item, and a language.
type Key = (String, String);

/// The lenses by their place in the file and their language.
pub(super) fn lenses(
    files: &Sources,
    known: &KnownIds,
    projects: &[Project],
    problems: &mut Problems,
) -> BTreeMap<(usize, Language), SourceLens> {
    let mut facts = facts(files, problems);
    let mut charts = charts(files, known, projects, problems);
    let mut items = items(files, known, &mut facts, problems);
    let mut sections = sections(files, known, &mut items, &mut charts, problems);
    let (mut translations, mut lenses) = (TranslatedRows::new("lens"), BTreeMap::new());
    for row in &files.lenses.rows {
        let mut check = RowCheck::new::<LensRow>(problems, row.line_number);
        let place = translations.position(&mut check, &row.id, &row.language);
        let id = check.id("lens", &row.id);
        if RESERVED.contains(&row.id.as_str()) {
            check.problem(format!("\"{}\" cannot be the id of a lens: it has another meaning", row.id));
        }
        let (title, text) = (check.required("title", &row.title), check.required("text", &row.text));
        let (short, basis) = (check.required("short", &row.short), check.required("basis", &row.basis));
        let review = check.review(&row.review);
        let sections = sections.remove(&(row.id.clone(), row.language.clone())).unwrap_or_default();
        // Sections that could not be read have been told of already.
        let has_rows = files
            .lens_sections
            .rows
            .iter()
            .any(|section| section.lens == row.id && section.language == row.language);
        if !has_rows && files.lens_sections.complete {
            check.problem(format!("\"{}\" has no section in {}", row.id, row.language));
        }
        let lens = (|| {
            let lens = Lens {
                id: id?,
                title: title?,
                text: text?,
                language: None,
                basis: basis?,
                review: review?,
                sections,
            };
            Some(SourceLens { short: short?, lens })
        })();
        lenses.extend(place.zip(lens));
    }
    translations.require_english::<LensRow>(files.lenses.complete, problems);
    require_same_items(&lenses, problems);
    lenses
}

/// A translation has the items of the English text, in their order.
fn require_same_items(lenses: &BTreeMap<(usize, Language), SourceLens>, problems: &mut Problems) {
    let ids = |lens: &SourceLens| -> Vec<EntryId> {
        let items = lens.lens.sections.iter().flat_map(|section| &section.items);
        items.map(|item| item.id.clone()).collect()
    };
    for ((at, language), lens) in lenses {
        let english = lenses.get(&(*at, Language::English));
        if english.is_some_and(|english| ids(english) != ids(lens)) {
            let text = format!("\"{}\" has other items in {} than in English", lens.lens.id, language.code());
            problems.file(<LensItemRow as crate::data::sources::CsvRow>::FILE, text);
        }
    }
}

/// The sections of each lens.
fn sections(
    files: &Sources,
    known: &KnownIds,
    items: &mut BTreeMap<(String, Key), Vec<LensItem>>,
    charts: &mut Charts,
    problems: &mut Problems,
) -> BTreeMap<Key, Vec<LensSection>> {
    let (mut seen, mut sections) = (SeenKeys::new(), BTreeMap::<Key, Vec<LensSection>>::new());
    for row in &files.lens_sections.rows {
        let mut check = RowCheck::new::<LensSectionRow>(problems, row.line_number);
        let key = (row.lens.clone(), row.id.clone(), row.language.clone());
        check.unique(&mut seen, key, format!("section \"{}\" of \"{}\"", row.id, row.lens));
        check.lens(&row.lens, known);
        check.language(&row.language);
        check.review(&row.review);
        let id = check.id("section", &row.id);
        let title = check.required("title", &row.title);
        let labels = labels(&mut check, &row.labels);
        let form = form(&mut check, &row.form);
        let place = (row.lens.clone(), (row.id.clone(), row.language.clone()));
        let (items, charts) =
            (items.remove(&place).unwrap_or_default(), charts.remove(&place).unwrap_or_default());
        let section = (|| {
            Some(LensSection {
                id: id?,
                title: title?,
                text: optional(&row.text),
                basis: optional(&row.basis),
                form: form?,
                labels,
                items,
                charts,
            })
        })();
        if let Some(section) = section {
            check_items(&mut check, &section);
            sections.entry((row.lens.clone(), row.language.clone())).or_default().push(section);
        }
    }
    let lost = items.keys().chain(charts.keys()).filter(|_| files.lens_sections.complete);
    for (lens, (section, language)) in lost {
        let text =
            format!("no section \"{section}\" of \"{lens}\" in {language}, which items or charts name");
        problems.file(<LensSectionRow as crate::data::sources::CsvRow>::FILE, text);
    }
    sections
}

fn form(check: &mut RowCheck<'_>, text: &str) -> Option<SectionForm> {
    let form = match text {
        "cards" => Some(SectionForm::Cards),
        "table" => Some(SectionForm::Table),
        "timeline" => Some(SectionForm::Timeline),
        "list" => Some(SectionForm::List),
        _ => None,
    };
    if form.is_none() {
        check.problem(format!("unknown form \"{text}\": cards, table, timeline or list"));
    }
    form
}

/// Names of facts, such as `status=2024;remaining=What remains`.
fn labels(check: &mut RowCheck<'_>, text: &str) -> Vec<FactLabel> {
    check.list("labels", text, |check, item| {
        let (id, name) = item.split_once('=').unwrap_or((item, ""));
        let (id, name) = (check.id("label", id), check.required("name of a label", name));
        Some(FactLabel { id: id?, name: name? })
    })
}

/// The facts of items have labels of the section, and what a form needs is there.
fn check_items(check: &mut RowCheck<'_>, section: &LensSection) {
    for item in &section.items {
        for fact in &item.facts {
            if section.labels.iter().all(|label| label.id != fact.label) {
                check.problem(format!("no label \"{}\", which the item \"{}\" has", fact.label, item.id));
            }
        }
        if section.form == SectionForm::Timeline && item.years.is_empty() {
            check.problem(format!("the item \"{}\" of a timeline has no year", item.id));
        }
        if item.text.is_none() && item.facts.is_empty() {
            check.problem(format!("the item \"{}\" says nothing", item.id));
        }
    }
}

/// The items of each section.
fn items(
    files: &Sources,
    known: &KnownIds,
    facts: &mut BTreeMap<Key, Vec<LensFact>>,
    problems: &mut Problems,
) -> BTreeMap<(String, Key), Vec<LensItem>> {
    let (mut seen, mut items) = (SeenKeys::new(), BTreeMap::<_, Vec<LensItem>>::new());
    for row in &files.lens_items.rows {
        let mut check = RowCheck::new::<LensItemRow>(problems, row.line_number);
        let key = (row.id.clone(), row.language.clone());
        check.unique(&mut seen, key.clone(), format!("item \"{}\" in {}", row.id, row.language));
        check.language(&row.language);
        let facts = facts.remove(&key).unwrap_or_default();
        if let Some(item) = item(&mut check, row, facts, known) {
            let place = (row.lens.clone(), (row.section.clone(), row.language.clone()));
            items.entry(place).or_default().push(item);
        }
    }
    for (item, language) in facts.keys().filter(|_| files.lens_items.complete) {
        let text = format!("facts of \"{item}\" in {language}, which lens-items.csv does not have");
        problems.file(<LensFactRow as crate::data::sources::CsvRow>::FILE, text);
    }
    items
}

fn item(
    check: &mut RowCheck<'_>,
    row: &LensItemRow,
    facts: Vec<LensFact>,
    known: &KnownIds,
) -> Option<LensItem> {
    let id = check.entry_id(&row.id);
    let title = check.required("title", &row.title);
    let years = check.list("years", &row.years, years);
    let (lines, goals) = (line_ties(check, &row.lines), goal_ties(check, &row.goals));
    let cells = cell_ties(check, &row.cells);
    let regions =
        check.list("regions", &row.regions, |check, text| check.value(VocabularyList::Region, text, known));
    let initiative = check.if_present(&row.initiative, |check, text| check.initiative(text, known));
    let page = check.address("page", &row.page);
    let (source, basis) = (check.source(&row.source, known), check.required("basis", &row.basis));
    let review = check.review(&row.review);
    Some(LensItem {
        id: id?,
        title: title?,
        text: optional(&row.text),
        years,
        facts,
        lines,
        goals,
        cells,
        regions,
        initiative,
        page,
        source: source?,
        basis: basis?,
        note: optional(&row.note),
        review: review?,
    })
}

/// A year, or two years with a hyphen between them.
fn years(check: &mut RowCheck<'_>, text: &str) -> Option<YearSpan> {
    let (from, to) = text.split_once('-').unwrap_or((text, text));
    let (from, to) = (check.year(from)?, check.year(to)?);
    if from > to {
        check.problem(format!("the years \"{text}\" end before they begin"));
    }
    Some(YearSpan { from, to })
}

/// The facts of each item.
fn facts(files: &Sources, problems: &mut Problems) -> BTreeMap<Key, Vec<LensFact>> {
    let (mut seen, mut facts) = (SeenKeys::new(), BTreeMap::<Key, Vec<LensFact>>::new());
    for row in &files.lens_facts.rows {
        let mut check = RowCheck::new::<LensFactRow>(problems, row.line_number);
        let key = (row.item.clone(), row.label.clone(), row.language.clone());
        check.unique(&mut seen, key, format!("fact \"{}\" of \"{}\"", row.label, row.item));
        check.language(&row.language);
        let (label, text) = (check.id("label", &row.label), check.required("text", &row.text));
        let missing = match row.missing.as_str() {
            "" => Some(false),
            text => check.yes_or_no("missing", text),
        };
        let fact = (|| Some(LensFact { label: label?, text: text?, missing: missing? }))();
        facts.entry((row.item.clone(), row.language.clone())).or_default().extend(fact);
    }
    facts
}
