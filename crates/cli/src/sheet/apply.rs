//! Writes reviewed texts into the catalogue, the sources and the register of reviews.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use wsis_core::Language;

use super::catalogue::CatalogueFile;
use super::collect::INTERFACE;
use super::csv_document::CsvDocument;
use super::edits::Edit;
use super::folders::{Folders, Reviewer};
use super::language_tables::LANGUAGE_TABLES;
use crate::data::csv_file::CsvRow as _;
use crate::data::reviews::digest;
use crate::data::translation_rows::{ReviewRow, TranslationRow};
use crate::data::translations;

/// Writes the edits. Files without an edit are not touched.
pub(crate) fn apply(
    folders: &Folders<'_>,
    language: Language,
    edits: &[Edit],
    reviewer: &Reviewer<'_>,
) -> Result<()> {
    let mut by_table = BTreeMap::<&str, Vec<&Edit>>::new();
    for edit in edits {
        by_table.entry(&edit.key.table).or_default().push(edit);
    }
    let mut others = Vec::new();
    for (name, edits) in by_table {
        let changed: Vec<&Edit> = edits.into_iter().filter(|edit| edit.changes).collect();
        if changed.is_empty() {
            continue;
        }
        if name == INTERFACE {
            let mut catalogue = CatalogueFile::read(folders.texts, language)?;
            changed.iter().for_each(|edit| catalogue.set(&edit.key.row, &edit.key.field, &edit.text));
            catalogue.write()?;
        } else if let Some(table) = LANGUAGE_TABLES.iter().find(|table| table.name == name) {
            let mut document = table.read(folders.sources)?;
            let mut rows: BTreeMap<String, usize> = table.rows(&document, language).into_iter().collect();
            for edit in changed {
                let key = &edit.key;
                let found = rows.get(&key.row).copied();
                let row = found.or_else(|| table.add_row(&mut document, language, &key.row));
                let row = row.with_context(|| format!("{name}.csv has no English row {}", key.row))?;
                rows.insert(key.row.clone(), row);
                document.set(row, &key.field, &edit.text);
            }
            document.write()?;
        } else {
            others.extend(changed);
        }
    }
    write_translations(folders, language, &others)?;
    register(folders, language, edits, reviewer)
}

fn write_translations(folders: &Folders<'_>, language: Language, edits: &[&Edit]) -> Result<()> {
    let Some(file) = translations::file(language).filter(|_| !edits.is_empty()) else { return Ok(()) };
    let mut document = CsvDocument::read_or_begin(&folders.sources.join(file), TranslationRow::COLUMNS)?;
    let rows: BTreeMap<[String; 3], usize> = (0..document.len())
        .map(|row| (["table", "row", "field"].map(|column| document.field(row, column).to_owned()), row))
        .collect();
    for edit in edits {
        let key = &edit.key;
        match rows.get(&[key.table.clone(), key.row.clone(), key.field.clone()]) {
            Some(row) => {
                document.set(*row, "text", &edit.text);
                document.set(*row, "source", &edit.source);
            }
            None => document.push(&[
                ("table", &key.table),
                ("row", &key.row),
                ("field", &key.field),
                ("source", &edit.source),
                ("text", &edit.text),
            ]),
        }
    }
    document.write()
}

/// Notes who reviewed the texts; a later review takes the place of the one before.
fn register(
    folders: &Folders<'_>,
    language: Language,
    edits: &[Edit],
    reviewer: &Reviewer<'_>,
) -> Result<()> {
    if edits.is_empty() {
        return Ok(());
    }
    let mut document =
        CsvDocument::read_or_begin(&folders.sources.join(ReviewRow::FILE), ReviewRow::COLUMNS)?;
    let key_columns = ["language", "table", "row", "field"];
    let rows: BTreeMap<[String; 4], usize> = (0..document.len())
        .map(|row| (key_columns.map(|column| document.field(row, column).to_owned()), row))
        .collect();
    let date = reviewer.date.to_string();
    for edit in edits {
        let key = &edit.key;
        let (source, text) = (digest(&edit.source), digest(&edit.text));
        let code = language.code();
        let values =
            [("source", source.as_str()), ("text", &text), ("office", reviewer.office), ("date", &date)];
        match rows.get(&[code.to_owned(), key.table.clone(), key.row.clone(), key.field.clone()]) {
            Some(row) => values.iter().for_each(|(column, value)| document.set(*row, column, value)),
            None => {
                let place =
                    [("language", code), ("table", &key.table), ("row", &key.row), ("field", &key.field)];
                document.push(&[&place[..], &values[..]].concat());
            }
        }
    }
    document.write()
}
