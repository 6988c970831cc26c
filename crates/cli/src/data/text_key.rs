//! The place of a text in the sources.

use super::csv_file::CsvRow;

/// Where a text stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextKey {
    /// The file without its extension.
    pub(crate) table: String,
    /// The row's key: its ids with `/` between them.
    pub(crate) row: String,
    /// The column; in a column with several texts also the text's name.
    pub(crate) field: String,
}

impl TextKey {
    /// The place of a text in a row of the type.
    pub(crate) fn of<R: CsvRow>(row: &str, field: &str) -> Self {
        let table = R::FILE.trim_end_matches(".csv").to_owned();
        Self { table, row: row.to_owned(), field: field.to_owned() }
    }
}

/// Whether a text has words: numbers and years are the same in every language.
pub(crate) fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}
