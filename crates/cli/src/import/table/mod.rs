//! Reads a file into rows of text with named columns, whatever kind of file it is. Knows nothing of projects.

mod delimited;
mod encoding;
mod json;
mod workbook;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use encoding_rs::Encoding;

/// A file as rows of text.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Table {
    /// The file's name as it was given.
    pub file: String,
    /// What kind of file it turned out to be, in words.
    pub format: String,
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The rows that have a cell for each column.
    pub rows: Vec<Record>,
    /// Rows that could not be read: the number of each, and why.
    pub malformed: Vec<(u64, String)>,
    /// What an operator should know about the file as a whole.
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

/// What to know of a file that it does not say itself.
#[derive(Debug, Default, Clone)]
pub struct ReadOptions {
    /// The encoding, for text that is neither UTF-8 nor UTF-16 nor Windows-1252.
    pub encoding: Option<&'static Encoding>,
    /// The sheet of a workbook; otherwise the first visible one that is not empty.
    pub sheet: Option<String>,
}

/// Reads a file: a workbook if it is one, else JSON if it begins like it, else text with delimiters.
///
/// # Errors
/// A file that is not there, or that has no rows and columns to read; with its name.
pub fn read(path: &Path, options: &ReadOptions) -> Result<Table> {
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut table = read_bytes(&bytes, options).with_context(|| path.display().to_string())?;
    table.file = path.display().to_string();
    Ok(table)
}

fn read_bytes(bytes: &[u8], options: &ReadOptions) -> Result<Table> {
    if bytes.starts_with(b"PK") {
        return workbook::read(bytes, options.sheet.as_deref());
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        bail!("is a workbook of the old kind (.xls), or one with a password: save it as .xlsx");
    }
    let text = encoding::decode(bytes, options.encoding)?;
    if text.text.trim_start().starts_with(['[', '{']) { json::read(&text) } else { delimited::read(&text) }
}

/// The name of a column without one.
fn column_name(name: &str, position: usize) -> String {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() { format!("(column {})", position + 1) } else { name }
}

/// Makes a row as long as the header: too long or too short, a value may stand in the wrong column.
fn fit(mut cells: Vec<String>, columns: usize) -> Result<Vec<String>, String> {
    while cells.len() > columns && cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        cells.pop();
    }
    if cells.len() == columns {
        Ok(cells)
    } else {
        Err(format!("{} fields instead of {columns}: values may stand in the wrong columns", cells.len()))
    }
}
