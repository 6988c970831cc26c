//! `wsis import` as an operator runs it: files in, an API and a report out. All entries, names, addresses and
//! numbers here are invented.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use serde_json::Value;
use tempfile::TempDir;

/// A folder to work in, which goes with the test.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// Runs an import into `api` with what it must be told, and more.
    fn import(&self, files: &[&str], more: &[&str]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wsis"));
        command.arg("import").args(files).arg("--out").arg(self.path("api"));
        command.args(["--source-name", "an invented list", "--source-date", "2026-11-20"]);
        command.arg("--report").arg(self.path("report.json")).args(more);
        command
            .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
            .env_remove("SOURCE_DATE_EPOCH");
        Ran(command.output().unwrap())
    }

    fn report(&self) -> Value {
        serde_json::from_slice(&fs::read(self.path("report.json")).unwrap()).unwrap()
    }

    fn manifest(&self) -> Value {
        serde_json::from_slice(&fs::read(self.path("api/manifest.json")).unwrap()).unwrap()
    }

    /// A file of the current snapshot.
    fn api(&self, path: &str) -> Value {
        let base = self.manifest()["base"].as_str().unwrap().to_owned();
        let path = self.path("api").join(base).join(path);
        serde_json::from_slice(&fs::read(&path).unwrap_or_else(|_| panic!("{}", path.display()))).unwrap()
    }

    /// Every file below the folder of the API.
    fn bytes(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        read_into(&self.path("api"), &mut files);
        files
    }
}

fn read_into(folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_into(&path, files);
        } else {
            let bytes = fs::read(&path).unwrap();
            files.insert(path, bytes);
        }
    }
}

struct Ran(Output);

impl Ran {
    fn told(&self) -> String {
        String::from_utf8(self.0.stdout.clone()).unwrap()
    }

    fn error(&self) -> String {
        String::from_utf8(self.0.stderr.clone()).unwrap()
    }

    fn good(self) -> Self {
        assert!(self.0.status.success(), "{}", self.error());
        self
    }

    fn refused(self, why: &str) -> Self {
        self.ended(1, why)
    }

    /// Ended with that exit code and that reason on the error stream.
    fn ended(self, code: i32, why: &str) -> Self {
        assert_eq!(self.0.status.code(), Some(code), "{}", self.told());
        assert!(self.error().contains(why), "{}", self.error());
        self
    }
}

const LIST: &str = "\
Project ID,Title,Organisation,Country,Year,WSIS Action Line(s),Sustainable Development Goals,Status,Contact person,Internal note
one,First invented project,An invented ministry,Burkina Faso,2015,C2,SDG 9; Goal 17,Published,Petra Plantedname,planted secret 4711
two,Second invented project,,Côte d’Ivoire,2016,C7. ICT applications: e-health,,Published,Petra Plantedname,planted secret 4712
three,Third invented project,,KEN,2017,C5,\"4, 5\",Draft,,
";

#[test]
fn an_export_becomes_an_api() {
    let desk = Desk::new();
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
        "3 rows: 2 used (0 of them in part), 0 left out, 1 held back",
        "2 new, 0 changed, 0 gone",
    ] {
        assert!(told.contains(line), "{line}: {told}");
    }
    assert!(ran.error().lines().count() < 6, "a handful of lines: {}", ran.error());
}

#[test]
fn what_is_not_mapped_never_goes_out() {
    let desk = Desk::new();
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
fn every_encoding_delimiter_and_kind_of_file_says_the_same() {
    let semicolons =
        "Project ID;Title;Lines;Goals;Country\na;\"Énergie; pour\ntous\";C2;7;France\nb;“Zwei” – 2;C3;;FRA\n";
    let utf_16 = |little: bool| -> Vec<u8> {
        let text = format!("\u{feff}{}", semicolons.replace('\n', "\r\n"));
        text.encode_utf16()
            .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
            .collect()
    };
    let windows: Vec<u8> = semicolons
        .chars()
        .map(|letter| match letter {
            '“' => 0x93,
            '”' => 0x94,
            '–' => 0x96,
            letter => u8::try_from(u32::from(letter)).unwrap(),
        })
        .collect();
    let json = r#"{"projects": [
        {"project_id": "a", "title": "Énergie; pour\ntous", "lines": ["C2"], "goals": [7], "country": "France"},
        {"project_id": "b", "title": "“Zwei” – 2", "lines": "C3", "goals": null, "country": "FRA"}]}"#;
    let files: Vec<(&str, Vec<u8>)> = vec![
        ("plain.csv", semicolons.as_bytes().to_vec()),
        ("marked.csv", format!("\u{feff}{semicolons}").into_bytes()),
        ("little.csv", utf_16(true)),
        ("big.txt", utf_16(false)),
        ("windows.csv", windows),
        ("said.csv", format!("sep=;\r\n{semicolons}").into_bytes()),
        (
            "tabs.tsv",
            semicolons.replace("; pour", "\u{1}").replace(';', "\t").replace('\u{1}', "; pour").into_bytes(),
        ),
        ("list.json", json.as_bytes().to_vec()),
        ("book.xlsx", workbook()),
    ];
    let mut first: Option<Value> = None;
    for (name, bytes) in files {
        let desk = Desk::new();
        let ran = desk.import(&[&desk.file(name, bytes)], &["--publish-all", "--strict"]).good();
        let mut one = desk.api("projects/a.json");
        assert_eq!(one["title"], "Énergie; pour tous", "{name}: {}", ran.told());
        assert_eq!(desk.api("projects/b.json")["title"], "“Zwei” – 2", "{name}");
        one["snapshot"].take();
        assert_eq!(first.get_or_insert_with(|| one.clone()), &one, "{name}");
    }
}

/// The same two rows, on the second sheet, below an empty row, with numbers and a date.
fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Empty").unwrap();
    let sheet = book.add_worksheet();
    for (column, name) in (1..).zip(["Project ID", "Title", "Lines", "Goals", "Country", "Entered"]) {
        sheet.write(1, column, name).unwrap();
    }
    for (row, cells) in (2..).zip([["a", "Énergie; pour\ntous", "C2"], ["b", "“Zwei” – 2", "C3"]]) {
        for (column, cell) in (1..).zip(cells) {
            sheet.write(row, column, cell).unwrap();
        }
        sheet.write(row, 5, if row == 2 { "France" } else { "FRA" }).unwrap();
        let date = ExcelDateTime::from_ymd(2015, 3, 24).unwrap();
        sheet.write_with_format(row, 6, &date, &Format::new().set_num_format("dd/mm/yyyy")).unwrap();
    }
    sheet.write(2, 4, 7).unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn dates_and_numbers_of_a_workbook_are_read() {
    let desk = Desk::new();
    let mapping =
        desk.file("mapping.toml", "year.columns = ['Entered']\nfrom.columns = ['Entered on', 'Entered']\n");
    let ran =
        desk.import(&[&desk.file("book.xlsx", workbook())], &["--publish-all", "--mapping", &mapping]).good();
    let one = desk.api("projects/a.json");
    assert_eq!(one["year"], 2015);
    assert_eq!(one["goals"][0]["goal"], 7);
    let told = ran.told();
    assert!(
        told.contains("XLSX, sheet \"Sheet2\", 2 rows") && told.contains("sheet \"Empty\" was not read"),
        "{told}"
    );
}

#[test]
fn mailboxes_and_phones_are_masked_and_told() {
    let desk = Desk::new();
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
    let desk = Desk::new();
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
        serde_json::json!({ "rows": 5, "used": 1, "inPart": 1, "leftOut": 4, "heldBack": 0 })
    );
    assert_eq!(desk.api("projects/a-1.json")["goals"], serde_json::json!([{ "goal": 9 }]));
}

#[test]
fn rows_go_out_only_where_a_status_or_a_flag_says_so() {
    let desk = Desk::new();
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
    let desk = Desk::new();
    let file = desk.file("list.csv", LIST);
    desk.import(&[&file], &["--dry-run"]).good();
    assert!(!desk.path("api").exists());
    desk.import(&[&file], &[]).good();
    let before = desk.bytes();
    let ran = desk.import(&[&file], &[]).good();
    assert!(before == desk.bytes());
    assert!(ran.told().contains("0 new, 0 changed, 0 gone, 0 withdrawn"), "{}", ran.told());
    let other = Desk::new();
    other.import(&[&other.file("list.csv", LIST)], &[]).good();
    let relative = |desk: &Desk| -> BTreeMap<PathBuf, Vec<u8>> {
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
    let desk = Desk::new();
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
    let desk = Desk::new();
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
    let desk = Desk::new();
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
