//! Tidy on small workspaces: a clean one passes, and each planted violation is refused with its place and the advice.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod boundaries;
mod circles;
mod diagram;
mod sheets;
mod sources;
mod support;

use support::{CLEAN, refused};

#[test]
fn a_clean_workspace_passes() {
    assert_eq!(refused(&[]), Vec::<String>::new());
}

#[test]
fn the_clean_workspace_is_really_looked_at() {
    let workspace = xtask::tidy::Workspace::new(CLEAN.iter().copied());
    let (_, report) = xtask::tidy::check_with(&workspace, &[]);
    assert!(report.starts_with("tidy: 8 Rust files, 8 imports between them, 2 sheets"), "{report}");
}
