//! `wsis import` as an operator runs it: files in, an API and a report out. All entries, names, addresses and
//! numbers here are invented.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

mod cells;
mod encodings;
mod formats;
mod goals_and_photos;
mod layouts;
mod operator;
mod pages;
mod workbooks;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use operator::{LIST, OperatorFolder, Ran};

#[test]
fn an_export_becomes_an_api() {
    let desk = OperatorFolder::new();
    let ran = desk.import(&[&desk.file("list.csv", LIST)], &[]).good();
    let one = desk.api("projects/one.json");
    assert_eq!(one["title"], "First invented project");
    assert_eq!(one["country"], "BFA");
    assert_eq!(one["region"], "AFR", "from the country");
    assert_eq!(one["goals"], serde_json::json!([{ "goal": 9 }, { "goal": 17 }]));
    assert_eq!(one["source"], "import");
    assert_eq!(desk.api("projects/two.json")["lines"], serde_json::json!(["C7-EHEALTH"]));
    assert_eq!(desk.api("cells/C2/9/1.json")["declared"], 1);
    let manifest = desk.manifest();
    assert_eq!(manifest["projects"], 2);
    assert_eq!(manifest["coverage"]["en"], "Projects: 2 from an invented list; 1 state their goals.");
    let sources: Vec<&str> =
        manifest["sources"].as_array().unwrap().iter().map(|source| source["id"].as_str().unwrap()).collect();
    assert!(sources.contains(&"import") && !sources.contains(&"wsis-prizes-2015"), "{sources:?}");
    let told = ran.told();
    for line in [
        "CSV, UTF-8, commas, 3 rows",
        "  WSIS Action Line(s) -> lines",
        "  not published: Contact person, Internal note",
        "row 4, Status, \"Draft\": held back by its status",
        "3 rows: 2 used (0 of them in part, 0 adjusted), 0 left out, 1 held back",
        "2 new, 0 changed, 0 gone",
    ] {
        assert!(told.contains(line), "{line}: {told}");
    }
    assert!(ran.error().lines().count() < 6, "a handful of lines: {}", ran.error());
}

#[test]
fn what_is_not_mapped_never_goes_out() {
    let desk = OperatorFolder::new();
    desk.import(&[&desk.file("list.csv", LIST)], &[]).good();
    let files = desk.bytes();
    assert!(files.len() > 400);
    for (path, bytes) in files {
        let text = String::from_utf8(bytes).unwrap();
        for secret in ["planted secret", "Plantedname", "Third invented"] {
            assert!(!text.contains(secret), "{}: {secret}", path.display());
        }
    }
    let report = fs::read_to_string(desk.path("report.json")).unwrap();
    assert!(!report.contains("planted secret") && !report.contains("Plantedname"));
}

#[test]
fn mailboxes_and_phones_are_masked_and_told() {
    let desk = OperatorFolder::new();
    let list = "Title,Summary,Website,Lines\nA list,\"Write to ada@mail.example, call +41 22 555 01 00.\",https://example.org/?to=ada@mail.example,C2\n";
    let ran = desk
        .import(&[&desk.file("list.csv", list)], &["--publish-all", "--strict"])
        .refused("personal data at 3 places");
    assert!(!desk.path("api").exists());
    assert!(ran.told().contains("row 2, Summary: e-mail address"), "{}", ran.told());
    desk.import(&[&desk.path("list.csv").to_string_lossy()], &["--publish-all"]).good();
    for (path, bytes) in desk.bytes() {
        let text = String::from_utf8(bytes).unwrap();
        assert!(!text.contains("mail.example") && !text.contains("555 01"), "{}", path.display());
    }
    let report = desk.report();
    assert_eq!(report["personal"].as_array().unwrap().len(), 3);
    let id = desk.api("index.json")["ids"][0].as_str().unwrap().to_owned();
    let project = desk.api(&format!("projects/{id}.json"));
    assert_eq!(project["summary"], "Write to [e-mail removed], call [phone number removed].");
    assert_eq!(project["page"], Value::Null);
}

#[test]
fn rows_that_cannot_be_used_are_told_with_row_column_value_and_reason() {
    let desk = OperatorFolder::new();
    let list = "ID;Title;Lines;Goals;Country;Year;Prize;Status\n\
        A 1;Kept;C2;SDG 9, SDG 18;Atlantis;soon;Gold;Approved\n\
        a-1;Same id;C2;;;;;Approved\n\
        b;;C2;;;;;Approved\n\
        c;Odd status;C2;;;;;Maybe\n\
        d;Slipped;C2;;;;;Approved;more\n";
    let file = desk.file("list.csv", list);
    desk.import(&[&file], &["--strict"]).refused("--strict: 4 rows left out, 1 used in part");
    assert!(!desk.path("api").exists());
    desk.import(&[&file], &[]).good();
    let report = desk.report();
    let rows: Vec<(u64, &str, &str, &str)> = report["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let text = |name: &str| row[name].as_str().unwrap_or_default();
            (row["row"].as_u64().unwrap(), text("column"), text("value"), text("fate"))
        })
        .collect();
    for row in [
        (2, "Goals", "SDG 18", "inPart"),
        (2, "Country", "Atlantis", "inPart"),
        (2, "Year", "soon", "inPart"),
        (2, "Prize", "Gold", "inPart"),
        (3, "ID", "a-1", "leftOut"),
        (4, "Title", "", "leftOut"),
        (5, "Status", "Maybe", "leftOut"),
        (6, "", "", "leftOut"),
    ] {
        assert!(rows.contains(&row), "{row:?}: {rows:?}");
    }
    assert_eq!(rows.len(), 8);
    assert_eq!(report["ids"][0]["given"], "A 1");
    assert_eq!(
        report["counts"],
        serde_json::json!({ "rows": 5, "used": 1, "inPart": 1, "adjusted": 0, "leftOut": 4, "heldBack": 0 })
    );
    assert_eq!(desk.api("projects/a-1.json")["goals"], serde_json::json!([{ "goal": 9 }]));
}

#[test]
fn rows_go_out_only_where_a_status_or_a_flag_says_so() {
    let desk = OperatorFolder::new();
    let file = desk.file("list.csv", "Title,Lines,Stage\nAn invented project,C2,done\n");
    desk.import(&[&file], &[]).refused("no column says which rows may go out");
    assert!(!desk.path("api").exists());
    desk.import(&[&file], &["--publish-all"]).good();
    let mapping = desk.file("mapping.toml", "[status]\ncolumns = ['Stage']\npublishable = ['Done']\n");
    desk.import(&[&file], &["--mapping", &mapping]).good();
    assert_eq!(desk.manifest()["projects"], 1);
}

#[test]
fn the_same_input_gives_the_same_bytes_and_a_dry_run_none() {
    let desk = OperatorFolder::new();
    let file = desk.file("list.csv", LIST);
    desk.import(&[&file], &["--dry-run"]).good();
    assert!(!desk.path("api").exists());
    desk.import(&[&file], &[]).good();
    let before = desk.bytes();
    let ran = desk.import(&[&file], &[]).good();
    assert!(before == desk.bytes());
    assert!(ran.told().contains("0 new, 0 changed, 0 gone, 0 withdrawn"), "{}", ran.told());
    let other = OperatorFolder::new();
    other.import(&[&other.file("list.csv", LIST)], &[]).good();
    let relative = |desk: &OperatorFolder| -> BTreeMap<PathBuf, Vec<u8>> {
        desk.bytes()
            .into_iter()
            .map(|(path, bytes)| (path.strip_prefix(desk.folder.path()).unwrap().to_owned(), bytes))
            .collect()
    };
    assert!(relative(&desk) == relative(&other));
    desk.file("list.csv", LIST.replace("First", "Changed"));
    desk.import(&[&file], &["--dry-run"]).good();
    assert!(before == desk.bytes(), "a dry run changes nothing");
    assert_eq!(
        desk.report()["difference"]["changed"][0],
        serde_json::json!({ "id": "one", "fields": ["title"] })
    );
}

#[test]
fn entries_that_are_gone_are_withdrawn_on_demand_and_never_come_back() {
    let desk = OperatorFolder::new();
    let file = desk.file("list.csv", LIST);
    desk.import(&[&file], &[]).good();
    let before = desk.bytes();
    let fewer = desk.file("fewer.csv", LIST.replace("two,Second", "four,Fourth"));
    let ran = desk.import(&[&fewer], &[]).refused("1 entries that are published now are not in the files");
    assert!(ran.told().contains("gone: two"), "{}", ran.told());
    assert!(before == desk.bytes());
    desk.import(&[&fewer], &["--remove", "nobody"]).refused("--remove nobody: neither");
    desk.import(&[&fewer], &["--remove", "two"]).good();
    let two = serde_json::json!({ "id": "two", "withdrawn": true });
    assert_eq!(desk.api("projects/two.json"), two);
    assert_eq!(desk.report()["difference"]["withdrawn"], serde_json::json!(["two"]));
    // The first list has the withdrawn id again, and no longer the fourth.
    desk.import(&[&file], &["--remove-gone"]).good();
    assert!(
        desk.report()["rows"]
            .as_array()
            .unwrap()
            .iter()
            .any(|row| row["value"] == "two"
                && row["reason"] == "this id was withdrawn; it is never used again")
    );
    assert_eq!(desk.api("projects/two.json"), two);
    assert_eq!(desk.api("projects/four.json")["withdrawn"], true);
    assert_eq!(desk.manifest()["projects"], 1);
    // An entry that the files have can be withdrawn as well.
    desk.import(&[&file], &["--remove", "one"]).good();
    assert_eq!(desk.api("projects/one.json")["withdrawn"], true);
    assert_eq!(desk.manifest()["projects"], 0);
}

#[test]
fn wrong_options_end_in_two_and_wrong_files_in_one_and_say_why() {
    let desk = OperatorFolder::new();
    let list = desk.file("list.csv", LIST);
    let inside = desk.path("api/report.json");
    for (files, more, why) in [
        (vec!["nowhere.csv"], vec![], "cannot read nowhere.csv"),
        (vec![list.as_str()], vec!["--source-id", "editorial"], "is a source of the matrix already"),
        (vec![list.as_str()], vec!["--mapping", "nowhere.toml"], "cannot read nowhere.toml"),
    ] {
        desk.import(&files, &more).refused(why);
    }
    for (files, more, why) in [
        (vec![], vec![], "<FILE>..."),
        (vec![list.as_str()], vec!["--strikt"], "unexpected argument '--strikt'"),
        (vec![list.as_str()], vec!["--coverage", "All."], "needs {projects} and {declared}"),
        (vec![list.as_str()], vec!["--remove", "one,A"], "not an entry id"),
        (vec![list.as_str()], vec!["--encoding", "klingon"], "unknown encoding"),
        (vec![list.as_str()], vec!["--language", "?"], "not a language tag"),
        (vec![list.as_str()], vec!["--source-licence", " "], "must not be blank"),
        (vec![list.as_str()], vec!["--source-id", "a b"], "not an id"),
        (vec![list.as_str()], vec!["--source-address", "example.org"], "not an http or https address"),
    ] {
        desk.import(&files, &more).ended(2, why);
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_wsis"));
    command.args(["import", &list, "--out"]).arg(desk.path("api")).arg("--report").arg(&inside);
    command.args(["--source-name", "x", "--source-date", "2026"]);
    Ran(command.output().unwrap()).ended(2, "--report must not lie in the folder that is published");
    let mut command = Command::new(env!("CARGO_BIN_EXE_wsis"));
    Ran(command.args(["import", &list, "--out"]).arg(desk.path("api")).output().unwrap())
        .ended(2, "--source-name <TEXT>");
    assert!(!desk.path("api").exists());
}

/// Many invented rows, all of them used; `WSIS_IMPORT_ROWS` says how many, to measure: see docs/import.md.
#[test]
fn every_one_of_many_rows_goes_out() {
    let rows: usize = std::env::var("WSIS_IMPORT_ROWS").map_or(1500, |rows| rows.parse().unwrap());
    let desk = OperatorFolder::new();
    let mut list = String::from(
        "ID,Title,Organisation,Country,Year,Action lines,SDGs,Summary,Target groups,Website,Contact e-mail,Status\n",
    );
    for at in 0..rows {
        let country = ["Kenya", "Burkina Faso", "Франция", "日本", "ARG", "Côte d’Ivoire"][at % 6];
        list.push_str(&format!(
            "entry-{at},Invented project {at},\"Organisation {}, invented\",{country},{},\"C{}. A line; C7. ICT applications: e-health\",\"SDG {}; Goal {}: Quality education\",\"{}\",Youth; Women,https://example.org/{at},nobody-{at}@mail.example,Published\n",
            at % 7000, 2005 + at % 20, at % 6 + 1, at % 17 + 1, 4,
            "Words on an invented project that serves many people in 12 places. ".repeat(8),
        ));
    }
    let file = desk.file("list.csv", list);
    let begin = std::time::Instant::now();
    desk.import(&[&file], &[]).good();
    println!("{rows} rows in {:.2} s", begin.elapsed().as_secs_f64());
    assert_eq!(desk.manifest()["projects"], rows);
}
