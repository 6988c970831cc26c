//! Hidden rows and columns of a sheet in XLS: records of a type, a length and a body in one stream. May use cfb.

use std::io::{Cursor, Read};

use anyhow::{Context, Result};
use cfb::CompoundFile;

use super::layout::SheetLayout;

// Types of records, as in [MS-XLS].
const SHEET: u16 = 0x0085;
const BEGIN: u16 = 0x0809;
const END: u16 = 0x000a;
const ROW: u16 = 0x0208;
const COLUMNS: u16 = 0x007d;

/// The bit of a row that is hidden.
const ROW_HIDDEN: u16 = 0x20;

/// Reads what the sheet at a position hides.
pub(super) fn read(bytes: &[u8], position: usize) -> Result<SheetLayout> {
    let mut file = CompoundFile::open(Cursor::new(bytes)).context("no compound file")?;
    let path = if file.exists("/Workbook") { "/Workbook" } else { "/Book" };
    let mut stream = Vec::new();
    file.open_stream(path)?.read_to_end(&mut stream)?;
    let sheet = Records(&stream).filter(|(kind, _)| *kind == SHEET).nth(position);
    let (_, body) = sheet.context("the sheet is not in the workbook")?;
    let offset = word(body, 0).zip(word(body, 2));
    let offset = offset.map(|(low, high)| usize::from(low) | usize::from(high) << 16);
    let records =
        offset.and_then(|offset| stream.get(offset..)).context("the sheet lies outside the workbook")?;
    let mut layout = SheetLayout::default();
    let mut depth = 0_u32;
    for (kind, body) in Records(records) {
        match kind {
            // A chart in the sheet has a beginning and an end of its own.
            BEGIN => depth += 1,
            END if depth <= 1 => break,
            END => depth -= 1,
            ROW if word(body, 12).is_some_and(|flags| flags & ROW_HIDDEN != 0) => {
                layout.hide_rows(u32::from(word(body, 0).unwrap_or_default()), 1);
            }
            COLUMNS if word(body, 8).is_some_and(|flags| flags & 1 != 0) => {
                if let (Some(first), Some(last)) = (word(body, 0), word(body, 2)) {
                    layout.hidden_columns.push(u32::from(first)..=u32::from(last));
                }
            }
            _ => {}
        }
    }
    Ok(layout)
}

/// The records of a stream: type and body.
struct Records<'s>(&'s [u8]);

impl<'s> Iterator for Records<'s> {
    type Item = (u16, &'s [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (kind, length) = (word(self.0, 0)?, usize::from(word(self.0, 2)?));
        let body = self.0.get(4..4 + length)?;
        self.0 = self.0.get(4 + length..)?;
        Some((kind, body))
    }
}

/// A number of two bytes, the low one first.
fn word(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]))
}
