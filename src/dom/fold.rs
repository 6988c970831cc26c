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
        let bare = JsString::from(text).normalize("NFKD").replace_by_pattern(&self.marks, "");
        let folded: String = bare.to_lower_case().into();
        folded.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
