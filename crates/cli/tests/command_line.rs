//! The commands as an operator runs them: exit codes, what goes to which stream, and the environment.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn wsis(arguments: &[&str], date: Option<&str>) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wsis"));
    command
        .args(arguments)
        .current_dir(root())
        .env_remove("SOURCE_DATE_EPOCH")
        .env_remove("TRUNK_STAGING_DIR");
    if let Some(date) = date {
        command.env("SOURCE_DATE_EPOCH", date);
    }
    command.output().unwrap()
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    folder
}

const FIXTURE: &str = "tests/contract/fixtures/sources";

#[test]
fn good_sources_are_written_and_told_on_one_line() {
    let out = folder("good").join("api/v1");
    let ran = wsis(&["data", "--sources", FIXTURE, "--out", out.to_str().unwrap()], Some("1763942400"));
    assert!(ran.status.success() && ran.stderr.is_empty(), "{}", String::from_utf8_lossy(&ran.stderr));
    let told = String::from_utf8(ran.stdout).unwrap();
    assert!(told.starts_with("data: 31 projects, 546 files in ") && told.lines().count() == 1, "{told}");
    let manifest = fs::read_to_string(out.join("manifest.json")).unwrap();
    assert!(manifest.contains("\"made\":\"2025-11-24\""), "SOURCE_DATE_EPOCH decides: {manifest}");
}

#[test]
fn bad_sources_end_in_one_with_every_problem_on_the_error_stream() {
    let bad = folder("bad");
    for file in fs::read_dir(root().join(FIXTURE)).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), bad.join(file.file_name())).unwrap();
    }
    let text = fs::read_to_string(bad.join("projects.csv")).unwrap();
    fs::write(
        bad.join("projects.csv"),
        text.replace("nominated,C3,", "nominated,C99,").replace(",es,", ",?,"),
    )
    .unwrap();
    let out = folder("bad-out").join("api");
    let ran = wsis(&["data", "--sources", bad.to_str().unwrap(), "--out", out.to_str().unwrap()], None);
    assert_eq!(ran.status.code(), Some(1));
    assert!(ran.stdout.is_empty() && !out.exists());
    let bad = bad.display();
    let expected = format!(
        "{bad}/projects.csv:7: unknown action line \"C99\"\n\
         {bad}/projects.csv:7: unknown language \"?\": not a tag such as en or pt-BR; und for unknown\n\
         2 problems; nothing was written\n"
    );
    assert_eq!(String::from_utf8(ran.stderr).unwrap(), expected);
}

#[test]
fn wrong_usage_ends_in_two_and_says_why() {
    let out = folder("options").join("api");
    let out = out.to_str().unwrap();
    for (arguments, reason) in [
        (vec![], "Usage: wsis <COMMAND>"),
        (vec!["dta"], "unrecognized subcommand 'dta'"),
        (vec!["data"], "--out <FOLDER>"),
        (vec!["data", "--out"], "a value is required for '--out <FOLDER>'"),
        (vec!["data", "--out", out, "--source", "x"], "unexpected argument '--source'"),
        (vec!["data", "--out", out, "more"], "unexpected argument 'more'"),
        (vec!["site"], "--folder <FOLDER>"),
        (vec!["import", "--out", out], "<FILE>..."),
    ] {
        let ran = wsis(&arguments, None);
        let error = String::from_utf8(ran.stderr).unwrap();
        assert_eq!(ran.status.code(), Some(2), "{arguments:?}");
        assert!(error.contains(reason) && ran.stdout.is_empty(), "{arguments:?}: {error}");
    }
    assert!(!Path::new(out).exists());
}

#[test]
fn a_wrong_date_in_the_environment_ends_in_one() {
    let out = folder("date").join("api");
    for (date, reason) in [
        ("today", "SOURCE_DATE_EPOCH is \"today\", not a number of seconds"),
        ("999999999999999", "after the year 9999"),
    ] {
        let ran = wsis(&["data", "--out", out.to_str().unwrap()], Some(date));
        let error = String::from_utf8(ran.stderr).unwrap();
        assert_eq!(ran.status.code(), Some(1), "{date}");
        assert!(error.contains(reason), "{date}: {error}");
    }
    assert!(!out.exists());
}

#[test]
fn help_and_version_end_in_zero_and_go_to_the_standard_output() {
    for (arguments, expected) in [
        (vec!["--help"], vec!["data", "import", "site", "Exit codes:", "--version"]),
        (
            vec!["data", "--help"],
            vec!["--out <FOLDER>", "--sources <FOLDER>", "SOURCE_DATE_EPOCH", "Exit codes:"],
        ),
        (
            vec!["import", "--help"],
            vec!["<FILE>...", "--source-name <TEXT>", "--remove-gone", "[default: und]"],
        ),
        (vec!["site", "--help"], vec!["--folder <FOLDER>", "TRUNK_STAGING_DIR", "WSIS_PUBLIC"]),
        (vec!["--version"], vec![concat!("wsis ", env!("CARGO_PKG_VERSION"))]),
    ] {
        let ran = wsis(&arguments, None);
        let text = String::from_utf8(ran.stdout).unwrap();
        assert!(ran.status.success() && ran.stderr.is_empty(), "{arguments:?}");
        for part in expected {
            assert!(text.contains(part), "{arguments:?} without {part}: {text}");
        }
    }
}
