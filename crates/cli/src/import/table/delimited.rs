//! Text with delimiters: finds which one, and the rows as a spreadsheet counts them. May use csv.

use anyhow::{Context, Result};

use super::encoding::Decoded;
use super::record::{Record, Table, column_name, fit};

/// The delimiters that spreadsheets write, with their names.
const DELIMITERS: [(u8, &str); 4] =
    [(b',', "commas"), (b';', "semicolons"), (b'\t', "tabs"), (b'|', "vertical bars")];

/// How many rows are looked at to find the delimiter.
const SAMPLE: usize = 200;

/// Reads a text with delimiters.
pub(super) fn read(text: &Decoded) -> Result<Table> {
    let (declared, body, before) = declared_delimiter(&text.text);
    let delimiter = declared.unwrap_or_else(|| likely_delimiter(body));
    let name =
        DELIMITERS.iter().find(|(byte, _)| *byte == delimiter).map_or("another mark", |(_, name)| name);
    let mut table = Table { format: format!("CSV, {}, {name}", text.encoding), ..Table::default() };
    let mut reader = reader(body, delimiter);
    let mut row = before;
    for record in reader.records() {
        let record = record.context("cannot be read as text with delimiters")?;
        row += 1 + blank_lines(body, &record);
        let cells: Vec<String> = record.iter().map(str::to_owned).collect();
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if table.columns.is_empty() {
            table.columns = cells.iter().enumerate().map(|(at, name)| column_name(name, at)).collect();
            continue;
        }
        match fit(cells, table.columns.len()) {
            Ok(cells) => table.rows.push(Record { number: row, cells }),
            Err(reason) => table.malformed.push((row, reason)),
        }
    }
    if body.bytes().filter(|byte| *byte == b'"').count() % 2 == 1 {
        table.notes.push("a quotation mark without its partner: rows may have become one".to_owned());
    }
    Ok(table)
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

/// The delimiter that divides most rows into as many fields as the header; of equals the one with more fields.
fn likely_delimiter(text: &str) -> u8 {
    let score = |delimiter: u8| {
        let mut lengths = reader(text, delimiter)
            .into_records()
            .take(SAMPLE)
            .map_while(Result::ok)
            .map(|record| record.len());
        let columns = lengths.next().unwrap_or(0);
        let (fitting, rows) = lengths
            .fold((0, 0), |(fitting, rows), length| (fitting + usize::from(length == columns), rows + 1));
        // In thousandths; a header alone fits.
        let share = (fitting * 1000_usize).checked_div(rows).unwrap_or(1000);
        (columns > 1, share, columns)
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
        read(&Decoded { text: text.to_owned(), encoding: "UTF-8".to_owned() }).unwrap()
    }

    fn rows(table: &Table) -> Vec<(u64, Vec<&str>)> {
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
            assert_eq!(rows(&found), [(2, vec!["A, b; c", "C1, C2"]), (3, vec![two.as_str(), "C3"])]);
        }
    }

    #[test]
    fn rows_are_counted_as_a_spreadsheet_counts_them() {
        for end in ["\n", "\r\n"] {
            let text = ["sep=;", "", "Title;Year", "A;2015", "", ";", "B;2016;", "C;2017;x", "D"].join(end);
            let found = table(&text);
            assert_eq!(rows(&found), [(4, vec!["A", "2015"]), (7, vec!["B", "2016"])], "{end:?}");
            let malformed: Vec<u64> = found.malformed.iter().map(|(row, _)| *row).collect();
            assert_eq!(malformed, [8, 9], "{end:?}");
        }
    }

    #[test]
    fn one_column_and_an_open_quotation_are_told() {
        let found = table("Title\nA\n\"B\nC\n");
        assert_eq!(found.columns, ["Title"]);
        assert_eq!(found.notes.len(), 1);
    }
}
