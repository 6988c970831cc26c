//! `cargo xtask size`: the bytes of the first load against the budget, and of each chunk of the program.
//!
//! The first load is everything that the browser asks for before a click is answered: the page, the files it links to,
//! and the three files of data that draw the matrix. A browser test compares the list with the requests of a real browser.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use wsis_cli::site::lazy_chunks::split_folder;
use wsis_cli::site::links;
use wsis_core::Language;
use wsis_core::contract::manifest::Manifest;
use wsis_core::contract::path;

use crate::chunks::{self, Crates};

/// The options of the command.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The built site
    #[arg(long, value_name = "FOLDER", default_value = "dist")]
    folder: PathBuf,
}

/// The bytes that the first load may have after brotli 11.
const BUDGET: usize = 200 * 1000;

/// How many crates are named for each chunk.
const LARGEST: usize = 3;

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
pub fn command(options: &Options) -> Result<String> {
    let files = first_load(&options.folder)?;
    let total: usize = files.iter().map(|file| file.brotli).sum();
    let mut report = String::from("first load, bytes plain and after brotli 11:\n");
    for file in &files {
        let _ = writeln!(report, "{:>9} {:>8}  {}", file.plain, file.brotli, file.path);
    }
    let _ = writeln!(report, "{:>9} {total:>8}  of {BUDGET}", "");
    report.push_str(&chunk_lines(&options.folder, &files)?);
    if total > BUDGET {
        bail!("{report}\nThe first load is {} bytes over its budget.", total - BUDGET);
    }
    Ok(report)
}

/// A line for each chunk of the program: its bytes, and its largest crates as shares of its code before wasm-opt.
fn chunk_lines(folder: &Path, first_load: &[File]) -> Result<String> {
    let known = chunks::read(&split_folder())?.unwrap_or_default();
    let mut report = String::from(
        "chunks of the program, and their largest crates as shares of the code before wasm-opt:",
    );
    for path in modules(folder)? {
        let main = first_load.iter().find(|file| file.path == path);
        let chunk =
            if main.is_some() { chunks::MAIN } else { path.rsplit_once('-').map_or("", |(name, _)| name) };
        let shares = known.get(chunk).map_or_else(|| "crates unknown: not split here".to_owned(), shares);
        let file = main.cloned().map_or_else(|| measure(folder, path.clone()), Ok)?;
        let _ = write!(report, "\n{:>9} {:>8}  {chunk}: {shares}", file.plain, file.brotli);
    }
    Ok(report)
}

/// The WebAssembly files of a built site.
fn modules(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let mut names = names.collect::<Result<Vec<_>>>()?;
    names.retain(|name| name.ends_with(".wasm"));
    names.sort();
    Ok(names)
}

/// The largest crates, such as `core 21 %, tachys 14 %, alloc 9 %`.
fn shares(crates: &Crates) -> String {
    let total = crates.values().sum::<u64>().max(1);
    let mut largest: Vec<(&String, &u64)> = crates.iter().collect();
    largest.sort_by_key(|(_, bytes)| std::cmp::Reverse(**bytes));
    let shares =
        largest.iter().take(LARGEST).map(|(name, bytes)| format!("{name} {} %", **bytes * 100 / total));
    shares.collect::<Vec<_>>().join(", ")
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

#[cfg(test)]
mod tests {
    use super::{Crates, shares};

    #[test]
    fn the_three_largest_crates_are_named() {
        let crates = [("core", 500), ("alloc", 200), ("app", 250), ("unnamed", 50)];
        let crates: Crates = crates.into_iter().map(|(name, bytes)| (name.to_owned(), bytes)).collect();
        assert_eq!(shares(&crates), "core 50 %, app 25 %, alloc 20 %");
    }
}
