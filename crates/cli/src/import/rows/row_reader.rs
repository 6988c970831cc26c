//! One row: its cells and texts, and how problems of it are told.

use wsis_core::VocabularyId;

use crate::import::mapping::{Columns, Field, Mapping};
use crate::import::pii::{PiiFinder, PiiKind};
use crate::import::report::{Findings, PiiFinding, RowOutcome, RowProblem};
use crate::import::table::Record;
use crate::import::text_cleaner::TextCleaner;
use crate::import::values::ValueReader;

/// Everything beside the row that reading it needs.
pub(in crate::import) struct RowContext<'c> {
    pub(in crate::import) reader: &'c ValueReader,
    pub(in crate::import) pii: &'c PiiFinder,
    pub(in crate::import) cleaner: &'c TextCleaner,
    pub(in crate::import) mapping: &'c Mapping,
    /// Every row goes out, whatever its status.
    pub(in crate::import) publish_all: bool,
    /// Rows that the workbook hides are read like the others.
    pub(in crate::import) include_hidden: bool,
    /// The language of titles that say none.
    pub(in crate::import) language: &'c str,
    /// The id of the source.
    pub(in crate::import) source: &'c str,
    /// The collection of the projects.
    pub(in crate::import) collection: VocabularyId,
}

/// A row that is being read.
pub(super) struct RowReader<'r, 'c> {
    pub(super) context: &'r RowContext<'c>,
    pub(super) file: &'r str,
    /// The row is a page of ITU's site, which is public.
    pub(super) is_page: bool,
    pub(super) record: Record,
    pub(super) columns: &'r Columns,
    pub(super) findings: &'r mut Findings,
}

impl RowReader<'_, '_> {
    /// The cells of a field, one a line.
    pub(super) fn cell(&self, field: Field) -> String {
        let columns = self.columns.of(field).iter();
        let cells: Vec<&str> = columns
            .filter_map(|(position, _)| self.record.cells.get(*position))
            .map(|cell| cell.trim())
            .filter(|cell| !cell.is_empty())
            .collect();
        cells.join("\n")
    }

    pub(super) fn problem(&mut self, field: Option<Field>, value: &str, reason: &str, outcome: RowOutcome) {
        let columns: Vec<&str> = field
            .map(|field| self.columns.of(field))
            .unwrap_or_default()
            .iter()
            .map(|(_, name)| name.as_str())
            .collect();
        let column = (!columns.is_empty()).then(|| columns.join(", "));
        self.cell_problem(column, value, reason, outcome);
    }

    pub(super) fn cell_problem(
        &mut self,
        column: Option<String>,
        value: &str,
        reason: &str,
        outcome: RowOutcome,
    ) {
        let (value, _) = self.context.pii.mask(value);
        self.findings.rows.push(RowProblem {
            file: self.file.to_owned(),
            row: self.record.number,
            column,
            value: (!value.is_empty()).then_some(value),
            reason: reason.to_owned(),
            outcome,
        });
    }

    /// The cell of a column.
    pub(super) fn cell_at(&self, position: usize) -> &str {
        self.record.cells.get(position).map_or("", |cell| cell.trim())
    }

    pub(super) fn personal(&mut self, field: Field, kinds: Vec<PiiKind>) {
        let column = self.columns.of(field).first().map(|(_, name)| name.clone()).unwrap_or_default();
        self.personal_in(&column, kinds);
    }

    fn personal_in(&mut self, column: &str, kinds: Vec<PiiKind>) {
        self.findings.personal.extend(kinds.into_iter().map(|kind| PiiFinding {
            file: self.file.to_owned(),
            row: self.record.number,
            column: column.to_owned(),
            kind,
        }));
    }

    /// A text without control characters and personal data; its lines stay.
    pub(super) fn text(&mut self, field: Field) -> Option<String> {
        let column = self.columns.of(field).first().map(|(_, name)| name.clone()).unwrap_or_default();
        let cell = self.cell(field);
        self.clean_text(&column, &cell)
    }

    /// The same of a cell in a column.
    pub(super) fn clean_text(&mut self, column: &str, cell: &str) -> Option<String> {
        let cell = cell.replace("\r\n", "\n").replace('\r', "\n");
        let clean: String = cell
            .chars()
            .filter(|letter| *letter == '\n' || *letter == '\t' || !letter.is_control())
            .collect();
        let (masked, kinds) = self.context.pii.mask(clean.trim());
        self.personal_in(column, kinds);
        (!masked.is_empty()).then_some(masked)
    }

    /// A text on one line.
    pub(super) fn single_line(&mut self, field: Field) -> Option<String> {
        let text = self.text(field)?;
        Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}
