//! `cargo xtask release`: prepares a release: version, changelog, tag text, and the built site as an archive with
//! checksums. It neither commits nor publishes anything.

mod archive;
mod changelog;
mod version;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use semver::Version;
use wsis_cli::data::date::Date;

pub use archive::write as write_archive;
pub use changelog::released;
pub use version::raised;

/// The options of the command.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The new version, such as 1.2.0
    version: Version,
    /// The date of the release in ISO 8601
    #[arg(long, value_name = "DATE", value_parser = read_date)]
    date: Date,
    /// Folder for the archive, its checksums and the tag text
    #[arg(long, value_name = "FOLDER", default_value = "target/release-files")]
    out: PathBuf,
}

fn read_date(text: &str) -> Result<Date, String> {
    Date::read(text).ok_or_else(|| "not a day such as 2026-12-01".to_owned())
}

/// Runs the command; returns the steps that are left to do by hand.
///
/// # Errors
/// Uncommitted changes, a version that is not newer, an empty changelog, or a build that fails.
pub fn command(root: &Path, options: &Options) -> Result<String> {
    let Options { version, date, out } = options;
    require_clean(root)?;
    let notes = prepare(root, version, &date.to_string())?;
    run(root, "cargo", &["update", "--workspace", "--offline", "--quiet"])?;
    run(root, "make", &["build"])?;
    let out = root.join(out);
    let archive = write_archive(&root.join("dist"), &out, &format!("wsis-sdg-matrix-{version}"))?;
    let tag = out.join("TAG.txt");
    fs::write(&tag, format!("WSIS-SDG matrix explorer {version}\n\n{notes}\n"))
        .with_context(|| format!("cannot write {}", tag.display()))?;
    Ok(format!(
        "Version {version} is prepared; {} and SHA256SUMS are in {}.\nRead the changes, then:\n  \
         git commit --all --message \"release: version {version}\"\n  \
         git tag --annotate v{version} --file \"{}\"\n\
         To undo it instead: git checkout Cargo.toml Cargo.lock CHANGELOG.md",
        archive.file_name().unwrap_or_default().to_string_lossy(),
        out.display(),
        tag.display(),
    ))
}

/// Writes version and changelog below `root`; returns the notes of the release.
///
/// # Errors
/// A version that is not newer, a changelog without entries, or a file that cannot be read or written.
pub fn prepare(root: &Path, version: &Version, date: &str) -> Result<String> {
    let (manifest, changelog) = (root.join("Cargo.toml"), root.join("CHANGELOG.md"));
    let read =
        |path: &Path| fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()));
    // Both first, so that a refusal changes nothing.
    let raised = raised(&read(&manifest)?, version)?;
    let (text, notes) = released(&read(&changelog)?, version, date)?;
    for (path, text) in [(&manifest, raised), (&changelog, text)] {
        fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(notes)
}

fn require_clean(root: &Path) -> Result<()> {
    let status = Command::new("git").args(["status", "--porcelain"]).current_dir(root).output();
    let status = status.context("git cannot be run")?;
    if !status.status.success() || !status.stdout.is_empty() {
        bail!("commit your changes first: a release holds what is committed");
    }
    Ok(())
}

fn run(root: &Path, program: &str, arguments: &[&str]) -> Result<()> {
    let status = Command::new(program).args(arguments).current_dir(root).status();
    if !status.with_context(|| format!("{program} cannot be run"))?.success() {
        bail!(
            "{program} {} failed; to undo the release: git checkout Cargo.toml Cargo.lock CHANGELOG.md",
            arguments.join(" ")
        );
    }
    Ok(())
}
