//! The first words of modules and doc comments.

use super::modules::Sources;
use super::violation::{Rule, Violation};
use super::workspace::Workspace;

/// Openings that describe a thing instead of naming it.
const OPENINGS: [&str; 3] = ["What ", "How it ", "Whether it is so that "];

/// Refuses files that do not open with a `//!` line, and doc comments that describe a thing instead of naming it.
pub(crate) fn check(workspace: &Workspace, sources: &Sources) -> Vec<Violation> {
    let bare = workspace.ending(".rs").filter(|(_, text)| !text.starts_with("//!"));
    let mut violations: Vec<Violation> = bare
        .map(|(file, _)| {
            violation(file, 1, "the file does not open with a //! line: name the module in one".to_owned())
        })
        .collect();
    violations.extend(openings(sources));
    violations
}

/// The doc comments that describe a thing instead of naming it.
fn openings(sources: &Sources) -> Vec<Violation> {
    let docs = sources.iter().flat_map(|(file, source)| source.docs.iter().map(move |doc| (file, doc)));
    let private = docs.filter_map(|(file, doc)| {
        let opening = OPENINGS.iter().find(|opening| doc.text.starts_with(*opening))?;
        let message = format!(
            "a doc comment begins with \"{}\": name the thing, then say what it does",
            opening.trim()
        );
        Some(violation(file, doc.line, message))
    });
    private.collect()
}

fn violation(file: &str, line: usize, message: String) -> Violation {
    Violation { file: file.to_owned(), line, rule: Rule::Docs, subject: String::new(), message }
}
