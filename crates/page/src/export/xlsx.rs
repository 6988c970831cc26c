//! A table as an XLSX workbook (ECMA-376): one sheet of inline strings and numbers in an uncompressed ZIP archive.
//!
//! Written here because a general library costs 60 kB of WebAssembly for these 100 lines; a test reads it with calamine.

use std::fmt::Write as _;

use wsis_core::escape::escape_markup;

use super::column::Column;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
    <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
    <Override PartName=\"/xl/workbook.xml\" \
    ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>\
    <Override PartName=\"/xl/worksheets/sheet1.xml\" \
    ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>";
const RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"rId1\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
    Target=\"xl/workbook.xml\"/></Relationships>";
const WORKBOOK: &str = "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>\
    <sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
const SHEET_RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" \
    Target=\"worksheets/sheet1.xml\"/></Relationships>";

/// The workbook.
pub(super) fn xlsx(columns: &[Column], rows: &[Vec<String>]) -> Vec<u8> {
    let part = |text: &str| format!("{HEAD}{text}");
    zip(&[
        ("[Content_Types].xml", part(TYPES)),
        ("_rels/.rels", part(RELATIONS)),
        ("xl/workbook.xml", part(WORKBOOK)),
        ("xl/_rels/workbook.xml.rels", part(SHEET_RELATIONS)),
        ("xl/worksheets/sheet1.xml", part(&sheet(columns, rows))),
    ])
}

fn sheet(columns: &[Column], rows: &[Vec<String>]) -> String {
    let mut text = String::from(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row>",
    );
    for column in columns {
        cell(&mut text, false, column.name);
    }
    text.push_str("</row>");
    for fields in rows {
        text.push_str("<row>");
        for (Column { is_number, .. }, field) in columns.iter().zip(fields) {
            cell(&mut text, *is_number && !field.is_empty(), field);
        }
        text.push_str("</row>");
    }
    text.push_str("</sheetData></worksheet>");
    text
}

/// A cell. A text is one, whatever it begins with, so that none is run as a formula.
fn cell(text: &mut String, is_number: bool, field: &str) {
    // Writing into a string cannot fail.
    let _ = if is_number {
        write!(text, "<c><v>{}</v></c>", escape_markup(field))
    } else {
        let clean: String = field.chars().filter(|letter| is_xml(*letter)).collect();
        write!(
            text,
            "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
            escape_markup(&clean)
        )
    };
}

/// Whether XML 1.0 allows the character.
fn is_xml(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r') || (letter >= ' ' && !matches!(letter, '\u{fffe}' | '\u{ffff}'))
}

/// An archive of stored files (PKWARE APPNOTE 6.3, method 0), with the date 1980-01-01.
fn zip(files: &[(&str, String)]) -> Vec<u8> {
    const DATE: u16 = 0x21;
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let offset = four(archive.len());
        let mut common = Vec::new();
        // Version 2.0, names in UTF-8, stored, midnight.
        for number in [20, 0x800, 0, 0, DATE] {
            common.extend(number.to_le_bytes());
        }
        common.extend(crc32(content.as_bytes()).to_le_bytes());
        common.extend(four(content.len()));
        common.extend(four(content.len()));
        common.extend(two(name.len()));
        common.extend([0, 0]);
        archive.extend(b"PK\x03\x04");
        archive.extend(&common);
        archive.extend(name.as_bytes());
        archive.extend(content.as_bytes());
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&common);
        // No comment, first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(offset);
        directory.extend(name.as_bytes());
    }
    let start = four(archive.len());
    archive.extend(&directory);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend(two(files.len()));
    archive.extend(two(files.len()));
    archive.extend(four(directory.len()));
    archive.extend(start);
    archive.extend([0, 0]);
    archive
}

/// A size in two bytes; names and numbers of files are far below the limit.
fn two(size: usize) -> [u8; 2] {
    u16::try_from(size).unwrap_or(u16::MAX).to_le_bytes()
}

/// A size in four bytes; a table of 4 GiB does not fit a browser.
fn four(size: usize) -> [u8; 4] {
    u32::try_from(size).unwrap_or(u32::MAX).to_le_bytes()
}

/// The checksum of ZIP (ISO 3309), bit by bit: the tables of a faster one are not worth their bytes here.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
    !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step))
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader, Xlsx};
    use proptest::prelude::*;

    use super::super::column::{number, text};
    use super::*;

    fn read(bytes: Vec<u8>) -> Vec<Vec<Data>> {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        book.worksheet_range("Data").unwrap().rows().map(<[Data]>::to_vec).collect()
    }

    #[test]
    fn the_checksum_is_that_of_the_standard() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn numbers_are_numbers_and_formulas_are_texts() {
        let row = vec!["=1+1".to_owned(), "2015".to_owned()];
        let rows = read(xlsx(&[text("title"), number("year")], &[row]));
        assert_eq!(rows[0], ["title", "year"].map(|name| Data::String(name.to_owned())));
        assert_eq!(rows[1], [Data::String("=1+1".to_owned()), Data::Float(2015.0)]);
    }

    proptest! {
        #[test]
        fn a_reader_gets_the_fields_back(fields in prop::collection::vec("[a-z<>&\"' éع中]{1,12}", 1..5)) {
            let rows = [fields.clone()];
            let columns: Vec<_> = fields.iter().map(|_| text("x")).collect();
            let read = read(xlsx(&columns, &rows));
            let texts: Vec<String> = read[1].iter().take(fields.len()).map(ToString::to_string).collect();
            prop_assert_eq!(texts, fields);
        }
    }
}
