//! A text in a sheet.

use crate::data::text_key::TextKey;

/// A text with everything a reviewer needs to judge its translation.
#[derive(Debug, Clone)]
pub(crate) struct SheetText {
    /// Where it stands.
    pub(crate) key: TextKey,
    /// The part of the site that shows it.
    pub(crate) screen: &'static str,
    /// The picture in `i18n/pictures` that shows the screen.
    pub(crate) picture: &'static str,
    /// Its place, in a few words.
    pub(crate) context: String,
    /// The English text.
    pub(crate) source: String,
    /// The translation; none if there is none.
    pub(crate) translation: Option<String>,
    /// True if both texts are those that a reviewer saw.
    pub(crate) reviewed: bool,
    /// The greatest number of characters that has room; none where lines wrap.
    pub(crate) longest: Option<usize>,
}

/// The longest that a short label of the interface may be: 40 per cent above English, and never cut below eight characters.
pub(crate) fn longest(source: &str) -> Option<usize> {
    const LABEL: usize = 28;
    let length = source.chars().count();
    let is_label = length <= LABEL && !source.ends_with(['.', '?', ':']) && !source.contains('{');
    is_label.then(|| (length * 7 / 5).max(8))
}

/// The placeholders of a text, sorted.
pub(crate) fn placeholders(text: &str) -> Vec<&str> {
    let parts = text.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
    let mut names: Vec<&str> = parts.map(|(name, _)| name).collect();
    names.sort_unstable();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_have_a_greatest_length_and_sentences_do_not() {
        assert_eq!(longest("Copy link"), Some(12));
        assert_eq!(longest("OK"), Some(8));
        assert_eq!(longest("Nothing was found."), None);
        assert_eq!(longest("{count} projects"), None);
    }

    #[test]
    fn placeholders_are_found_in_any_order() {
        assert_eq!(placeholders("{b} of {a}; {b}"), ["a", "b", "b"]);
        assert!(placeholders("a } b {").is_empty());
    }
}
