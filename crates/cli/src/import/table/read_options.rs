//! Facts about a file that it does not contain.

use std::collections::BTreeSet;

use encoding_rs::Encoding;

/// Facts about a file that it does not contain.
#[derive(Debug, Default, Clone)]
pub struct ReadOptions {
    /// The encoding of text whose letters do not tell it.
    pub encoding: Option<&'static Encoding>,
    /// The sheet of a workbook; otherwise the first visible one that is not empty.
    pub sheet: Option<String>,
    /// The row with the names of the columns; otherwise the first one, or the one with the most known names.
    pub header_row: Option<u64>,
    /// Names of columns that a header is recognized by, as match keys.
    pub known_columns: BTreeSet<String>,
}
