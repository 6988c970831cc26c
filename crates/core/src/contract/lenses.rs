//! `context/{lang}/lenses.json` and `context/{lang}/{lens}.json`: the report's other systems, tied to lines and goals.
//!
//! A lens is a page on one system of the report, such as its targets or the WSIS Prizes. The list names all of them and what they
//! say, for the overview and the search; each lens has a file of its own with everything that its page shows.

use serde::{Deserialize, Serialize};

use super::Review;
use super::context::{GoalTie, LineTie, Tie};
use crate::code::{EntryId, VocabularyId};
use crate::goal::Goal;
use crate::language::Language;
use crate::line::Line;

/// The id that no lens has: `lens=report` shows the list of all lenses.
pub const OVERVIEW: &str = "report";

/// All lenses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Lenses {
    /// In the order of the data.
    pub lenses: Vec<LensSummary>,
}

/// A lens in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LensSummary {
    /// Id in addresses and file names.
    pub id: VocabularyId,
    /// Title of its page.
    pub title: String,
    /// Name of one to three words.
    pub short: String,
    /// Summary of its content.
    pub text: String,
    /// Language of the texts, if it is not the file's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Texts of its items, for the search and for lists by region.
    pub entries: Vec<LensEntry>,
}

/// An item of a lens in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LensEntry {
    /// The item.
    pub item: EntryId,
    /// Its title.
    pub title: String,
    /// Its text, with its facts behind it; empty if there is none.
    pub text: String,
    /// Regions that it concerns.
    pub regions: Vec<VocabularyId>,
}

/// A lens in full.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Lens {
    /// Id in addresses and file names.
    pub id: VocabularyId,
    /// Title of its page.
    pub title: String,
    /// Summary of its content.
    pub text: String,
    /// Language of all its texts, if it is not the file's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Evidence for the text.
    pub basis: String,
    /// Review status of the text.
    pub review: Review,
    /// In the order of the page.
    pub sections: Vec<LensSection>,
}

/// How the items of a section are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum SectionForm {
    /// A row each, with their facts as columns.
    Table,
    /// By their years, on the axis that all lenses share.
    Timeline,
    /// A line each.
    List,
    /// A card each. A form that a reader does not know counts as this one.
    #[serde(other)]
    Cards,
}

/// A part of a lens.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LensSection {
    /// Its id, unique in the lens.
    pub id: VocabularyId,
    /// Heading.
    pub title: String,
    /// Introduction; absent if there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Evidence for the introduction.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
    /// How the items are shown.
    pub form: SectionForm,
    /// Names of the facts that its items have, in the order of the columns.
    pub labels: Vec<FactLabel>,
    /// In the order of the page.
    pub items: Vec<LensItem>,
    /// Charts, above the items.
    pub charts: Vec<LensChart>,
}

/// The name of a fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FactLabel {
    /// Its id in the section.
    pub id: VocabularyId,
    /// The name.
    pub name: String,
}

/// An item of a lens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LensItem {
    /// Its id, unique in all lenses.
    pub id: EntryId,
    /// Title.
    pub title: String,
    /// Text; absent if its facts say everything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Years that it belongs to.
    pub years: Vec<YearSpan>,
    /// Facts, by the section's labels.
    pub facts: Vec<LensFact>,
    /// Lines it is tied to.
    pub lines: Vec<LineTie>,
    /// Goals it is tied to.
    pub goals: Vec<GoalTie>,
    /// Pairs of a line and a goal it is tied to.
    pub cells: Vec<CellTie>,
    /// Regions it concerns.
    pub regions: Vec<VocabularyId>,
    /// The initiative that is the same thing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub initiative: Option<EntryId>,
    /// Its page on the web.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// The source's id in the manifest.
    pub source: String,
    /// Evidence, such as the parts of the report.
    pub basis: String,
    /// Doubts and contradictions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Review status of its texts.
    pub review: Review,
}

/// One year, or the years from one to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct YearSpan {
    /// The first year.
    pub from: u16,
    /// The last year; not before the first.
    pub to: u16,
}

/// A fact of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LensFact {
    /// Its label in the section.
    pub label: VocabularyId,
    /// The fact, or that nothing is known.
    pub text: String,
    /// True if the report gives no figure: the text says so.
    pub missing: bool,
}

/// A cell an item is tied to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CellTie {
    /// The line.
    pub line: Line,
    /// The goal.
    pub goal: Goal,
    /// Kind of tie.
    pub tie: Tie,
}

/// How a chart draws its values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum ChartForm {
    /// A column a year, on the axis that all lenses share.
    Years,
    /// A line a series, over years.
    Lines,
    /// A bar a label. A form that a reader does not know counts as this one.
    #[serde(other)]
    Bars,
}

/// A chart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LensChart {
    /// Its id, unique in all lenses.
    pub id: EntryId,
    /// Form of its drawing.
    pub form: ChartForm,
    /// Caption.
    pub caption: String,
    /// Unit, such as `% of submissions`.
    pub unit: String,
    /// Series in drawing order.
    pub series: Vec<LensSeries>,
    /// Evidence.
    pub basis: String,
    /// Doubts and contradictions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Review status of its texts.
    pub review: Review,
}

/// A series of a chart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LensSeries {
    /// Its name; absent if the chart has one series.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// True if the values were counted in the projects of this snapshot.
    pub counted: bool,
    /// Values in drawing order.
    pub values: Vec<LensValue>,
}

/// How exactly a source states a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Qualifier {
    /// More than the number.
    Over,
    /// A little less than the number.
    Nearly,
    /// Around the number. A word that a reader does not know counts as this one.
    #[serde(other)]
    About,
}

/// A value of a series.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LensValue {
    /// Label, such as a year.
    pub label: String,
    /// The number, not negative; absent if the source gives none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// How exactly the source states it; absent if exactly.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<Qualifier>,
    /// Remark on the number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
