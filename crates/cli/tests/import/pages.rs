//! Folders of saved project pages.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::cells::findings;
use crate::operator::OperatorFolder;

const PAGES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/import/fixtures/pages");

fn imported() -> (OperatorFolder, String) {
    let desk = OperatorFolder::new();
    let ran = desk.import(&[PAGES], &["--language", "en"]).good();
    let told = ran.told();
    (desk, told)
}

#[test]
fn pages_with_heading_elements_become_entries() {
    let (desk, told) = imported();
    assert_eq!(desk.manifest()["projects"], 4, "{told}");
    let one = desk.api("projects/15435187456405833.json");
    for (field, value) in [
        ("title", json!("Invented Harbour Lights")),
        (
            "summary",
            json!(
                "An invented service sends warnings to small boats.\nLess than <5 % of the crews were reached before."
            ),
        ),
        ("organisation", json!("Invented Coast Society")),
        ("stakeholder", json!("civil-society")),
        ("country", json!("KEN")),
        ("year", json!(2019)),
        ("lines", json!(["C4", "C7-EENV"])),
        ("goals", json!([{ "goal": 13 }, { "goal": 14 }])),
        ("targetGroups", json!(["youth", "indigenous-peoples", "people-in-remote-and-rural-areas"])),
        ("timeframe", json!({ "from": "2016-05-02" })),
        (
            "page",
            json!("https://www.itu.int/net4/wsis/stocktaking/Prizes/2019/DetailsPopup/15435187456405833"),
        ),
        ("links", json!(["https://harbour-lights.example/?a=1&b=2"])),
    ] {
        assert_eq!(one[field], value, "{field}: {told}");
    }
}

#[test]
fn pages_with_bold_cells_become_entries() {
    let (desk, told) = imported();
    let table = desk.api("projects/17335187456405834.json");
    for (field, value) in [
        ("title", json!("School Radio of an Invented Valley")),
        ("summary", json!("Pupils make programmes. Call [phone number removed].")),
        ("stakeholder", json!("private-sector")),
        ("country", json!("PER")),
        ("year", json!(2025)),
        ("lines", json!(["C8", "C9"])),
        ("goals", json!([{ "goal": 4 }])),
        ("gdcObjectives", json!([1])),
        ("timeframe", json!({ "from": "2019", "to": "2024" })),
    ] {
        assert_eq!(table[field], value, "{field}: {told}");
    }
}

#[test]
fn pages_of_the_stocktaking_become_entries() {
    let (desk, told) = imported();
    let old = desk.api("projects/13435187456405835.json");
    for (field, value) in [
        ("title", json!("Invented Register of Wells")),
        ("summary", json!("A register of wells that villages keep themselves.")),
        ("organisation", json!("Invented Water Office")),
        ("stakeholder", json!("government")),
        ("country", json!("KOR")),
        ("lines", json!(["C2", "C7-EENV"])),
        ("goals", json!([])),
        ("timeframe", json!({ "from": "2010", "to": "2012" })),
    ] {
        assert_eq!(old[field], value, "{field}: {told}");
    }
}

#[test]
fn pages_in_plain_text_become_entries() {
    let (desk, told) = imported();
    let plain = desk.api("projects/15435187456405836.json");
    for (field, value) in [
        ("title", json!("An Invented Library on Wheels")),
        ("summary", json!("A bus brings books.\nIt also brings a network for a day.")),
        ("country", json!("CIV")),
        ("year", json!(2018)),
        ("lines", json!(["C3"])),
        ("goals", json!([{ "goal": 4 }, { "goal": 9 }])),
        // No page of ITU is known: the project's own site stands in its place.
        ("page", json!("https://wheels.example/")),
        ("links", json!([])),
    ] {
        assert_eq!(plain[field], value, "{field}: {told}");
    }
}

#[test]
fn each_field_is_reported_and_a_page_that_is_not_understood_is_left_out() {
    let (desk, told) = imported();
    let report = desk.report();
    let left_out: Vec<(String, String)> = report["rows"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["fate"] == "leftOut")
        .map(|row| {
            let file =
                Path::new(row["file"].as_str().unwrap()).file_name().unwrap().to_string_lossy().into_owned();
            (file, row["reason"].as_str().unwrap().to_owned())
        })
        .collect();
    for (file, why) in [
        ("archive.mht", "save the page as HTML or as text"),
        ("no-lines.txt", "no heading for action lines"),
        ("search-results.html", "no heading of a project page"),
    ] {
        assert!(
            left_out.iter().any(|(name, reason)| name == file && reason.contains(why)),
            "{file}: {left_out:?}"
        );
    }
    assert_eq!(left_out.len(), 3);
    assert_eq!(findings(&report, "inPart"), []);
    let page = |name: &str| -> Value {
        let mut files = report["files"].as_array().unwrap().iter();
        files.find(|file| file["file"].as_str().unwrap().ends_with(name)).unwrap().clone()
    };
    let first = page("/15435187456405833.html");
    assert!(first["columns"].as_array().unwrap().iter().any(|column| column["column"] == "Entity name"));
    let unpublished: Vec<&str> =
        first["notPublished"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
    for name in
        ["Images", "Coverage", "Replicability", "Sustainability", "WSIS values promotion", "Entity website"]
    {
        assert!(unpublished.contains(&name), "{name}: {unpublished:?}");
    }
    assert!(
        told.contains("Title -> title, Description -> summary") && told.contains("they are not read"),
        "{told}"
    );
}

#[test]
fn nothing_on_a_person_and_nothing_hidden_leaves_a_saved_page() {
    let (desk, told) = imported();
    let report = fs::read_to_string(desk.path("report.json")).unwrap();
    let mut outputs = vec![told, report];
    outputs.extend(desk.bytes().into_values().map(|bytes| String::from_utf8(bytes).unwrap()));
    for text in outputs {
        for secret in
            ["Plantedname", "mail.example", "555 01 00", "planted footer", "not a title", "<p>", "&amp;"]
        {
            assert!(!text.contains(secret), "{secret}");
        }
    }
}

#[test]
fn a_folder_without_pages_is_refused() {
    let desk = OperatorFolder::new();
    fs::create_dir(desk.path("empty")).unwrap();
    desk.import(&[desk.path("empty").to_str().unwrap()], &[]).refused("no saved pages");
}
