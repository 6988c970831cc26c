//! Reads a file into rows of text with named columns, whatever kind of file it is. Knows nothing of projects.

mod delimited;
mod encoding;
mod header;
mod json;
mod read_options;
mod record;
mod script;
mod workbook;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

pub use read_options::ReadOptions;
pub use record::{Record, Remark, Table};

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

/// Decodes a saved web page: as it says itself if it is not UTF-8.
pub(super) fn decode_page(bytes: &[u8], options: &ReadOptions) -> Result<String> {
    Ok(encoding::decode(bytes, options.encoding.or_else(|| encoding::declared_by_page(bytes)))?.text)
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
        bail!("is a web page: give the folder of saved pages, or save its table as .xlsx or CSV");
    }
    if begin.starts_with(['[', '{']) { json::read(&text) } else { delimited::read(&text, options) }
}
