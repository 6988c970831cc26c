//! The chores as they are run: exit codes, and what goes to which stream.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::path::Path;
use std::process::{Command, Output};

fn xtask(arguments: &[&str]) -> Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    Command::new(env!("CARGO_BIN_EXE_xtask")).args(arguments).current_dir(root).output().unwrap()
}

#[test]
fn a_misspelt_option_is_refused() {
    let ran = xtask(&["openapi", "--chekc"]);
    assert_eq!(ran.status.code(), Some(2), "a wrong command line, not a failure of the command");
    let told = String::from_utf8_lossy(&ran.stderr);
    assert!(told.contains("unexpected argument '--chekc'"), "{told}");
}

#[test]
fn the_published_description_passes_its_own_check() {
    let ran = xtask(&["openapi", "--check"]);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
}
