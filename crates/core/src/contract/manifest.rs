//! `manifest.json`: which snapshot is current, and what it covers. Revalidated at every visit.

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
    /// The languages that `matrix`, `vocabulary` and the other texts exist in.
    pub languages: Vec<Language>,
    /// How many projects the collection holds.
    pub projects: u32,
    /// How many projects a page of a cell holds.
    pub page_size: u32,
    /// The standing sentence on what the collection covers, by language; English is always there.
    pub coverage: BTreeMap<Language, String>,
    /// The share of projects that state goals, 0 to 1.
    pub declared_share: f64,
    /// Where the facts come from.
    pub sources: Vec<Source>,
}

/// A source of facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Source {
    /// The id that links, projects and initiatives name it by.
    pub id: String,
    /// What it is.
    pub name: String,
    /// Where it can be read; an http(s) address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The terms it is under, as far as they are known.
    pub licence: String,
    /// Its date: a year, a month or a day, ISO 8601.
    pub date: String,
    /// What a reader should know about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
