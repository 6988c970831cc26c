//! `vocabulary.{lang}.json`: names of regions, stakeholder types, target groups, prizes, entry kinds and
//! countries.

use serde::{Deserialize, Serialize};

use super::NameStatus;
use crate::code::{CountryCode, VocabularyId};
use crate::language::Language;

/// Names in a language. If one is missing, the English name stands in and is marked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Vocabulary {
    /// The ITU regions and International.
    pub regions: Vec<Term>,
    /// Types of organisation.
    pub stakeholders: Vec<Term>,
    /// Target groups of projects.
    pub target_groups: Vec<Term>,
    /// Prize statuses, best first.
    pub prizes: Vec<Term>,
    /// Kinds of entry.
    pub entry_kinds: Vec<Term>,
    /// The objectives of the Global Digital Compact; none in data before contract 1.2.
    #[serde(default)]
    pub gdc_objectives: Vec<Term>,
    /// Countries that an entry can name.
    pub countries: Vec<Country>,
    /// The lists that the projects come from; none in data before contract 1.5.
    #[serde(default)]
    pub collections: Vec<Collection>,
    /// Years of the WSIS Prizes whose numbers of results are known; none in data before contract 1.5.
    #[serde(default)]
    pub prize_years: Vec<PrizeYear>,
    /// Texts on the manifest's sources; none in data before contract 1.7.
    #[serde(default)]
    pub sources: Vec<SourceText>,
}

/// Texts on a source of the manifest in the language of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SourceText {
    /// Id of the source.
    pub id: String,
    /// Licence terms, as far as known.
    pub licence: String,
    /// Remark for readers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Numbers of results of a year of the WSIS Prizes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PrizeYear {
    /// Year of the contest.
    pub year: u16,
    /// Number of all winners of the year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub winners: Option<u32>,
    /// Number of all champions of the year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub champions: Option<u32>,
    /// Evidence for the numbers.
    pub evidence: String,
}

/// A list that projects come from. A project can be in several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Collection {
    /// Id that projects and the index refer to.
    pub id: VocabularyId,
    /// Name.
    pub name: String,
    /// Name of one to three words for lists.
    pub short: String,
    /// Content of the list.
    pub about: String,
    /// Why its numbers are no frequencies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bias: Option<String>,
    /// Language of these texts, if it is not the file's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Id of its source in the manifest, which has address, licence and date.
    pub source: String,
    /// True if its entries count as WSIS stocktaking.
    pub stocktaking: bool,
    /// True if it records the goals that its entries state, so that cells can be compared with it.
    pub records_goals: bool,
    /// Number of projects in it.
    pub projects: u32,
    /// Number of these that state goals.
    pub declared: u32,
}

/// An id with its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Term {
    /// Id in the data.
    pub id: VocabularyId,
    /// Name.
    pub name: String,
    /// Language of the name, if it is not the file's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Confirmation status of the name.
    pub name_status: NameStatus,
}

/// A country. Browsers name it in the reader's language from `alpha2`; `name` is the source's English name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Country {
    /// ISO 3166-1 alpha-3, as used in the data.
    pub id: CountryCode,
    /// ISO 3166-1 alpha-2.
    pub alpha2: String,
    /// The English name.
    pub name: String,
    /// The ITU region.
    pub region: VocabularyId,
}
