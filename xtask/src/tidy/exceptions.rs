//! The exceptions from the rules, each with its reason. One that is no longer needed is itself a violation.

use super::violation::{Rule, Violation};

/// The file with the table below.
const FILE: &str = "xtask/src/tidy/exceptions.rs";

/// Stands for all functions, types, classes or colours of a file.
pub const ALL: &str = "*";

/// A place where a rule does not hold.
#[derive(Debug, Clone, Copy)]
pub struct Exception {
    /// The rule.
    pub rule: Rule,
    /// The file in which it may be broken.
    pub file: &'static str,
    /// The function, type, class or colour concerned; [`ALL`] for each of them, empty for the length of the file.
    pub subject: &'static str,
    /// Why it may.
    pub reason: &'static str,
}

/// The exceptions of this workspace.
pub(crate) const EXCEPTIONS: &[Exception] = &[Exception {
    rule: Rule::Lengths,
    file: "tests/contract/tests/bad_sources.rs",
    subject: "",
    reason: "a table of cases",
}];

/// Removes the violations that an exception covers, and refuses exceptions that cover none.
pub(crate) fn apply(violations: Vec<Violation>, exceptions: &[Exception]) -> Vec<Violation> {
    let covers = |exception: &Exception, violation: &Violation| {
        let Exception { rule, file, subject, .. } = exception;
        *rule == violation.rule
            && *file == violation.file
            && (*subject == violation.subject || *subject == ALL)
    };
    let idle = |exception: &&Exception| !violations.iter().any(|violation| covers(exception, violation));
    let stale: Vec<Violation> = exceptions.iter().filter(idle).map(stale).collect();
    let uncovered = |violation: &Violation| !exceptions.iter().any(|exception| covers(exception, violation));
    violations.into_iter().filter(uncovered).chain(stale).collect()
}

fn stale(exception: &Exception) -> Violation {
    let Exception { rule, file, subject, reason } = exception;
    let message =
        format!("the exception from {rule} for {file} {subject} ({reason}) is not needed: remove it");
    Violation { file: FILE.to_owned(), line: 1, rule: Rule::Exceptions, subject: String::new(), message }
}
