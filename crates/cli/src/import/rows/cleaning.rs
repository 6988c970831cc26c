//! Cleans the cells of a row before they are read, and reports what that changed.

use super::row_reader::RowReader;
use crate::import::report::RowOutcome;
use crate::import::text_cleaner::TextFault;

/// So much of a text stands in the report.
const SHOWN_LETTERS: usize = 80;

impl RowReader<'_, '_> {
    /// True if the workbook shows the row, or a flag says that hidden ones are wanted too.
    pub(super) fn is_wanted(&mut self) -> bool {
        if !self.record.hidden {
            return true;
        }
        let (reason, outcome) = if self.context.include_hidden {
            ("hidden in the workbook; used because of --include-hidden", RowOutcome::Adjusted)
        } else {
            ("hidden in the workbook, by a filter or by hand; --include-hidden uses it", RowOutcome::LeftOut)
        };
        self.problem(None, "", reason, outcome);
        self.context.include_hidden
    }

    /// Cleans the cells that are read, and reports what differs from the file.
    pub(super) fn clean(&mut self) {
        for remark in std::mem::take(&mut self.record.remarks) {
            let column = remark.column.and_then(|at| self.columns.name(at));
            if remark.column.is_none() || column.is_some() {
                let outcome = if remark.loses { RowOutcome::InPart } else { RowOutcome::Adjusted };
                self.cell_problem(column.map(str::to_owned), "", &remark.text, outcome);
            }
        }
        for (at, name) in self.columns.positions() {
            let Some(cell) = self.record.cells.get_mut(at) else { continue };
            let (clean, faults) = self.context.cleaner.clean(cell);
            if faults.is_empty() {
                continue;
            }
            let given = std::mem::replace(cell, clean);
            for fault in faults {
                self.report_fault(name, &given, fault);
            }
        }
    }

    fn report_fault(&mut self, column: &str, given: &str, fault: TextFault) {
        let (value, outcome) = if fault.is_problem() {
            (given.trim().chars().take(SHOWN_LETTERS).collect(), RowOutcome::InPart)
        } else {
            (String::new(), RowOutcome::Adjusted)
        };
        self.cell_problem(Some(column.to_owned()), &value, fault.reason(), outcome);
    }
}
