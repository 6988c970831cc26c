//! The names of types: each is used once in the crates that are shipped.

use std::collections::BTreeMap;

use super::modules::Sources;
use super::violation::{Rule, Violation};

/// Folders whose types nobody else sees.
const NOT_SHIPPED: [&str; 2] = ["tests/", "xtask/"];

/// Refuses a struct, enum or trait whose name another file has given already.
pub(crate) fn check(sources: &Sources) -> Vec<Violation> {
    let mut first: BTreeMap<&str, (&str, usize)> = BTreeMap::new();
    let mut violations = Vec::new();
    for (file, source) in sources.iter().filter(|(file, _)| is_shipped(file)) {
        for found in &source.types {
            let name = found.text.as_str();
            let Some((other, line)) = first.get(name) else {
                first.insert(name, (file, found.line));
                continue;
            };
            let message =
                format!("the type name {name} is used in {other}:{line} already: rename one of them");
            let (file, subject) = (file.clone(), name.to_owned());
            violations.push(Violation { file, line: found.line, rule: Rule::Names, subject, message });
        }
    }
    violations
}

fn is_shipped(file: &str) -> bool {
    !NOT_SHIPPED.iter().any(|folder| file.starts_with(folder))
        && !file.contains("/tests/")
        && !file.ends_with("/tests.rs")
}
