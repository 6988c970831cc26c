//! A table to download, before it is written as CSV or XLSX.

use super::column::{Column, text};
use super::csv::{Separator, row};
use super::origin::Origin;
use super::xlsx::xlsx;

/// A table whose every row ends with its origin, so that no part of it can lose it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportTable {
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
}

impl ExportTable {
    /// The rows with their origin; without rows one that has the origin alone.
    pub(super) fn new(
        columns: &[Column],
        rows: impl IntoIterator<Item = Vec<String>>,
        origin: &Origin,
    ) -> Self {
        let facts = origin.facts();
        let mut table = Self { columns: columns.to_vec(), rows: rows.into_iter().collect() };
        if table.rows.is_empty() {
            table.rows.push(vec![String::new(); columns.len()]);
        }
        // A project has a title of its own.
        let name = |name: &'static str| if name == "title" { "view" } else { name };
        table.columns.extend(facts.iter().map(|(fact, _)| text(name(fact))));
        for row in &mut table.rows {
            row.extend(facts.iter().map(|(_, value)| (*value).to_owned()));
        }
        table
    }

    /// The table as CSV.
    #[must_use]
    pub fn csv(&self, separator: Separator) -> String {
        let head = row(separator, self.columns.iter().map(|column| column.name));
        let rows = self.rows.iter().map(|fields| row(separator, fields.iter().map(String::as_str)));
        head + &rows.collect::<String>()
    }

    /// The table as a workbook of one sheet, for Excel and others.
    #[must_use]
    pub fn xlsx(&self) -> Vec<u8> {
        xlsx(&self.columns, &self.rows)
    }
}
