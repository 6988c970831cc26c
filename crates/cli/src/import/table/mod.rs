//! Reads a file into rows of text with named columns, whatever kind of file it is. Knows nothing of projects.

mod delimited;
mod encoding;
mod header;
mod json;
mod record;
mod script;
mod workbook;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use encoding_rs::Encoding;

pub use record::{Record, Remark, Table};

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
        return workbook::read_zipped(bytes, options);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return workbook::read_xls(bytes, options);
    }
    let text = encoding::decode(bytes, options.encoding)?;
    let begin = text.text.trim_start();
    if begin.starts_with('<') {
        bail!("is a web page: save its table as .xlsx or CSV");
    }
    if begin.starts_with(['[', '{']) { json::read(&text) } else { delimited::read(&text, options) }
}
