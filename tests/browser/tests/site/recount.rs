//! An independent count, straight from the sources: plain loops that share nothing with the core.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A row by its columns.
pub(crate) type Row = BTreeMap<String, String>;

/// The expected grid, by (line, goal).
pub(crate) struct Expected {
    pub(crate) targets: BTreeMap<(String, u8), BTreeSet<String>>,
    pub(crate) declared: BTreeMap<(String, u8), usize>,
    pub(crate) derived: BTreeMap<(String, u8), usize>,
    pub(crate) of_line: BTreeMap<String, usize>,
    pub(crate) lines: Vec<String>,
}

/// The rows of a source.
pub(crate) fn rows(folder: &str, file: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(Path::new(folder).join(file)).unwrap();
    let header = reader.headers().unwrap().clone();
    reader
        .records()
        .map(|record| {
            let record = record.unwrap();
            header.iter().map(str::to_owned).zip(record.iter().map(str::to_owned)).collect()
        })
        .collect()
}

/// Whether a row of the projects names a line; for C7 also one of its e-applications.
pub(crate) fn names_line(row: &Row, line: &str) -> bool {
    row["lines"].split(';').any(|named| named == line || named.starts_with(&format!("{line}-")))
}

fn parts(text: &str) -> Vec<String> {
    text.split(';').filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn family(line: &str) -> Vec<String> {
    if line.starts_with("C7-") { vec![line.to_owned(), "C7".to_owned()] } else { vec![line.to_owned()] }
}

/// Counts the sources in a folder.
pub(crate) fn expected(folder: &str) -> Expected {
    let lines: Vec<String> = rows(folder, "lines.csv").iter().map(|row| row["id"].clone()).collect();
    let mut targets: BTreeMap<(String, u8), BTreeSet<String>> = BTreeMap::new();
    for link in rows(folder, "links.csv") {
        for line in family(&link["line"]) {
            let goal: u8 = link["goal"].parse().unwrap();
            targets.entry((line, goal)).or_default().extend(parts(&link["targets"]));
        }
    }
    let (mut declared, mut derived) = (BTreeMap::new(), BTreeMap::new());
    let mut of_line = BTreeMap::new();
    for project in rows(folder, "projects.csv") {
        let named = parts(&project["lines"]);
        let goals: Vec<u8> = parts(&project["goals"]).iter().map(|goal| goal.parse().unwrap()).collect();
        let rows: BTreeSet<String> = named.iter().flat_map(|line| family(line)).collect();
        for row in &rows {
            *of_line.entry(row.clone()).or_insert(0) += 1;
            for goal in 1..=17 {
                let cell = (row.clone(), goal);
                if goals.contains(&goal) {
                    *declared.entry(cell).or_insert(0) += 1;
                } else if goals.is_empty() {
                    // Through a line that this row gathers and that is itself linked; C7 alone through any.
                    let through = named.iter().any(|line| {
                        family(line).contains(row) && targets.contains_key(&(line.clone(), goal))
                    });
                    if through {
                        *derived.entry(cell).or_insert(0) += 1;
                    }
                }
            }
        }
    }
    Expected { targets, declared, derived, of_line, lines }
}
