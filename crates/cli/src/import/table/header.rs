//! Finds the row with the names of the columns, and makes a table of the rows below it.

use std::collections::BTreeSet;

use anyhow::{Context, Result};

use super::read_options::ReadOptions;
use super::record::{Record, Table, column_name, fit};
use crate::import::match_key::match_key;

/// How many rows are looked at to find the header.
const SEARCHED: usize = 30;
/// A row below others is the header only with so many known names.
const MIN_KNOWN: usize = 2;

/// Makes a table of rows that are not empty.
pub(super) fn tabulate(rows: Vec<Record>, options: &ReadOptions) -> Result<Table> {
    let mut table = Table::default();
    let (at, _) = likely_header(&rows, options).with_context(|| {
        let number = options.header_row.unwrap_or_default();
        format!("--header-row {number}: this row is empty, or there is none; rows are counted from 1")
    })?;
    let mut rest = rows.into_iter().skip(at);
    let Some(header) = rest.next() else { return Ok(table) };
    if at > 0 {
        let above = if at == 1 { "1 row above it is".to_owned() } else { format!("{at} rows above it are") };
        table.notes.push(format!("the header is row {}; {above} not read", header.number));
    }
    table.columns = header.cells.iter().enumerate().map(|(at, name)| column_name(name, at)).collect();
    for row in rest {
        let number = row.number;
        match fit(row, table.columns.len()) {
            Ok(row) => table.rows.push(row),
            Err(reason) => table.malformed.push((number, reason)),
        }
    }
    Ok(table)
}

/// The position of the header and how many known names it has: the row that is asked for, else the one with the most
/// known names, else the first. None if there is no such row as is asked for.
pub(super) fn likely_header(rows: &[Record], options: &ReadOptions) -> Option<(usize, usize)> {
    let known = |row: &Record| {
        let names: BTreeSet<String> = row.cells.iter().map(|cell| match_key(cell)).collect();
        names.intersection(&options.known_columns).count()
    };
    if let Some(number) = options.header_row {
        let at = rows.iter().position(|row| row.number == number)?;
        return Some((at, rows.get(at).map_or(0, known)));
    }
    let mut best = (0, rows.first().map_or(0, known));
    for (at, row) in rows.iter().enumerate().take(SEARCHED).skip(1) {
        let count = known(row);
        if count > best.1 && count >= MIN_KNOWN {
            best = (at, count);
        }
    }
    Some(best)
}
