//! The numbers, counted a second time: from the CSV files with plain loops, sharing no code with the core.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::support::{Build, builds, file, items, manifest, number, text};

const LINES: [&str; 19] = [
    "C1",
    "C2",
    "C3",
    "C4",
    "C5",
    "C6",
    "C7",
    "C7-EGOV",
    "C7-EBUS",
    "C7-ELEARN",
    "C7-EHEALTH",
    "C7-EEMP",
    "C7-EENV",
    "C7-EAGRI",
    "C7-ESCI",
    "C8",
    "C9",
    "C10",
    "C11",
];

type Record = BTreeMap<String, String>;

fn records(sources: &Path, name: &str) -> Vec<Record> {
    let mut reader = csv::Reader::from_path(sources.join(name)).unwrap();
    let columns = reader.headers().unwrap().clone();
    let named = |record: csv::StringRecord| {
        columns.iter().map(str::to_owned).zip(record.iter().map(str::to_owned)).collect::<Record>()
    };
    reader.records().map(|record| named(record.unwrap())).collect()
}

fn split(field: &str) -> BTreeSet<String> {
    field.split(';').filter(|item| !item.is_empty()).map(str::to_owned).collect()
}

/// Whether an entry that names `line` stands in `row`.
fn stands(row: &str, line: &str) -> bool {
    row == line || (row == "C7" && line.starts_with("C7-"))
}

#[test]
fn a_second_count_agrees() {
    for Build { sources, api } in builds() {
        let counts = file(api, "counts.json");
        let linked: Vec<(String, String)> = records(sources, "links.csv")
            .into_iter()
            .map(|link| (link["line"].clone(), link["goal"].clone()))
            .collect();
        let is_linked =
            |row: &str, goal: &str| linked.iter().any(|(line, column)| column == goal && stands(row, line));
        let projects = records(sources, "projects.csv");
        for (row, line) in LINES.iter().enumerate() {
            let mut in_row = 0;
            for goal in 1..=17 {
                let column = goal.to_string();
                let (mut declared, mut derived) = (BTreeSet::new(), BTreeSet::new());
                for project in &projects {
                    let (lines, goals) = (split(&project["lines"]), split(&project["goals"]));
                    for named in lines.iter().filter(|named| stands(line, named)) {
                        if goals.contains(&column) {
                            declared.insert(project["id"].clone());
                        } else if goals.is_empty() && is_linked(named, &column) {
                            derived.insert(project["id"].clone());
                        }
                    }
                }
                let cell = format!("{}: {line} {goal}", sources.display());
                assert_eq!(number(&counts["declared"][row][goal - 1]), declared.len() as u64, "{cell}");
                assert_eq!(number(&counts["derived"][row][goal - 1]), derived.len() as u64, "{cell}");
                let mut expected: BTreeSet<String> = declared;
                expected.append(&mut derived);
                assert_eq!(ids_in_pages(api, line, goal), expected, "{cell}");
            }
            for project in &projects {
                in_row += u64::from(split(&project["lines"]).iter().any(|named| stands(line, named)));
            }
            assert_eq!(number(&counts["distinct"]["lines"][row]), in_row, "{line}");
        }
        check_totals(&counts, &manifest(api), &projects);
    }
}

fn ids_in_pages(api: &wsis_cli::data::build::Api, line: &str, goal: usize) -> BTreeSet<String> {
    let folder = format!("cells/{line}/{goal}/");
    let pages = api.files.keys().filter(|path| path.starts_with(&folder));
    let projects = pages.flat_map(|path| items(&file(api, path)["projects"]).to_vec());
    projects.map(|project| text(&project["id"]).to_owned()).collect()
}

fn check_totals(counts: &serde_json::Value, manifest: &serde_json::Value, projects: &[Record]) {
    for goal in 1..=17 {
        let declaring =
            projects.iter().filter(|project| split(&project["goals"]).contains(&goal.to_string()));
        assert_eq!(number(&counts["distinct"]["goals"][goal - 1]), declaring.count() as u64, "goal {goal}");
    }
    assert_eq!(number(&counts["distinct"]["all"]), projects.len() as u64);
    assert_eq!(number(&manifest["projects"]), projects.len() as u64);
    let without = projects.iter().filter(|project| project["lines"].is_empty()).count();
    assert_eq!(number(&counts["distinct"]["noLine"]), without as u64);
    let declaring = projects.iter().filter(|project| !project["goals"].is_empty()).count();
    let share = declaring as f64 / projects.len() as f64;
    assert!((manifest["declaredShare"].as_f64().unwrap() - share).abs() < 1e-12);
}
