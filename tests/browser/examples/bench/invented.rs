//! An invented collection of projects.

use std::path::Path;

/// The columns of `projects.csv`.
const COLUMNS: [&str; 19] = [
    "id",
    "title",
    "titleLanguage",
    "organisation",
    "stakeholder",
    "country",
    "region",
    "year",
    "prize",
    "lines",
    "goals",
    "summary",
    "targetGroups",
    "page",
    "collections",
    "prizeEvidence",
    "start",
    "end",
    "note",
];

/// The project's own sources with invented projects.
pub(crate) fn invent_sources(folder: &Path, projects: u32) {
    std::fs::create_dir_all(folder).unwrap();
    for file in std::fs::read_dir("data").unwrap() {
        let file = file.unwrap().path();
        std::fs::copy(&file, folder.join(file.file_name().unwrap())).unwrap();
    }
    let mut sequence = bench::Sequence::new(20_261_124);
    let countries: Vec<(String, String)> = csv::Reader::from_path("data/countries.csv")
        .unwrap()
        .records()
        .map(|row| row.unwrap())
        .map(|row| (row[0].to_owned(), row[2].to_owned()))
        .collect();
    let lines: Vec<String> = csv::Reader::from_path("data/lines.csv")
        .unwrap()
        .records()
        .map(|row| row.unwrap()[0].to_owned())
        .collect();
    let titles = bench::invented_titles(projects, 1);
    let mut writer = csv::Writer::from_path(folder.join("projects.csv")).unwrap();
    writer.write_record(COLUMNS).unwrap();
    for row in 0..projects {
        let texts =
            (titles.titles[row as usize].as_str(), titles.organisation_table[(row % 40) as usize].as_str());
        let project = invented_project(&mut sequence, &countries, &lines, texts, row);
        writer.write_record(project).unwrap();
    }
    writer.flush().unwrap();
    // What tells of the real projects.
    for file in
        ["goal-statements.csv", "withdrawn.csv", "possible-duplicates.csv", "tours.csv", "tour-steps.csv"]
    {
        let real = std::fs::read_to_string(Path::new("data").join(file)).unwrap();
        std::fs::write(folder.join(file), format!("{}\n", real.lines().next().unwrap())).unwrap();
    }
}

/// A row of `projects.csv`.
fn invented_project(
    sequence: &mut bench::Sequence,
    countries: &[(String, String)],
    lines: &[String],
    (title, organisation): (&str, &str),
    row: u32,
) -> Vec<String> {
    let share = sequence.below(1000) as usize;
    let (country, region) = &countries[share * share * countries.len() / 1_000_000];
    let several = |sequence: &mut bench::Sequence, count: u32, end: u32| {
        let mut values: Vec<u32> = (0..count).map(|_| sequence.below(end)).collect();
        values.sort_unstable();
        values.dedup();
        values
    };
    let count = 1 + sequence.below(3);
    let named: Vec<&str> =
        several(sequence, count, 19).iter().map(|at| lines[*at as usize].as_str()).collect();
    let count = if sequence.below(10) < 6 { 1 + sequence.below(5) } else { 0 };
    let goals: Vec<String> = several(sequence, count, 17).iter().map(|at| (at + 1).to_string()).collect();
    let stakeholder = ["government", "private-sector", "academia"][sequence.below(3) as usize];
    let group = ["women", "youth", "children", ""][sequence.below(4) as usize];
    let prize = ["winner", "champion", "nominated", "submitted", ""][sequence.below(5) as usize];
    vec![
        format!("{}", 1_400_000_000 + row),
        title.to_owned(),
        "en".to_owned(),
        organisation.to_owned(),
        stakeholder.to_owned(),
        country.clone(),
        region.clone(),
        (2005 + sequence.below(20)).to_string(),
        prize.to_owned(),
        named.join(";"),
        goals.join(";"),
        "".to_owned(),
        group.to_owned(),
        "".to_owned(),
        "itu-pages".to_owned(),
        "".to_owned(),
        "".to_owned(),
        "".to_owned(),
        "".to_owned(),
    ]
}
