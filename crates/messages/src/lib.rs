//! The interface texts: one method a message of `i18n/en.json`, made by `build.rs`.
//!
//! A key that code uses and the catalogue lacks does not compile, nor does a placeholder left out; a test holds
//! that no message is unused. English is the only catalogue so far; `Messages` is passed as a value so that another
//! can take its place.

/// The texts of the interface in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Messages(());

impl Messages {
    /// The English texts.
    pub const ENGLISH: Self = Self(());
}

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// Puts the values into the places of the template that carry their names, in one pass: a value is never read as
/// a template.
fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            rest = after;
            break;
        };
        filled.push_str(values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value));
        rest = tail;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_never_read_as_templates() {
        assert_eq!(fill("{a} and {b}", &[("a", "{b}"), ("b", "2")]), "{b} and 2");
    }
}
