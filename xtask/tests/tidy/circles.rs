//! Files that import each other.

use crate::support::{refused, refused_once};

#[test]
fn two_files_that_import_each_other() {
    refused_once(
        &[
            (
                "src/cell.rs",
                "//! A cell.\nuse the_core::Line;\nuse crate::grid::Row;\npub(crate) fn show(_: Line) {}\n",
            ),
            ("src/grid/mod.rs", "//! The grid.\nmod row;\npub(crate) use row::{Row, draw};\n"),
            (
                "src/grid/row.rs",
                "//! A row.\nuse crate::cell::show;\npub(crate) struct Row;\npub(crate) fn draw() {\n    show(the_core::Line);\n}\n",
            ),
        ],
        "src/cell.rs:3: circles: 2 files import each other in a circle: src/cell.rs:3 imports src/grid/row.rs, \
         src/grid/row.rs:2 imports src/cell.rs.",
        &["Move what both need into a file of its own", "The files: src/cell.rs src/grid/row.rs"],
    );
}

#[test]
fn a_module_and_its_parent_count_when_the_parent_defines_something() {
    let row = "//! A row.\npub(crate) fn draw() {\n    let _ = view! { <p>{crate::cell::show(the_core::Line)} {super::NAME}</p> };\n}\n";
    refused_once(
        &[
            (
                "src/grid/mod.rs",
                "//! The grid.\nmod row;\npub(crate) use row::draw;\nconst NAME: &str = \"grid\";\n",
            ),
            ("src/grid/row.rs", row),
        ],
        "src/grid/mod.rs:3: circles: 2 files",
        &["src/grid/row.rs:3 imports src/grid/mod.rs"],
    );
}

#[test]
fn a_parent_that_only_passes_names_on_makes_no_circle() {
    let row = "//! A row.\nuse super::height;\npub(crate) fn draw() {\n    let _ = view! { <p>{crate::cell::show(the_core::Line)} {height()}</p> };\n}\n";
    let refused = refused(&[
        (
            "src/grid/mod.rs",
            "//! The grid.\nmod height;\nmod row;\npub(crate) use row::draw;\nuse height::height;\n",
        ),
        ("src/grid/height.rs", "//! Heights.\npub(super) fn height() {}\n"),
        ("src/grid/row.rs", row),
    ]);
    assert_eq!(refused, Vec::<String>::new());
}

#[test]
fn long_ways_round_are_found() {
    let refused = refused(&[
        ("src/grid/mod.rs", "//! The grid.\nmod a;\nmod b;\nmod row;\npub(crate) use row::draw;\n"),
        ("src/grid/a.rs", "//! First.\npub(super) fn a() {\n    super::b::b();\n}\n"),
        ("src/grid/b.rs", "//! Second.\npub(super) fn b() {\n    super::row::draw();\n}\n"),
        (
            "src/grid/row.rs",
            "//! A row.\npub(crate) fn draw() {\n    super::a::a();\n    crate::cell::show(the_core::Line);\n}\n",
        ),
    ]);
    assert_eq!(refused.len(), 1, "{refused:#?}");
    assert!(
        refused.iter().all(|message| message.contains("3 files import each other in a circle")),
        "{refused:#?}"
    );
}
