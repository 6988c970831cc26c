//! Text normalization for searching, with the browser's own Unicode tables, so that the program ships none.

use js_sys::{JsString, RegExp};

/// Normalizes texts: lower case, no accents, other marks and apostrophes, single spaces. Natively `wsis_core::normalize` has the
/// same rules.
pub struct TextNormalizer {
    marks: RegExp,
}

impl Default for TextNormalizer {
    fn default() -> Self {
        Self::new()
    }
}

impl TextNormalizer {
    /// Compiles the pattern once.
    #[must_use]
    pub fn new() -> Self {
        Self { marks: RegExp::new(r"[\p{M}'\u2018\u2019\u02bc]", "gu") }
    }

    /// The normalized text.
    #[must_use]
    pub fn normalize(&self, text: &str) -> String {
        self.without_marks(text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Many texts at once, one a line: one call of the browser for each would take longer than the work itself.
    #[must_use]
    pub fn normalize_lines(&self, text: &str) -> String {
        let line = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
        self.without_marks(text).split('\n').map(line).collect::<Vec<_>>().join("\n")
    }

    fn without_marks(&self, text: &str) -> String {
        let decomposed = JsString::from(text).normalize("NFKD").replace_by_pattern(&self.marks, "");
        decomposed.to_lower_case().into()
    }
}
