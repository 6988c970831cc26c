//! The report of an import: once for people, once as JSON for programs. Both say the same.

mod text;

use serde::Serialize;
use wsis_core::EntryId;

use super::diff::Diff;
use super::mapping::Field;
use super::pii::PiiKind;

/// The outcome of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum RowOutcome {
    /// It is not used.
    LeftOut,
    /// It is used, but not all of it.
    InPart,
    /// It is not used, and that is what was asked for.
    HeldBack,
    /// It is used, but differs from the file in a way that loses nothing.
    Adjusted,
}

/// A row that was not used, or only in part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RowProblem {
    /// The file.
    pub file: String,
    /// The row.
    pub row: u64,
    /// The column; none where the whole row is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// The value, personal data masked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Why.
    pub reason: String,
    /// The outcome of the row.
    #[serde(rename = "fate")]
    pub outcome: RowOutcome,
}

/// Personal data inside a text. What it was is not repeated here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PiiFinding {
    /// The file.
    pub file: String,
    /// The row.
    pub row: u64,
    /// The column.
    pub column: String,
    /// The kind.
    pub kind: PiiKind,
}

/// An id that could not be kept as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangedId {
    /// The file.
    pub file: String,
    /// The row.
    pub row: u64,
    /// As the file has it.
    pub given: String,
    /// As it is published.
    pub used: EntryId,
}

/// Everything that was found in the rows.
#[derive(Debug, Default, Serialize)]
pub struct Findings {
    /// Rows that were not used, or only in part.
    pub rows: Vec<RowProblem>,
    /// Personal data inside texts.
    pub personal: Vec<PiiFinding>,
    /// Ids that could not be kept.
    pub ids: Vec<ChangedId>,
}

/// A file that was read.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FileSummary {
    /// The file.
    pub file: String,
    /// The format that was recognized.
    #[serde(rename = "form")]
    pub format: String,
    /// It is a saved page, which is told in fewer lines.
    #[serde(skip)]
    pub is_page: bool,
    /// How many rows it has.
    pub rows: usize,
    /// The columns that are read, with their fields.
    pub columns: Vec<MappedColumn>,
    /// The columns that are not.
    pub not_published: Vec<String>,
    /// The fields that no column was found for.
    pub missing: Vec<Field>,
    /// Further remarks.
    pub notes: Vec<String>,
}

/// A column that is read.
#[derive(Debug, Serialize)]
pub struct MappedColumn {
    /// The column.
    pub column: String,
    /// The field.
    pub field: Field,
}

/// How many.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportCounts {
    /// Rows that were read.
    pub rows: usize,
    /// Rows that became an entry.
    pub used: usize,
    /// Of these, rows of which something could not be used.
    pub in_part: usize,
    /// Of the rows used, rows that differ from the file in a way that loses nothing.
    pub adjusted: usize,
    /// Rows that could not be used.
    pub left_out: usize,
    /// Rows that are held back as was asked for.
    pub held_back: usize,
}

/// The whole report.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// The files.
    pub files: Vec<FileSummary>,
    /// The counts.
    pub counts: ReportCounts,
    /// The findings in the rows.
    #[serde(flatten)]
    pub findings: Findings,
    /// The changes of the published collection.
    pub difference: Diff,
    /// Why nothing was written; none if it was, or would have been.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stopped: Option<String>,
    /// Where it was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub written: Option<String>,
}
