//! A list of projects, complete.

use super::column::{Column, number, text};
use super::json::{Quote, array, object, origin_json};
use super::origin::Origin;
use super::table::ExportTable;
use wsis_core::contract::entry::ListedProject;

/// A project of the list with what it is called in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedRow {
    /// The project.
    pub project: ListedProject,
    /// The country's name.
    pub country: String,
    /// The region's name.
    pub region: String,
    /// The result at the WSIS Prizes.
    pub prize: String,
}

impl ListedRow {
    fn fields(&self) -> [(&'static str, String); 14] {
        let project = &self.project;
        let known = |text: Option<&str>| text.unwrap_or_default().to_owned();
        [
            ("id", project.id.to_string()),
            ("title", project.title.clone()),
            ("titleLanguage", project.title_language.clone()),
            ("organisation", project.organisation.clone().unwrap_or_default()),
            ("stakeholder", known(project.stakeholder.as_ref().map(|id| id.as_str()))),
            ("country", known(project.country.as_ref().map(|code| code.as_str()))),
            ("countryName", self.country.clone()),
            ("region", known(project.region.as_ref().map(|id| id.as_str()))),
            ("regionName", self.region.clone()),
            ("year", project.year.map(|year| year.to_string()).unwrap_or_default()),
            ("prize", self.prize.clone()),
            ("statesGoals", if project.declared { "yes" } else { "no" }.to_owned()),
            ("goals", joined(project.goals.iter().map(ToString::to_string))),
            ("collections", joined(project.collections.iter().map(ToString::to_string))),
        ]
    }
}

/// The items of a list in one field.
fn joined(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(" ")
}

/// One row a project; without a project one row with the origin alone.
#[must_use]
pub fn list_table(rows: &[ListedRow], origin: &Origin) -> ExportTable {
    let fields = rows.iter().map(|one| one.fields().map(|(_, value)| value).into());
    ExportTable::new(&COLUMNS, fields, origin)
}

/// The columns of a project.
const COLUMNS: [Column; 14] = [
    text("id"),
    text("title"),
    text("titleLanguage"),
    text("organisation"),
    text("stakeholder"),
    text("country"),
    text("countryName"),
    text("region"),
    text("regionName"),
    number("year"),
    text("prize"),
    text("statesGoals"),
    text("goals"),
    text("collections"),
];

/// The origin and every project; what is not known is left out.
#[must_use]
pub fn list_json(rows: &[ListedRow], origin: &Origin, quote: Quote<'_>) -> String {
    let projects = rows.iter().map(|one| {
        let known = one.fields().into_iter().filter(|(_, value)| !value.is_empty());
        object(&known.map(|(name, value)| (name, quote(&value))).collect::<Vec<_>>())
    });
    object(&[("origin", origin_json(origin, quote)), ("projects", array(projects))])
}
