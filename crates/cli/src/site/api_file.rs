//! Reading a file of the API.

use anyhow::{Context as _, Result};
use serde::de::DeserializeOwned;

/// The value of a file. `name` is the file's path, for the error.
///
/// # Errors
/// The file is not JSON of the expected shape.
pub(super) fn parse<T: DeserializeOwned>(bytes: &[u8], name: &str) -> Result<T> {
    serde_json::from_slice(bytes).with_context(|| format!("{name} cannot be read"))
}
