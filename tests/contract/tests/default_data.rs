//! The known figures of the embedded default, and what it costs.

use std::collections::BTreeMap;

use brotli::enc::BrotliEncoderParams;
use serde_json::Value;
use wsis_core::address::{Selection, View};
use wsis_core::contract::matrix::MatrixFile;
use wsis_core::contract::tours::Tours;
use wsis_core::tour::Tour;
use wsis_core::{Language, Line};

use crate::support::{default_data, file, items, manifest, number, text};

/// Distinct projects of each line, in the order of the matrix, counted by hand from the four lists.
const OF_LINE: [u64; 19] = [65, 61, 95, 72, 50, 46, 371, 81, 36, 63, 52, 40, 35, 47, 32, 40, 33, 37, 29];

/// The most that `counts.json`, a part of the first load, may weigh.
const MOST_COUNTS_BYTES: usize = 2048;

#[test]
fn the_totals_are_those_of_the_sources() {
    let api = default_data();
    let (counts, matrix) = (file(api, "counts.json"), file(api, "matrix.en.json"));
    assert_eq!(number(&counts["distinct"]["all"]), 916);
    assert_eq!(number(&counts["distinct"]["noLine"]), 78);
    assert_eq!(items(&matrix["links"]).len(), 124);
    let lines = items(&matrix["lines"]);
    assert_eq!(lines.iter().filter(|line| line.get("parent").is_none()).count(), 11);
    assert_eq!(lines.iter().filter(|line| line.get("parent").is_some()).count(), 8);
    assert_eq!(items(&matrix["goals"]).len(), 17);
    let of_line: Vec<u64> = items(&counts["distinct"]["lines"]).iter().map(number).collect();
    assert_eq!(of_line, OF_LINE);
}

#[test]
fn every_link_has_a_rationale_of_its_own() {
    let api = default_data();
    let (matrix, rationales) = (file(api, "matrix.en.json"), file(api, "rationales.en.json"));
    let key = |row: &Value| (row["line"].clone().to_string(), number(&row["goal"]));
    let linked: Vec<_> = items(&matrix["links"]).iter().map(key).collect();
    let explained: Vec<_> = items(&rationales["rationales"]).iter().map(key).collect();
    assert_eq!(linked, explained);
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for rationale in items(&rationales["rationales"]) {
        let cell = format!("{} {}", rationale["line"], rationale["goal"]);
        let words = words(text(&rationale["text"]));
        assert!((18..=60).contains(&words.len()), "{cell}: {} words", words.len());
        for run in words.windows(6) {
            let other = seen.insert(run.join(" "), cell.clone());
            assert!(other.is_none_or(|other| other == cell), "{cell} shares {run:?} with another cell");
        }
    }
}

fn words(text: &str) -> Vec<String> {
    text.split(|letter: char| !(letter.is_alphanumeric() || ".'’".contains(letter)))
        .map(|word| word.trim_matches('.').to_lowercase())
        .filter(|word| !word.is_empty())
        .collect()
}

#[test]
fn every_line_is_told_of() {
    let api = default_data();
    let passages = file(api, "passages.en.json");
    for line in Line::all() {
        for part in ["covers", "role"] {
            let told = items(&passages["passages"])
                .iter()
                .filter(|passage| passage["line"] == line.id() && passage["part"] == part)
                .count();
            assert_eq!(told, 1, "{line}: {part}");
        }
    }
}

/// A stage shows one idea: a step without words of its own shows a linked cell, whose rationale stands there.
#[test]
fn every_step_of_a_tour_has_something_to_say() {
    let api = default_data();
    let matrix = file(api, "matrix.en.json");
    let is_linked = |view: &View| match view.selection {
        Selection::Cell(line, goal) => items(&matrix["links"])
            .iter()
            .any(|link| link["line"] == line.id() && link["goal"] == goal.number()),
        _ => false,
    };
    let tours: Tours = serde_json::from_value(file(api, "context/en/tours.json")).unwrap();
    let ids: Vec<&str> = tours.tours.iter().map(|tour| tour.id.as_str()).collect();
    assert_eq!(ids, ["matrix", "twenty-years", "c2", "c4", "c5", "c6", "review", "report"]);
    for wire in &tours.tours {
        let (tour, dropped) = Tour::from_data(wire, Language::English).unwrap();
        assert!(
            dropped.is_empty() && (240..=360).contains(&tour.duration()),
            "{}: {} s",
            wire.id,
            tour.duration()
        );
        // The slide of a lens draws the first of its charts.
        let has_figure = tour.steps.iter().any(|step| step.figure.is_some() || step.view.lens().is_some());
        assert!(has_figure, "{}: no figure", wire.id);
        for (at, step) in tour.steps.iter().enumerate() {
            assert!(step.text.is_some() || is_linked(&step.view), "{} {}", wire.id, at + 1);
            assert!(!step.notes.is_empty() && step.basis.is_some(), "{} {}", wire.id, at + 1);
            assert!(
                step.text.as_ref().is_none_or(|text| text.chars().count() <= 200),
                "{} {}",
                wire.id,
                at + 1
            );
        }
    }
}

#[test]
fn the_conflicts_that_were_found_are_told() {
    let conflicts = file(default_data(), "context/en/conflicts.json");
    let differs: Vec<_> = items(&conflicts["conflicts"])
        .iter()
        .filter(|one| one["differs"] == true)
        .filter_map(|one| one["id"].as_str())
        .collect();
    for id in ["database-start", "prizes-2020", "prizes-2021", "prizes-2022", "prizes-2023"] {
        assert!(differs.contains(&id), "{id}: {differs:?}");
    }
}

/// The entries that were seen whole state 283 pairs of line and goal in 116 cells, e-applications apart.
#[test]
fn the_whole_entries_fill_their_cells_and_the_coverage_says_so() {
    let api = default_data();
    let counts = file(api, "counts.json");
    let lines = items(&counts["lines"]).iter().map(text);
    let declared: Vec<u64> = lines
        .zip(items(&counts["declared"]))
        .filter(|(line, _)| *line != "C7")
        .flat_map(|(_, row)| items(row).iter().map(number))
        .collect();
    assert_eq!(declared.iter().sum::<u64>(), 283);
    assert_eq!(declared.iter().filter(|count| **count > 0).count(), 116);
    let manifest = manifest(api);
    let coverage = manifest["coverage"]["en"].as_str().unwrap();
    assert!(coverage.contains("916") && coverage.contains("36 state their goals"), "{coverage}");
}

#[test]
fn every_collection_has_its_entries_and_every_entry_its_collections() {
    let api = default_data();
    let vocabulary = file(api, "vocabulary.en.json");
    let sizes: Vec<(&str, u64, u64)> = items(&vocabulary["collections"])
        .iter()
        .map(|one| (text(&one["id"]), number(&one["projects"]), number(&one["declared"])))
        .collect();
    let expected = [
        ("wsis-prizes-2015", 302, 0),
        ("wsis-prizes-2021", 360, 17),
        ("itu-pages", 75, 36),
        ("prize-results", 244, 6),
    ];
    // Rows of one list stand for one project each, but for those of the results that name one twice.
    assert_eq!(sizes, expected);
    let index = file(api, "index.json");
    assert!(items(&index["collections"]).iter().all(|bits| number(bits) > 0));
}

#[test]
fn the_counts_are_small() {
    let api = default_data();
    let mut packed = Vec::new();
    let settings = BrotliEncoderParams { quality: 11, ..BrotliEncoderParams::default() };
    brotli::BrotliCompress(&mut api.files["counts.json"].as_slice(), &mut packed, &settings).unwrap();
    assert!(packed.len() <= MOST_COUNTS_BYTES, "{} bytes", packed.len());
}

#[test]
fn ink_is_readable_on_every_goal() {
    let api = default_data();
    let matrix: MatrixFile = serde_json::from_slice(&api.files["matrix.en.json"]).unwrap();
    for goal in matrix.goals {
        assert!(goal.colour.contrast(goal.colour.ink()) >= 4.5, "{}", goal.number);
    }
}
