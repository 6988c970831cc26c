//! `digital-public-goods.json`: open software, data and content that state goals and no action line.
//!
//! They are no entries of WSIS and never counted with the projects.

use serde::{Deserialize, Serialize};

use crate::code::{CountryCode, EntryId};
use crate::goal::Goal;

/// The digital public goods of a registry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PublicGoods {
    /// In the order of their names.
    pub goods: Vec<PublicGood>,
}

/// A digital public good.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PublicGood {
    /// The entry's id.
    pub id: EntryId,
    /// Its name.
    pub name: String,
    /// Organisation that maintains it.
    pub organisation: String,
    /// The goals that its applicant states.
    pub goals: Vec<Goal>,
    /// Kinds of good.
    pub kinds: Vec<PublicGoodKind>,
    /// Licences of the good itself, as SPDX names.
    pub licences: Vec<String>,
    /// Countries where it was developed, else where it is used; empty if unknown or too many to name.
    pub countries: Vec<CountryCode>,
    /// Year in which it entered the registry.
    pub year: u16,
    /// Its website.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// Address of its record in the registry.
    pub record: String,
    /// The registry's id among the sources of the manifest.
    pub source: String,
}

/// A kind of digital public good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum PublicGoodKind {
    /// Software.
    Software,
    /// Texts, pictures or courses.
    Content,
    /// Data.
    Data,
    /// A trained model.
    Model,
    /// A standard.
    Standard,
    /// A kind that this version does not know.
    #[serde(other)]
    Other,
}

impl PublicGoodKind {
    /// The kind of an id in the data; none for an unknown one.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        match id {
            "software" => Some(Self::Software),
            "content" => Some(Self::Content),
            "data" => Some(Self::Data),
            "model" => Some(Self::Model),
            "standard" => Some(Self::Standard),
            _ => None,
        }
    }
}
