//! Cells that say something else than their value: error values, markup, short names, addresses, years as dates.

use rust_xlsxwriter::{Formula, Workbook};
use serde_json::{Value, json};

use crate::operator::OperatorFolder;

/// The findings of a fate: row, column and reason.
pub(crate) fn findings(report: &Value, fate: &str) -> Vec<(u64, String, String)> {
    let rows = report["rows"].as_array().unwrap().iter().filter(|row| row["fate"] == fate);
    rows.map(|row| {
        let text = |name: &str| row[name].as_str().unwrap_or_default().to_owned();
        (row["row"].as_u64().unwrap(), text("column"), text("reason"))
    })
    .collect()
}

#[test]
fn error_values_never_go_out() {
    let desk = OperatorFolder::new();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, name) in (0..).zip(["ID", "Title", "Organisation", "Summary", "Lines", "Country"]) {
        sheet.write(0, column, name).unwrap();
    }
    for (row, id) in [(1, "a"), (2, "b")] {
        sheet.write(row, 0, id).unwrap();
        sheet.write(row, 4, "C2").unwrap();
    }
    sheet.write(2, 1, "An invented project").unwrap();
    for (row, column, error) in [(1, 1, "#REF!"), (2, 2, "#N/A"), (2, 3, "#NAME?"), (2, 5, "#DIV/0!")] {
        sheet.write_formula(row, column, Formula::new("=A99").set_result(error)).unwrap();
    }
    let book = desk.file("book.xlsx", book.save_to_buffer().unwrap());
    let csv = desk.file(
        "list.csv",
        "ID,Title,Organisation,Summary,Lines,Country\na,#REF!,,,C2,\nb,An invented project,#N/A,#NAME?,C2,#DIV/0!\n",
    );
    let json = desk.file(
        "list.json",
        r##"[{"id": "a", "title": "#REF!", "lines": "C2"},
            {"id": "b", "title": "An invented project", "organisation": "#N/A", "summary": "#NAME?",
             "lines": ["C2", "#VALUE!"], "country": "#DIV/0!"}]"##,
    );
    for file in [book, csv, json] {
        let ran = desk.import(&[&file], &["--publish-all"]).good();
        let project = desk.api("projects/b.json");
        assert_eq!(desk.manifest()["projects"], 1, "{}", ran.told());
        for field in ["organisation", "summary", "country"] {
            assert_eq!(project[field], Value::Null, "{file}: {field}");
        }
        assert_eq!(project["lines"], json!(["C2"]));
        let in_part = findings(&desk.report(), "inPart");
        for column in ["organisation", "summary", "country"] {
            assert!(
                in_part
                    .iter()
                    .any(|(_, name, why)| name.eq_ignore_ascii_case(column) && why.contains("error value")),
                "{file}: {in_part:?}"
            );
        }
        for (path, bytes) in desk.bytes() {
            let text = String::from_utf8(bytes).unwrap();
            assert!(
                !["#REF", "#N/A", "#NAME", "#DIV", "#VALUE"].iter().any(|error| text.contains(error)),
                "{}",
                path.display()
            );
        }
    }
}

#[test]
fn markup_and_character_references_become_text_and_are_reported() {
    let desk = OperatorFolder::new();
    let list = "ID,Title,Summary,Website,Lines\n\
        a,Women &amp; ICT &#8211; L&#39;avenir,\"<p>One, <5 % and a < b.</p><p>Write to &#97;da&#64;mail.example</p>\",\
        https://example.org/?a=1&amp;b=2,C2\n\
        b,Plain,R&D,https://example.org/view;id=5,C2\n";
    let ran = desk.import(&[&desk.file("list.csv", list)], &["--publish-all"]).good();
    let project = desk.api("projects/a.json");
    assert_eq!(project["title"], "Women & ICT – L'avenir");
    assert_eq!(project["summary"], "One, <5 % and a < b.\nWrite to [e-mail removed]");
    assert_eq!(project["page"], "https://example.org/?a=1&b=2");
    assert_eq!(desk.api("projects/b.json")["page"], "https://example.org/view;id=5");
    let adjusted = findings(&desk.report(), "adjusted");
    assert!(
        adjusted.contains(&(2, "Title".to_owned(), "character references decoded".to_owned())),
        "{adjusted:?}"
    );
    assert!(adjusted.contains(&(2, "Summary".to_owned(), "markup taken out".to_owned())), "{adjusted:?}");
    assert!(adjusted.iter().all(|(row, _, _)| *row == 2), "{adjusted:?}");
    assert!(
        ran.told().contains("Rows adjusted:")
            && ran.told().contains("2 used (0 of them in part, 1 adjusted)")
    );
}

#[test]
fn a_wrong_encoding_inside_a_text_is_reported() {
    let desk = OperatorFolder::new();
    desk.import(&[&desk.file("list.csv", "ID,Title,Lines\na,Ã‰nergie pour tous,C2\n")], &["--publish-all"])
        .good();
    let in_part = findings(&desk.report(), "inPart");
    assert!(in_part[0].2.contains("--encoding"), "{in_part:?}");
}

#[test]
fn a_year_that_became_a_day_is_no_start() {
    let desk = OperatorFolder::new();
    desk.import(
        &[&desk.file("list.csv", "ID,Title,Start date,End date,Lines\na,One,1905-07-05,2015-03-24,C2\n")],
        &["--publish-all"],
    )
    .good();
    assert_eq!(desk.api("projects/a.json")["timeframe"], json!({ "to": "2015-03-24" }));
    let in_part = findings(&desk.report(), "inPart");
    assert!(in_part[0].2.contains("the number 2013"), "{in_part:?}");
}
