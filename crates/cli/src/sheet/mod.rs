//! `wsis sheet`: every text of a language as a spreadsheet for its reviewers, and their edits back into the sources.
//!
//! `collect` gathers the texts, `workbook` writes them, `edits` reads a sheet that comes back and tells what can
//! be taken, `apply` writes that into the files and the register of reviews.

mod apply;
mod catalogue;
mod collect;
mod csv_document;
mod edits;
mod folders;
mod language_tables;
mod text;
mod workbook;

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use wsis_core::Language;

use crate::data::date::Date;
use folders::{Folders, Reviewer};
use text::SheetText;

/// The options of `wsis sheet`.
#[derive(Debug, clap::Args)]
pub struct SheetOptions {
    /// Language of the translations: ar, zh, fr, ru or es
    #[arg(value_name = "LANGUAGE")]
    pub language: Language,
    /// File to write: .xlsx or .csv
    #[arg(long, value_name = "FILE", conflicts_with = "apply")]
    pub out: Option<PathBuf>,
    /// Reviewed sheet whose edits are taken into the sources
    #[arg(long, value_name = "FILE", requires = "office", requires = "date")]
    pub apply: Option<PathBuf>,
    /// Office of the reviewer, such as a translation section
    #[arg(long, value_name = "NAME", requires = "apply")]
    pub office: Option<String>,
    /// Day of the review, such as 2026-12-01
    #[arg(long, value_name = "DATE", requires = "apply")]
    pub date: Option<String>,
    /// Folder with the curated sources
    #[arg(long, value_name = "FOLDER", default_value = "data")]
    pub sources: PathBuf,
    /// Folder with the texts of the interface
    #[arg(long, value_name = "FOLDER", default_value = "i18n")]
    pub texts: PathBuf,
}

/// Runs `wsis sheet`; returns the lines that say what was done.
///
/// # Errors
/// Sources that cannot be read, a file that cannot be written, and rows of a sheet that were not taken: all of them are
/// told, the others are in place then.
pub fn run(options: &SheetOptions) -> Result<String> {
    if options.language == Language::English {
        bail!("English is the source of the translations: choose ar, zh, fr, ru or es");
    }
    let folders = Folders { sources: &options.sources, texts: &options.texts };
    let texts = collect::collect(&folders, options.language)?;
    match &options.apply {
        None => write(options, &texts),
        Some(file) => take(options, &folders, &texts, file),
    }
}

fn write(options: &SheetOptions, texts: &[SheetText]) -> Result<String> {
    let named = || PathBuf::from(format!("sheet.{}.xlsx", options.language.code()));
    let out = options.out.clone().unwrap_or_else(named);
    workbook::write(&out, options.language, texts)?;
    let missing = texts.iter().filter(|text| text.translation.is_none()).count();
    let reviewed = texts.iter().filter(|text| text.reviewed).count();
    Ok(format!(
        "sheet: {} texts in {}; {reviewed} reviewed, {missing} without a translation",
        texts.len(),
        out.display()
    ))
}

fn take(options: &SheetOptions, folders: &Folders<'_>, texts: &[SheetText], file: &Path) -> Result<String> {
    let office = options.office.as_deref().unwrap_or_default().trim();
    let Some(date) = options.date.as_deref().and_then(Date::read) else {
        bail!("--date is no day such as 2026-12-01");
    };
    if office.is_empty() {
        bail!("--office is empty: who has reviewed the sheet?");
    }
    let edits = edits::read(file, texts)?;
    apply::apply(folders, options.language, &edits.taken, &Reviewer { office, date })?;
    let changed = edits.taken.iter().filter(|edit| edit.changes).count();
    let summary = format!(
        "sheet: {} texts reviewed, {changed} of them changed; run `make data` to see them",
        edits.taken.len()
    );
    if edits.refused.is_empty() {
        return Ok(summary);
    }
    bail!("{}\n{} rows were not taken\n{summary}", edits.refused.join("\n"), edits.refused.len())
}
