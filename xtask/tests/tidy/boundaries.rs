//! Imports across boundaries that the diagram does not draw.

use crate::support::{refused, refused_once};

const PANEL: &str = "src/panel.rs";

fn panel(code: &str) -> String {
    format!("//! The panel.\n{code}\npub(crate) fn open() {{}}\n")
}

#[test]
fn an_import_by_use_is_refused_where_it_stands_and_named_by_what_it_means() {
    // `draw` is reached through the re-export of grid/mod.rs: the file that defines it counts.
    refused_once(
        &[(PANEL, &panel("use crate::grid::draw;"))],
        "src/panel.rs:2: imports: panel may not import grid (crate::grid::draw is defined in src/grid/row.rs)",
        &["move the code, or draw panel --> grid in docs/architecture.md"],
    );
}

#[test]
fn no_spelling_of_a_path_gets_through() {
    let spellings = [
        "use super::grid::draw as other;",
        "use crate::{grid::{self, draw}};",
        "use crate::grid as elsewhere; fn f() { elsewhere::draw(); }",
        "fn f() { crate::grid::draw(); }",
        "fn f() { use crate::grid::*; draw(); }",
        "fn f(cell: fn(crate::cell::Shown)) {}",
        "fn f() { view! { <p>{super::grid::draw()}</p> } }",
        "fn f() { view! { <p on:click=move |_| crate::cell::show(1) /> } }",
        "mod inner { fn f() { super::super::grid::draw(); } }",
        "impl From<u8> for crate::cell::Shown {}",
        "fn f() { the_app::enter(); }",
    ];
    for spelling in spellings {
        let refused = refused(&[
            (PANEL, &panel(spelling)),
            (
                "src/lib.rs",
                "//! The app.\nmod cell;\nmod grid;\nmod panel;\npub fn enter() {\n    grid::draw();\n    panel::open();\n}\n",
            ),
        ]);
        let from_panel =
            |message: &String| message.starts_with("src/panel.rs:2: imports: panel may not import ");
        assert!(refused.iter().any(from_panel), "{spelling}: {refused:#?}");
    }
}

#[test]
fn modules_for_tests_may_import_what_they_like() {
    let code = "#[cfg(test)]\nmod tests {\n    use crate::grid::draw;\n}\n#[cfg(all(test, unix))]\nuse crate::cell::show;";
    assert_eq!(refused(&[(PANEL, &panel(code))]), Vec::<String>::new());
}

#[test]
fn a_dotted_arrow_is_for_tests_alone() {
    let page = crate::support::PAGE.replace("features --> core", "features --> core\n    core -.-> panel");
    let used = "//! Lines from outside.\nuse the_app::panel::open;\n";
    let public = "//! The app.\nmod cell;\nmod grid;\npub mod panel;\nfn start() {\n    grid::draw();\n    panel::open();\n}\n";
    let files = |path| [("docs/architecture.md", page.as_str()), ("src/lib.rs", public), (path, used)];
    assert_eq!(refused(&files("crates/core/tests/line.rs")), Vec::<String>::new());
    let refused = refused(&files("crates/core/src/line.rs"));
    let import = "crates/core/src/line.rs:2: imports: core may not import panel (the_app::panel::open is defined in src/panel.rs)";
    assert!(refused.iter().any(|message| message.starts_with(import)), "{refused:#?}");
}

#[test]
fn a_dependency_of_a_crate_needs_an_arrow_too() {
    refused_once(
        &[(
            "crates/core/Cargo.toml",
            "[package]\nname = \"the-core\"\n\n[dependencies]\nthe-app = { path = \"../..\" }\n",
        )],
        "crates/core/Cargo.toml:5: imports: the-core may not depend on the-app",
        &["remove the dependency, or draw an arrow (-->)"],
    );
    refused_once(
        &[(
            "crates/core/Cargo.toml",
            "[package]\nname = \"the-core\"\n\n[dev-dependencies]\nthe-app.path = \"../..\"\n",
        )],
        "crates/core/Cargo.toml:5: imports: the-core may not depend on the-app",
        &["(-.->)"],
    );
}
