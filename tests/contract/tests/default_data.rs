//! The known figures of the embedded default, and what it costs.

use brotli::enc::BrotliEncoderParams;
use wsis_core::contract::matrix::Matrix;

use crate::support::{default_data, file, items, manifest, number};

/// Distinct projects of each line, in the order of the matrix, as the list of 2015 has them.
const OF_LINE: [u64; 19] = [15, 22, 46, 30, 17, 10, 134, 43, 7, 23, 21, 12, 9, 15, 4, 10, 5, 7, 6];

/// The most that `counts.json`, a part of the first load, may weigh.
const MOST_COUNTS_BYTES: usize = 2048;

#[test]
fn the_totals_are_those_of_the_sources() {
    let api = default_data();
    let (counts, matrix) = (file(api, "counts.json"), file(api, "matrix.en.json"));
    assert_eq!(number(&counts["distinct"]["all"]), 302);
    assert_eq!(items(&matrix["links"]).len(), 124);
    let lines = items(&matrix["lines"]);
    assert_eq!(lines.iter().filter(|line| line.get("parent").is_none()).count(), 11);
    assert_eq!(lines.iter().filter(|line| line.get("parent").is_some()).count(), 8);
    assert_eq!(items(&matrix["goals"]).len(), 17);
    let of_line: Vec<u64> = items(&counts["distinct"]["lines"]).iter().map(number).collect();
    assert_eq!(of_line, OF_LINE);
}

#[test]
fn no_project_states_its_goals_and_the_coverage_says_so() {
    let api = default_data();
    let manifest = manifest(api);
    assert_eq!(manifest["declaredShare"], 0.0);
    let coverage = manifest["coverage"]["en"].as_str().unwrap();
    assert!(coverage.contains("302") && coverage.contains("none states its goals"), "{coverage}");
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
    let matrix: Matrix = serde_json::from_slice(&api.files["matrix.en.json"]).unwrap();
    for goal in matrix.goals {
        assert!(goal.colour.contrast(goal.colour.ink()) >= 4.5, "{}", goal.number);
    }
}
