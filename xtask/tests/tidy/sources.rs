//! Lengths, first lines, names, and the exceptions from the rules.

use std::collections::BTreeMap;

use crate::support::{CLEAN, refused, refused_once};
use xtask::tidy::{ALL, Exception, Rule, Workspace, check_with};

fn cell(code: &str) -> String {
    format!("//! A cell.\nuse the_core::Line;\npub(crate) fn show(_: Line) {{}}\n{code}")
}

fn long(lines: usize) -> String {
    format!("\n#[component]\nfn Long()\n-> u8 {{\n{}}}\n", "    view! {};\n".repeat(lines - 3))
}

#[test]
fn a_function_of_more_than_60_lines_is_refused() {
    refused_once(
        &[("src/cell.rs", &cell(&long(61)))],
        "src/cell.rs:6: lengths: the function Long has 61 lines, 60 at most: take parts of it out",
        &[],
    );
    assert_eq!(refused(&[("src/cell.rs", &cell(&long(60)))]), Vec::<String>::new());
    let method = format!("struct Cell;\nimpl Cell {{{}}}\n", long(61));
    refused_once(&[("src/cell.rs", &cell(&method))], "src/cell.rs:7: lengths: the function Long", &[]);
    let table = format!("const TABLE: &[u8] = &[\n{}];\n", "    1,\n".repeat(90));
    assert_eq!(refused(&[("src/cell.rs", &cell(&table))]), Vec::<String>::new(), "a table is no function");
}

#[test]
fn a_file_of_more_than_300_lines_is_refused() {
    refused_once(
        &[("src/cell.rs", &cell(&"// A line.\n".repeat(298)))],
        "src/cell.rs:1: lengths: the file has 301 lines, 300 at most: split it by what changes together",
        &[],
    );
    assert_eq!(refused(&[("src/cell.rs", &cell(&"// A line.\n".repeat(297)))]), Vec::<String>::new());
}

#[test]
fn a_file_that_does_not_open_with_its_name_is_refused() {
    let bare = cell("").replace("//! A cell.\n", "");
    refused_once(
        &[("src/cell.rs", &bare)],
        "src/cell.rs:1: docs: the file does not open with a //! line: name the module in one",
        &[],
    );
}

#[test]
fn a_doc_comment_that_describes_instead_of_naming_is_refused() {
    let text = "/// What stands in a cell.\n/// What follows is no opening.\nfn f() {}\n/// Whatever.\nstruct S {\n    /// How it stands.\n    a: u8,\n}\n";
    let refused_docs = refused(&[("src/cell.rs", &cell(text))]);
    assert_eq!(refused_docs.len(), 2, "{refused_docs:#?}");
    for (message, begins) in refused_docs.iter().zip([
        "src/cell.rs:4: docs: a doc comment begins with \"What\": name the thing",
        "src/cell.rs:9: docs: a doc comment begins with \"How it\": name the thing",
    ]) {
        assert!(message.starts_with(begins), "{message}");
    }
    assert_eq!(refused(&[("src/cell.rs", &cell("/// A cell.\nfn f() {}\n"))]), Vec::<String>::new());
}

#[test]
fn a_type_name_that_is_used_twice_is_refused() {
    for code in ["struct Line2;\nenum Line {}\n", "fn f() {}\ntrait Line {}\n"] {
        refused_once(
            &[(
                "src/cell.rs",
                &cell(code).replace("use the_core::Line;", "").replace("(_: Line)", "(_: u8)"),
            )],
            "src/cell.rs:5: names: the type name Line is used in crates/core/src/line.rs:3 already: rename one of them",
            &[],
        );
    }
    let tests = cell("#[cfg(test)]\nmod tests {\n    struct Line;\n}\n");
    assert_eq!(refused(&[("src/cell.rs", &tests)]), Vec::<String>::new());
}

#[test]
fn an_exception_covers_its_place_alone_and_goes_when_it_is_not_needed() {
    let text = cell(&long(61));
    let mut files: BTreeMap<&str, &str> = CLEAN.iter().copied().collect();
    let exception =
        |subject| Exception { rule: Rule::Lengths, file: "src/cell.rs", subject, reason: "one drawing" };
    let stale = "xtask/src/tidy/exceptions.rs:1: exceptions: the exception from lengths for src/cell.rs Long (one drawing) is not needed: remove it";
    let told = |files: &BTreeMap<&str, &str>, subject| {
        let found = check_with(&Workspace::new(files.clone()), &[exception(subject)]).0;
        found.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(told(&files, "Long"), [stale]);
    files.insert("src/cell.rs", &text);
    assert_eq!(told(&files, "Long"), Vec::<String>::new());
    assert_eq!(told(&files, ALL), Vec::<String>::new());
    assert_eq!(told(&files, "Other").len(), 2, "the violation, and an exception for nothing");
}
