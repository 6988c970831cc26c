//! Types of the JSON API, contract 1: one module for each file.
//!
//! Field names and shapes are promises to operators (`docs/contract.md`; `openapi.json` is generated from
//! here). Arrays are always present; any other field without a value is absent, never null. Unknown fields
//! are ignored, so a later 1.x version may add some.

pub mod cell;
pub mod conflicts;
pub mod context;
pub mod counts;
pub mod entry;
pub mod index;
pub mod interface;
pub mod lenses;
pub mod manifest;
pub mod matrix;
pub mod offline_files;
pub mod passages;
pub mod path;
pub mod profile;
pub mod public_goods;
pub mod rationales;
pub mod registration;
pub mod tours;
pub mod vocabulary;

use serde::{Deserialize, Serialize};

/// Version of the contract that this build writes and reads.
pub const VERSION: &str = "1.7";

/// Major version that this build can read.
pub const MAJOR: u32 = 1;

/// Number of projects on a page of a cell.
pub const PAGE_SIZE: usize = 20;

/// Confirmation status of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum NameStatus {
    /// Confirmed in an official or published text.
    Official,
    /// Written from memory of the official text; not confirmed.
    Recalled,
}

/// Review status of a text written for this site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Review {
    /// Written by this project, not reviewed by anyone else.
    Written,
    /// Translated by machine, not reviewed.
    Machine,
    /// Reviewed by a person whose office and date are on record.
    Reviewed,
}
