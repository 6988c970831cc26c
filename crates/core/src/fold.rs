//! Folding of texts, so that case and accents do not decide where a title stands.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, without accents and other combining marks, and with white space collapsed.
///
/// Compatibility forms are taken apart as well, so that a full-width or ligature spelling folds to the plain one.
#[must_use]
pub fn fold(text: &str) -> String {
    let plain: String =
        text.nfkd().filter(|character| !is_combining_mark(*character)).flat_map(char::to_lowercase).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn case_accents_and_spaces_do_not_count() {
        assert_eq!(fold("  ÉDUCATION \u{a0} numérique "), "education numerique");
        assert_eq!(fold("ﬁnance"), "finance");
        assert_eq!(fold("Ёлка"), "елка");
    }
}
