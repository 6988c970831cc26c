//! The values of a cell, and the parts that could not be read.

/// A part of a cell that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadValue {
    /// The part.
    pub value: String,
    /// Why, in words.
    pub reason: String,
}

/// The values read from a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellValues<T> {
    /// The values, each once, in the order of the cell.
    pub values: Vec<T>,
    /// The parts that could not be read.
    pub refused: Vec<UnreadValue>,
}

impl<T> Default for CellValues<T> {
    fn default() -> Self {
        Self { values: Vec::new(), refused: Vec::new() }
    }
}

impl<T: PartialEq> CellValues<T> {
    pub(super) fn add(&mut self, value: T) {
        if !self.values.contains(&value) {
            self.values.push(value);
        }
    }

    pub(super) fn refuse(&mut self, value: &str, reason: impl Into<String>) {
        self.refused.push(UnreadValue { value: value.to_owned(), reason: reason.into() });
    }
}
