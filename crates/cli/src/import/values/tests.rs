//! Cells as they stand in spreadsheets, and the law that spelling does not change what a cell says.

use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;
use wsis_core::{Goal, Language, Line};

use super::country_cases::COUNTRIES;
use super::*;
use crate::data;

struct Known {
    model: Model,
    reader: ValueReader,
}

fn known() -> &'static Known {
    static KNOWN: LazyLock<Known> = LazyLock::new(|| {
        let model = data::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data")).unwrap();
        let reader = ValueReader::new(&model, &Mapping::defaults().unwrap()).unwrap();
        Known { model, reader }
    });
    &KNOWN
}

fn goals(cell: &str) -> (Vec<u8>, Vec<String>) {
    let found = known().reader.goals(cell);
    (found.values.iter().map(|goal| goal.number()).collect(), refused(found.refused))
}

fn lines(cell: &str) -> (Vec<&'static str>, Vec<String>) {
    let found = known().reader.lines(cell);
    (found.values.iter().map(|line| line.id()).collect(), refused(found.refused))
}

fn refused(refused: Vec<UnreadValue>) -> Vec<String> {
    refused.into_iter().map(|refused| refused.value).collect()
}

#[test]
fn goals_are_read_in_their_spellings() {
    for (cell, numbers) in [
        ("SDG 9; Goal 17", vec![9, 17]),
        ("9,17", vec![9, 17]),
        ("17 9 9", vec![9, 17]),
        ("SDG9 / SDG 04", vec![4, 9]),
        ("Goal 16: Peace, justice and strong institutions, Goal 2: Zero hunger", vec![2, 16]),
        ("Goal 9: Build resilient infrastructure, promote inclusive industry and foster innovation", vec![9]),
        ("SDG 9: Build roads, Quality education", vec![4, 9]),
        ("Industry, innovation and infrastructure and No poverty", vec![1, 9]),
        ("ODD 4 ; ЦУР 5|目标6", vec![4, 5, 6]),
        ("9.c, target 4.1", vec![4, 9]),
        ("١٧", vec![17]),
        ("", vec![]),
    ] {
        assert_eq!(goals(cell), (numbers, vec![]), "{cell}");
    }
}

#[test]
fn what_is_no_goal_is_refused_and_the_rest_is_kept() {
    for (cell, numbers, wrong) in [
        ("SDG 9; SDG 18", vec![9], vec!["SDG 18"]),
        ("9.17", vec![], vec!["9.17"]),
        ("SDG 9: Quality education", vec![], vec!["SDG 9: Quality education"]),
        ("all of them, really, 4", vec![4], vec!["all of them, really"]),
        ("9 countries", vec![], vec!["9 countries"]),
        ("4-6", vec![], vec!["4-6"]),
    ] {
        let wrong: Vec<String> = wrong.into_iter().map(str::to_owned).collect();
        assert_eq!(goals(cell), (numbers, wrong), "{cell}");
    }
}

#[test]
fn lines_are_read_in_their_spellings() {
    for (cell, ids) in [
        ("C7. ICT applications: e-health", vec!["C7-EHEALTH"]),
        ("C7-EHEALTH", vec!["C7-EHEALTH"]),
        ("C7 (e-government) and e-science", vec!["C7-EGOV", "C7-ESCI"]),
        ("ICT Applications: eLearning/e-business", vec!["C7-EBUS", "C7-ELEARN"]),
        ("C7. ICT applications: benefits in all aspects of life", vec!["C7"]),
        ("C7 / e-government", vec!["C7-EGOV"]),
        (
            "The role of public governance authorities and all stakeholders in the promotion of ICTs for development",
            vec!["C1"],
        ),
        (
            "C1. The role of governments and all stakeholders in the promotion of ICTs for development",
            vec!["C1"],
        ),
        ("Les applications TIC et leur apport dans tous les domaines", vec!["C7"]),
        ("C7; e-government", vec!["C7", "C7-EGOV"]),
        ("AL C2", vec!["C2"]),
        ("WSIS Action Line 11", vec!["C11"]),
        ("С5", vec!["C5"]),
        (
            "C8. Cultural diversity and identity, linguistic diversity and local content, C9. Media",
            vec!["C8", "C9"],
        ),
        ("C3 – Access for everybody, everywhere", vec!["C3"]),
        ("Le renforcement des capacités; Этические аспекты информационного общества", vec!["C4", "C10"]),
    ] {
        assert_eq!(lines(cell), (ids, vec![]), "{cell}");
    }
    assert_eq!(lines("C12; C2"), (vec!["C2"], vec!["C12".to_owned()]));
    assert_eq!(lines("C7: e-sports"), (vec!["C7"], vec!["C7: e-sports".to_owned()]));
    assert_eq!(lines("C2. Media"), (vec![], vec!["C2. Media".to_owned()]));
}

#[test]
fn countries_are_read_by_codes_and_names() {
    for (cell, code) in COUNTRIES {
        let found = known().reader.country(cell);
        assert_eq!(found.values.iter().map(|code| code.as_str()).collect::<Vec<_>>(), [code], "{cell}");
        assert!(found.refused.is_empty(), "{cell}");
    }
    assert_eq!(known().reader.country("Global"), CellValues::default());
    for bad in ["Atlantis", "Kenya; Ghana"] {
        let found = known().reader.country(bad);
        assert!(found.values.is_empty() && found.refused.len() == 1, "{bad}: {found:?}");
    }
}

#[test]
fn words_years_dates_and_languages() {
    let words = |field, list, cell: &str| {
        let found = known().reader.words(field, list, cell);
        (found.values.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "), found.refused.len())
    };
    assert_eq!(
        words(Field::TargetGroups, VocabularyList::TargetGroup, "Youth, the poor; Elderly; Cats"),
        ("youth the-poor older-persons".to_owned(), 1)
    );
    let of_the_form = "Migrants; Refugees and internally displaced people; Remote and rural communities";
    assert_eq!(
        words(Field::TargetGroups, VocabularyList::TargetGroup, of_the_form),
        ("migrants refugees-and-displaced-people people-in-remote-and-rural-areas".to_owned(), 0)
    );
    assert_eq!(words(Field::Region, VocabularyList::Region, "Asia & Pacific"), ("ASP".to_owned(), 0));
    assert_eq!(
        words(Field::GdcObjectives, VocabularyList::GdcObjective, "1, Objective 3"),
        ("gdc-1 gdc-3".to_owned(), 0)
    );
    assert_eq!(
        words(
            Field::GdcObjectives,
            VocabularyList::GdcObjective,
            "Objective 1: Close all digital divides, and more; GDC objective 4. Govern data; Objective 12: no"
        ),
        ("gdc-1 gdc-4".to_owned(), 1)
    );
    assert_eq!(year("WSIS Prizes 2015"), Ok(2015));
    assert!(year("2015-2016").is_err() && year("12").is_err());
    assert_eq!(date_or_year("2015-03-24 00:00"), Ok("2015-03-24".to_owned()));
    assert_eq!(date_or_year("03/04/2015"), Ok("2015".to_owned()));
    // A year that was typed into a date cell.
    for text in ["1905-07-05", "1905-07-05 00:00"] {
        assert!(date_or_year(text).unwrap_err().ends_with("the number 2013"), "{text}");
    }
    assert!(year("1905-07-05").unwrap_err().ends_with("the number 2013"));
    assert!(date_or_year("1066-10-14").is_err() && date_or_year("0001-01-01").is_err());
    assert_eq!(language_tag_of("EN_gb").as_deref(), Some("en-gb"));
    assert_eq!(language_tag_of("Klingon"), None);
}

/// A spelling of a goal: one of many, by number.
fn spelt_goal(number: u8, spelling: usize) -> String {
    let names = &known().model.goal_names;
    let goal = Goal::try_from(number).unwrap();
    let name = |language| names[&(goal, language)].name.clone();
    match spelling {
        0 => number.to_string(),
        1 => format!("SDG {number}"),
        2 => format!("goal {number:02}"),
        3 => format!("SDG{number}: {}", name(Language::English)),
        4 => format!("{number}. {}", name(Language::English).to_uppercase()),
        at => name(Language::ALL[at % 6]),
    }
}

fn spelt_line(line: Line, spelling: usize) -> String {
    let name = |language| known().model.line_names[&(line, language)].name.clone();
    match spelling {
        0 => line.id().to_owned(),
        1 => format!("AL {}", line.id().to_lowercase()),
        2 if line.parent().is_some() => format!("C7. ICT applications: {}", name(Language::English)),
        2 => format!("{}. {}", line.id(), name(Language::English)),
        at => name(Language::ALL[at % 6]),
    }
}

const DIVIDERS: [&str; 6] = ["; ", ", ", "\n", " and ", " / ", "|"];

proptest! {
    #[test]
    fn goals_mean_the_same_in_every_spelling(
        chosen in prop::collection::vec((1_u8..=17, 0_usize..11), 0..6),
        splitter in prop::sample::select(&DIVIDERS[..]),
    ) {
        let cell: Vec<String> = chosen.iter().map(|(number, spelling)| spelt_goal(*number, *spelling)).collect();
        let mut expected: Vec<u8> = chosen.iter().map(|(number, _)| *number).collect();
        expected.sort_unstable();
        expected.dedup();
        prop_assert_eq!(goals(&cell.join(splitter)), (expected, vec![]));
    }

    #[test]
    fn lines_mean_the_same_in_every_spelling(
        chosen in prop::collection::vec((0_usize..18, 0_usize..9), 0..6),
        splitter in prop::sample::select(&DIVIDERS[..]),
    ) {
        // C7 beside an application is a case of its own: above.
        let all: Vec<Line> = Line::all().filter(|line| *line != Line::C7).collect();
        let cell: Vec<String> = chosen.iter().map(|(at, spelling)| spelt_line(all[*at], *spelling)).collect();
        let mut expected: Vec<&str> = chosen.iter().map(|(at, _)| all[*at]).collect::<std::collections::BTreeSet<_>>()
            .into_iter().map(Line::id).collect();
        expected.dedup();
        prop_assert_eq!(lines(&cell.join(splitter)), (expected, vec![]));
    }

    #[test]
    fn no_cell_is_too_strange(cell in "\\PC{0,60}") {
        let _ = (goals(&cell), lines(&cell), known().reader.country(&cell));
    }
}
