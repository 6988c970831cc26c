//! A release: version, changelog and archive, on small files.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use std::fs;
use std::path::Path;
use std::process::Command;

use semver::Version;
use xtask::release::{prepare, write_archive};

const MANIFEST: &str = "[dependencies]\nversion = \"9.9.9\"\n\n[workspace.package]\nedition = \"2024\"\nversion = \"0.1.0\"\n\n[package]\nversion.workspace = true\n";
const CHANGELOG: &str =
    "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- A thing.\n\n## [0.1.0] - 2026-01-01\n\n- The first.\n";

fn folder(manifest: &str, changelog: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("Cargo.toml"), manifest).unwrap();
    fs::write(folder.path().join("CHANGELOG.md"), changelog).unwrap();
    folder
}

fn read(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).unwrap()
}

fn version(text: &str) -> Version {
    text.parse().unwrap()
}

#[test]
fn the_version_is_raised_and_the_unreleased_entries_get_it() {
    let folder = folder(MANIFEST, CHANGELOG);
    let notes = prepare(folder.path(), &version("0.2.0"), "2026-12-01").unwrap();
    assert_eq!(notes, "### Added\n\n- A thing.");
    let manifest = read(folder.path(), "Cargo.toml");
    assert_eq!(manifest, MANIFEST.replace("\"0.1.0\"", "\"0.2.0\""));
    assert_eq!(
        read(folder.path(), "CHANGELOG.md"),
        "# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2026-12-01\n\n### Added\n\n- A thing.\n\n## [0.1.0] - \
         2026-01-01\n\n- The first.\n"
    );
}

#[test]
fn a_first_release_has_no_older_section() {
    let folder = folder(MANIFEST, "## [Unreleased]\n\n- A thing.\n");
    prepare(folder.path(), &version("1.0.0"), "2026-12-01").unwrap();
    let changelog = read(folder.path(), "CHANGELOG.md");
    assert_eq!(changelog, "## [Unreleased]\n\n## [1.0.0] - 2026-12-01\n\n- A thing.\n");
}

#[test]
fn a_refused_release_changes_nothing() {
    for (manifest, changelog, wanted, says) in [
        (MANIFEST, CHANGELOG, "0.1.0", "0.1.0 is not newer than 0.1.0"),
        (MANIFEST, CHANGELOG, "0.0.9", "0.0.9 is not newer than 0.1.0"),
        (MANIFEST, "# Changelog\n\n## [Unreleased]\n\n### Added\n", "0.2.0", "no unreleased entries"),
        (MANIFEST, "# Changelog\n", "0.2.0", "has no section \"## [Unreleased]\""),
        ("[package]\n", CHANGELOG, "0.2.0", "has no [workspace.package]"),
    ] {
        let folder = folder(manifest, changelog);
        let error = prepare(folder.path(), &version(wanted), "2026-12-01").unwrap_err().to_string();
        assert!(error.contains(says), "{error}");
        assert_eq!(read(folder.path(), "Cargo.toml"), manifest);
        assert_eq!(read(folder.path(), "CHANGELOG.md"), changelog);
    }
}

#[test]
fn the_archive_has_the_same_bytes_each_time_and_passes_its_checksum() {
    let site = tempfile::tempdir().unwrap();
    fs::create_dir_all(site.path().join("api/v1")).unwrap();
    fs::write(site.path().join("index.html"), "<!doctype html>").unwrap();
    fs::write(site.path().join("api/v1/manifest.json"), "{}").unwrap();
    let out = tempfile::tempdir().unwrap();
    let archive = write_archive(site.path(), out.path(), "site-1.0.0").unwrap();
    let first = fs::read(&archive).unwrap();
    write_archive(site.path(), out.path(), "site-1.0.0").unwrap();
    assert_eq!(fs::read(&archive).unwrap(), first);
    let run = |program: &str, arguments: &[&str]| {
        let output = Command::new(program).args(arguments).current_dir(out.path()).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    assert_eq!(run("sha256sum", &["--check", "SHA256SUMS"]), "site-1.0.0.tar.gz: OK\n");
    run("tar", &["--extract", "--file", "site-1.0.0.tar.gz"]);
    assert_eq!(read(&out.path().join("site-1.0.0"), "index.html"), "<!doctype html>");
    assert_eq!(read(&out.path().join("site-1.0.0"), "api/v1/manifest.json"), "{}");
}
