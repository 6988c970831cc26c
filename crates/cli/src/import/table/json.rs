//! JSON: a list of objects, alone or as the one list in an object. May use serde_json.
//!
//! An object inside a row becomes columns such as `owner.name`; a list becomes one cell with a line for each item.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};

use super::encoding::Decoded;
use super::record::{Record, Table, column_name};

/// Reads a JSON text.
pub(super) fn read(text: &Decoded) -> Result<Table> {
    let value: Value = serde_json::from_str(&text.text).context("cannot be read as JSON")?;
    let list = list(value)?;
    let mut table = Table {
        format: format!("JSON, {}", text.encoding),
        encoding_is_guess: text.is_guess,
        ..Table::default()
    };
    let mut rows = Vec::new();
    for (value, number) in list.into_iter().zip(1..) {
        let Value::Object(object) = value else {
            table.malformed.push((number, "is no object".to_owned()));
            continue;
        };
        let mut cells = BTreeMap::new();
        flatten("", object, &mut cells);
        rows.push((number, cells));
    }
    let columns: BTreeSet<&String> = rows.iter().flat_map(|(_, cells)| cells.keys()).collect();
    let columns: Vec<String> = columns.into_iter().cloned().collect();
    table.rows = rows
        .into_iter()
        .map(|(number, mut cells)| {
            let cells = columns.iter().map(|column| cells.remove(column).unwrap_or_default()).collect();
            Record { number, cells, ..Record::default() }
        })
        .collect();
    table.columns = columns.iter().enumerate().map(|(at, name)| column_name(name, at)).collect();
    Ok(table)
}

fn list(value: Value) -> Result<Vec<Value>> {
    let object = match value {
        Value::Array(list) => return Ok(list),
        Value::Object(object) => object,
        _ => bail!("is neither a list of objects nor an object with one"),
    };
    let mut lists = object.into_iter().filter_map(|(_, value)| match value {
        Value::Array(list) if list.iter().any(Value::is_object) => Some(list),
        _ => None,
    });
    match (lists.next(), lists.next()) {
        (Some(list), None) => Ok(list),
        (Some(_), Some(_)) => bail!("has more than one list of objects; leave one"),
        (None, _) => bail!("has no list of objects"),
    }
}

fn flatten(path: &str, object: Map<String, Value>, cells: &mut BTreeMap<String, String>) {
    for (name, value) in object {
        let path = if path.is_empty() { name } else { format!("{path}.{name}") };
        add(&path, value, cells);
    }
}

fn add(path: &str, value: Value, cells: &mut BTreeMap<String, String>) {
    let text = match value {
        Value::Object(object) => return flatten(path, object, cells),
        Value::Array(list) => return list.into_iter().for_each(|value| add(path, value, cells)),
        Value::Null => String::new(),
        Value::String(text) => text,
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    };
    let cell = cells.entry(path.to_owned()).or_default();
    if !cell.is_empty() && !text.is_empty() {
        cell.push('\n');
    }
    cell.push_str(&text);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Result<Table> {
        read(&Decoded::utf_8(text))
    }

    #[test]
    fn lists_and_objects_become_cells() {
        let rows = r#"[{"title": "A", "goals": [9, "17"], "owner": {"name": "N", "tags": [{"id": 1}, {"id": 2}]}},
            7, {"year": 2015, "title": null, "open": true}]"#;
        for text in [rows.to_owned(), format!(r#"{{"total": 2, "projects": {rows}}}"#)] {
            let found = table(&text).unwrap();
            assert_eq!(found.columns, ["goals", "open", "owner.name", "owner.tags.id", "title", "year"]);
            let [first, third] = found.rows.as_slice() else { panic!("{found:?}") };
            assert_eq!((first.number, third.number), (1, 3));
            assert_eq!(first.cells, ["9\n17", "", "N", "1\n2", "A", ""]);
            assert_eq!(third.cells, ["", "true", "", "", "", "2015"]);
            assert_eq!(found.malformed, [(2, "is no object".to_owned())]);
        }
    }

    #[test]
    fn what_holds_no_rows_is_refused() {
        for bad in ["{", "[1", r#"{"a": 1}"#, r#"{"a": [{}], "b": [{}]}"#] {
            assert!(table(bad).is_err(), "{bad}");
        }
    }
}
