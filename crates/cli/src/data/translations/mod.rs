//! Translations of the sources: `translations/{lang}.csv` has a row a text, with its place and the English text it was
//! made from.
//!
//! Tours, lenses, conflicts and rules become rows of the language before the check, so that a translation is checked as
//! its original is. One that lacks a text is left out as a whole: its page is then shown in English and says so.

mod complete;
mod rows;
mod translation;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use wsis_core::Language;

use super::csv_file::CsvRow;
use super::csv_file::{SourceTable, read_optional_table};
use super::problems::Problems;
use super::reviews::Reviews;
use super::sources::Sources;
use super::text_key::TextKey;
use super::translation_rows::TranslationRow;

pub(crate) use rows::TextRow;
pub(crate) use translation::{LanguageTranslations, Translation};

/// The translations by language.
#[derive(Debug, Default)]
pub struct Translations(BTreeMap<Language, LanguageTranslations>);

impl Translations {
    /// Reads the folder `translations`; a language without a file has no translations.
    pub(crate) fn read(folder: &Path, reviews: &Reviews, problems: &mut Problems) -> Self {
        let languages = Language::ALL.into_iter().filter_map(|language| Some((language, file(language)?)));
        let read = |(language, file)| {
            let table: SourceTable<TranslationRow> = read_optional_table(folder, file, problems)?;
            Some((
                language,
                by_place(
                    table,
                    file,
                    |key, one| reviews.confirm(language, key, &one.source, &one.text),
                    problems,
                ),
            ))
        };
        Self(languages.filter_map(read).collect())
    }

    /// The translation of a text.
    pub(crate) fn find<R: CsvRow>(&self, language: Language, row: &str, field: &str) -> Option<&Translation> {
        self.0.get(&language)?.get(&TextKey::of::<R>(row, field))
    }

    /// The translations into a language.
    pub(crate) fn of(&self, language: Language) -> Option<&LanguageTranslations> {
        self.0.get(&language)
    }

    /// Adds a row of the language for each translated row of the sources, and tells of translations without an original.
    pub(super) fn apply(&self, sources: &mut Sources, problems: &mut Problems) {
        for (language, texts) in &self.0 {
            let mut used = BTreeSet::new();
            complete::add(sources, *language, texts, &mut used);
            let Some(file) = file(*language) else { continue };
            for (place, translation) in texts.iter().filter(|(place, _)| !used.contains(place)) {
                let TextKey { table, row, field } = place;
                problems.line(file, translation.line, format!("{table}.csv has no {field} of \"{row}\""));
            }
        }
    }
}

/// The file of a language's translations; none for English.
pub(crate) fn file(language: Language) -> Option<&'static str> {
    match language {
        Language::English => None,
        Language::Arabic => Some("translations/ar.csv"),
        Language::Chinese => Some("translations/zh.csv"),
        Language::French => Some("translations/fr.csv"),
        Language::Russian => Some("translations/ru.csv"),
        Language::Spanish => Some("translations/es.csv"),
    }
}

fn by_place(
    table: SourceTable<TranslationRow>,
    file: &'static str,
    is_reviewed: impl Fn(&TextKey, &Translation) -> bool,
    problems: &mut Problems,
) -> LanguageTranslations {
    let mut texts = LanguageTranslations::new();
    for row in table.rows {
        if row.text.trim().is_empty() {
            problems.line(file, row.line_number, "text is missing");
            continue;
        }
        let place = TextKey { table: row.table, row: row.row, field: row.field };
        let mut translation =
            Translation { source: row.source, text: row.text, line: row.line_number, reviewed: false };
        translation.reviewed = is_reviewed(&place, &translation);
        if let Some(first) = texts.insert(place, translation) {
            problems.line(file, row.line_number, format!("the same text as in line {}", first.line));
        }
    }
    texts
}
