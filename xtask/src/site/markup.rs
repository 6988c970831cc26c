//! Writing HTML: every text and attribute is escaped, every placeholder is there exactly once.

use anyhow::{Result, bail};

/// A text as HTML.
pub(super) fn text(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// An element with attributes and content that is HTML already.
pub(super) fn element(name: &str, attributes: &[(&str, &str)], content: &str) -> String {
    let attributes: String =
        attributes.iter().map(|(name, value)| format!(" {name}=\"{}\"", text(value))).collect();
    format!("<{name}{attributes}>{content}</{name}>")
}

/// Replaces a placeholder.
///
/// # Errors
/// It is not there, or more than once: `index.html` and this program do not fit each other.
pub(super) fn replace_once(page: &str, placeholder: &str, replacement: &str) -> Result<String> {
    match page.matches(placeholder).count() {
        1 => Ok(page.replacen(placeholder, replacement, 1)),
        0 => bail!("index.html lacks {placeholder}"),
        _ => bail!("index.html has {placeholder} more than once"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_breaks_out_of_an_attribute_or_a_text() {
        let written = element("p", &[("title", "\"><script>")], &text("<b>&"));
        assert_eq!(written, "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&amp;</p>");
    }
}
