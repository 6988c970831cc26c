//! The addresses of the API's files, relative to the folder of the snapshot; written and read with the same code.

use crate::code::EntryId;
use crate::goal::Goal;
use crate::language::Language;
use crate::line::Line;

/// The only file outside the snapshot's folder.
pub const MANIFEST: &str = "manifest.json";
/// The numbers of every cell.
pub const COUNTS: &str = "counts.json";
/// One row a project, for counting and filtering in the browser.
pub const INDEX: &str = "index.json";
/// Titles and organisations in the order of the index.
pub const TITLES: &str = "titles.json";
/// The initiatives of the report, as a name of [`context`].
pub const INITIATIVES: &str = "initiatives";
/// Where sources differ, as a name of [`context`].
pub const CONFLICTS: &str = "conflicts";
/// How ITU registers projects, as a name of [`context`].
pub const REGISTRATION: &str = "registration";
/// The tours, as a name of [`context`].
pub const TOURS: &str = "tours";

/// Names, links and targets in a language.
#[must_use]
pub fn matrix(language: Language) -> String {
    format!("matrix.{language}.json")
}

/// Why each link stands, in a language.
#[must_use]
pub fn rationales(language: Language) -> String {
    format!("rationales.{language}.json")
}

/// What is said of each line beside its links, in a language.
#[must_use]
pub fn passages(language: Language) -> String {
    format!("passages.{language}.json")
}

/// The names of vocabulary values and countries in a language.
#[must_use]
pub fn vocabulary(language: Language) -> String {
    format!("vocabulary.{language}.json")
}

/// A page of a cell's projects; pages count from 1.
#[must_use]
pub fn cell(line: Line, goal: Goal, page: u32) -> String {
    format!("cells/{line}/{goal}/{page}.json")
}

/// A project in full.
#[must_use]
pub fn project(id: &EntryId) -> String {
    format!("projects/{id}.json")
}

/// What is known of a line beside its projects, in a language.
#[must_use]
pub fn line_profile(language: Language, line: Line) -> String {
    format!("profiles/{language}/{line}.json")
}

/// What stands beside matrix and projects, in a language.
#[must_use]
pub fn context(language: Language, name: &str) -> String {
    format!("context/{language}/{name}.json")
}
