//! Every interface text is used somewhere: what nobody shows, nobody should have to translate.

use std::fs;
use std::path::Path;

use wsis_messages::KEYS;

use crate::support::root;

#[test]
fn every_message_is_used() {
    let mut code = String::new();
    for folder in ["src", "crates"] {
        read_into(&root().join(folder), &mut code);
    }
    let unused: Vec<&&str> = KEYS.iter().filter(|key| !is_called(&code, key)).collect();
    assert!(unused.is_empty(), "no code uses {unused:?}");
}

/// Whether a method of that name is called, or named as a path such as `Messages::grid_label`.
fn is_called(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let before = code[..at].trim_end();
        let after = code[at + name.len()..].chars().next();
        let ends = after.is_none_or(|letter| !letter.is_ascii_alphanumeric() && letter != '_');
        ends && (before.ends_with('.') || before.ends_with("::"))
    })
}

fn read_into(folder: &Path, code: &mut String) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_into(&path, code);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            code.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}
