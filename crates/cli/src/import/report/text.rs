//! The report as people read it.

use std::collections::BTreeMap;
use std::fmt;

use super::{FileSummary, Findings, MappedColumn, Report, ReportCounts, RowOutcome, RowProblem};
use crate::import::diff::Diff;

/// Items of a list that people see; the JSON has all.
const SHOWN_ITEMS: usize = 20;

impl fmt::Display for Report {
    fn fmt(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        for file in &self.files {
            write_file(text, file)?;
        }
        write_findings(text, &self.findings)?;
        write_difference(text, &self.difference)?;
        let ReportCounts { rows, used, in_part, adjusted, left_out, held_back } = &self.counts;
        writeln!(
            text,
            "\n{rows} rows: {used} used ({in_part} of them in part, {adjusted} adjusted), {left_out} left out, \
             {held_back} held back"
        )
    }
}

fn write_file(text: &mut fmt::Formatter<'_>, file: &FileSummary) -> fmt::Result {
    if file.is_page {
        return write_page(text, file);
    }
    writeln!(text, "{}: {}, {} rows", file.file, file.format, file.rows)?;
    for note in &file.notes {
        writeln!(text, "  note: {note}")?;
    }
    for MappedColumn { column, field } in &file.columns {
        writeln!(text, "  {column} -> {}", field.name())?;
    }
    if !file.not_published.is_empty() {
        writeln!(text, "  not published: {}", file.not_published.join(", "))?;
    }
    if !file.missing.is_empty() {
        let names: Vec<&str> = file.missing.iter().map(|field| field.name()).collect();
        writeln!(text, "  no column for: {}", names.join(", "))?;
    }
    Ok(())
}

/// A saved page: each field in one line.
fn write_page(text: &mut fmt::Formatter<'_>, file: &FileSummary) -> fmt::Result {
    writeln!(text, "{}: {}", file.file, file.format)?;
    for note in &file.notes {
        writeln!(text, "  note: {note}")?;
    }
    let read: Vec<String> =
        file.columns.iter().map(|column| format!("{} -> {}", column.column, column.field.name())).collect();
    for (name, columns) in [("read", &read), ("not published", &file.not_published)] {
        if !columns.is_empty() {
            writeln!(text, "  {name}: {}", columns.join(", "))?;
        }
    }
    Ok(())
}

fn write_findings(text: &mut fmt::Formatter<'_>, findings: &Findings) -> fmt::Result {
    for (outcome, title) in [
        (RowOutcome::LeftOut, "Rows left out"),
        (RowOutcome::InPart, "Rows used in part"),
        (RowOutcome::HeldBack, "Rows held back"),
    ] {
        let of_fate: Vec<&RowProblem> = findings.rows.iter().filter(|row| row.outcome == outcome).collect();
        if !of_fate.is_empty() {
            writeln!(text, "\n{title}:")?;
        }
        for row in of_fate {
            write!(text, "  {}, row {}", row.file, row.row)?;
            if let Some(column) = &row.column {
                write!(text, ", {column}")?;
            }
            if let Some(value) = &row.value {
                write!(text, ", \"{value}\"")?;
            }
            writeln!(text, ": {}", row.reason)?;
        }
    }
    write_adjusted(text, findings)?;
    if !findings.personal.is_empty() {
        writeln!(text, "\nPersonal data inside texts, taken out:")?;
    }
    for find in &findings.personal {
        writeln!(text, "  {}, row {}, {}: {}", find.file, find.row, find.column, find.kind.name())?;
    }
    if !findings.ids.is_empty() {
        writeln!(text, "\nIds that could not be kept as they are:")?;
    }
    for id in &findings.ids {
        writeln!(text, "  {}, row {}: \"{}\" -> {}", id.file, id.row, id.given, id.used)?;
    }
    Ok(())
}

/// Rows that differ from the file without a loss: many of one kind are one line.
fn write_adjusted(text: &mut fmt::Formatter<'_>, findings: &Findings) -> fmt::Result {
    let mut kinds: BTreeMap<(&str, &str, &str), Vec<u64>> = BTreeMap::new();
    for row in findings.rows.iter().filter(|row| row.outcome == RowOutcome::Adjusted) {
        let kind = (row.file.as_str(), row.column.as_deref().unwrap_or_default(), row.reason.as_str());
        kinds.entry(kind).or_default().push(row.row);
    }
    if !kinds.is_empty() {
        writeln!(text, "\nRows adjusted:")?;
    }
    for ((file, column, reason), rows) in kinds {
        let column = if column.is_empty() { String::new() } else { format!(", {column}") };
        let rows: Vec<String> = rows.iter().map(u64::to_string).collect();
        let name = if rows.len() == 1 { "row" } else { "rows" };
        writeln!(text, "  {file}{column}: {reason}: {name} {}", first_of(&rows))?;
    }
    Ok(())
}

fn write_difference(text: &mut fmt::Formatter<'_>, difference: &Diff) -> fmt::Result {
    let Diff { before, after, new, changed, gone, withdrawn, lines } = difference;
    writeln!(
        text,
        "\nAgainst what is there ({before} projects, then {after}): {} new, {} changed, {} gone, {} withdrawn",
        new.len(),
        changed.len(),
        gone.len(),
        withdrawn.len()
    )?;
    let changed: Vec<String> =
        changed.iter().map(|entry| format!("{} ({})", entry.id, entry.fields.join(", "))).collect();
    write_list(text, "new", &new.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    write_list(text, "changed", &changed)?;
    write_list(text, "gone", &gone.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    write_list(text, "withdrawn", &withdrawn.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    writeln!(text, "  by line (C7 with its applications), before and after:")?;
    for count in lines {
        writeln!(text, "    {:<10} {:>6} {:>6}", count.line.id(), count.before, count.after)?;
    }
    Ok(())
}

fn write_list(text: &mut fmt::Formatter<'_>, name: &str, items: &[String]) -> fmt::Result {
    if items.is_empty() {
        return Ok(());
    }
    writeln!(text, "  {name}: {}", first_of(items))
}

fn first_of(items: &[String]) -> String {
    let first = items.get(..items.len().min(SHOWN_ITEMS)).unwrap_or_default().join(", ");
    match items.len().saturating_sub(SHOWN_ITEMS) {
        0 => first,
        more => format!("{first} and {more} more (--report FILE has all)"),
    }
}
