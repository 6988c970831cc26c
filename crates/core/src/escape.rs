//! Escaping of text for HTML, XML and SVG.

/// Escapes a text for the content or a double-quoted attribute value of an HTML, XML or SVG element.
#[must_use]
pub fn escape_markup(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::escape_markup;

    #[test]
    fn no_text_leaves_its_element_or_attribute() {
        assert_eq!(escape_markup("\"><script>&"), "&quot;&gt;&lt;script&gt;&amp;");
    }
}
