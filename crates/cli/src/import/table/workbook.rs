//! Workbooks (XLSX): the rows of one sheet as text. May use calamine.

use std::io::Cursor;

use anyhow::{Context, Result};
use calamine::{Data, Range, Reader, SheetVisible, Xlsx};

use super::record::{Record, Table, column_name};

/// Reads a sheet: the one that is asked for, else the first visible one that is not empty.
pub(super) fn read(bytes: &[u8], requested: Option<&str>) -> Result<Table> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).context("cannot be read as a workbook (XLSX)")?;
    let sheets: Vec<(String, bool)> = book
        .sheets_metadata()
        .iter()
        .map(|sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible))
        .collect();
    let mut found = None;
    let mut others = Vec::new();
    for (name, visible) in sheets {
        let wanted = found.is_none() && requested.map_or(visible, |requested| requested == name);
        let range = if wanted {
            book.worksheet_range(&name).with_context(|| format!("sheet \"{name}\" cannot be read"))?
        } else {
            Range::empty()
        };
        if range.is_empty() {
            others.push(name);
        } else {
            found = Some((name, range));
        }
    }
    let (name, range) = match (found, requested) {
        (Some(found), _) => found,
        (None, Some(requested)) => anyhow::bail!("has no sheet \"{requested}\" with rows"),
        (None, None) => anyhow::bail!("has no visible sheet with rows"),
    };
    let mut table = rows(&range);
    table.format = format!("XLSX, sheet \"{name}\"");
    table.notes.extend(others.into_iter().map(|name| format!("sheet \"{name}\" was not read")));
    Ok(table)
}

fn rows(range: &Range<Data>) -> Table {
    let mut table = Table::default();
    let first = range.start().map_or(0, |(row, _)| u64::from(row));
    for (cells, number) in range.rows().zip(first + 1..) {
        let cells: Vec<String> = cells.iter().map(text).collect();
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if table.columns.is_empty() {
            table.columns = cells.iter().enumerate().map(|(at, name)| column_name(name, at)).collect();
        } else {
            table.rows.push(Record { number, cells });
        }
    }
    table
}

/// A cell as text: whole numbers without a fraction, dates as ISO 8601.
fn text(cell: &Data) -> String {
    match cell {
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::DateTime(date) if date.is_datetime() => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTime(duration) => duration.as_f64().to_string(),
        Data::Int(number) => number.to_string(),
        // Rust writes 9 for 9.0.
        Data::Float(number) => number.to_string(),
        Data::Bool(truth) => truth.to_string(),
        Data::Error(error) => error.to_string(),
        Data::Empty => String::new(),
    }
}
