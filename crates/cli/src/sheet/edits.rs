//! Reads a sheet that comes back: which rows are taken, and why the others are not.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};

use super::text::{SheetText, placeholders};
use super::workbook::{COLUMNS, YES};
use crate::data::text_key::TextKey;
use crate::import::table::{self, ReadOptions, Record, Table};

/// A reviewed text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edit {
    /// Where it stands.
    pub(crate) key: TextKey,
    /// The English text it was reviewed against.
    pub(crate) source: String,
    /// The translation.
    pub(crate) text: String,
    /// True if the reviewer changed it.
    pub(crate) changes: bool,
}

/// The rows of a sheet.
#[derive(Debug, Default)]
pub(crate) struct Edits {
    /// Texts to take: those that were changed or marked as reviewed.
    pub(crate) taken: Vec<Edit>,
    /// Why rows are not taken, a sentence each.
    pub(crate) refused: Vec<String>,
}

/// Compares a sheet with the present texts.
pub(crate) fn read(path: &Path, texts: &[SheetText]) -> Result<Edits> {
    let known = COLUMNS.map(|(name, _)| name.to_lowercase()).into();
    let table = table::read(path, &ReadOptions { known_columns: known, ..ReadOptions::default() })?;
    let columns = SheetColumns::find(&table).with_context(|| {
        format!("{}: not a sheet of translations: it needs the columns English, Translation, Reviewed, Table, Row and Field", path.display())
    })?;
    let by_key: BTreeMap<&TextKey, &SheetText> = texts.iter().map(|text| (&text.key, text)).collect();
    let mut edits = Edits::default();
    for (row, problem) in &table.malformed {
        edits.refused.push(format!("row {row}: {problem}"));
    }
    for record in &table.rows {
        match columns.edit(record, &by_key) {
            Ok(edit) => edits.taken.extend(edit),
            Err(problem) => edits.refused.push(format!("row {}: {problem}", record.number)),
        }
    }
    Ok(edits)
}

/// The positions of the columns that are read.
struct SheetColumns {
    english: usize,
    translation: usize,
    reviewed: usize,
    key: [usize; 3],
}

impl SheetColumns {
    fn find(table: &Table) -> Option<Self> {
        let at = |name: &str| table.columns.iter().position(|column| column.eq_ignore_ascii_case(name));
        Some(Self {
            english: at("English")?,
            translation: at("Translation")?,
            reviewed: at("Reviewed")?,
            key: [at("Table")?, at("Row")?, at("Field")?],
        })
    }

    /// The edit of a row; none if it is neither changed nor marked.
    fn edit(&self, record: &Record, texts: &BTreeMap<&TextKey, &SheetText>) -> Result<Option<Edit>, String> {
        let cell = |at: usize| record.cells.get(at).map_or("", String::as_str);
        let [table, row, field] = self.key.map(|at| cell(at).trim().to_owned());
        let key = TextKey { table, row, field };
        let name = format!("{} of {} in {}", key.field, key.row, key.table);
        let text = texts.get(&key).ok_or_else(|| format!("there is no text {name}"))?;
        let translation = cell(self.translation).trim();
        let is_marked = match cell(self.reviewed).trim().to_lowercase().as_str() {
            "" | "no" => false,
            YES | "x" => true,
            other => return Err(format!("Reviewed is “{other}”: yes, or empty")),
        };
        let before = text.translation.as_deref().unwrap_or_default();
        let changes = same_spaces(translation) != same_spaces(before);
        if !changes && (!is_marked || text.reviewed) {
            return Ok(None);
        }
        if same_spaces(cell(self.english).trim()) != same_spaces(&text.source) {
            return Err(format!("the English text of {name} has changed since the sheet was made"));
        }
        check(translation, &text.source)?;
        // A spreadsheet may turn no-break spaces into others: what did not change is left as it was.
        let text_taken = if changes { translation } else { before };
        Ok(Some(Edit { key, source: text.source.clone(), text: text_taken.to_owned(), changes }))
    }
}

fn same_spaces(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

fn check(translation: &str, source: &str) -> Result<(), String> {
    if translation.is_empty() {
        return Err("the translation is empty".to_owned());
    }
    if let Some(control) = translation.chars().find(|letter| letter.is_control()) {
        return Err(format!("the translation has a control character (U+{:04X})", u32::from(control)));
    }
    let (wanted, found) = (placeholders(source), placeholders(translation));
    // A plural form may say its number in words.
    let without_count = |names: &[&str]| {
        names.iter().filter(|name| **name != "count").map(ToString::to_string).collect::<Vec<_>>()
    };
    if without_count(&wanted) != without_count(&found)
        || found.contains(&"count") && !wanted.contains(&"count")
    {
        let list =
            |names: &[&str]| names.iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(", ");
        return Err(format!(
            "the placeholders are {} where English has {}",
            or_none(list(&found)),
            or_none(list(&wanted))
        ));
    }
    Ok(())
}

fn or_none(text: String) -> String {
    if text.is_empty() { "none".to_owned() } else { text }
}
