//! Kinds of files: encodings, delimiters, JSON and workbooks.

use serde_json::Value;

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::operator::OperatorFolder;

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
        let desk = OperatorFolder::new();
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
    let desk = OperatorFolder::new();
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
