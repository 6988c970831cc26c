//! The lengths of functions and files.

use super::modules::Sources;
use super::violation::{Rule, Violation};
use super::workspace::Workspace;

/// The lines that a function may have, from its signature to its closing brace.
const FUNCTION: usize = 60;

/// The lines that a Rust file may have.
const FILE: usize = 300;

/// Refuses functions and files that are longer.
pub(crate) fn check(workspace: &Workspace, sources: &Sources) -> Vec<Violation> {
    let files = workspace.ending(".rs").filter_map(|(file, text)| {
        let lines = text.lines().count();
        let message =
            format!("the file has {lines} lines, {FILE} at most: split it by what changes together");
        (lines > FILE).then(|| violation(file, 1, "", message))
    });
    let functions = sources.iter().flat_map(|(file, source)| {
        let long = source.functions.iter().filter(|function| function.lines > FUNCTION);
        long.map(|function| {
            let (name, lines) = (&function.name, function.lines);
            let message =
                format!("the function {name} has {lines} lines, {FUNCTION} at most: take parts of it out");
            violation(file, function.line, name, message)
        })
    });
    files.chain(functions).collect()
}

fn violation(file: &str, line: usize, subject: &str, message: String) -> Violation {
    Violation { file: file.to_owned(), line, rule: Rule::Lengths, subject: subject.to_owned(), message }
}
