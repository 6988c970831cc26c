//! Project pages of ITU that were saved from a browser: a folder of them -> a table of one row for each page.
//!
//! | module | what it does |
//! |---|---|
//! | `lines` | HTML or text -> the lines that a reader sees, with their headings |
//! | `headings` | the headings of ITU's pages, and the part of the entry below each |
//! | `entry` | lines -> the parts of an entry |
//! | `number` | the number of the entry and the address of its page |
//!
//! Nothing is fetched. What stands below an unknown heading is never read.

mod entry;
mod headings;
mod lines;
mod number;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::table::{ReadOptions, Record, Table, decode_page};
use lines::SavedPage;

/// Reads the pages of a folder, in the order of their names; each is a table of its own.
///
/// # Errors
/// A folder that cannot be read, or without a page.
pub(super) fn read_folder(folder: &Path, options: &ReadOptions) -> Result<Vec<Table>> {
    let unreadable = || format!("cannot read {}", folder.display());
    let mut files: Vec<PathBuf> = Vec::new();
    for file in fs::read_dir(folder).with_context(unreadable)? {
        let path = file.with_context(unreadable)?.path();
        if path.is_file() && kind(&path).is_some() {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        bail!("{}: no saved pages (.html, .htm or .txt)", folder.display());
    }
    files.iter().map(|file| read_file(file, options)).collect()
}

/// The kind of a saved file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FileKind {
    Html,
    Text,
    /// A page in a form that is not read.
    Other,
}

fn kind(path: &Path) -> Option<FileKind> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    match ending.as_str() {
        "html" | "htm" | "xhtml" => Some(FileKind::Html),
        "txt" => Some(FileKind::Text),
        "mht" | "mhtml" | "pdf" | "webarchive" => Some(FileKind::Other),
        _ => None,
    }
}

fn read_file(path: &Path, options: &ReadOptions) -> Result<Table> {
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
    let read = match kind(path) {
        Some(FileKind::Other) | None => Err("save the page as HTML or as text".to_owned()),
        Some(kind) => decode_page(&bytes, options)
            .map_err(|error| format!("{error:#}"))
            .and_then(|text| row(&text, kind, name)),
    };
    let mut table = read.unwrap_or_else(|reason| Table {
        malformed: vec![(1, format!("not understood: {reason}"))],
        ..Table::default()
    });
    table.file = path.display().to_string();
    table.format = "saved page".to_owned();
    table.is_page = true;
    Ok(table)
}

/// A page as a table of one row.
fn row(text: &str, kind: FileKind, file_name: &str) -> Result<Table, String> {
    let page = if kind == FileKind::Html { SavedPage::of_html(text) } else { SavedPage::of_text(text) };
    let number = number::find(file_name, &page.addresses);
    let (parts, unknown) = entry::read(&page.lines, &number)?;
    let (columns, cells): (Vec<String>, Vec<String>) = parts.into_iter().unzip();
    let rows = vec![Record { number: 1, cells, ..Record::default() }];
    let notes = if unknown == 0 {
        Vec::new()
    } else {
        vec![format!("headings or lines that belong to no known one: {unknown}; they are not read")]
    };
    Ok(Table { columns, rows, notes, ..Table::default() })
}
