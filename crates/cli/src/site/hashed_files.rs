//! Files whose names hold a hash of their content, and such hashes.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};

use super::hosting::PathPattern;

/// Trunk's files, which have a hash of their content in their names.
pub(super) fn hashed_files(folder: &Path) -> Result<Vec<PathPattern>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let mut names = names.collect::<Result<Vec<_>>>()?;
    names.retain(|name| is_hashed(name));
    names.sort();
    Ok(names.iter().map(|name| PathPattern::File(format!("/{name}"))).collect())
}

/// Whether a name ends in the hexadecimal digits of a hash before its extension, such as `base-1977fa0c3b1e52d4.css`. Trunk
/// leaves out zeros at the start of the sixteen.
pub(super) fn is_hashed(name: &str) -> bool {
    let stem = name.split_once('.').map_or(name, |(stem, _)| stem);
    let hash = stem.trim_end_matches("_bg").rsplit('-').next().unwrap_or_default();
    stem.contains('-') && (12..=16).contains(&hash.len()) && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

pub(super) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::is_hashed;

    #[test]
    fn only_names_with_a_hash_last() {
        for immutable in [
            "base-1977fa0c3b1e52d4.css",
            "wsis-sdg-matrix-5fd0bded2834c87d_bg.wasm",
            "wsis-sdg-matrix-6f4a473678b2ce5.js",
        ] {
            assert!(is_hashed(immutable), "{immutable}");
        }
        for changing in ["index.html", "_headers", "api", "wsis-sdg-matrix.js", "base-short.css"] {
            assert!(!is_hashed(changing), "{changing}");
        }
    }
}
