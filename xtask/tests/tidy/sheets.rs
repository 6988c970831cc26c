//! Colours outside their homes, and classes with two owners.

use crate::support::{refused, refused_once};

#[test]
fn a_colour_in_a_sheet_is_refused_in_every_notation() {
    for colour in
        ["#fff", "#F7f6f3cc", "rgb(1 2 3 / 5%)", "hsl(1turn 5% 5%)", "oklch(50% 0.1 250)", "rebeccapurple"]
    {
        let sheet = format!(
            "@layer grid {{\n  .grid {{\n    width: 1px;\n    border: 1px solid\n      color-mix(in srgb, {colour} 5%, var(--ink));\n  }}\n}}\n"
        );
        let written = colour.split_once('(').map_or(colour.to_owned(), |(name, _)| format!("{name}()"));
        refused_once(
            &[("style/grid.css", &sheet)],
            &format!(
                "style/grid.css:5: colours: the colour {written} is written here: name it as a token (style/tokens.css)"
            ),
            &[],
        );
    }
}

#[test]
fn names_that_only_look_like_colours_pass() {
    let sheet = "/* #fff */\n#fff .grid:hover { white-space: nowrap; fill: currentColor; background: Canvas url(#fff-x); }\n\
                 .grid { content: \"#fff\"; color: transparent; grid-area: var(--red, inherit); }\n";
    assert_eq!(refused(&[("style/grid.css", sheet)]), Vec::<String>::new());
}

#[test]
fn a_colour_in_rust_is_refused_outside_the_palette() {
    let cell =
        |code: &str| format!("//! A cell.\nuse the_core::Line;\npub(crate) fn show(_: Line) {{}}\n{code}\n");
    for code in [
        "const INK: &str = \"#191b1f\";",
        "fn f() { view! { <rect fill=\"#191b1f\"/> } }",
        "fn f() { format!(\"a{}:#191b1f;\", 1) }",
    ] {
        refused_once(
            &[("src/cell.rs", &cell(code))],
            "src/cell.rs:4: colours: the colour #191b1f is written here: take it from the palette (crates/core/src/palette.rs)",
            &[],
        );
    }
    refused_once(
        &[("src/cell.rs", &cell("const INK: &str = \"rgb(1, 2, 3)\";"))],
        "src/cell.rs:4: colours: the colour rgb()",
        &[],
    );
    for code in [
        "/// Such as `#191b1f`.\nfn f() {}",
        "const LINK: &str = \"page.html#abc\";",
        "const DASH: &str = \"&#123;\";",
        "#[cfg(test)]\nmod tests {\n    const INK: &str = \"#191b1f\";\n}",
    ] {
        assert_eq!(refused(&[("src/cell.rs", &cell(code))]), Vec::<String>::new(), "{code}");
    }
}

#[test]
fn the_palette_may_write_colours() {
    let refused = refused(&[
        ("crates/core/src/lib.rs", "//! The core.\nmod line;\nmod palette;\npub use line::Line;\n"),
        ("crates/core/src/palette.rs", "//! The palette.\nconst INK: &str = \"#191b1f\";\n"),
    ]);
    assert_eq!(refused, Vec::<String>::new());
}

#[test]
fn a_class_that_two_rooms_define_is_refused() {
    for sheet in [
        ".row { top: 0; }",
        ".panel,\n  .row { top: 0; }",
        "@media (width > 9px) { .a, .row:hover:not(.b) { top: 0; } }",
        ":is(.panel, .row) { top: 0; }",
        "@layer panel { .row.row { top: 0; } }",
    ] {
        let refused = refused(&[("style/panel/frame.css", sheet)]);
        assert_eq!(refused.len(), 1, "{sheet}: {refused:#?}");
        let says = |message: &String| {
            message.starts_with("style/panel/frame.css:")
                && message.contains("classes: panel defines .row, which grid defines too (style/grid.css:1): leave it to one of them")
        };
        assert!(refused.iter().all(says), "{sheet}: {refused:#?}");
    }
}

#[test]
fn a_class_of_another_room_may_surround_and_be_extended() {
    let sheet =
        ".row .panel, .row:has(.grid) + .panel, .panel:not(.row), .row.panel, .panel[data-row], .panel > .row { top: 0; }
        .panel { & .row { top: 0; } .row { top: 0; } } @media print { .row { top: 0; } }";
    assert_eq!(refused(&[("style/panel.css", sheet)]), Vec::<String>::new());
    let sheet = ".row { top: 0; }";
    assert_eq!(refused(&[("style/grid/row.css", sheet)]), Vec::<String>::new(), "two sheets of one room");
}
