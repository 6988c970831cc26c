//! Text with delimiters: finds which one, and the rows as a spreadsheet counts them. May use csv.

use anyhow::{Context, Result};

use super::encoding::Decoded;
use super::header::{likely_header, tabulate};
use super::read_options::ReadOptions;
use super::record::{Record, Table};

/// The delimiters that spreadsheets write, with their names.
const DELIMITERS: [(u8, &str); 4] =
    [(b',', "commas"), (b';', "semicolons"), (b'\t', "tabs"), (b'|', "vertical bars")];

/// How many rows are looked at to find the delimiter.
const SAMPLE: usize = 200;

/// Reads a text with delimiters.
pub(super) fn read(text: &Decoded, options: &ReadOptions) -> Result<Table> {
    let (declared, body, before) = declared_delimiter(&text.text);
    let delimiter = declared.unwrap_or_else(|| likely_delimiter(body, before, options));
    let name =
        DELIMITERS.iter().find(|(byte, _)| *byte == delimiter).map_or("another mark", |(_, name)| name);
    let rows = rows(body, delimiter, before).collect::<Result<Vec<_>>>()?;
    let mut table = tabulate(rows, options)?;
    table.format = format!("CSV, {}, {name}", text.encoding);
    table.encoding_is_guess = text.is_guess;
    if body.bytes().filter(|byte| *byte == b'"').count() % 2 == 1 {
        table.notes.push("a quotation mark without its partner: rows may have become one".to_owned());
    }
    Ok(table)
}

/// The rows that are not empty; `before` is how many rows stand before them.
fn rows(body: &str, delimiter: u8, before: u64) -> impl Iterator<Item = Result<Record>> {
    let mut number = before;
    reader(body, delimiter).into_records().filter_map(move |record| {
        let record = match record.context("cannot be read as text with delimiters") {
            Ok(record) => record,
            Err(error) => return Some(Err(error)),
        };
        number += 1 + blank_lines(body, &record);
        let cells: Vec<String> = record.iter().map(str::to_owned).collect();
        let filled = cells.iter().any(|cell| !cell.trim().is_empty());
        filled.then(|| Ok(Record { number, cells, ..Record::default() }))
    })
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .delimiter(delimiter)
        .from_reader(text.as_bytes())
}

/// The line `sep=;` that some programs write first: the delimiter, the text after it and the rows it takes.
fn declared_delimiter(text: &str) -> (Option<u8>, &str, u64) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let declared = first.trim_end_matches('\r').trim_matches('"').strip_prefix("sep=");
    match declared.map(str::as_bytes) {
        Some([delimiter]) => (Some(*delimiter), rest, 1),
        _ => (None, text, 0),
    }
}

/// The delimiter that gives the header the most known names; of equals the one that divides most rows into as many
/// fields as the header, then the one with more fields.
fn likely_delimiter(text: &str, before: u64, options: &ReadOptions) -> u8 {
    let score = |delimiter: u8| {
        let rows: Vec<Record> = rows(text, delimiter, before).take(SAMPLE).map_while(Result::ok).collect();
        let (header, names) = likely_header(&rows, options).unwrap_or_default();
        let columns = rows.get(header).map_or(0, |row| row.cells.len());
        let below = rows.iter().skip(header + 1);
        let fitting = below.clone().filter(|row| row.cells.len() == columns).count();
        // In thousandths; a header alone fits.
        let share = (fitting * 1000).checked_div(below.count()).unwrap_or(1000);
        (names, columns > 1, share, columns)
    };
    // The first of equals: `max_by_key` would take the last.
    DELIMITERS
        .iter()
        .rev()
        .map(|(delimiter, _)| *delimiter)
        .max_by_key(|delimiter| score(*delimiter))
        .unwrap_or(b',')
}

/// The empty lines before a record, which the reader skips but a spreadsheet counts.
fn blank_lines(text: &str, record: &csv::StringRecord) -> u64 {
    let reached = record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or(0);
    let (before, after) = text.as_bytes().split_at_checked(reached).unwrap_or_default();
    let ends = after.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    let lines: u64 = ends.map(|byte| u64::from(*byte == b'\n')).sum();
    // The reader may stop between the two bytes of a line end.
    let half = before.last() == Some(&b'\r') && after.first() == Some(&b'\n');
    lines - u64::from(half)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Table {
        let known = ["title", "lines", "country", "year"].map(str::to_owned);
        let options = ReadOptions { known_columns: known.into(), ..ReadOptions::default() };
        read(&Decoded::utf_8(text), &options).unwrap()
    }

    fn cells(table: &Table) -> Vec<(u64, Vec<&str>)> {
        table.rows.iter().map(|row| (row.number, row.cells.iter().map(String::as_str).collect())).collect()
    }

    #[test]
    fn delimiters_are_found_also_where_texts_hold_others() {
        for (mark, name) in DELIMITERS {
            let mark = char::from(mark);
            let text =
                format!("Title{mark}Lines; or, both\nA, b; c{mark}C1, C2\n\"Two{mark}\nlines\"{mark}C3\n");
            let found = table(
                &text
                    .replace(&format!("A, b; c{mark}C1, C2"), &format!("\"A, b; c\"{mark}\"C1, C2\""))
                    .replace("Lines; or, both", "\"Lines; or, both\""),
            );
            assert_eq!(found.format, format!("CSV, UTF-8, {name}"));
            assert_eq!(found.columns, ["Title", "Lines; or, both"]);
            let two = format!("Two{mark}\nlines");
            assert_eq!(cells(&found), [(2, vec!["A, b; c", "C1, C2"]), (3, vec![two.as_str(), "C3"])]);
        }
    }

    #[test]
    fn rows_are_counted_as_a_spreadsheet_counts_them() {
        for end in ["\n", "\r\n"] {
            let text = ["sep=;", "", "Title;Year", "A;2015", "", ";", "B;2016;", "C;2017;x", "D"].join(end);
            let found = table(&text);
            let read = [(4, vec!["A", "2015"]), (7, vec!["B", "2016"]), (9, vec!["D", ""])];
            assert_eq!(cells(&found), read, "{end:?}");
            let malformed: Vec<u64> = found.malformed.iter().map(|(row, _)| *row).collect();
            assert_eq!(malformed, [8], "{end:?}");
        }
    }

    #[test]
    fn only_missing_fields_at_the_end_are_filled_with_empty_ones() {
        let found = table("Title;Lines;Country;Note\nA;C1\nB;C2;KEN\nTotal: 2\nC;C3;KEN;n;more\n");
        assert_eq!(cells(&found), [(2, vec!["A", "C1", "", ""]), (3, vec!["B", "C2", "KEN", ""])]);
        assert!(found.rows.iter().all(|row| row.remarks.len() == 1));
        assert_eq!(found.malformed.iter().map(|(row, _)| *row).collect::<Vec<_>>(), [4, 5]);
    }

    #[test]
    fn the_header_is_found_below_other_rows() {
        for mark in [';', ','] {
            for above in ["Projects\nAs of today, in full; all of them\n", "Projects,,\n\nAs of today;;\n"] {
                let text = format!("{above}Title;Year;Country\nA;2015;KEN\nB;2016;\n")
                    .replace(';', &mark.to_string());
                let found = table(&text);
                assert_eq!(found.columns, ["Title", "Year", "Country"], "{text}");
                assert_eq!(found.rows.len(), 2, "{text}");
                assert!(found.notes.iter().any(|note| note.contains("rows above it are not read")));
            }
        }
        let own = ReadOptions { header_row: Some(2), ..ReadOptions::default() };
        let found = read(&Decoded::utf_8("Liste\nBezeichnung,Jahr\nA,2015\n"), &own).unwrap();
        assert_eq!(found.columns, ["Bezeichnung", "Jahr"]);
        let beyond = ReadOptions { header_row: Some(9), ..ReadOptions::default() };
        assert!(read(&Decoded::utf_8("Name\nA\n"), &beyond).is_err());
    }

    #[test]
    fn one_column_and_an_open_quotation_are_told() {
        let found = table("Title\nA\n\"B\nC\n");
        assert_eq!(found.columns, ["Title"]);
        assert_eq!(found.notes.len(), 1);
    }
}
