//! The diagram itself: lines that cannot be read, circles, and parts that stand for nothing.

use crate::support::{PAGE, refused, refused_once};

fn page(from: &str, to: &str) -> String {
    assert!(PAGE.contains(from));
    PAGE.replace(from, to)
}

#[test]
fn a_page_without_a_diagram_is_refused() {
    let refused = refused(&[("docs/architecture.md", "# Architecture\n")]);
    assert!(
        refused.iter().any(|message| message.contains("there is no mermaid diagram under \"## Rooms\"")),
        "{refused:#?}"
    );
}

#[test]
fn lines_that_mean_nothing_are_refused() {
    for (line, says) in [
        ("core --- grid", "\"core --- grid\" is neither a room, a group nor an arrow"),
        ("features --> kitchen", "kitchen is neither a room nor a group: declare it as kitchen[\"path\"]"),
        ("core[\"crates/core\"]", "the room core is declared twice"),
        ("home[\"src/panel.rs\"]", "src/panel.rs belongs to panel already"),
    ] {
        let changed = page("    checks -.-> core", &format!("    checks -.-> core\n    {line}"));
        let refused = refused(&[("docs/architecture.md", &changed)]);
        let found = refused
            .iter()
            .any(|message| message.starts_with("docs/architecture.md:18: rooms: ") && message.contains(says));
        assert!(found, "{line}: {refused:#?}");
    }
}

#[test]
fn arrows_in_a_circle_are_refused() {
    let changed = page("    checks -.-> core", "    checks -.-> core\n    core --> grid");
    let refused = refused(&[("docs/architecture.md", &changed)]);
    let circle = "the arrow from core to grid is part of a circle: remove one of its arrows";
    assert!(refused.iter().any(|message| message.contains(circle)), "{refused:#?}");
}

#[test]
fn an_arrow_along_which_nothing_is_imported_is_refused() {
    let changed = page("    checks -.-> core", "    checks -.-> core\n    panel --> grid");
    refused_once(
        &[("docs/architecture.md", &changed)],
        "docs/architecture.md:18: rooms: nothing is imported along panel --> grid",
        &[],
    );
}

#[test]
fn a_room_without_files_is_refused() {
    let changed = page("src/grid<br/>", "src/grid<br/>src/attic<br/>");
    refused_once(
        &[("docs/architecture.md", &changed)],
        "docs/architecture.md:10: rooms: the room grid has no Rust file in src/attic: remove the path",
        &[],
    );
}

#[test]
fn a_file_without_a_room_or_a_crate_is_refused() {
    let lib = "//! The app.\nmod attic;\nmod cell;\nmod grid;\nmod panel;\nfn start() {\n    grid::draw();\n    panel::open();\n}\n";
    refused_once(
        &[("src/lib.rs", lib), ("src/attic/mod.rs", "//! The attic.\n")],
        "src/attic/mod.rs:1: rooms: src/attic has files without a room, 1 in all: add its path to a room",
        &[],
    );
    refused_once(
        &[("src/grid/forgotten.rs", "//! Forgotten.\n")],
        "src/grid/forgotten.rs:1: rooms: no crate declares this file as a module: declare it or delete it",
        &[],
    );
}

#[test]
fn a_file_that_is_no_rust_is_refused() {
    let refused = refused(&[("src/panel.rs", "//! The panel.\nfn {\n")]);
    assert!(
        refused.iter().any(|message| message.starts_with("src/panel.rs:2: rooms: the file cannot be parsed")),
        "{refused:#?}"
    );
}
