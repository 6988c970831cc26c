//! Tests that need a JavaScript engine and no page: the JSON reader, the normalizer, `Intl`. Run in Node.js.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use wasm_bindgen_test::wasm_bindgen_test as test;
use wsis_platform::json;
use wsis_platform::normalize::TextNormalizer;
use wsis_platform::{intl, json::parse};

/// Every shape that the contract uses.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Everything {
    text: String,
    whole: u32,
    small: u8,
    signed: i32,
    share: f64,
    is_true: bool,
    optional: Option<String>,
    #[serde(default)]
    list: Vec<u16>,
    by_name: BTreeMap<String, u32>,
    word: Word,
    inner: Inner,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Word {
    FirstOne,
    Second,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct Inner {
    rows: Vec<Vec<u32>>,
}

const COMPLETE: &str = r#"{
    "unknown": {"future": [1, {}]}, "inner": {"rows": [[1, 2], []]}, "word": "first-one",
    "byName": {"b": 2, "a": 1}, "list": [0, 65535], "optional": "there", "isTrue": true, "share": 0.25,
    "signed": -5, "small": 255, "whole": 4294967295, "text": "«é» \u0000 \"\\\n 💧"
}"#;

fn error<T: DeserializeOwned + std::fmt::Debug>(text: &str) -> String {
    parse::<T>(text).unwrap_err().to_string()
}

/// The complete value with one part replaced.
fn changed(part: &str, replacement: &str) -> String {
    assert!(COMPLETE.contains(part), "{part}");
    COMPLETE.replace(part, replacement)
}

#[test]
fn every_shape_is_read_by_field_name_in_any_order() {
    let expected = Everything {
        text: "«é» \0 \"\\\n 💧".to_owned(),
        whole: u32::MAX,
        small: 255,
        signed: -5,
        share: 0.25,
        is_true: true,
        optional: Some("there".to_owned()),
        list: vec![0, 65535],
        by_name: BTreeMap::from([("a".to_owned(), 1), ("b".to_owned(), 2)]),
        word: Word::FirstOne,
        inner: Inner { rows: vec![vec![1, 2], vec![]] },
    };
    assert_eq!(parse::<Everything>(COMPLETE).unwrap(), expected);
}

#[test]
fn optional_and_default_fields_may_be_absent_or_null() {
    for replacement in ["", r#""optional": null,"#] {
        let text = changed(r#""optional": "there","#, replacement);
        assert_eq!(parse::<Everything>(&text).unwrap().optional, None);
    }
    let text = changed(r#""list": [0, 65535],"#, "");
    assert_eq!(parse::<Everything>(&text).unwrap().list, Vec::<u16>::new());
}

#[test]
fn a_missing_field_is_named() {
    for (part, name) in [(r#""isTrue": true,"#, "isTrue"), (r#""inner": {"rows": [[1, 2], []]},"#, "inner")] {
        assert_eq!(error::<Everything>(&changed(part, "")), format!("missing field `{name}`"));
    }
}

#[test]
fn values_of_another_kind_or_out_of_range_are_refused() {
    for (part, replacement) in [
        (r#""whole": 4294967295"#, r#""whole": 4294967296"#),
        (r#""whole": 4294967295"#, r#""whole": -1"#),
        (r#""whole": 4294967295"#, r#""whole": 1.5"#),
        (r#""whole": 4294967295"#, r#""whole": "1""#),
        (r#""whole": 4294967295"#, r#""whole": 1e300"#),
        (r#""whole": 4294967295"#, r#""whole": null"#),
        (r#""small": 255"#, r#""small": 256"#),
        (r#""share": 0.25"#, r#""share": "0.25""#),
        (r#""isTrue": true"#, r#""isTrue": 1"#),
        (r#""word": "first-one""#, r#""word": "third""#),
        (r#""word": "first-one""#, r#""word": {"first-one": 1}"#),
        (r#""list": [0, 65535]"#, r#""list": {"0": 1}"#),
        (r#""list": [0, 65535]"#, r#""list": [null]"#),
        (r#""byName": {"b": 2, "a": 1}"#, r#""byName": [1]"#),
        (r#""rows": [[1, 2], []]"#, r#""rows": [1]"#),
        (r#""optional": "there""#, r#""optional": 5"#),
    ] {
        let text = changed(part, replacement);
        assert!(parse::<Everything>(&text).is_err(), "{replacement}");
    }
}

#[test]
fn errors_do_not_repeat_the_value() {
    let text = changed(r#""isTrue": true"#, r#""isTrue": "<script>""#);
    assert_eq!(error::<Everything>(&text), "a boolean was expected");
}

#[test]
fn a_text_that_is_not_json_is_an_error() {
    for text in ["", "{", "<!doctype html>", "undefined", "{\"a\": 1,}", "NaN"] {
        assert!(!error::<Everything>(text).is_empty(), "{text}");
    }
    for text in ["[]", "null", "5", "\"text\"", "true"] {
        assert!(parse::<Everything>(text).is_err(), "{text}");
    }
}

#[test]
fn fields_of_every_objects_prototype_are_not_read() {
    #[derive(Debug, Deserialize)]
    struct Inherited {
        #[serde(rename = "toString")]
        _to_string: Option<String>,
    }
    // The inherited function is not a text: an error, and no panic.
    assert!(parse::<Inherited>("{}").is_err());
}

#[test]
fn deep_nesting_is_read_or_refused_without_a_trap() {
    let text = format!("{}{}", "[".repeat(5000), "]".repeat(5000));
    assert!(parse::<Everything>(&text).is_err());
}

#[test]
fn quoted_texts_and_numbers_are_json() {
    for text in ["", "plain", "«é» \0 \"\\\n </script> 💧"] {
        assert_eq!(parse::<String>(&json::quote(text)).unwrap(), text);
    }
    for value in [0.0, -2.5, 15_000.0, 1e21] {
        assert_eq!(parse::<f64>(&json::number(value)).unwrap().to_bits(), value.to_bits());
    }
}

#[test]
fn search_ignores_case_accents_and_spacing() {
    let normalizer = TextNormalizer::new();
    for (text, normalized) in [
        ("  Éducation  NUMÉRIQUE ", "education numerique"),
        ("Ａ１", "a1"),
        ("Ёлка", "елка"),
        ("مُحَمَّد", "محمد"),
        ("L’eau d'ici", "leau dici"),
        ("", ""),
    ] {
        assert_eq!(normalizer.normalize(text), normalized);
    }
    assert_eq!(normalizer.normalize_lines("É  a\n\nB "), "e a\n\nb");
}

#[test]
fn countries_and_numbers_are_in_the_readers_language() {
    assert_eq!(intl::CountryNames::new("fr").name("CH").as_deref(), Some("Suisse"));
    assert_eq!(intl::CountryNames::new("en").name("XX"), None);
    assert_eq!(intl::format_number(15_000.0, "en"), "15,000");
}
