//! Hidden rows and columns and merged cells of a sheet in ODS.

use std::io::Cursor;

use anyhow::Result;
use calamine::Dimensions;
use quick_xml::events::BytesStart;

use super::layout::SheetLayout;
use super::xml::{Archive, Tag, attribute, each_tag, number};

/// Where the next row, column or cell stands.
#[derive(Debug, Default)]
struct Position {
    in_sheet: bool,
    row: u32,
    /// How many equal rows the current one stands for.
    rows: u32,
    column: u32,
    cell: u32,
}

/// Reads what a sheet hides and merges; `sheet` is its name.
pub(super) fn read(bytes: &[u8], sheet: &str) -> Result<SheetLayout> {
    let mut archive = Archive::new(Cursor::new(bytes))?;
    let mut layout = SheetLayout::default();
    let mut at = Position::default();
    each_tag(&mut archive, "content.xml", |tag| match tag {
        Tag::Open("table", element) if !at.in_sheet => {
            at.in_sheet = attribute(element, "name").as_deref() == Some(sheet);
        }
        Tag::Close("table") => at.in_sheet = false,
        Tag::Open(name, element) if at.in_sheet => open(name, element, &mut at, &mut layout),
        Tag::Close("table-row") if at.in_sheet => at.row = at.row.saturating_add(at.rows),
        _ => {}
    })?;
    Ok(layout)
}

fn open(name: &str, element: &BytesStart<'_>, at: &mut Position, layout: &mut SheetLayout) {
    match name {
        "table-column" => {
            let columns = number(element, "number-columns-repeated").unwrap_or(1).max(1);
            if is_hidden(element) {
                layout.hidden_columns.push(at.column..=at.column.saturating_add(columns - 1));
            }
            at.column = at.column.saturating_add(columns);
        }
        "table-row" => {
            at.rows = number(element, "number-rows-repeated").unwrap_or(1).max(1);
            at.cell = 0;
            if is_hidden(element) {
                layout.hide_rows(at.row, at.rows);
            }
        }
        "table-cell" | "covered-table-cell" => {
            let span = |name| number(element, name).unwrap_or(1).max(1);
            let (rows, columns) = (span("number-rows-spanned"), span("number-columns-spanned"));
            if rows > 1 || columns > 1 {
                let end = (at.row.saturating_add(rows - 1), at.cell.saturating_add(columns - 1));
                layout.merged.push(Dimensions::new((at.row, at.cell), end));
            }
            at.cell = at.cell.saturating_add(span("number-columns-repeated"));
        }
        _ => {}
    }
}

/// Hidden by a filter or by hand.
fn is_hidden(element: &BytesStart<'_>) -> bool {
    attribute(element, "visibility").is_some_and(|visibility| visibility != "visible")
}
