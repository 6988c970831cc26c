//! Columns of a table to download.

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Column {
    /// The name in the first row; no two columns have the same.
    pub(super) name: &'static str,
    /// Whether its fields are whole numbers.
    pub(super) is_number: bool,
}

/// A column of texts.
pub(super) const fn text(name: &'static str) -> Column {
    Column { name, is_number: false }
}

/// A column of whole numbers; a field may be empty.
pub(super) const fn number(name: &'static str) -> Column {
    Column { name, is_number: true }
}
