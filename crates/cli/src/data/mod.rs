//! `wsis data`: the curated sources -> the files of the API.
//!
//! One way, one step a module: [`sources`] reads the CSV files, [`translations`] adds rows in the other
//! languages, [`reviews`] says which of them a person has read, [`check`] turns them into a [`model`] or into a list
//! of [`problems`], [`build`] makes every file in memory, [`snapshot`] names the whole, [`publish`] swaps it
//! in. Nothing is written before everything is checked.

pub mod build;
pub mod check;
pub mod csv_file;
pub mod date;
pub mod files;
pub mod model;
pub mod problems;
pub mod publish;
pub mod reviews;
pub mod snapshot;
pub mod sources;
pub mod text_key;
pub mod translation_rows;
pub mod translations;

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use build::Api;
use date::Date;
use model::Model;
use problems::{InvalidSources, Problems};

/// The options of `wsis data`.
#[derive(Debug, clap::Args)]
pub struct DataOptions {
    /// Folder to write the API files to, such as dist/api/v1
    #[arg(long, value_name = "FOLDER")]
    pub out: PathBuf,
    /// Folder with the curated sources
    #[arg(long, value_name = "FOLDER", default_value = "data")]
    pub sources: PathBuf,
}

/// Runs `wsis data`; returns one line that says what was made.
///
/// # Errors
/// Wrong sources (all problems at once), or a file that cannot be written.
pub fn run(options: &DataOptions) -> Result<String> {
    let api = make_from_environment(&options.sources)?;
    publish::swap_in(&api, &options.out)?;
    let (projects, files, out) = (api.projects, api.files.len(), options.out.display());
    Ok(format!("data: {projects} projects, {files} files in {out}/{}", api.snapshot))
}

/// As [`make`], with the date that SOURCE_DATE_EPOCH asks for.
///
/// # Errors
/// As [`make`], and a SOURCE_DATE_EPOCH that is no number of seconds.
pub fn make_from_environment(folder: &Path) -> Result<Api> {
    make(folder, date_from_environment()?)
}

/// Checks the sources and makes the files of the API in memory. `made` replaces the newest source's date.
///
/// # Errors
/// [`InvalidSources`] with everything that is wrong with the sources.
pub fn make(folder: &Path, made: Option<Date>) -> Result<Api> {
    let model = read(folder)?;
    build::build(&model, made.unwrap_or(model.newest_source_date))
}

/// Checks the sources.
///
/// # Errors
/// As [`make`].
pub fn read(folder: &Path) -> Result<Model> {
    let mut problems = Problems::default();
    let mut sources = sources::Sources::read(folder, &mut problems);
    let reviews = reviews::Reviews::read(folder, &mut problems);
    reviews.apply(&mut sources, &mut problems);
    let translations = translations::Translations::read(folder, &reviews, &mut problems);
    translations.apply(&mut sources, &mut problems);
    match check::check(&sources, translations, &mut problems) {
        Some(model) if problems.is_empty() => Ok(model),
        _ => Err(InvalidSources::new(folder, problems).into()),
    }
}

/// The date that SOURCE_DATE_EPOCH asks for, so that a packager can pin it.
pub(crate) fn date_from_environment() -> Result<Option<Date>> {
    const NAME: &str = "SOURCE_DATE_EPOCH";
    let Some(value) = env::var_os(NAME) else { return Ok(None) };
    let text = value.to_string_lossy();
    let seconds = text.parse().with_context(|| format!("{NAME} is \"{text}\", not a number of seconds"))?;
    Date::from_epoch(seconds).map(Some).with_context(|| format!("{NAME} is \"{text}\", after the year 9999"))
}
