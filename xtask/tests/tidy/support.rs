//! A clean workspace in memory, and the violations after some of its files were changed.

use std::collections::BTreeMap;

use xtask::tidy::{Workspace, check};

/// The page with the diagram of the clean workspace.
pub(crate) const PAGE: &str = "\
# Architecture

## Rooms

```mermaid
graph TD
    %% The app and its base.
    app[\"src/lib.rs\"]
    subgraph features[\"Features\"]
        grid[\"src/grid<br/>src/cell.rs\"]
        panel[\"src/panel.rs\"]
    end
    core[\"crates/core\"]
    checks[\"tests/checks\"]
    app --> features & core
    features --> core
    checks -.-> core
```
";

/// The files of the clean workspace.
pub(crate) const CLEAN: &[(&str, &str)] = &[
    (
        "Cargo.toml",
        "[workspace]\nmembers = [\"crates/core\", \"tests/checks\"]\n\n[package]\nname = \"the-app\"\n\n[dependencies]\nthe-core = { path = \"crates/core\" }\n",
    ),
    ("crates/core/Cargo.toml", "[package]\nname = \"the-core\"\n"),
    ("crates/core/src/lib.rs", "//! The core.\nmod line;\npub use line::Line;\n"),
    ("crates/core/src/line.rs", "//! Action lines.\n/// An action line.\npub struct Line;\n"),
    ("docs/architecture.md", PAGE),
    (
        "src/lib.rs",
        "//! The app.\nmod cell;\nmod grid;\nmod panel;\nfn start() {\n    grid::draw();\n    panel::open();\n}\n",
    ),
    ("src/cell.rs", "//! A cell.\nuse the_core::Line;\npub(crate) fn show(_: Line) {}\n"),
    ("src/grid/mod.rs", "//! The grid.\nmod row;\npub(crate) use row::draw;\n"),
    (
        "src/grid/row.rs",
        "//! A row.\npub(crate) fn draw() {\n    let _ = view! { <p>{crate::cell::show(the_core::Line)}</p> };\n}\n",
    ),
    (
        "src/panel.rs",
        "//! The panel.\npub(crate) fn open() {}\n#[cfg(test)]\nmod tests {\n    use crate::grid::draw;\n}\n",
    ),
    ("style/grid.css", ".row { color: var(--ink); }\n"),
    ("style/tokens.css", ":root { --ink: #191b1f; }\n"),
    (
        "tests/checks/Cargo.toml",
        "[package]\nname = \"checks\"\n\n[dev-dependencies]\nthe-core = { path = \"../../crates/core\" }\n",
    ),
    ("tests/checks/tests/line.rs", "//! A line from outside.\nuse the_core::Line;\n"),
];

/// The violations of the clean workspace with these files put in place of its own.
pub(crate) fn refused(changes: &[(&str, &str)]) -> Vec<String> {
    let mut files: BTreeMap<&str, &str> = CLEAN.iter().copied().collect();
    files.extend(changes.iter().copied());
    check(&Workspace::new(files)).iter().map(ToString::to_string).collect()
}

/// Holds that the change of one file is refused for exactly one reason, which begins and goes on so.
pub(crate) fn refused_once(changes: &[(&str, &str)], begins: &str, says: &[&str]) {
    let refused = refused(changes);
    assert_eq!(refused.len(), 1, "{refused:#?}");
    let message = refused.first().unwrap();
    assert!(message.starts_with(begins), "{message}");
    for part in says {
        assert!(message.contains(part), "{part:?} is missing in: {message}");
    }
}
