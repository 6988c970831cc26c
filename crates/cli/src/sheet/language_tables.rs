//! The files of the sources with a row a language.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use wsis_core::Language;

use super::csv_document::CsvDocument;
use crate::data::text_key::TextKey;

/// A file with a row a language.
pub(crate) struct LanguageTable {
    /// The file without its extension.
    pub(crate) name: &'static str,
    /// The columns that a text is found by, beside its language.
    pub(crate) keys: &'static [&'static str],
    /// The columns with texts.
    pub(crate) texts: &'static [&'static str],
    /// The part of the site that shows them.
    pub(crate) screen: &'static str,
    /// Its picture.
    pub(crate) picture: &'static str,
}

/// All of them.
pub(crate) const LANGUAGE_TABLES: [LanguageTable; 8] = [
    table("line-names", &["line"], &["name", "short"], "Matrix", "matrix.png"),
    table("goal-names", &["goal"], &["name"], "Matrix", "matrix.png"),
    table("coverage", &[], &["text", "none", "some"], "Frame and header", "matrix.png"),
    table("targets", &["code"], &["label"], "Panel", "panel.png"),
    table("rationales", &["line", "goal"], &["text"], "Panel", "panel.png"),
    table("passages", &["line", "part"], &["text"], "Panel", "line.png"),
    table("vocabulary", &["list", "id"], &["name"], "Filters and lists", "filters.png"),
    table("collections", &["id"], &["name", "short", "about", "bias"], "About", "about.png"),
];

const fn table(
    name: &'static str,
    keys: &'static [&'static str],
    texts: &'static [&'static str],
    screen: &'static str,
    picture: &'static str,
) -> LanguageTable {
    LanguageTable { name, keys, texts, screen, picture }
}

impl LanguageTable {
    /// Reads its file.
    pub(crate) fn read(&self, sources: &Path) -> Result<CsvDocument> {
        CsvDocument::read(&sources.join(format!("{}.csv", self.name)))
    }

    /// The rows of a language by their key. Of several rows with the same key the second has `/2` behind it, and so on.
    pub(crate) fn rows(&self, document: &CsvDocument, language: Language) -> Vec<(String, usize)> {
        let mut seen = BTreeMap::<String, usize>::new();
        let of_language =
            (0..document.len()).filter(|row| document.field(*row, "language") == language.code());
        of_language
            .map(|row| {
                let key =
                    self.keys.iter().map(|column| document.field(row, column)).collect::<Vec<_>>().join("/");
                let count = seen.entry(key.clone()).and_modify(|count| *count += 1).or_insert(1);
                (if *count > 1 { format!("{key}/{count}") } else { key }, row)
            })
            .collect()
    }

    /// Adds a row of the language for a text that has none; gives its place. It names no text and no evidence yet.
    pub(crate) fn add_row(&self, document: &mut CsvDocument, language: Language, key: &str) -> Option<usize> {
        let english = self.rows(document, Language::English);
        let (_, original) = english.into_iter().find(|(row, _)| row == key)?;
        let row = document.push_copy(original)?;
        let empty = self.texts.iter().chain(&["evidence"]).map(|column| (*column, ""));
        let given = [("language", language.code()), ("status", "recalled"), ("review", "machine")];
        empty.chain(given).for_each(|(column, text)| document.set(row, column, text));
        Some(row)
    }

    /// The key of a text.
    pub(crate) fn text_key(&self, row: &str, column: &str) -> TextKey {
        TextKey { table: self.name.to_owned(), row: row.to_owned(), field: column.to_owned() }
    }
}
