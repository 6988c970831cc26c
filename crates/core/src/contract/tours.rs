//! `context/{lang}/tours.json`: the tours of the data; and the file format of tours that users make.
//!
//! Both describe a step in the same way. Loaded when a presentation starts.

use serde::{Deserialize, Serialize};

use super::Review;
use crate::code::VocabularyId;
use crate::language::Language;

/// The tours, in the order of the menu.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Tours {
    /// In the order of the data.
    pub tours: Vec<ShippedTour>,
}

/// A tour of the data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ShippedTour {
    /// Id in addresses.
    pub id: VocabularyId,
    /// Title.
    pub title: String,
    /// Purpose.
    pub text: String,
    /// Language of all its texts, if it is not the file's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Review status of the texts.
    pub review: Review,
    /// At least one.
    pub steps: Vec<TourStep>,
}

/// A step: a view with texts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TourStep {
    /// View, as the query of an address; empty for the whole matrix.
    pub view: String,
    /// Title, a few words.
    pub title: String,
    /// Stage text; absent if the view needs none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Speaker notes; absent if there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<String>,
    /// Duration, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u16>,
    /// Figure, drawn as bars.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figure: Option<Figure>,
    /// Evidence for texts and figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
}

/// A figure: values drawn as bars.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Figure {
    /// Caption.
    pub caption: String,
    /// Unit, such as `% of people`.
    pub unit: String,
    /// Values in drawing order.
    pub values: Vec<FigureValue>,
}

/// A value of a figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FigureValue {
    /// Label, such as a year.
    pub label: String,
    /// Value; not negative.
    pub value: f64,
}

/// A tour that a user made, as a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TourFile {
    /// Format version: 1.
    pub wsis_tour: u32,
    /// Title.
    pub title: String,
    /// Language of its texts; English if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// The steps.
    pub steps: Vec<TourStep>,
}
