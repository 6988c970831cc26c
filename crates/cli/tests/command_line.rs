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
    command.args(arguments).current_dir(root()).env_remove("SOURCE_DATE_EPOCH");
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
    assert!(told.starts_with("data: 31 projects, 522 files in ") && told.lines().count() == 1, "{told}");
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
fn wrong_options_and_dates_end_in_one_and_say_why() {
    let out = folder("options").join("api");
    let out = out.to_str().unwrap();
    for (arguments, date, told) in [
        (vec![], None, "wsis COMMAND"),
        (vec!["dta"], None, "wsis COMMAND"),
        (vec!["data"], None, "data needs --out FOLDER"),
        (vec!["data", "--out"], None, "--out needs a value"),
        (vec!["data", "--out", out, "--source", "x"], None, "unknown option --source"),
        (
            vec!["data", "--out", out],
            Some("today"),
            "SOURCE_DATE_EPOCH is \"today\", not a number of seconds",
        ),
        (vec!["data", "--out", out], Some("999999999999999"), "after the year 9999"),
    ] {
        let ran = wsis(&arguments, date);
        let error = String::from_utf8(ran.stderr).unwrap();
        assert_eq!(ran.status.code(), Some(1), "{arguments:?}");
        assert!(error.contains(told), "{arguments:?}: {error}");
    }
    assert!(!Path::new(out).exists());
}
