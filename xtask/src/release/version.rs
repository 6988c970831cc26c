//! The version of the workspace, in the root `Cargo.toml`.

use anyhow::{Context as _, Result, bail};
use semver::Version;

/// The heading of the section with the version.
const SECTION: &str = "[workspace.package]";

/// The manifest with a newer version; everything else is unchanged.
///
/// # Errors
/// No version in the manifest, or one that is not older.
pub fn raised(manifest: &str, version: &Version) -> Result<String> {
    let section = manifest.find(SECTION).with_context(|| format!("Cargo.toml has no {SECTION}"))?;
    let (before, package) = manifest.split_at(section);
    let line = package
        .lines()
        .find(|line| line.starts_with("version = "))
        .with_context(|| format!("{SECTION} of Cargo.toml has no version"))?;
    let current = line.trim_start_matches("version = ").trim_matches('"');
    let current: Version = current.parse().with_context(|| format!("{current} is not a version"))?;
    if *version <= current {
        bail!("{version} is not newer than {current}");
    }
    Ok(format!("{before}{}", package.replacen(line, &format!("version = \"{version}\""), 1)))
}
