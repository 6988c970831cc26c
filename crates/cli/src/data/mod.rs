//! `wsis data`: the curated sources -> the files of the API.
//!
//! One way, one step a module: [`sources`] reads the CSV files, [`check`] turns them into a [`model`] or into a list
//! of [`problem`]s, [`build`] makes every file in memory, [`snapshot`] names the whole, [`write`](mod@write) swaps it
//! in. Nothing is written before everything is checked.

pub mod build;
pub mod check;
pub mod date;
pub mod model;
pub mod problem;
pub mod snapshot;
pub mod sources;
pub mod write;

use std::env;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::arguments::Arguments;
use build::Api;
use date::Date;
use model::Model;
use problem::{Problems, Report};

/// Runs the command with its options and says what was made.
///
/// # Errors
/// Wrong options, wrong sources (all problems at once), or a file that cannot be written.
pub fn command(given: impl Iterator<Item = String>) -> Result<String> {
    let mut arguments = Arguments::new(given);
    let out = arguments.value("--out")?;
    let sources = arguments.value("--sources")?.unwrap_or_else(|| "data".to_owned());
    arguments.end()?;
    let Some(out) = out else { bail!("data needs --out FOLDER") };
    let api = make_from_environment(Path::new(&sources))?;
    write::swap_in(&api, Path::new(&out))?;
    Ok(format!("data: {} projects, {} files in {out}/{}", api.projects, api.files.len(), api.snapshot))
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
/// [`Problems`] with everything that is wrong with the sources.
pub fn make(folder: &Path, made: Option<Date>) -> Result<Api> {
    let model = read(folder)?;
    build::build(&model, made.unwrap_or(model.newest))
}

/// Checks the sources.
///
/// # Errors
/// As [`make`].
pub fn read(folder: &Path) -> Result<Model> {
    let mut report = Report::default();
    let sources = sources::Sources::read(folder, &mut report);
    match check::check(&sources, &mut report) {
        Some(model) if report.is_empty() => Ok(model),
        _ => Err(Problems::new(folder, report).into()),
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
