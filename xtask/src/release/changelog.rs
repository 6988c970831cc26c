//! The changelog: what is unreleased becomes the section of the new version.

use anyhow::{Context as _, Result, bail};
use semver::Version;

/// The heading of the entries that no version has yet.
const UNRELEASED: &str = "## [Unreleased]\n";

/// The changelog with the unreleased entries under the version and its date, and these entries alone.
///
/// # Errors
/// No unreleased section, or one without entries.
pub fn released(changelog: &str, version: &Version, date: &str) -> Result<(String, String)> {
    let (before, rest) =
        changelog.split_once(UNRELEASED).context("CHANGELOG.md has no section \"## [Unreleased]\"")?;
    let end = rest.find("\n## ").map_or(rest.len(), |at| at + 1);
    let (entries, older) = rest.split_at(end);
    let entries = entries.trim();
    if !entries.lines().any(|line| line.starts_with("- ")) {
        bail!("CHANGELOG.md has no unreleased entries: there is nothing to release");
    }
    let older = if older.is_empty() { String::new() } else { format!("\n{older}") };
    let text = format!("{before}{UNRELEASED}\n## [{version}] - {date}\n\n{entries}\n{older}");
    Ok((text, entries.to_owned()))
}
