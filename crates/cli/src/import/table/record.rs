//! A table and its rows.

/// A file as rows of text.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Table {
    /// The file's name as it was given.
    pub file: String,
    /// The format that was recognized, in words.
    pub format: String,
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The rows that have a cell for each column.
    pub rows: Vec<Record>,
    /// Rows that could not be read: the number of each, and why.
    pub malformed: Vec<(u64, String)>,
    /// Remarks for the operator on the file as a whole.
    pub notes: Vec<String>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its number as a spreadsheet counts it, the header being row 1; in JSON the number of the object, from 1.
    pub number: u64,
    /// One cell a column. A list in JSON is one item a line.
    pub cells: Vec<String>,
}

/// The name of a column without one.
pub(super) fn column_name(name: &str, position: usize) -> String {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() { format!("(column {})", position + 1) } else { name }
}

/// Makes a row as long as the header: too long or too short, a value may stand in the wrong column.
pub(super) fn fit(mut cells: Vec<String>, columns: usize) -> Result<Vec<String>, String> {
    while cells.len() > columns && cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        cells.pop();
    }
    if cells.len() == columns {
        Ok(cells)
    } else {
        Err(format!("{} fields instead of {columns}: values may stand in the wrong columns", cells.len()))
    }
}
