//! The JSON API, contract 1, as Rust types: one file of the API a module.
//!
//! These are wire types: field names and shapes are promises to operators (`docs/contract.md`, `openapi.json`,
//! which is generated from here). Arrays are always present; any other field is absent rather than null. Unknown
//! fields are ignored, so that a later 1.x may add some.

pub mod cell;
pub mod conflicts;
pub mod context;
pub mod counts;
pub mod entry;
pub mod index;
pub mod keeping;
pub mod manifest;
pub mod matrix;
pub mod passages;
pub mod path;
pub mod profile;
pub mod rationales;
pub mod registration;
pub mod tours;
pub mod vocabulary;

use serde::{Deserialize, Serialize};

/// The contract this build writes and reads.
pub const VERSION: &str = "1.3";

/// The major version this build can read.
pub const MAJOR: u32 = 1;

/// How many projects a page of a cell holds.
pub const PAGE_SIZE: usize = 20;

/// Whether a name stands in an official text, or was recalled and still waits for confirmation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum NameStatus {
    /// Confirmed in an official or published text.
    Official,
    /// Written from memory of the official text; not confirmed.
    Recalled,
}

/// How far a text written for this site has been checked.
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
