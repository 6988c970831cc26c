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
    /// The encoding was recognized by the letters alone, so that it may be another one.
    pub encoding_is_guess: bool,
    /// It is a page of ITU's site that was saved: public, so that no status is needed.
    pub is_page: bool,
}

/// A row of a table.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its number as a spreadsheet counts it; in JSON the number of the object, from 1.
    pub number: u64,
    /// One cell a column. A list in JSON is one item a line.
    pub cells: Vec<String>,
    /// The workbook hides the row, by a filter or by hand.
    pub hidden: bool,
    /// Differences between the row and the file.
    pub remarks: Vec<Remark>,
}

/// A difference between a row and the file it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The column it belongs to, by position; none for the whole row.
    pub column: Option<usize>,
    /// The difference, in words.
    pub text: String,
    /// A value of the file was not read.
    pub loses: bool,
}

/// The name of a column without one.
pub(super) fn column_name(name: &str, position: usize) -> String {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() { format!("(column {})", position + 1) } else { name }
}

/// Makes a row as long as the header. A shorter one lacks empty cells at its end; a longer one, or a lone field,
/// may have values in the wrong columns.
pub(super) fn fit(mut record: Record, columns: usize) -> Result<Record, String> {
    let cells = &mut record.cells;
    while cells.len() > columns && cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        cells.pop();
    }
    let fields = cells.len();
    let filled = cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    if fields > columns || (fields < columns && filled < 2 && columns > 2) {
        return Err(format!("{fields} fields instead of {columns}: values may stand in the wrong columns"));
    }
    if fields < columns {
        cells.resize(columns, String::new());
        let text = "fewer fields than the header: the missing ones at the end are taken as empty".to_owned();
        record.remarks.push(Remark { column: None, text, loses: false });
    }
    Ok(record)
}
