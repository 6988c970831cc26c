//! The register of reviews: `reviews.csv` says who read which translation, and when.
//!
//! A review counts for the two texts that the reviewer saw: as soon as one of them changes, the translation is one by
//! machine again. Nothing else makes a text reviewed.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use sha2::{Digest as _, Sha256};
use wsis_core::Language;

use super::csv_file::{CsvRow, SourceTable, read_optional_table};
use super::date::Date;
use super::problems::Problems;
use super::sources::{PassageRow, RationaleRow, Sources, TargetRow};
use super::text_key::TextKey;
use super::translation_rows::ReviewRow;

/// The reviews by language and text.
#[derive(Debug, Default)]
pub struct Reviews(BTreeMap<(Language, TextKey), ReviewedPair>);

/// Digests of the texts that the reviewer saw.
#[derive(Debug, PartialEq, Eq)]
struct ReviewedPair {
    source: String,
    text: String,
}

impl Reviews {
    /// Reads the register; a folder without one has no reviews.
    pub(crate) fn read(folder: &Path, problems: &mut Problems) -> Self {
        let file = ReviewRow::FILE;
        let table = read_optional_table::<ReviewRow>(folder, file, problems);
        let mut reviews = BTreeMap::new();
        for row in table.into_iter().flat_map(|table| table.rows) {
            let Ok(language) = row.language.parse::<Language>() else {
                problems.line(file, row.line_number, format!("unknown language \"{}\"", row.language));
                continue;
            };
            if row.office.trim().is_empty() || Date::read(&row.date).is_none() {
                problems.line(file, row.line_number, "a review needs an office and a day such as 2026-12-01");
                continue;
            }
            let key = TextKey { table: row.table, row: row.row, field: row.field };
            reviews.insert((language, key), ReviewedPair { source: row.source, text: row.text });
        }
        Self(reviews)
    }

    /// Whether these two texts are those that a reviewer saw.
    pub(crate) fn confirm(&self, language: Language, key: &TextKey, source: &str, text: &str) -> bool {
        let pair = || ReviewedPair { source: digest(source), text: digest(text) };
        self.0.get(&(language, key.clone())).is_some_and(|review| *review == pair())
    }
}

/// A row of a file with a row a language, with the one text that it has.
trait ReviewedRow: CsvRow {
    const FIELD: &'static str;
    fn key(&self) -> String;
    fn language(&self) -> &str;
    fn text(&self) -> &str;
    fn set_reviewed(&mut self);
}

macro_rules! reviewed_rows {
    ($($type:ident: $column:literal = $text:ident, |$row:ident| $key:expr;)+) => {
        $(impl ReviewedRow for $type {
            const FIELD: &'static str = $column;
            fn key(&self) -> String { let $row = self; $key }
            fn language(&self) -> &str { &self.language }
            fn text(&self) -> &str { &self.$text }
            fn set_reviewed(&mut self) { REVIEWED.clone_into(&mut self.review); }
        })+
    };
}

reviewed_rows!(
    TargetRow: "label" = label, |row| row.code.clone();
    RationaleRow: "text" = text, |row| format!("{}/{}", row.line, row.goal);
    PassageRow: "text" = text, |row| format!("{}/{}", row.line, row.part);
);

impl Reviews {
    /// Marks the rows whose translations are reviewed, and tells of rows that say so themselves.
    pub(super) fn apply(&self, sources: &mut Sources, problems: &mut Problems) {
        macro_rules! refuse {
            ($($table:ident),+) => {
                $(for row in &sources.$table.rows {
                    refuse_claim(&sources.$table, row.line_number, &row.review, problems);
                })+
            };
        }
        refuse!(targets, rationales, passages, initiatives, rules, conflicts, tours, tour_steps);
        refuse!(lenses, lens_sections, lens_items, lens_charts);
        self.confirm_rows(&mut sources.targets.rows);
        self.confirm_rows(&mut sources.rationales.rows);
        self.confirm_rows(&mut sources.passages.rows);
    }

    fn confirm_rows<R: ReviewedRow>(&self, rows: &mut [R]) {
        let mut seen = BTreeMap::<(String, String), usize>::new();
        let keys: Vec<String> = rows
            .iter()
            .map(|row| {
                let key = row.key();
                let place = (row.language().to_owned(), key.clone());
                let count = seen.entry(place).and_modify(|count| *count += 1).or_insert(1);
                if *count > 1 { format!("{key}/{count}") } else { key }
            })
            .collect();
        let is_english = |row: &R| row.language() == Language::English.code();
        let english: BTreeMap<&String, String> = keys
            .iter()
            .zip(rows.iter())
            .filter(|(_, row)| is_english(row))
            .map(|(key, row)| (key, row.text().to_owned()))
            .collect();
        for (key, row) in keys.iter().zip(rows.iter_mut()) {
            let Ok(language) = row.language().parse::<Language>() else { continue };
            let Some(source) = english.get(key) else { continue };
            if self.confirm(language, &TextKey::of::<R>(key, R::FIELD), source, row.text()) {
                row.set_reviewed();
            }
        }
    }
}

/// The word in the column `review`; only the register gives it.
pub(crate) const REVIEWED: &str = "reviewed";

fn refuse_claim<R: CsvRow>(_: &SourceTable<R>, line: u64, review: &str, problems: &mut Problems) {
    if review == REVIEWED {
        let text = format!(
            "review is \"{REVIEWED}\": only {} says so, which `wsis sheet --apply` writes",
            ReviewRow::FILE
        );
        problems.line(R::FILE, line, text);
    }
}

/// The first half of a text's SHA-256, in hexadecimal.
pub(crate) fn digest(text: &str) -> String {
    Sha256::digest(text).iter().take(16).fold(String::new(), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
