//! The options of the command.

use std::collections::BTreeSet;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use wsis_core::EntryId;
use wsis_core::contract::manifest::Source;

use super::table::Hints;
use crate::arguments::Arguments;
use crate::data::check::{is_language_tag, is_web_address};
use crate::data::date::is_date;

/// What an import is asked to do.
#[derive(Debug)]
pub struct Options {
    /// The files, in their order.
    pub files: Vec<PathBuf>,
    /// The folder of the API.
    pub out: PathBuf,
    /// The sources of the matrix.
    pub sources: PathBuf,
    /// An own mapping.
    pub mapping: Option<PathBuf>,
    /// What to know of the files.
    pub hints: Hints,
    /// The source that the entries come from.
    pub source: Source,
    /// The sentence on what the collection covers, with `{projects}` and `{declared}`.
    pub coverage: String,
    /// The language of titles that say none.
    pub language: String,
    /// Whether rows go out whatever their status.
    pub publish_all: bool,
    /// Entries to withdraw.
    pub remove: BTreeSet<EntryId>,
    /// Whether entries that the files no longer have are withdrawn.
    pub remove_gone: bool,
    /// Whether every row must be used in full.
    pub strict: bool,
    /// Whether everything is done but the last step.
    pub dry_run: bool,
    /// Where the report goes as JSON.
    pub report: Option<PathBuf>,
}

impl Options {
    /// Reads the options.
    ///
    /// # Errors
    /// One that is missing, unknown or wrong, in words.
    pub fn read(given: impl Iterator<Item = String>) -> Result<Self> {
        let mut arguments = Arguments::new(given);
        let mut value = |name: &str| arguments.value(name);
        let out = PathBuf::from(value("--out")?.context("import needs --out FOLDER")?);
        let source = source(&mut value)?;
        let coverage = value("--coverage")?
            .unwrap_or_else(|| format!("Projects: {{projects}} from {}; {{declared}}.", source.name));
        check_coverage(&coverage)?;
        let language = value("--language")?.unwrap_or_else(|| "und".to_owned());
        if !is_language_tag(&language) {
            bail!("--language \"{language}\" is not a tag such as en or pt-BR");
        }
        let report = value("--report")?.map(PathBuf::from);
        if report.as_ref().is_some_and(|report| report.starts_with(&out)) {
            bail!("--report must not lie in the folder that is published");
        }
        let options = Self {
            out,
            sources: value("--sources")?.unwrap_or_else(|| "data".to_owned()).into(),
            mapping: value("--mapping")?.map(PathBuf::from),
            hints: Hints { encoding: value("--encoding")?, sheet: value("--sheet")? },
            source,
            coverage,
            language,
            remove: remove(value("--remove")?)?,
            report,
            publish_all: arguments.switch("--publish-all"),
            remove_gone: arguments.switch("--remove-gone"),
            strict: arguments.switch("--strict"),
            dry_run: arguments.switch("--dry-run"),
            files: arguments.files()?.into_iter().map(PathBuf::from).collect(),
        };
        if options.files.is_empty() {
            bail!("import needs at least one file to read");
        }
        Ok(options)
    }
}

fn source(value: &mut impl FnMut(&str) -> Result<Option<String>>) -> Result<Source> {
    let source = Source {
        id: value("--source-id")?.unwrap_or_else(|| "import".to_owned()),
        name: value("--source-name")?
            .context("import needs --source-name TEXT: readers are told where the entries come from")?,
        address: value("--source-address")?,
        licence: value("--source-licence")?.unwrap_or_else(|| "no licence stated".to_owned()),
        date: value("--source-date")?
            .context("import needs --source-date, the date of the files, such as 2026-11-24")?,
        note: None,
    };
    if source.id.parse::<wsis_core::VocabularyId>().is_err() {
        bail!("--source-id \"{}\" is not an id: 1 to 32 letters, digits and -", source.id);
    }
    if source.name.trim().is_empty() || source.licence.trim().is_empty() {
        bail!("--source-name and --source-licence must say something");
    }
    if !is_date(&source.date) {
        bail!("--source-date \"{}\" is not a date such as 2015, 2015-03 or 2015-03-24", source.date);
    }
    if source.address.as_deref().is_some_and(|address| !is_web_address(address)) {
        bail!("--source-address is not an http or https address");
    }
    Ok(source)
}

fn check_coverage(text: &str) -> Result<()> {
    let rest = text.replace("{projects}", "").replace("{declared}", "");
    if !text.contains("{projects}") || !text.contains("{declared}") || rest.contains(['{', '}']) {
        bail!("--coverage needs {{projects}} and {{declared}}, and no other braces");
    }
    Ok(())
}

fn remove(list: Option<String>) -> Result<BTreeSet<EntryId>> {
    let list = list.unwrap_or_default();
    let ids = list.split(',').map(str::trim).filter(|id| !id.is_empty());
    ids.map(|id| id.parse().with_context(|| "--remove".to_owned())).collect()
}
