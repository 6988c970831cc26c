//! Hidden rows and columns of a sheet in XLSX.

use std::io::Cursor;

use anyhow::{Context, Result};
use quick_xml::events::BytesStart;

use super::layout::SheetLayout;
use super::xml::{Archive, Tag, attribute, each_tag, number};

/// Reads what a sheet hides; `sheet` is its name.
pub(super) fn read(bytes: &[u8], sheet: &str) -> Result<SheetLayout> {
    let mut archive = Archive::new(Cursor::new(bytes))?;
    let path = sheet_path(&mut archive, sheet)?;
    let mut layout = SheetLayout::default();
    // Counted from 1, as in the file.
    let mut row = 0;
    each_tag(&mut archive, &path, |tag| match tag {
        Tag::Open("row", element) => {
            // A row without a number follows the one before.
            row = number(element, "r").unwrap_or(row + 1);
            if is_hidden(element) {
                layout.hide_rows(row.saturating_sub(1), 1);
            }
        }
        Tag::Open("col", element) if is_hidden(element) => {
            if let (Some(first @ 1..), Some(last @ 1..)) = (number(element, "min"), number(element, "max")) {
                layout.hidden_columns.push(first - 1..=last - 1);
            }
        }
        _ => {}
    })?;
    Ok(layout)
}

/// The path of a sheet in the archive.
fn sheet_path(archive: &mut Archive<'_>, sheet: &str) -> Result<String> {
    let mut id = None;
    each_tag(archive, "xl/workbook.xml", |tag| {
        if let Tag::Open("sheet", element) = tag
            && attribute(element, "name").as_deref() == Some(sheet)
        {
            id = attribute(element, "id");
        }
    })?;
    let mut target = None;
    each_tag(archive, "xl/_rels/workbook.xml.rels", |tag| {
        if let Tag::Open("Relationship", element) = tag
            && attribute(element, "Id") == id
        {
            target = attribute(element, "Target");
        }
    })?;
    let target = target.context("the sheet is not in the archive")?;
    Ok(target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned))
}

/// Hidden by a filter, by hand, or by a height of nothing.
fn is_hidden(element: &BytesStart<'_>) -> bool {
    let hidden = attribute(element, "hidden").is_some_and(|hidden| hidden == "1" || hidden == "true");
    let height = attribute(element, "ht").and_then(|height| height.parse::<f32>().ok());
    hidden || height == Some(0.0)
}
