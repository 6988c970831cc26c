//! Files to download: the matrix and a list of projects as CSV, XLSX and JSON, a presentation as one page. Each
//! names its subject, its source and the day it was made.

mod chart;
mod column;
mod csv;
mod file_name;
mod json;
mod list;
mod matrix;
pub mod origin;
pub mod shown;
mod standalone_page;
mod table;
mod xlsx;

pub use chart::chart_table;
pub use csv::Separator;
pub use file_name::{FileContent, chart_file_name, file_name};
pub use json::Quote;
pub use list::{ListedRow, list_json, list_table};
pub use matrix::{matrix_json, matrix_table};
pub use origin::Origin;
pub use shown::ShownMatrix;
pub use standalone_page::{PLAYER, PLAYER_HASH, StandalonePage, standalone_page};
pub use table::ExportTable;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::CellContent;
    use crate::picture::matrix::matrix_svg;
    use crate::picture::wrapping::estimated_width;
    use wsis_core::address::DisplayMode;
    use wsis_core::arrangement::Arrangement;
    use wsis_core::contract::counts::{Counts, Distinct};
    use wsis_core::contract::entry::{ListedProject, Prize};
    use wsis_core::goal::Goal;
    use wsis_core::heat::Scale;
    use wsis_core::language::Language;
    use wsis_core::line::Line;
    use wsis_core::matrix::MatrixCounts;
    use wsis_core::samples;
    use wsis_messages::Messages;

    fn counts() -> MatrixCounts {
        let mut declared = vec![vec![0; Goal::COUNT]; Line::COUNT];
        declared[Line::C2.position()][8] = 7;
        declared[Line::C5.position()][0] = 2;
        MatrixCounts::new(Counts {
            lines: Line::all().collect(),
            derived: vec![vec![0; Goal::COUNT]; Line::COUNT],
            declared,
            distinct: Distinct {
                lines: vec![3; Line::COUNT],
                goals: vec![1; Goal::COUNT],
                all: 9,
                ..Distinct::default()
            },
        })
        .unwrap()
    }

    fn origin() -> Origin {
        Origin {
            title: "A <title> & more".to_owned(),
            coverage: "Projects: 9, \"some\".".to_owned(),
            filter: "=region".to_owned(),
            address: "https://matrix.example.org/?a=1&b=2".to_owned(),
            snapshot: "2026-11-24-9f2c01aa".to_owned(),
            note: "Links: a copy.".to_owned(),
            read: "2026-11-24".to_owned(),
        }
    }

    fn with<T>(
        show: DisplayMode,
        opened: bool,
        language: Language,
        act: impl FnOnce(ShownMatrix<'_>) -> T,
    ) -> T {
        let (matrix, counts) = (samples::matrix(), counts());
        act(ShownMatrix {
            matrix: &matrix,
            counts: &counts,
            content: CellContent { show, scale: Scale::Whole, states_goals: true },
            arrangement: &Arrangement::default(),
            opened,
            language,
            messages: Messages::SHOWN,
        })
    }

    fn quote(text: &str) -> String {
        serde_json::to_string(text).unwrap()
    }

    #[test]
    fn the_table_has_every_cell_with_its_origin() {
        for (opened, rows) in [(false, 187), (true, 323)] {
            let text = with(DisplayMode::Matrix, opened, Language::English, |shown| {
                matrix_table(shown, &origin()).csv(Separator::Comma)
            });
            let mut reader = ::csv::Reader::from_reader(text.as_bytes());
            let cells: Vec<_> = reader.records().map(Result::unwrap).collect();
            assert_eq!(cells.len(), rows);
            let cell = cells.iter().find(|cell| &cell[0] == "C2" && &cell[2] == "9").unwrap();
            assert_eq!((&cell[4], &cell[5], &cell[6], &cell[7]), ("yes", "9.1 9.c", "7", "0"));
            assert!(cells.iter().all(|cell| &cell[10] == "'=region" && &cell[12] == "2026-11-24-9f2c01aa"));
        }
    }

    #[test]
    fn json_is_read_back_with_every_cell() {
        let text =
            with(DisplayMode::Gaps, false, Language::English, |shown| matrix_json(shown, &origin(), &quote));
        let read: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(read["cells"].as_array().unwrap().len(), 187);
        assert_eq!(read["origin"]["coverage"], "Projects: 9, \"some\".");
        assert_eq!(read["cells"][17 + 8]["targets"], serde_json::json!(["9.1", "9.c"]));
    }

    #[test]
    fn the_picture_is_whole_and_says_what_it_is() {
        for show in DisplayMode::ALL {
            for (opened, rows, language) in [(false, 11, Language::English), (true, 19, Language::Arabic)] {
                let text =
                    with(show, opened, language, |shown| matrix_svg(shown, &origin(), &estimated_width));
                let picture = roxmltree::Document::parse(&text).unwrap();
                let texts: Vec<String> = picture
                    .descendants()
                    .filter(|node| node.has_tag_name("text"))
                    .filter_map(|node| node.text().map(str::to_owned))
                    .collect();
                let all = texts.join("\n");
                for part in
                    ["A <title> & more", "Projects: 9", "https://matrix.example.org/?a=1&b=2", "Line C11"]
                {
                    assert!(all.contains(part), "{part}: {all}");
                }
                let tiles = picture.descendants().filter(|node| node.has_tag_name("rect")).count();
                // Where nothing is, nothing is drawn but in the view of links.
                let least = if show == DisplayMode::Matrix { rows * 18 } else { rows };
                assert!(tiles >= least, "{tiles} for {rows} rows");
                // Goal 7 has its number; the count 7 stands beside it only where counts are shown.
                let sevens = texts.iter().filter(|text| *text == "7").count();
                assert_eq!(sevens, if show == DisplayMode::Matrix { 1 } else { 2 }, "{show:?}");
            }
        }
    }

    #[test]
    fn a_list_is_complete_or_says_that_it_is_empty() {
        let project = ListedProject {
            id: "one".parse().unwrap(),
            title: "=cmd()".to_owned(),
            title_language: "en".to_owned(),
            organisation: None,
            stakeholder: None,
            country: Some("BFA".parse().unwrap()),
            region: None,
            year: Some(2015),
            prize: Prize::Winner,
            declared: true,
            applications: vec![],
            page: None,
            goals: vec!["4".parse().unwrap(), "9".parse().unwrap()],
            collections: vec!["list".parse().unwrap()],
        };
        let row = ListedRow {
            project,
            country: "Burkina Faso".to_owned(),
            region: String::new(),
            prize: "Winner".to_owned(),
        };
        let text = list_table(std::slice::from_ref(&row), &origin()).csv(Separator::Comma);
        let mut reader = ::csv::Reader::from_reader(text.as_bytes());
        let heads: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let once: std::collections::BTreeSet<&String> = heads.iter().collect();
        assert_eq!(once.len(), heads.len(), "every head once: {heads:?}");
        let read = reader.records().next().unwrap().unwrap();
        assert_eq!((&read[0], &read[1], &read[6], &read[11]), ("one", "'=cmd()", "Burkina Faso", "yes"));
        assert_eq!((&read[12], &read[13]), ("4 9", "list"));
        assert_eq!(list_table(&[], &origin()).csv(Separator::Comma).lines().count(), 2);
        let json: serde_json::Value = serde_json::from_str(&list_json(&[row], &origin(), &quote)).unwrap();
        assert_eq!(json["projects"][0]["title"], "=cmd()");
        assert!(json["projects"][0].get("region").is_none());
        assert_eq!(json["origin"]["read"], "2026-11-24");
    }
}
