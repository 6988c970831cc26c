//! `context/{lang}/initiatives.json`: initiatives of the report, which are never counted with the projects.

use serde::{Deserialize, Serialize};

use super::Review;
use crate::code::{CountryCode, EntryId, VocabularyId};
use crate::goal::Goal;
use crate::language::Language;
use crate::line::Line;

/// The initiatives that are tied to a line or a goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Initiatives {
    /// In the order of the data.
    pub initiatives: Vec<Initiative>,
}

/// Kind of evidence for the tie of an initiative to a line or goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Tie {
    /// The report states the line or goal.
    Stated,
    /// The initiative only appears in the report's section on the line.
    Section,
    /// The report names all 17 goals at once and no single one.
    Collective,
    /// The report states no tie: this project made it by subject. A value that a reader does not know counts as
    /// this one, so that no tie is shown as the report's by mistake.
    #[serde(other)]
    Subject,
}

/// An initiative of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Initiative {
    /// The entry's id.
    pub id: EntryId,
    /// Its name.
    pub name: String,
    /// Kind of initiative.
    pub kind: VocabularyId,
    /// Organisations that run it.
    pub organisations: Vec<String>,
    /// The lines it is tied to.
    pub lines: Vec<LineTie>,
    /// The goals it is tied to.
    pub goals: Vec<GoalTie>,
    /// Countries that belong to it; a note says so where the report only implies them.
    pub countries: Vec<CountryCode>,
    /// Years that the report names with it.
    pub years: Vec<u16>,
    /// The report's description, in this project's words.
    pub text: String,
    /// Language of the text, if it is not the file's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// The section of the report.
    pub basis: String,
    /// Doubts about the ties, and inferences of this project.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The source's id in the manifest.
    pub source: String,
    /// Review status of the text.
    pub review: Review,
}

/// A line an initiative is tied to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LineTie {
    /// The line.
    pub line: Line,
    /// Kind of tie.
    pub tie: Tie,
}

/// A goal an initiative is tied to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct GoalTie {
    /// The goal.
    pub goal: Goal,
    /// Kind of tie.
    pub tie: Tie,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_tie_is_not_the_reports() {
        let read = |text: &str| serde_json::from_str::<Tie>(text).unwrap();
        let ties = ["\"stated\"", "\"section\"", "\"collective\"", "\"subject\"", "\"guessed\""].map(read);
        assert_eq!(ties, [Tie::Stated, Tie::Section, Tie::Collective, Tie::Subject, Tie::Subject]);
        assert_eq!(serde_json::to_string(&Tie::Subject).unwrap(), "\"subject\"");
    }
}
