//! A list of projects, complete.

use super::csv::row;
use super::json::{Quote, array, object, origin_json};
use super::origin::Origin;
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
    fn fields(&self) -> [(&'static str, String); 12] {
        let project = &self.project;
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        [
            ("id", project.id.to_string()),
            ("title", project.title.clone()),
            ("titleLanguage", project.title_language.clone()),
            ("organisation", project.organisation.clone().unwrap_or_default()),
            ("stakeholder", text(project.stakeholder.as_ref().map(|id| id.as_str()))),
            ("country", text(project.country.as_ref().map(|code| code.as_str()))),
            ("countryName", self.country.clone()),
            ("region", text(project.region.as_ref().map(|id| id.as_str()))),
            ("regionName", self.region.clone()),
            ("year", project.year.map(|year| year.to_string()).unwrap_or_default()),
            ("prize", self.prize.clone()),
            ("statesGoals", if project.declared { "yes" } else { "no" }.to_owned()),
        ]
    }
}

/// One row a project, the origin in every row; without a project one row with the origin alone.
#[must_use]
pub fn list_csv(rows: &[ListedRow], origin: &Origin) -> String {
    let facts: Vec<String> = origin.facts().map(|(_, value)| value.to_owned()).into();
    let heads = origin.facts().map(|(name, _)| name);
    let mut text = row(NAMES.into_iter().chain(heads));
    let mut add = |mut fields: Vec<String>| {
        fields.extend(facts.iter().cloned());
        text += &row(fields.iter().map(String::as_str));
    };
    if rows.is_empty() {
        add(vec![String::new(); NAMES.len()]);
    }
    rows.iter().for_each(|one| add(one.fields().map(|(_, value)| value).into()));
    text
}

/// The columns of a project.
const NAMES: [&str; 12] = [
    "id",
    "title",
    "titleLanguage",
    "organisation",
    "stakeholder",
    "country",
    "countryName",
    "region",
    "regionName",
    "year",
    "prize",
    "statesGoals",
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
