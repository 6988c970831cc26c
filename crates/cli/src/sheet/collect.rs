//! Gathers the texts of a language from the sources and the catalogues.

use std::collections::BTreeMap;

use anyhow::Result;
use wsis_core::Language;

use super::catalogue::CatalogueFile;
use super::folders::Folders;
use super::language_tables::LANGUAGE_TABLES;
use super::text::{SheetText, longest};
use crate::data::problems::{InvalidSources, Problems};
use crate::data::reviews::Reviews;
use crate::data::sources::Sources;
use crate::data::text_key::{TextKey, has_words};
use crate::data::translations::{LanguageTranslations, TextRow, Translations};

/// The name of the interface's catalogue among the tables.
pub(crate) const INTERFACE: &str = "interface";

/// All texts, in the order of the site's screens and of the files.
pub(crate) fn collect(folders: &Folders<'_>, language: Language) -> Result<Vec<SheetText>> {
    let mut problems = Problems::default();
    let reviews = Reviews::read(folders.sources, &mut problems);
    let sources = Sources::read(folders.sources, &mut problems);
    let translations = Translations::read(folders.sources, &reviews, &mut problems);
    if !problems.is_empty() {
        return Err(InvalidSources::new(folders.sources, problems).into());
    }
    let mut texts = interface_texts(folders, language)?;
    for table in &LANGUAGE_TABLES {
        let document = table.read(folders.sources)?;
        let translated: BTreeMap<String, usize> = table.rows(&document, language).into_iter().collect();
        for (key, row) in table.rows(&document, Language::English) {
            for column in table.texts {
                let source = document.field(row, column).to_owned();
                let translation = translated.get(&key).map(|row| document.field(*row, column).to_owned());
                let context = format!("{column} of {key}").replace("text of ", "");
                texts.push(SheetText {
                    key: table.text_key(&key, column),
                    screen: table.screen,
                    picture: table.picture,
                    context,
                    longest: (*column == "short").then(|| longest(&source)).flatten(),
                    source,
                    translation,
                    reviewed: false,
                });
            }
        }
    }
    add_translated_rows(sources, translations.of(language), &mut texts);
    texts.retain(|text| has_words(&text.source));
    for text in &mut texts {
        text.translation = text.translation.take().filter(|translation| !translation.is_empty());
        let confirmed =
            |translation: &String| reviews.confirm(language, &text.key, &text.source, translation);
        text.reviewed = text.translation.as_ref().is_some_and(confirmed);
    }
    Ok(texts)
}

fn interface_texts(folders: &Folders<'_>, language: Language) -> Result<Vec<SheetText>> {
    let english = CatalogueFile::read(folders.texts, Language::English)?;
    let translated = CatalogueFile::read(folders.texts, language)?;
    let text = |(key, form): (&str, &str)| {
        let (screen, picture) = screen(key);
        let source = english.text(key, form).or_else(|| english.text(key, "other")).unwrap_or_default();
        SheetText {
            key: TextKey { table: INTERFACE.to_owned(), row: key.to_owned(), field: form.to_owned() },
            screen,
            picture,
            context: if form.is_empty() { String::new() } else { format!("plural form “{form}”") },
            longest: longest(source),
            source: source.to_owned(),
            translation: translated.text(key, form).map(str::to_owned),
            reviewed: false,
        }
    };
    Ok(translated.places().map(text).collect())
}

/// The screen of a key of the interface, with its picture.
fn screen(key: &str) -> (&'static str, &'static str) {
    const SCREENS: [(&str, &str, &str); 17] = [
        ("site_", "Frame and header", "matrix.png"),
        ("grid_", "Matrix", "matrix.png"),
        ("panel_", "Panel", "panel.png"),
        ("profile_", "Panel", "line.png"),
        ("project_", "A project", "project.png"),
        ("filter_", "Filters and lists", "filters.png"),
        ("search_", "Search", "search.png"),
        ("lens_", "Pages on the report", "report.png"),
        ("compare_", "Comparison", "compare.png"),
        ("cite_", "Citation", "cite.png"),
        ("download_", "Downloads", "download.png"),
        ("embed_", "Embedding", "embed.png"),
        ("offline_", "Offline copy", ""),
        ("stage_", "Presentation", "stage.png"),
        ("tour_", "Presentation", "stage.png"),
        ("about_", "About", "about.png"),
        ("failure_", "Errors", ""),
    ];
    let found = SCREENS.into_iter().find(|(prefix, ..)| key.starts_with(prefix));
    found.map_or(("Elsewhere", ""), |(_, screen, picture)| (screen, picture))
}

fn add_translated_rows(
    mut sources: Sources,
    translations: Option<&LanguageTranslations>,
    texts: &mut Vec<SheetText>,
) {
    let mut rows = RowTexts { translations, texts };
    rows.add("Pages on the report", "report.png", &mut sources.lenses.rows);
    rows.add("Pages on the report", "report.png", &mut sources.lens_sections.rows);
    rows.add("Pages on the report", "report.png", &mut sources.lens_items.rows);
    rows.add("Pages on the report", "report.png", &mut sources.lens_facts.rows);
    rows.add("Pages on the report", "report.png", &mut sources.lens_charts.rows);
    rows.add("Pages on the report", "report.png", &mut sources.lens_values.rows);
    rows.add("Initiatives", "initiative.png", &mut sources.initiatives.rows);
    rows.add("Presentation", "stage.png", &mut sources.tours.rows);
    rows.add("Presentation", "stage.png", &mut sources.tour_steps.rows);
    rows.add("About", "about.png", &mut sources.conflicts.rows);
    rows.add("About", "about.png", &mut sources.sources.rows);
    rows.add("Form for an entry", "", &mut sources.rules.rows);
    rows.add("Panel", "line.png", &mut sources.lines.rows);
    rows.add("Panel", "panel.png", &mut sources.links.rows);
}

/// Texts of rows whose translations stand in a file of their own.
struct RowTexts<'t> {
    translations: Option<&'t LanguageTranslations>,
    texts: &'t mut Vec<SheetText>,
}

impl RowTexts<'_> {
    fn add<R: TextRow>(&mut self, screen: &'static str, picture: &'static str, rows: &mut [R]) {
        let mut seen = std::collections::BTreeSet::new();
        for row in rows.iter_mut().filter(|row| row.language() == Language::English.code()) {
            row.visit_texts(&mut |row, field, text| {
                let key = TextKey::of::<R>(row, field);
                // The names of a chart's series stand in several rows.
                if !seen.insert(key.clone()) {
                    return;
                }
                let found = self.translations.and_then(|texts| texts.get(&key));
                let (translation, source) = (found.map(|found| found.text.clone()), text.clone());
                let context = format!("{field} of {row}");
                self.texts.push(SheetText {
                    key,
                    screen,
                    picture,
                    context,
                    source,
                    translation,
                    reviewed: false,
                    longest: None,
                });
            });
        }
    }
}
