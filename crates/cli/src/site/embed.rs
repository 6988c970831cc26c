//! The element for other pages: its versions as they were published, and `embed/1/` with the newest of them.
//!
//! May depend on files of the project alone. A published version never changes: pages name it with the hash of its
//! content, and a test holds the hashes.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::hosting::PathPattern;

/// Where the versions are kept, each in a folder of its name.
const VERSIONS: &str = "public/embed";

/// The newest version, which `embed/1/` gives out.
pub(super) const NEWEST: &str = "1.0.0";

/// The files of a version.
const FILES: [&str; 2] = ["embed.js", "embed.d.ts"];

/// Copies all versions into the built site; gives the folders of those that never change.
///
/// # Errors
/// A file cannot be read or written.
pub(super) fn add(folder: &Path) -> Result<Vec<PathPattern>> {
    let versions = fs::read_dir(VERSIONS).with_context(|| format!("cannot read {VERSIONS}"))?;
    let mut names = Vec::new();
    for version in versions {
        let version = version.context("cannot read a version of the element")?.path();
        let name = version.file_name().unwrap_or_default().to_string_lossy().into_owned();
        copy(&version, &folder.join("embed").join(&name))?;
        names.push(name);
    }
    copy(&PathBuf::from(VERSIONS).join(NEWEST), &folder.join("embed/1"))?;
    names.sort();
    Ok(names.iter().map(|name| PathPattern::Folder(format!("/embed/{name}/"))).collect())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("cannot make {}", to.display()))?;
    for file in FILES {
        let from = from.join(file);
        fs::copy(&from, to.join(file)).with_context(|| format!("cannot copy {}", from.display()))?;
    }
    Ok(())
}

/// The hash by which pages name the newest version: `sha384-…`.
///
/// # Errors
/// The file cannot be read.
pub(super) fn integrity() -> Result<String> {
    let file = PathBuf::from(VERSIONS).join(NEWEST).join("embed.js");
    let bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
    Ok(hash_of(&bytes))
}

/// The hash of a file as `integrity` attributes write it.
pub(super) fn hash_of(bytes: &[u8]) -> String {
    use base64::Engine as _;
    use sha2::{Digest as _, Sha384};
    format!("sha384-{}", base64::engine::general_purpose::STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

    use super::*;

    /// The published files with their hashes. Add a line for a new version; never change one.
    const PUBLISHED: [(&str, &str); 1] =
        [("1.0.0", "sha384-Rw3c9q1/n9M+P1l7DCmDBwlyxuhSwHm2WgNZEaK55/FuV8wFz3Nu3kObg3hA6Pr5")];

    #[test]
    fn what_was_published_is_still_what_it_was() {
        for (version, hash) in PUBLISHED {
            let file = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("../../public/embed")
                .join(version)
                .join("embed.js");
            assert_eq!(hash_of(&fs::read(file).unwrap()), hash, "{version}");
        }
        assert_eq!(PUBLISHED.last().unwrap().0, NEWEST);
    }
}
