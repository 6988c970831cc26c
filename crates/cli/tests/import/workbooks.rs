//! Workbooks of other kinds: XLS and ODS say the same as XLSX.

use std::io::{Cursor, Write};

use serde_json::json;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::cells::findings;
use crate::operator::OperatorFolder;

/// A sheet as LibreOffice writes it: the same rows as in `fixtures/projects.xls`.
const CONTENT: &str = r##"<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">
<office:automatic-styles>
<style:style style:name="shown" style:family="table"><style:table-properties table:display="true"/></style:style>
<style:style style:name="away" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles><office:body><office:spreadsheet>
<table:table table:name="Old" table:style-name="away"><table:table-column/><table:table-row><table:table-cell office:value-type="string"><text:p>Title</text:p></table:table-cell></table:table-row></table:table>
<table:table table:name="Projects" table:style-name="shown">
<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="3"/>
<table:table-row><table:table-cell table:number-columns-spanned="6" table:number-rows-spanned="1" office:value-type="string"><text:p>A list of invented projects</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="5"/></table:table-row>
<table:table-row><table:table-cell table:number-columns-repeated="6"/></table:table-row>
<table:table-row>HEADER</table:table-row>
<table:table-row>FIRST</table:table-row>
<table:table-row>SECOND</table:table-row>
<table:table-row table:visibility="filter">THIRD</table:table-row>
<table:table-row>FOURTH</table:table-row>
<table:table-row table:number-rows-repeated="1048569"><table:table-cell table:number-columns-repeated="6"/></table:table-row>
</table:table></office:spreadsheet></office:body></office:document-content>"##;

fn ods() -> Vec<u8> {
    let cell = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let row = |cells: &[&str]| cells.iter().map(|text| cell(text)).collect::<String>();
    let merged = "<table:table-cell table:number-columns-spanned=\"1\" table:number-rows-spanned=\"2\" office:value-type=\"string\"><text:p>C2; C3</text:p></table:table-cell>";
    let date = "<table:table-cell office:value-type=\"date\" office:date-value=\"2015-03-24\"><text:p>24/03/15</text:p></table:table-cell>";
    let error = "<table:table-cell table:formula=\"of:=NA()\" office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"><text:p>#N/A</text:p></table:table-cell>";
    let first = [
        row(&["a", "Énergie pour tous", "France"]),
        merged.to_owned(),
        date.to_owned(),
        row(&["An invented ministry"]),
    ];
    let second = format!(
        "{}<table:covered-table-cell/><table:table-cell/>{error}",
        row(&["b", "Второй проект", "KEN"])
    );
    let content = CONTENT
        .replace("HEADER", &row(&["ID", "Title", "Country", "Lines", "Start date", "Organisation"]))
        .replace("FIRST", &first.concat())
        .replace("SECOND", &second)
        .replace("THIRD", &row(&["c", "Filtered away", "KEN", "C5"]))
        .replace("FOURTH", &row(&["d", "第四个项目", "KEN", "C7"]));
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_str()),
        (
            "META-INF/manifest.xml",
            "<?xml version=\"1.0\"?><manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>",
        ),
    ] {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn old_and_open_workbooks_are_read_with_what_they_hide_and_merge() {
    for (name, bytes) in [("book.xls", include_bytes!("fixtures/projects.xls").to_vec()), ("book.ods", ods())]
    {
        let desk = OperatorFolder::new();
        let ran = desk.import(&[&desk.file(name, bytes)], &["--publish-all"]).good();
        let told = ran.told();
        assert_eq!(desk.manifest()["projects"], 3, "{told}");
        let one = desk.api("projects/a.json");
        assert_eq!((&one["title"], &one["country"]), (&json!("Énergie pour tous"), &json!("FRA")), "{told}");
        assert_eq!(one["timeframe"], json!({ "from": "2015-03-24" }), "{told}");
        assert_eq!(one["lines"], json!(["C2", "C3"]));
        let second = desk.api("projects/b.json");
        assert_eq!(
            (&second["title"], &second["lines"]),
            (&json!("Второй проект"), &json!(["C2", "C3"])),
            "{told}"
        );
        assert_eq!(second.get("organisation"), None, "{told}");
        assert_eq!(desk.api("projects/d.json")["title"], "第四个项目");
        let report = desk.report();
        let hidden = findings(&report, "leftOut");
        assert!(hidden.len() == 1 && hidden[0].0 == 6 && hidden[0].2.contains("hidden"), "{hidden:?}");
        assert!(
            findings(&report, "inPart").iter().any(|(row, _, why)| *row == 5 && why.contains("error value"))
        );
        for note in
            ["hidden sheet \"Old\" was not read", "column \"Country\" is hidden", "the header is row 3"]
        {
            assert!(told.contains(note), "{note}: {told}");
        }
    }
}

#[test]
fn what_is_no_workbook_is_refused_with_advice() {
    let desk = OperatorFolder::new();
    for (name, bytes, why) in [
        ("broken.xls", vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0], "if it has a password"),
        ("broken.xlsx", b"PK\x03\x04".to_vec(), "cannot be read as a workbook"),
        ("table.xls", b"<html><table><tr><td>Title</td></tr></table></html>".to_vec(), "is a web page"),
    ] {
        desk.import(&[&desk.file(name, bytes)], &["--publish-all"]).refused(why);
    }
}
