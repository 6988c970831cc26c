//! The files of a snapshot, and values as JSON.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use serde::Serialize;

/// The files of a snapshot by their address in its folder.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Compact JSON with one final newline.
pub(super) fn json(value: &impl Serialize) -> Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec(value).context("cannot be written as JSON")?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// A number in the width the contract has for it.
pub(super) fn fit<N: TryFrom<usize>>(number: usize) -> Result<N> {
    N::try_from(number).ok().with_context(|| format!("{number} is more than the contract has room for"))
}
