//! Reads a file into rows of text with named columns, whatever kind of file it is. Knows nothing of projects.

mod delimited;
mod encoding;
mod json;
mod record;
mod workbook;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use encoding_rs::Encoding;

pub use record::{Record, Table};

/// Facts about a file that it does not contain.
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
