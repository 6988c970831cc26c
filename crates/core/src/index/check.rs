//! Validation of `index.json`.

use crate::contract::entry::Prize;
use crate::contract::index::Index;
use crate::matrix::WrongShape;

/// Validates that every column is as long as the ids and points into its table.
pub(super) fn check(wire: &Index) -> Result<(), WrongShape> {
    let (rows, tables) = (wire.ids.len(), &wire.tables);
    let lengths = [
        ("lines", wire.lines.len()),
        ("goals", wire.goals.len()),
        ("country", wire.country.len()),
        ("region", wire.region.len()),
        ("stakeholder", wire.stakeholder.len()),
        ("targetGroups", wire.target_groups.len()),
        ("year", wire.year.len()),
        ("prize", wire.prize.len()),
    ];
    // A column that older servers do not send.
    let collections = wire.collections.len();
    if collections != 0 && collections != rows {
        return Err(WrongShape(format!("index: collections has {collections} rows instead of {rows}")));
    }
    if let Some((name, length)) = lengths.iter().find(|(_, length)| *length != rows) {
        return Err(WrongShape(format!("index: {name} has {length} rows instead of {rows}")));
    }
    let columns = [
        ("country", &wire.country, tables.country.len()),
        ("region", &wire.region, tables.region.len()),
        ("stakeholder", &wire.stakeholder, tables.stakeholder.len()),
    ];
    for (name, column, length) in columns {
        let fits = |position: i32| position == -1 || usize::try_from(position).is_ok_and(|at| at < length);
        if let Some(row) = column.iter().position(|position| !fits(*position)) {
            return Err(WrongShape(format!("index: {name} points outside its table in row {row}")));
        }
    }
    match wire.prize.iter().position(|prize| usize::from(*prize) >= Prize::ALL.len()) {
        Some(row) => Err(WrongShape(format!("index: prize points outside its table in row {row}"))),
        None => Ok(()),
    }
}
