//! The layout of tables: merged cells, hidden rows, rows above the header, short rows.

use rust_xlsxwriter::{Format, Workbook, Worksheet};
use serde_json::json;

use crate::cells::findings;
use crate::operator::OperatorFolder;

const HEADER: [&str; 4] = ["ID", "Title", "Country", "Lines"];

fn write(sheet: &mut Worksheet, row: u32, cells: &[&str]) {
    for (column, cell) in (0..).zip(cells) {
        if !cell.is_empty() {
            sheet.write(row, column, *cell).unwrap();
        }
    }
}

#[test]
fn a_merged_cell_counts_for_each_row_it_covers() {
    let desk = OperatorFolder::new();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    write(sheet, 0, &HEADER);
    write(sheet, 1, &["a", "One"]);
    write(sheet, 2, &["b", "Two"]);
    write(sheet, 3, &["c", "Three"]);
    sheet.merge_range(1, 3, 2, 3, "C2; C3", &Format::new()).unwrap();
    // Country and lines at once: which of them is meant?
    sheet.merge_range(3, 2, 3, 3, "Kenya", &Format::new()).unwrap();
    let ran =
        desk.import(&[&desk.file("book.xlsx", book.save_to_buffer().unwrap())], &["--publish-all"]).good();
    for id in ["a", "b"] {
        assert_eq!(desk.api(&format!("projects/{id}.json"))["lines"], json!(["C2", "C3"]), "{}", ran.told());
    }
    let third = desk.api("projects/c.json");
    assert_eq!((&third["country"], &third["lines"]), (&json!("KEN"), &json!([])));
    let report = desk.report();
    let adjusted = findings(&report, "adjusted");
    assert_eq!((adjusted[0].0, adjusted[0].1.as_str()), (3, "Lines"), "{adjusted:?}");
    let in_part = findings(&report, "inPart");
    assert_eq!((in_part[0].0, in_part[0].1.as_str()), (4, "Lines"), "{in_part:?}");
}

#[test]
fn hidden_rows_are_reported_and_left_out_unless_a_flag_says_otherwise() {
    let desk = OperatorFolder::new();
    let mut book = Workbook::new();
    let hidden = book.add_worksheet().set_name("Old").unwrap();
    write(hidden, 0, &HEADER);
    hidden.set_hidden(true);
    let sheet = book.add_worksheet();
    sheet.set_active(true);
    write(sheet, 0, &HEADER);
    write(sheet, 1, &["a", "One", "KEN", "C2"]);
    write(sheet, 2, &["b", "Filtered away", "KEN", "C2"]);
    sheet.set_row_hidden(2).unwrap();
    sheet.set_column_hidden(2).unwrap();
    let file = desk.file("book.xlsx", book.save_to_buffer().unwrap());
    let ran = desk.import(&[&file], &["--publish-all"]).good();
    assert_eq!(desk.manifest()["projects"], 1);
    let left_out = findings(&desk.report(), "leftOut");
    assert_eq!(left_out.len(), 1);
    assert!(left_out[0].0 == 3 && left_out[0].2.contains("--include-hidden"), "{left_out:?}");
    for note in ["hidden sheet \"Old\" was not read", "column \"Country\" is hidden"] {
        assert!(ran.told().contains(note), "{note}: {}", ran.told());
    }
    for (path, bytes) in desk.bytes() {
        assert!(!String::from_utf8(bytes).unwrap().contains("Filtered away"), "{}", path.display());
    }
    desk.import(&[&file], &["--publish-all", "--include-hidden"]).good();
    assert_eq!(desk.manifest()["projects"], 2);
    assert_eq!(findings(&desk.report(), "adjusted")[0].0, 3);
}

#[test]
fn the_header_may_stand_below_titles() {
    let desk = OperatorFolder::new();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.merge_range(0, 0, 0, 3, "A list of projects", &Format::new()).unwrap();
    write(sheet, 1, &["As of November"]);
    write(sheet, 3, &HEADER);
    write(sheet, 4, &["a", "One", "KEN", "C2"]);
    let book = desk.file("book.xlsx", book.save_to_buffer().unwrap());
    let csv = desk.file(
        "list.csv",
        "A list of projects\nAs of November, in full\n\nID;Title;Country;Lines\na;One;KEN;C2\n",
    );
    let german = desk.file("german.csv", "Eine Liste\nNummer;Bezeichnung\na;One\n");
    for file in [&book, &csv] {
        let ran = desk.import(&[file], &["--publish-all"]).good();
        assert_eq!(desk.api("projects/a.json")["country"], "KEN");
        assert!(ran.told().contains("the header is row 4; 2 rows above it are not read"), "{}", ran.told());
    }
    desk.import(&[&german], &["--publish-all"]).refused("the row of the header with --header-row");
    let mapping = desk.file("mapping.toml", "id.columns = ['Nummer']\ntitle.columns = ['Bezeichnung']\n");
    desk.import(&[&german], &["--publish-all", "--mapping", &mapping]).good();
    desk.import(&[&german], &["--publish-all", "--mapping", &mapping, "--header-row", "2"]).good();
    desk.import(&[&german], &["--publish-all", "--header-row", "7"]).refused("--header-row 7");
}

#[test]
fn rows_that_lack_empty_cells_at_the_end_are_used() {
    let desk = OperatorFolder::new();
    let mut list = "ID,Title,Country,Lines,Year,Summary\n".to_owned();
    for at in 0..19 {
        list.push_str(&format!("p{at},Project {at},KEN,C2{}\n", if at < 2 { ",2015,Text" } else { "" }));
    }
    list.push_str("p19,Too,KEN,C2,2015,Text,more\n");
    let ran = desk.import(&[&desk.file("list.csv", list)], &["--publish-all"]).good();
    assert_eq!(desk.manifest()["projects"], 19);
    let report = desk.report();
    assert_eq!(report["counts"]["adjusted"], 17);
    assert_eq!(findings(&report, "leftOut").len(), 1);
    assert!(ran.told().contains("fewer fields than the header"), "{}", ran.told());
}
