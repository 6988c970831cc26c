//! `context/{lang}/tours.json`: the tours that come with the data; and the file that a person's own tour is saved as. Both
//! write a step the same way. Loaded when something is presented.

use serde::{Deserialize, Serialize};

use super::Review;
use crate::code::VocabularyId;
use crate::language::Language;

/// The tours, in the order they are offered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Tours {
    /// In the order of the data.
    pub tours: Vec<ShippedTour>,
}

/// A tour that comes with the data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ShippedTour {
    /// Its name in addresses.
    pub id: VocabularyId,
    /// What it is called.
    pub title: String,
    /// What it is for.
    pub text: String,
    /// The language of all its texts, where it is not the file's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// How far the texts have been checked.
    pub review: Review,
    /// At least one.
    pub steps: Vec<TourStep>,
}

/// A step: something to look at, with words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TourStep {
    /// What is looked at, as the query of an address; empty for the whole matrix.
    pub view: String,
    /// What the step is about, in a few words.
    pub title: String,
    /// What is read on stage; absent where what is looked at speaks for itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// What the speaker may say; absent where there is nothing to add.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<String>,
    /// How long it takes, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u16>,
    /// Figures, drawn as bars.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figure: Option<Figure>,
    /// What the texts and figures rest on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
}

/// Figures that are compared.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Figure {
    /// What is compared.
    pub caption: String,
    /// In what it is measured, such as `% of people`.
    pub unit: String,
    /// In the order they are drawn.
    pub values: Vec<FigureValue>,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FigureValue {
    /// What it belongs to, such as a year.
    pub label: String,
    /// Not negative.
    pub value: f64,
}

/// A tour of one's own, as a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TourFile {
    /// The version of this form: 1.
    pub wsis_tour: u32,
    /// What it is called.
    pub title: String,
    /// The language it is written in; English where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// The steps.
    pub steps: Vec<TourStep>,
}
