//! The layout of a sheet beside its values: hidden rows, hidden columns, merged cells.

use std::ops::RangeInclusive;

use calamine::Dimensions;

use crate::import::table::record::{Record, Remark};

/// Hidden rows and columns and merged cells of a sheet, counted from 0.
#[derive(Debug, Default)]
pub(super) struct SheetLayout {
    pub(super) hidden_rows: Vec<RangeInclusive<u32>>,
    pub(super) hidden_columns: Vec<RangeInclusive<u32>>,
    pub(super) merged: Vec<Dimensions>,
}

impl SheetLayout {
    /// Adds hidden rows; a range that follows the last one joins it.
    pub(super) fn hide_rows(&mut self, first: u32, count: u32) {
        let last = first.saturating_add(count.saturating_sub(1));
        match self.hidden_rows.last_mut() {
            Some(before) if before.end().checked_add(1) == Some(first) => *before = *before.start()..=last,
            _ => self.hidden_rows.push(first..=last),
        }
    }

    pub(super) fn hides_row(&self, row: u32) -> bool {
        self.hidden_rows.iter().any(|rows| rows.contains(&row))
    }

    pub(super) fn hides_column(&self, column: u32) -> bool {
        self.hidden_columns.iter().any(|columns| columns.contains(&column))
    }

    /// Writes the value of a merged cell into each row it covers, in its first column. `value` is the value of a cell.
    pub(super) fn fill_merged(
        &self,
        record: &mut Record,
        row: u32,
        first_column: u32,
        value: impl Fn(u32, u32) -> String,
    ) {
        for merged in self.merged.iter().filter(|merged| (merged.start.0..=merged.end.0).contains(&row)) {
            let text = value(merged.start.0, merged.start.1);
            if text.trim().is_empty() {
                continue;
            }
            for column in merged.start.1..=merged.end.1 {
                let Some(at) = column.checked_sub(first_column).and_then(|at| usize::try_from(at).ok())
                else {
                    continue;
                };
                let first = column == merged.start.1;
                if first && row == merged.start.0 {
                    continue;
                }
                let Some(cell) = record.cells.get_mut(at) else { continue };
                if first {
                    cell.clone_from(&text);
                }
                let name = cell_name(merged.start);
                let text = if first {
                    format!("the value of the merged cell {name}, which covers this row")
                } else {
                    format!(
                        "covered by the merged cell {name}, whose value counts for its first column alone"
                    )
                };
                record.remarks.push(Remark { column: Some(at), text, loses: !first });
            }
        }
    }
}

/// `E2` for row 1 and column 4.
fn cell_name((row, column): (u32, u32)) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from_u32(u32::from(b'A') + rest % 26).unwrap_or('?'));
        rest /= 26;
    }
    format!("{}{}", letters.into_iter().rev().collect::<String>(), row + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_a_spreadsheet_names_them() {
        for (column, name) in [(0, "A1"), (25, "Z1"), (26, "AA1"), (701, "ZZ1"), (702, "AAA1")] {
            assert_eq!(cell_name((0, column)), name);
        }
    }
}
