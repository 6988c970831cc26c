//! The values of a chart as a table.

use wsis_core::contract::lenses::{LensChart, Qualifier};

use super::column::{Column, text};
use super::origin::Origin;
use super::table::ExportTable;

/// The columns of a value.
const COLUMNS: [Column; 7] = [
    text("label"),
    text("series"),
    text("value"),
    text("qualifier"),
    text("unit"),
    text("remark"),
    text("evidence"),
];

/// One row a value; `write` writes a number with a point for the decimals.
#[must_use]
pub fn chart_table(chart: &LensChart, origin: &Origin, write: &dyn Fn(f64) -> String) -> ExportTable {
    let rows = chart.series.iter().flat_map(|series| {
        series.values.iter().map(|value| {
            let evidence = if series.counted { origin.snapshot.clone() } else { chart.basis.clone() };
            vec![
                value.label.clone(),
                series.name.clone().unwrap_or_default(),
                value.value.map(write).unwrap_or_default(),
                value.qualifier.map_or("", word).to_owned(),
                chart.unit.clone(),
                value.note.clone().unwrap_or_default(),
                evidence,
            ]
        })
    });
    ExportTable::new(&COLUMNS, rows, origin)
}

const fn word(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Over => "over",
        Qualifier::Nearly => "nearly",
        Qualifier::About => "about",
    }
}
