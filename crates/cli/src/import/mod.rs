//! `wsis import`: an operator's export -> the files of the API.
//!
//! Each step is a module: `options` are the options, [`table`] and `pages` read the files, [`mapping`] finds the columns and reads no
//! other, `rows` makes projects with `text_cleaner`, [`values`], `ids` and `pii`, `assemble` puts them in place of the sources' projects,
//! [`crate::data::build`] makes the files, `published` and [`diff`] compare them with the former ones, [`report`] reports,
//! and [`crate::data::publish`] swaps the folder in. Nothing is written before everything is checked.

mod assemble;
pub mod diff;
mod ids;
pub mod mapping;
mod match_key;
mod options;
mod pages;
pub mod pii;
mod published;
pub mod report;
mod rows;
pub mod table;
mod text_cleaner;
pub mod values;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write as _};

use anyhow::{Context, Result, bail};
use wsis_core::contract::entry::Project;
use wsis_core::{EntryId, Goal};

use crate::data;
use crate::data::build::Api;
use crate::data::model::Model;
use ids::IdRegistry;
use mapping::{Field, Mapping};
pub use options::ImportOptions;
use published::PublishedEntries;
use report::{FileSummary, Findings, MappedColumn, Report, ReportCounts, RowOutcome};
use table::Table;

/// Above this, lists in files are no longer what a browser should load.
const MAX_ENTRIES: usize = 100_000;

/// Runs `wsis import`: prints the report to the standard output and progress to the error stream, and returns the
/// closing line.
///
/// # Errors
/// The reason why nothing was written.
pub fn run(options: &ImportOptions) -> Result<String> {
    let mut import = prepare(options)?;
    if import.report.stopped.is_none() && !options.dry_run {
        progress(&format!("writing {} files", import.api.files.len()));
        data::publish::swap_in(&import.api, &options.out)?;
        import.report.written = Some(format!("{}/{}", options.out.display(), import.api.snapshot));
    }
    if let Some(path) = &options.report {
        let text = serde_json::to_string_pretty(&import.report)? + "\n";
        fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))?;
    }
    // Whoever reads only the beginning closes the stream early; the work is done all the same.
    let _ = writeln!(io::stdout(), "{}", import.report);
    match (import.report.stopped, import.report.written) {
        (Some(reason), _) => bail!("{reason}; nothing was written"),
        (None, Some(written)) => Ok(format!(
            "import: {} projects, {} files in {written}",
            import.api.projects,
            import.api.files.len()
        )),
        (None, None) => {
            Ok(format!("import: {} projects; nothing was written (--dry-run)", import.api.projects))
        }
    }
}

/// An import that is ready to be swapped in.
#[derive(Debug)]
pub struct Import {
    /// The files.
    pub api: Api,
    /// The findings, and whether something speaks against the swap.
    pub report: Report,
}

/// Does everything but writing.
///
/// # Errors
/// Files, sources or a mapping that cannot be read; rows that all lack a status.
pub fn prepare(options: &ImportOptions) -> Result<Import> {
    let model = data::read(&options.sources)?;
    let mut mapping = options.mapping.as_deref().map_or_else(Mapping::defaults, Mapping::read)?;
    mapping.expand_goals(&goal_names(&model));
    let published = PublishedEntries::read(&options.out)?;
    let mut ids = IdRegistry {
        withdrawn: published.withdrawn.clone(),
        reserved: reserved_ids(&model),
        removed: options.removed(),
        ..IdRegistry::default()
    };
    let mut report = Report::default();
    let mut projects = read_files(options, &model, &mapping, &mut ids, &mut report)?;
    check_size(projects.len())?;
    projects.sort_by(|one, other| one.id.cmp(&other.id));
    withdraw(options, &published, &projects, &mut ids, &report.findings)?;
    progress(&format!("{} entries; comparing with {}", projects.len(), options.out.display()));
    report.difference = diff::compare(&published, &projects, &ids.removed)?;
    report.stopped = reason_to_stop(options, &report);
    let made = data::date_from_environment()?;
    let model = assemble::assemble(model, options, projects, &ids)?;
    let api = data::build::build(&model, made.unwrap_or(model.newest_source_date))?;
    Ok(Import { api, report })
}

/// The ids of initiatives and public goods, which no project can have.
fn reserved_ids(model: &Model) -> BTreeSet<EntryId> {
    let initiatives = model.initiatives.iter().map(|initiative| &initiative.id);
    initiatives.chain(model.public_goods.iter().map(|good| &good.id)).cloned().collect()
}

/// The names of each goal in every language.
fn goal_names(model: &Model) -> BTreeMap<Goal, Vec<String>> {
    let mut names: BTreeMap<Goal, Vec<String>> = BTreeMap::new();
    for ((goal, _), name) in &model.goal_names {
        names.entry(*goal).or_default().push(name.name.clone());
    }
    names
}

fn read_files(
    options: &ImportOptions,
    model: &Model,
    mapping: &Mapping,
    ids: &mut IdRegistry,
    report: &mut Report,
) -> Result<Vec<Project>> {
    let context = rows::RowContext {
        reader: &values::ValueReader::new(model, mapping)?,
        pii: &pii::PiiFinder::new()?,
        cleaner: &text_cleaner::TextCleaner::new()?,
        mapping,
        publish_all: options.publish_all,
        include_hidden: options.include_hidden,
        language: &options.language,
        source: options.source_id.as_str(),
        collection: options.collection_id(),
    };
    let read_options = options.read_options(mapping.known_columns());
    let page_mapping = Mapping::defaults()?;
    let mut projects = Vec::new();
    for path in &options.files {
        progress(&format!("reading {}", path.display()));
        let tables = if path.is_dir() {
            pages::read_folder(path, &read_options)?
        } else {
            vec![table::read(path, &read_options)?]
        };
        for table in tables {
            // The columns of a page are always named alike, whatever the operator's own lists are called.
            let columns = if table.is_page { page_mapping.columns(&table) } else { mapping.columns(&table) };
            if !table.is_page {
                check_columns(&table, &columns, options)?;
            }
            rows::read(&context, &table, &columns, ids, &mut report.findings, &mut projects);
            report.files.push(file_read(table, &columns));
        }
    }
    report.counts = counts(&report.files, &report.findings, projects.len());
    Ok(projects)
}

/// Refuses a table without titles, and one that does not say which rows may go out.
fn check_columns(table: &Table, columns: &mapping::Columns, options: &ImportOptions) -> Result<()> {
    let (file, names) = (&table.file, table.columns.join(", "));
    if columns.of(Field::Title).is_empty() {
        let encoding = if table.encoding_is_guess {
            "; if the letters are wrong, name the encoding with --encoding"
        } else {
            ""
        };
        bail!(
            "{file}: no column is a title; name it in a mapping (--mapping FILE), or the row of the header with \
             --header-row NUMBER{encoding}. Its columns: {names}"
        );
    }
    if columns.of(Field::Status).is_empty() && !options.publish_all {
        bail!(
            "{file}: no column says which rows may go out; name it in a mapping (--mapping FILE), or give \
             --publish-all. Its columns: {names}"
        );
    }
    Ok(())
}

fn file_read(table: Table, columns: &mapping::Columns) -> FileSummary {
    FileSummary {
        columns: columns
            .read()
            .map(|(field, name)| MappedColumn { column: name.to_owned(), field })
            .collect(),
        not_published: columns.unpublished.clone(),
        missing: columns.missing.clone(),
        rows: table.rows.len() + table.malformed.len(),
        file: table.file,
        format: table.format,
        is_page: table.is_page,
        notes: table.notes,
    }
}

fn counts(files: &[FileSummary], findings: &Findings, used: usize) -> ReportCounts {
    let rows_of = |outcome| {
        let rows =
            findings.rows.iter().filter(|row| row.outcome == outcome).map(|row| (row.file.as_str(), row.row));
        rows.collect::<std::collections::BTreeSet<_>>()
    };
    let (left_out, held_back) = (rows_of(RowOutcome::LeftOut), rows_of(RowOutcome::HeldBack));
    let (in_part, adjusted) = (rows_of(RowOutcome::InPart), rows_of(RowOutcome::Adjusted));
    let is_used = |row: &&(&str, u64)| !left_out.contains(*row) && !held_back.contains(*row);
    ReportCounts {
        rows: files.iter().map(|file| file.rows).sum(),
        used,
        in_part: in_part.iter().filter(is_used).count(),
        adjusted: adjusted.iter().filter(is_used).count(),
        left_out: left_out.len(),
        held_back: held_back.len(),
    }
}

/// Adds what is to be withdrawn, and holds that there is such an entry.
fn withdraw(
    options: &ImportOptions,
    published: &PublishedEntries,
    projects: &[Project],
    ids: &mut IdRegistry,
    findings: &Findings,
) -> Result<()> {
    for id in &options.remove {
        let held = || findings.rows.iter().any(|row| row.value.as_deref() == Some(id.as_str()));
        if !published.projects.contains_key(id) && !published.withdrawn.contains(id) && !held() {
            bail!("--remove {id}: neither the files nor {} have such an entry", options.out.display());
        }
    }
    if options.remove_gone {
        let kept: std::collections::BTreeSet<_> = projects.iter().map(|project| &project.id).collect();
        ids.removed.extend(published.projects.keys().filter(|id| !kept.contains(id)).cloned());
    }
    Ok(())
}

fn check_size(entries: usize) -> Result<()> {
    if entries > MAX_ENTRIES {
        bail!(
            "{entries} entries: static files end at {MAX_ENTRIES}. Serve the same addresses from a program that \
             looks them up (docs/contract.md); nothing was written"
        );
    }
    Ok(())
}

/// The reason against the swap.
fn reason_to_stop(options: &ImportOptions, report: &Report) -> Option<String> {
    let gone = report.difference.gone.len();
    if gone > 0 {
        return Some(format!(
            "{gone} entries that are published now are not in the files: withdraw them with --remove IDS or all \
             with --remove-gone"
        ));
    }
    let ReportCounts { in_part, left_out, .. } = report.counts;
    let personal = report.findings.personal.len();
    let notes =
        report.files.iter().flat_map(|file| &file.notes).filter(|note| note.contains("quotation")).count();
    (options.strict && in_part + left_out + personal + notes > 0).then(|| {
        format!(
            "--strict: {left_out} rows left out, {in_part} used in part, personal data at {personal} places"
        )
    })
}

fn progress(text: &str) {
    eprintln!("import: {text}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn static_files_end_at_a_hundred_thousand() {
        assert!(check_size(MAX_ENTRIES).is_ok());
        assert!(check_size(MAX_ENTRIES + 1).unwrap_err().to_string().contains("static files end"));
    }
}
