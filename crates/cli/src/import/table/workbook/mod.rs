//! Workbooks (XLSX, ODS, XLS): the rows of one sheet as text, with what the sheet hides and merges. May use calamine.
//!
//! | module | what it reads |
//! |---|---|
//! | `layout` | hidden rows and columns, merged cells: one value for all formats |
//! | `xlsx_layout`, `ods_layout`, `xls_layout` | what calamine leaves out of it, in each format |
//! | `xml` | the elements of a file in a zipped workbook |

mod layout;
mod ods_layout;
mod xls_layout;
mod xlsx_layout;
mod xml;

use std::io::Cursor;

use anyhow::{Context, Result, bail};
use calamine::{Data, Ods, Range, Reader, SheetVisible, Sheets, Xls, Xlsx};

use super::header::tabulate;
use super::read_options::ReadOptions;
use super::record::{Record, Table};
use layout::SheetLayout;
use xml::Archive;

/// A workbook in memory.
type Book<'b> = Sheets<Cursor<&'b [u8]>>;

/// Reads a sheet of a zipped workbook: XLSX or ODS.
pub(super) fn read_zipped(bytes: &[u8], options: &ReadOptions) -> Result<Table> {
    let archive = Archive::new(Cursor::new(bytes)).context("cannot be read as a workbook")?;
    let (book, format) = if archive.index_for_name("content.xml").is_some() {
        (Sheets::Ods(Ods::new(Cursor::new(bytes)).context("cannot be read as a workbook (ODS)")?), "ODS")
    } else if archive.index_for_name("xl/workbook.bin").is_some() {
        bail!("is a binary workbook (.xlsb): save it as .xlsx");
    } else {
        (Sheets::Xlsx(Xlsx::new(Cursor::new(bytes)).context("cannot be read as a workbook (XLSX)")?), "XLSX")
    };
    read(bytes, book, format, options)
}

/// Reads a sheet of a workbook of the old kind.
pub(super) fn read_xls(bytes: &[u8], options: &ReadOptions) -> Result<Table> {
    let book = Xls::new(Cursor::new(bytes))
        .context("cannot be read as a workbook (XLS); if it has a password, save it without one")?;
    read(bytes, Sheets::Xls(book), "XLS", options)
}

/// Reads the sheet that is asked for, else the first visible one that is not empty.
fn read(bytes: &[u8], mut book: Book<'_>, format: &str, options: &ReadOptions) -> Result<Table> {
    let sheets: Vec<(String, bool)> = book
        .sheets_metadata()
        .iter()
        .map(|sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible))
        .collect();
    let requested = options.sheet.as_deref();
    let mut found = None;
    let mut notes = Vec::new();
    for (position, (name, visible)) in sheets.into_iter().enumerate() {
        let wanted = found.is_none() && requested.map_or(visible, |requested| requested == name);
        let range = if wanted {
            book.worksheet_range(&name).with_context(|| format!("sheet \"{name}\" cannot be read"))?
        } else {
            Range::empty()
        };
        match (range.is_empty(), visible) {
            (true, true) => notes.push(format!("sheet \"{name}\" was not read")),
            (true, false) => notes.push(format!("hidden sheet \"{name}\" was not read")),
            (false, visible) => {
                if !visible {
                    notes.push(format!("sheet \"{name}\" is hidden; it was asked for and is read"));
                }
                found = Some((name, position, range));
            }
        }
    }
    let (name, position, range) = match (found, requested) {
        (Some(found), _) => found,
        (None, Some(requested)) => bail!("has no sheet \"{requested}\" with rows"),
        (None, None) => bail!("has no visible sheet with rows"),
    };
    let layout = layout(bytes, &mut book, &name, position)
        .with_context(|| format!("hidden rows and merged cells of sheet \"{name}\" cannot be read"))?;
    let mut table = tabulate(rows(&range, &layout), options)?;
    let first_column = range.start().map_or(0, |(_, column)| column);
    for (at, column) in (first_column..).zip(&table.columns) {
        if layout.hides_column(at) {
            notes.push(format!("column \"{column}\" is hidden in the sheet; it is treated like the others"));
        }
    }
    table.format = format!("{format}, sheet \"{name}\"");
    table.notes.extend(notes);
    Ok(table)
}

fn layout(bytes: &[u8], book: &mut Book<'_>, name: &str, position: usize) -> Result<SheetLayout> {
    match book {
        Sheets::Xlsx(book) => {
            let merged = book.merge_cells_by_sheet_name(name)?;
            Ok(SheetLayout { merged, ..xlsx_layout::read(bytes, name)? })
        }
        Sheets::Xls(book) => {
            let merged = book.merge_cells_by_sheet_name(name)?;
            Ok(SheetLayout { merged, ..xls_layout::read(bytes, position)? })
        }
        Sheets::Ods(_) => ods_layout::read(bytes, name),
        Sheets::Xlsb(_) => bail!("binary workbooks are not read"),
    }
}

/// The rows that are not empty; merged cells have their value in each row they cover.
fn rows(range: &Range<Data>, layout: &SheetLayout) -> Vec<Record> {
    let (first_row, first_column) = range.start().unwrap_or_default();
    let mut records = Vec::new();
    for (cells, row) in range.rows().zip(first_row..) {
        let cells: Vec<String> = cells.iter().map(text).collect();
        let hidden = layout.hides_row(row);
        let mut record = Record { number: u64::from(row) + 1, cells, hidden, ..Record::default() };
        // A row of nothing but merged cells is no entry of its own.
        if record.cells.iter().any(|cell| !cell.trim().is_empty()) {
            layout.fill_merged(&mut record, row, first_column, |row, column| {
                range.get_value((row, column)).map(text).unwrap_or_default()
            });
            records.push(record);
        }
    }
    records
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
