//! The texts of the embedded default: their evidence, and how they are written.

use std::collections::BTreeSet;

use serde_json::Value;
use wsis_core::basis::parts;

use crate::support::{default_data, file, items, manifest, text};

/// The files with texts of this project.
const TEXTS: [&str; 17] = [
    "matrix.en.json",
    "rationales.en.json",
    "passages.en.json",
    "context/en/initiatives.json",
    "context/en/conflicts.json",
    "context/en/registration.json",
    "context/en/tours.json",
    "context/en/why.json",
    "context/en/targets.json",
    "context/en/timeline.json",
    "context/en/prizes.json",
    "context/en/stocktaking.json",
    "context/en/partners.json",
    "context/en/programmes.json",
    "context/en/compact.json",
    "context/en/itu.json",
    "context/en/resources.json",
];

/// Calls `visit` with every text in a file, and with the name of its field.
fn each_text(value: &Value, field: &str, visit: &mut impl FnMut(&str, &str)) {
    match value {
        Value::String(text) => visit(field, text),
        Value::Array(all) => all.iter().for_each(|one| each_text(one, field, visit)),
        Value::Object(fields) => fields.iter().for_each(|(name, one)| each_text(one, name, visit)),
        _ => {}
    }
}

fn bases() -> BTreeSet<String> {
    let mut bases = BTreeSet::new();
    for path in TEXTS {
        each_text(&file(default_data(), path), "", &mut |field, text| {
            if field == "basis" {
                bases.insert(text.to_owned());
            }
        });
    }
    bases
}

#[test]
fn every_part_of_a_basis_has_a_listed_source_or_says_that_it_has_none() {
    let manifest = manifest(default_data());
    let sources: BTreeSet<&str> = items(&manifest["sources"]).iter().map(|one| text(&one["id"])).collect();
    let bases = bases();
    assert!(bases.len() > 100);
    for basis in &bases {
        for part in parts(basis, |text| sources.contains(text)) {
            let is_unlisted = ["web copy: ", "other accounts: ", "recalled"]
                .iter()
                .any(|beginning| part.text.starts_with(beginning));
            let is_listed = part.source.is_some_and(|source| sources.contains(source));
            assert!(is_listed != is_unlisted, "{basis}: {part:?}");
            let section = part.text.trim_start_matches("report ");
            if section.starts_with('I') {
                assert_eq!(part.source, Some("wsis20-report"), "{basis}: {part:?}");
                let is_long = ["II", "II.b", "III", "III.1", "III.2", "III.3"].contains(&section);
                assert!(!is_long, "{basis}: names no part of the section");
            }
        }
    }
}

#[test]
fn no_tie_is_the_reports_that_is_not() {
    let initiatives = file(default_data(), "context/en/initiatives.json");
    let of = |id: &str| {
        let found = items(&initiatives["initiatives"]).iter().find(|one| one["id"] == id);
        found.unwrap_or_else(|| panic!("{id}")).clone()
    };
    for (id, line) in [
        ("her-cybertracks", "C4"),
        ("cyber-for-good", "C4"),
        ("equals", "C4"),
        ("e-health-for-all", "C7-EHEALTH"),
    ] {
        let one = of(id);
        let tie = items(&one["lines"]).iter().find(|tie| tie["line"] == line).unwrap();
        assert!(tie["tie"] == "subject" && one.get("note").is_some(), "{id}: {tie}");
    }
    let all = of("un-activities-on-ai");
    assert!(
        items(&all["goals"]).len() == 17 && items(&all["goals"]).iter().all(|tie| tie["tie"] == "collective")
    );
}

#[test]
fn texts_have_curly_apostrophes_and_numbers_that_do_not_break() {
    for path in TEXTS {
        each_text(&file(default_data(), path), "", &mut |field, text| {
            let letters: Vec<char> = text.chars().collect();
            let straight = letters
                .windows(3)
                .any(|three| three[1] == '\'' && three[0].is_alphabetic() && !three[2].is_numeric());
            assert!(!straight, "{path}, {field}: {text}");
            let digit = |letter: char| letter.is_ascii_digit();
            let breaks = letters.windows(5).any(|five| {
                digit(five[0]) && five[1] == ' ' && five[2..].iter().all(|letter| digit(*letter))
            });
            assert!(!breaks, "{path}, {field}: {text}");
        });
    }
}
