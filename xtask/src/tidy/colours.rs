//! Colours outside their homes: the tokens sheet for the page, the palette module for pictures and files.

use std::collections::BTreeMap;

use super::css::{COLOUR_FUNCTIONS, Sheet, is_hex};
use super::modules::Sources;
use super::source::Noted;
use super::violation::{Rule, Violation};

/// The sheet that names the colours of the page.
const TOKENS: &str = "style/tokens.css";

/// The sheet of its shades, which is loaded later.
const HEAT: &str = "style/heat.css";

/// The module that names the colours of pictures and files.
const PALETTE: &str = "crates/core/src/palette.rs";

/// Refuses colours that are written out elsewhere. Tests may write what they like.
pub(crate) fn check(sheets: &BTreeMap<String, Sheet>, sources: &Sources) -> Vec<Violation> {
    let sheets = sheets.iter().filter(|(file, _)| file.as_str() != TOKENS && file.as_str() != HEAT);
    let in_sheets = sheets.flat_map(|(file, sheet)| {
        let colours = sheet.colours.iter();
        colours.map(|colour| violation(file, colour.line, &colour.text, "name it as a token", TOKENS))
    });
    let sources = sources.iter().filter(|(file, _)| file.as_str() != PALETTE && !is_test(file));
    let in_code = sources.flat_map(|(file, source)| {
        let found = source.texts.iter().flat_map(colours);
        found.map(|(colour, line)| violation(file, line, &colour, "take it from the palette", PALETTE))
    });
    in_sheets.chain(in_code).collect()
}

fn violation(file: &str, line: usize, colour: &str, advice: &str, home: &str) -> Violation {
    let (file, subject) = (file.to_owned(), colour.to_owned());
    let message = format!("the colour {colour} is written here: {advice} ({home})");
    Violation { file, line, rule: Rule::Colours, subject, message }
}

/// Files that hold tests alone.
fn is_test(file: &str) -> bool {
    file.starts_with("tests/") || file.contains("/tests/") || file.ends_with("/tests.rs")
}

/// The colours in a literal of Rust.
fn colours(text: &Noted) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    let literal = text.text.as_str();
    if !literal.contains('"') {
        return found;
    }
    let before = |at: usize| literal.get(..at).and_then(|before| before.chars().next_back()).unwrap_or(' ');
    for (at, _) in literal.match_indices('#') {
        let rest = literal.get(at + 1..).unwrap_or_default();
        let end = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '-' && letter != '_');
        let word = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
        // Behind these stand addresses and entities of HTML.
        if is_hex(word) && !before(at).is_alphanumeric() && !['&', '/', '?', '='].contains(&before(at)) {
            found.push((format!("#{word}"), text.line));
        }
    }
    for name in COLOUR_FUNCTIONS.iter().filter(|name| **name != "color") {
        let call = format!("{name}(");
        for (at, _) in literal.match_indices(&call) {
            if !before(at).is_alphanumeric() && before(at) != '-' {
                found.push((format!("{name}()"), text.line));
            }
        }
    }
    found
}
