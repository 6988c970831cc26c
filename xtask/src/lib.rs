//! The project's chores, as a library so that tests can call them.
//!
//! | module | purpose |
//! |---|---|
//! | [`split`] | splits the lazy chunks off the program |
//! | [`size`] | measures the first load against its budget, and each chunk of the program |
//! | [`chunks`] | the crates whose code makes up a chunk |
//! | [`openapi`] | writes `docs/openapi.json` from the contract types |
//! | [`release`] | prepares a release: version, changelog, tag text, archive with checksums |
//! | [`tidy`] | holds the architecture: imports, circles, colours, classes, lengths, names |
//!
//! Nothing here is part of the app or of the product's command line.

use std::path::{Path, PathBuf};

pub mod chunks;
pub mod openapi;
pub mod release;
pub mod size;
pub mod split;
pub mod tidy;

/// The root of the repository.
#[must_use]
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}
