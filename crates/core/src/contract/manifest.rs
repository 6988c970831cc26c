//! `manifest.json`: the current snapshot and its coverage. Revalidated at every visit.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::language::Language;

/// The entry point of the API.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Manifest {
    /// The contract's version, `major.minor`.
    pub contract: String,
    /// The snapshot's name: its date and a fingerprint of its content.
    pub snapshot: String,
    /// The folder of the snapshot, relative to the manifest, with a closing slash.
    pub base: String,
    /// The date of the snapshot, ISO 8601.
    pub made: String,
    /// Languages of `matrix`, `vocabulary` and the other texts.
    pub languages: Vec<Language>,
    /// Number of projects in the collection.
    pub projects: u32,
    /// Number of projects on a page of a cell.
    pub page_size: u32,
    /// Coverage sentence by language; English is always present.
    pub coverage: BTreeMap<Language, String>,
    /// The share of projects that state goals, 0 to 1.
    pub declared_share: f64,
    /// Sources of the facts.
    pub sources: Vec<Source>,
}

impl Manifest {
    /// Number of projects that state goals.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of a u32")]
    pub fn declared(&self) -> u32 {
        (self.declared_share.clamp(0.0, 1.0) * f64::from(self.projects)).round() as u32
    }

    /// Returns true if some projects state goals, so that cells can be compared.
    #[must_use]
    pub fn states_goals(&self) -> bool {
        self.declared_share > 0.0
    }
}

/// A source of facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Source {
    /// Id that links, projects, profiles and initiatives refer to.
    pub id: String,
    /// Name.
    pub name: String,
    /// Address; http(s).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Licence terms, as far as known.
    pub licence: String,
    /// Its date: a year, a month or a day, ISO 8601.
    pub date: String,
    /// Remark for readers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
