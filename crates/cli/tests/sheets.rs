//! Sheets for reviewers: every text goes out, edits come back, and nothing else makes a text reviewed.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use wsis_cli::data::make;
use wsis_cli::import::table::{ReadOptions, Table, read};

/// The fixture's sources and the interface's texts, in a folder of the test's own.
struct Texts(PathBuf);

impl Texts {
    fn new(name: &str) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).unwrap();
        }
        for (from, to) in [("tests/contract/fixtures/sources", "data"), ("i18n", "i18n")] {
            fs::create_dir_all(folder.join(to)).unwrap();
            for entry in fs::read_dir(root.join(from)).unwrap().map(Result::unwrap) {
                if entry.file_type().unwrap().is_file() {
                    fs::copy(entry.path(), folder.join(to).join(entry.file_name())).unwrap();
                }
            }
        }
        Self(folder)
    }

    /// Runs `wsis sheet fr`; returns whether it succeeded and all that it said.
    fn sheet(&self, arguments: &[&str]) -> (bool, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wsis"));
        let ran = command.current_dir(&self.0).args(["sheet", "fr"]).args(arguments).output().unwrap();
        let said = String::from_utf8([ran.stdout, ran.stderr].concat()).unwrap();
        (ran.status.success(), said)
    }

    fn apply(&self, file: &str) -> (bool, String) {
        self.sheet(&["--apply", file, "--office", "Section française", "--date", "2026-12-01"])
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.0.join(file)).unwrap()
    }

    fn replace(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{file} has no {from}");
        fs::write(self.0.join(file), text.replacen(from, to, 1)).unwrap();
    }

    fn table(&self, file: &str) -> Table {
        read(&self.0.join(file), &ReadOptions::default()).unwrap()
    }

    /// A file of the data that are made from the texts.
    fn made(&self, path: &str) -> Value {
        serde_json::from_slice(&make(&self.0.join("data"), None).unwrap().files[path]).unwrap()
    }
}

/// The column of a table's row.
fn cell<'t>(table: &'t Table, row: usize, column: &str) -> &'t str {
    let at = table.columns.iter().position(|name| name == column).unwrap();
    &table.rows[row].cells[at]
}

#[test]
fn a_sheet_has_every_text_with_its_place_and_both_formats_say_the_same() {
    let texts = Texts::new("sheet-out");
    let (done, said) = texts.sheet(&["--out", "fr.csv"]);
    assert!(done && said.starts_with("sheet: "), "{said}");
    assert!(texts.sheet(&["--out", "fr.xlsx"]).0);
    let (csv, xlsx) = (texts.table("fr.csv"), texts.table("fr.xlsx"));
    assert_eq!(csv.columns, xlsx.columns);
    let cells = |table: &Table| table.rows.iter().map(|row| row.cells.clone()).collect::<Vec<_>>();
    assert!(cells(&csv) == cells(&xlsx));
    let tables: std::collections::BTreeSet<&str> =
        (0..csv.rows.len()).map(|row| cell(&csv, row, "Table")).collect();
    for table in [
        "interface",
        "line-names",
        "goal-names",
        "targets",
        "rationales",
        "passages",
        "vocabulary",
        "collections",
        "coverage",
        "tours",
        "tour-steps",
        "lenses",
        "lens-sections",
        "lens-items",
        "lens-facts",
        "lens-charts",
        "lens-values",
        "conflicts",
        "rules",
        "initiatives",
    ] {
        assert!(tables.contains(table), "no text of {table}");
    }
    let pictures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../i18n/pictures");
    for picture in (0..csv.rows.len()).map(|row| cell(&csv, row, "Picture")).filter(|name| !name.is_empty()) {
        assert!(pictures.join(picture).exists(), "no picture {picture}");
    }
    let find = (0..csv.rows.len()).find(|row| cell(&csv, *row, "Row") == "panel_close").unwrap();
    assert_eq!(cell(&csv, find, "English"), "Close");
    assert_eq!(cell(&csv, find, "Translation"), "Fermer");
    assert_eq!((cell(&csv, find, "Screen"), cell(&csv, find, "Longest")), ("Panel", "8"));
    assert_eq!(cell(&csv, find, "Reviewed"), "");
}

#[test]
fn edits_come_back_with_office_and_date_and_broken_rows_are_refused() {
    let texts = Texts::new("sheet-back");
    assert!(texts.sheet(&["--out", "fr.csv"]).0);
    let untouched = texts.read("data/rationales.csv");
    assert_eq!(
        texts.apply("fr.csv"),
        (true, "sheet: 0 texts reviewed, 0 of them changed; run `make data` to see them\n".into())
    );
    assert_eq!(texts.read("data/rationales.csv"), untouched);
    assert!(!texts.0.join("data/reviews.csv").exists(), "nothing was reviewed");

    texts.replace("fr.csv", "Close,Fermer,,", "Close,Refermer,,");
    texts.replace("fr.csv", "A short tour,,", "A short tour,Une visite courte,");
    let rationale = texts.table("fr.csv");
    let row = (0..rationale.rows.len()).find(|row| cell(&rationale, *row, "Table") == "rationales").unwrap();
    let (english, french) = (cell(&rationale, row, "English"), cell(&rationale, row, "Translation"));
    texts.replace("fr.csv", &format!("{english},{french},,"), &format!("{english},{french},yes,"));
    let (done, said) = texts.apply("fr.csv");
    assert!(done && said.contains("3 texts reviewed, 2 of them changed"), "{said}");

    assert!(texts.read("i18n/fr.json").contains("\"panel_close\": \"Refermer\""));
    assert!(
        texts.read("data/translations/fr.csv").contains("tours,short,title,A short tour,Une visite courte")
    );
    let reviews = texts.read("data/reviews.csv");
    assert_eq!(reviews.lines().count(), 4, "{reviews}");
    assert!(
        reviews
            .lines()
            .skip(1)
            .all(|line| line.starts_with("fr,") && line.ends_with(",Section française,2026-12-01"))
    );
}

#[test]
fn a_broken_placeholder_an_empty_text_and_a_changed_source_are_refused_by_row() {
    let texts = Texts::new("sheet-broken");
    assert!(texts.sheet(&["--out", "fr.csv"]).0);
    let table = texts.table("fr.csv");
    let find = |key: &str| (0..table.rows.len()).find(|row| cell(&table, *row, "Row") == key).unwrap();
    let (placeholder, empty, changed) = (find("project_from_to"), find("panel_close"), find("panel_source"));
    let line = |row: usize, translation: &str, mark: &str| {
        let mut cells = table.rows[row].cells.clone();
        let at = |name: &str| table.columns.iter().position(|column| column == name).unwrap();
        cells[at("Translation")] = translation.to_owned();
        cells[at("Reviewed")] = mark.to_owned();
        cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect::<Vec<_>>().join(",")
    };
    let sheet = [
        table.columns.join(","),
        line(placeholder, "De {début} à {to}", ""),
        line(empty, "", "yes"),
        line(changed, "Origine", "yes").replace("Source of the link", "Origin of the link"),
        line(find("panel_label"), "Vider", "perhaps"),
    ];
    fs::write(texts.0.join("back.csv"), sheet.join("\n")).unwrap();
    let (done, said) = texts.apply("back.csv");
    assert!(!done);
    for wanted in [
        "row 2: the placeholders are {début}, {to} where English has",
        "row 3: the translation is empty",
        "row 4: the English text of ",
        "row 5: Reviewed is “perhaps”: yes, or empty",
        "4 rows were not taken",
        "0 texts reviewed",
    ] {
        assert!(said.contains(wanted), "no “{wanted}” in {said}");
    }
    assert!(!texts.0.join("data/reviews.csv").exists());
}

#[test]
fn a_text_without_a_row_in_the_language_gets_one() {
    let texts = Texts::new("sheet-new-row");
    assert!(texts.sheet(&["--out", "fr.csv"]).0);
    let english = "Records follow the patient.";
    texts.replace("fr.csv", &format!("{english},,"), &format!("{english},Le dossier suit le patient.,"));
    let (done, said) = texts.apply("fr.csv");
    assert!(done && said.contains("1 texts reviewed, 1 of them changed"), "{said}");
    assert!(
        texts
            .read("data/rationales.csv")
            .ends_with("C7-EHEALTH,3,fr,Le dossier suit le patient.,editorial,machine\n")
    );
    let made = texts.made("rationales.fr.json");
    let found =
        made["rationales"].as_array().unwrap().iter().find(|one| one["line"] == "C7-EHEALTH").unwrap();
    assert_eq!(
        (&found["text"], &found["review"]),
        (&"Le dossier suit le patient.".into(), &"reviewed".into())
    );
    assert!(found.get("language").is_none());
}

#[test]
fn a_review_ends_when_either_text_changes() {
    let texts = Texts::new("sheet-review");
    assert!(texts.sheet(&["--out", "fr.xlsx"]).0);
    assert!(texts.sheet(&["--out", "fr.csv"]).0);
    let table = texts.table("fr.csv");
    let row = (0..table.rows.len()).find(|row| cell(&table, *row, "Table") == "rationales").unwrap();
    let (english, french) =
        (cell(&table, row, "English").to_owned(), cell(&table, row, "Translation").to_owned());
    texts.replace("fr.csv", &format!("{english},{french},,"), &format!("{english},{french},x,"));
    assert!(texts.apply("fr.csv").0);
    let review = |texts: &Texts| {
        texts.made("rationales.fr.json")["rationales"]
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["text"].as_str().unwrap().starts_with(&french))
            .unwrap()["review"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!(review(&texts), "reviewed");
    texts.replace("data/rationales.csv", &english, &format!("{english} More."));
    assert_eq!(review(&texts), "machine", "the source has changed");
    texts.replace("data/rationales.csv", &format!("{english} More."), &english);
    assert_eq!(review(&texts), "reviewed");
    texts.replace("data/rationales.csv", &french, &format!("{french} Plus."));
    assert_eq!(review(&texts), "machine", "the translation has changed");

    texts.replace("data/rationales.csv", "machine", "reviewed");
    let error = make(&texts.0.join("data"), None).unwrap_err().to_string();
    assert!(error.contains("review is \"reviewed\": only reviews.csv says so"), "{error}");
}
