//! `cargo xtask size`: the bytes of the first load, against the budget.
//!
//! The first load is all that the browser asks for before a click is answered: the page, what it links to, and the
//! three files of data that draw the matrix. A browser test holds the list against what a real browser asks for.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use wsis_cli::site::links;
use wsis_core::Language;
use wsis_core::contract::manifest::Manifest;
use wsis_core::contract::path;

use crate::arguments::Arguments;

/// How much the first load may take, in bytes after brotli 11.
const BUDGET: usize = 200 * 1000;

/// A file of the first load.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its path below the site.
    pub path: String,
    /// Its size in bytes.
    pub plain: usize,
    /// Its size in bytes after brotli 11.
    pub brotli: usize,
}

/// Runs the command and says how large every file is.
///
/// # Errors
/// No built site, or more bytes than the budget.
pub fn command(given: impl Iterator<Item = String>) -> Result<String> {
    let mut arguments = Arguments::new(given);
    let folder = arguments.value("--folder")?.unwrap_or_else(|| "dist".to_owned());
    arguments.end()?;
    let files = first_load(Path::new(&folder))?;
    let total: usize = files.iter().map(|file| file.brotli).sum();
    let mut report = String::from("first load, bytes plain and after brotli 11:\n");
    for file in &files {
        let _ = writeln!(report, "{:>9} {:>8}  {}", file.plain, file.brotli, file.path);
    }
    let _ = write!(report, "{:>9} {total:>8}  of {BUDGET}", "");
    if total > BUDGET {
        bail!("{report}\nThe first load is {} bytes over its budget.", total - BUDGET);
    }
    Ok(report)
}

/// The files of the first load of a built site.
///
/// # Errors
/// A file that is not there.
pub fn first_load(folder: &Path) -> Result<Vec<File>> {
    let page = read(folder, "index.html")?;
    let page_text = String::from_utf8_lossy(&page);
    let manifest_path = format!("api/v1/{}", path::MANIFEST);
    let manifest: Manifest = serde_json::from_slice(&read(folder, &manifest_path)?)?;
    let data = [path::COUNTS.to_owned(), path::matrix(Language::English)];
    let mut paths = vec!["index.html".to_owned()];
    paths.extend(links(&page_text));
    paths.push(manifest_path);
    paths.extend(data.iter().map(|file| format!("api/v1/{}{file}", manifest.base)));
    paths.sort();
    paths.dedup();
    paths.into_iter().map(|path| measure(folder, path)).collect()
}

fn read(folder: &Path, path: &str) -> Result<Vec<u8>> {
    let file = folder.join(path);
    fs::read(&file).with_context(|| format!("cannot read {}: run `make build` first", file.display()))
}

fn measure(folder: &Path, path: String) -> Result<File> {
    let bytes = read(folder, &path)?;
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut compressed, &parameters)
        .with_context(|| format!("cannot compress {path}"))?;
    Ok(File { path, plain: bytes.len(), brotli: compressed.len() })
}
