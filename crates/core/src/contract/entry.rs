//! Projects: the row of a list, and `projects/{id}.json` in full.

use serde::{Deserialize, Serialize};

use crate::code::{CountryCode, EntryId, VocabularyId};
use crate::goal::Goal;
use crate::line::Line;

/// Result of a project at the WSIS Prizes. The order is that of lists: best first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Prize {
    /// Won its category.
    Winner,
    /// Runner-up; exists since 2016.
    Champion,
    /// Nominated for the vote.
    Nominated,
    /// Submitted.
    Submitted,
    /// Never entered, or unknown.
    #[default]
    None,
}

impl Prize {
    /// All results, best first. The position is the number in `index.json`.
    pub const ALL: [Self; 5] = [Self::Winner, Self::Champion, Self::Nominated, Self::Submitted, Self::None];

    /// The id in the vocabulary.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Winner => "winner",
            Self::Champion => "champion",
            Self::Nominated => "nominated",
            Self::Submitted => "submitted",
            Self::None => "none",
        }
    }
}

/// A project as a list row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ListedProject {
    /// The entry's id.
    pub id: EntryId,
    /// Title as in the source.
    pub title: String,
    /// The language of the title, BCP 47; any language, not only the six of the site.
    pub title_language: String,
    /// Organisation that runs it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// Type of organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stakeholder: Option<VocabularyId>,
    /// The country; absent for international entries.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<CountryCode>,
    /// The ITU region, or International.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<VocabularyId>,
    /// The year of the entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// Its prize status.
    pub prize: Prize,
    /// True if it declares the goal of this cell; false if it is derived.
    pub declared: bool,
    /// In C7's own row: the lines of C7 the entry names. `C7` itself means that no e-application is stated.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub applications: Vec<Line>,
    /// Its page elsewhere; http(s).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// The goals it states.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<Goal>,
    /// The collections it is in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub collections: Vec<VocabularyId>,
}

/// `projects/{id}.json`: a project in full, or the notice that it was withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
#[allow(clippy::large_enum_variant, reason = "one value at a time is ever held")]
pub enum ProjectFile {
    /// The entry was withdrawn. Its id is never reused.
    Withdrawn(Withdrawn),
    /// The entry.
    Project(Project),
}

/// An entry that was withdrawn from the collection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Withdrawn {
    /// The entry's id.
    pub id: EntryId,
    /// Always true.
    pub withdrawn: bool,
}

/// A project in full.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Project {
    /// The entry's id.
    pub id: EntryId,
    /// Title as in the source.
    pub title: String,
    /// The language of the title, BCP 47; any language, not only the six of the site.
    pub title_language: String,
    /// Summary in the operator's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// Organisation that runs it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// Type of organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stakeholder: Option<VocabularyId>,
    /// The country; absent for international entries.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<CountryCode>,
    /// The ITU region, or International.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<VocabularyId>,
    /// The year of the entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// Its prize status.
    pub prize: Prize,
    /// Page that names the prize status; http(s).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prize_evidence: Option<String>,
    /// The lines it names.
    pub lines: Vec<Line>,
    /// The goals it declares, with what it says of each.
    pub goals: Vec<DeclaredGoal>,
    /// Objectives of the Global Digital Compact it names, 1 to 5.
    pub gdc_objectives: Vec<u8>,
    /// Target groups.
    pub target_groups: Vec<VocabularyId>,
    /// Technologies it names.
    pub technologies: Vec<String>,
    /// Period of the project.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timeframe: Option<Timeframe>,
    /// A picture with its credit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub photo: Option<Photo>,
    /// Its page elsewhere; http(s).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// Further addresses; http(s).
    pub links: Vec<String>,
    /// The source's id in the manifest.
    pub source: String,
    /// The collections it is in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub collections: Vec<VocabularyId>,
    /// Remark on what its sources leave open or contradict.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Entries that may be the same project.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub possible_duplicates: Vec<PossibleDuplicate>,
    /// The snapshot it was published in.
    pub snapshot: String,
}

/// An entry that may be the same project as another one, and was not joined with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PossibleDuplicate {
    /// The other entry's id.
    pub id: EntryId,
    /// Its title.
    pub title: String,
    /// Its year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// The facts that the two have in common.
    pub reason: String,
}

/// A goal an entry declares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DeclaredGoal {
    /// The goal.
    pub goal: Goal,
    /// Statement of the entry on the goal, in its own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
    /// The language of the statement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

/// Period of a project; years, months or days, ISO 8601.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Timeframe {
    /// The beginning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

/// A picture of a project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Photo {
    /// Address; http(s).
    pub address: String,
    /// Credit line.
    pub credit: String,
}
