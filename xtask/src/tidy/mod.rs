//! `cargo xtask tidy`: holds the architecture, from the imports between rooms down to the first words of a comment.
//!
//! | module | rule |
//! |---|---|
//! | `rooms` | reads the diagram of `docs/architecture.md`, whose arrows are the imports allowed |
//! | `imports` | an import crosses only boundaries that the diagram draws |
//! | `cycles` | files do not import each other in a circle |
//! | `colours` | colours are written in the tokens sheet and the palette alone |
//! | `classes` | a CSS class is defined in the sheets of one room |
//! | `lengths` | functions have at most 60 lines, files 300 |
//! | `docs` | modules open with a line that names them; doc comments name the thing |
//! | `names` | a type name is used once in the shipped crates |
//! | `exceptions` | the places where a rule does not hold, with reasons |
//!
//! `reader`, `manifests` and `css` read the files; `modules` finds the file that a path in code leads to. Each rule
//! is a function of the [`Workspace`] value, so that its tests need no files.

mod attributes;
mod classes;
mod colours;
mod css;
mod cycles;
mod docs;
mod exceptions;
mod imports;
mod lengths;
mod manifests;
mod modules;
mod names;
mod reader;
mod rooms;
mod source;
mod violation;
mod workspace;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Result, bail};

use css::Sheet;
use modules::{Modules, Sources};
use rooms::Rooms;

pub use exceptions::{ALL, Exception};
pub use violation::{Rule, Violation};
pub use workspace::Workspace;

/// Checks the workspace below `root` and says how much was checked.
///
/// # Errors
/// A file that cannot be read, or violations: all of them, a line each.
pub fn command(root: &Path) -> Result<String> {
    let workspace = Workspace::load(root)?;
    let (violations, report) = check_with(&workspace, exceptions::EXCEPTIONS);
    if violations.is_empty() {
        return Ok(report);
    }
    let mut counts: BTreeMap<Rule, usize> = BTreeMap::new();
    let mut lines = String::new();
    for violation in &violations {
        *counts.entry(violation.rule).or_default() += 1;
        let _ = writeln!(lines, "{violation}");
    }
    let counts: Vec<String> = counts.iter().map(|(rule, count)| format!("{rule} {count}")).collect();
    bail!("{lines}{report}; {} violations: {}", violations.len(), counts.join(", "))
}

/// The violations in a workspace to which no exception applies.
#[must_use]
pub fn check(workspace: &Workspace) -> Vec<Violation> {
    check_with(workspace, &[]).0
}

/// The violations that no exception covers, in the order of files and lines, and the extent of the check in words.
#[must_use]
pub fn check_with(workspace: &Workspace, exceptions: &[Exception]) -> (Vec<Violation>, String) {
    let (sources, mut violations) = parse(workspace);
    let sheets: BTreeMap<String, Sheet> =
        workspace.ending(".css").map(|(file, text)| (file.to_owned(), Sheet::parse(text))).collect();
    let rooms = Rooms::read(workspace);
    let members = manifests::members(workspace);
    let modules = Modules::new(&sources, &members);
    let found = imports::imports(&modules);
    violations.extend(rooms.violations.iter().cloned());
    violations.extend(imports::check(workspace, &rooms, &members, &modules, &found));
    violations.extend(cycles::check(&found));
    violations.extend(colours::check(&sheets, &sources));
    violations.extend(classes::check(&sheets));
    violations.extend(lengths::check(workspace, &sources));
    violations.extend(docs::check(workspace, &sources));
    violations.extend(names::check(&sources));
    let mut violations = exceptions::apply(violations, exceptions);
    violations.sort();
    let report = format!(
        "tidy: {} Rust files, {} imports between them, {} sheets",
        sources.len(),
        found.len(),
        sheets.len()
    );
    (violations, report)
}

/// Parses the Rust files; one that is no Rust is a violation.
fn parse(workspace: &Workspace) -> (Sources, Vec<Violation>) {
    let (mut sources, mut violations) = (Sources::new(), Vec::new());
    for (file, text) in workspace.ending(".rs") {
        match reader::read(text) {
            Ok(source) => drop(sources.insert(file.to_owned(), source)),
            Err(error) => violations.push(Violation {
                file: file.to_owned(),
                line: error.span().start().line,
                rule: Rule::Rooms,
                subject: String::new(),
                message: format!("the file cannot be parsed: {error}"),
            }),
        }
    }
    (sources, violations)
}
