//! The data the project makes, held against the contract it promises. No browser, no network.
//!
//! | module | what it holds |
//! |---|---|
//! | `invariants` | what is true of every build: the default data and the fixture |
//! | `schemas` | every file validates against `docs/openapi.json`, which is fresh |
//! | `recount` | the numbers, counted a second time straight from the CSV files |
//! | `default_data` | the known figures of the default data, and its size |
//! | `fixture` | the rules on cases counted by hand |
//! | `bad_sources` | every rule of the check, one mutation of the fixture each |
//! | `publishing` | a snapshot is put in place whole, or not at all |
//! | `messages` | every interface text is used |
//! | `texts` | the evidence of the default data's texts, and how they are written |
//! | `translations` | texts in other languages, complete or not |
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod bad_sources;
mod default_data;
mod fixture;
mod invariants;
mod messages;
mod publishing;
mod recount;
mod schemas;
mod support;
mod texts;
mod translations;
