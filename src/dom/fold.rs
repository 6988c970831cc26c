//! Folding of texts with the browser's own tables of characters, which the program then need not bring.

use js_sys::{JsString, RegExp};

/// Folds texts for searching: lower case, no accents and other marks, single spaces. The rules are those of
/// `wsis_core::fold`.
pub(crate) struct Folder {
    marks: RegExp,
}

impl Folder {
    /// Makes the pattern once.
    pub(crate) fn new() -> Self {
        Self { marks: RegExp::new(r"\p{M}", "gu") }
    }

    /// The folded text.
    pub(crate) fn fold(&self, text: &str) -> String {
        self.bare(text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Many texts at once, one a line: asking the browser once for each would take longer than the folding.
    pub(crate) fn fold_lines(&self, text: &str) -> String {
        let line = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
        self.bare(text).split('\n').map(line).collect::<Vec<_>>().join("\n")
    }

    fn bare(&self, text: &str) -> String {
        let bare = JsString::from(text).normalize("NFKD").replace_by_pattern(&self.marks, "");
        bare.to_lower_case().into()
    }
}
