//! Forms of texts: addresses and language tags.

/// Whether a text is an address that a link may lead to: http or https, a host, and nothing that ends a link early.
pub(crate) fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    let clean = |letter: char| !letter.is_whitespace() && !letter.is_control() && !"\"<>\\`".contains(letter);
    !host.is_empty() && text.chars().all(clean)
}

/// Whether a text has the form of a BCP 47 tag: letters first, then parts of letters and digits.
pub(crate) fn is_language_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=8).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_lowercase())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_links() {
        for good in ["https://example.org", "http://example.org/a?b=c#d", "https://مثال.example/"] {
            assert!(is_web_address(good), "{good}");
        }
        let bad = [
            "javascript:alert(1)",
            "https://",
            "//example.org",
            "ftp://a",
            "https://a b",
            "https://a\"b",
            "HTTP:a",
        ];
        for bad in bad {
            assert!(!is_web_address(bad), "{bad}");
        }
    }

    #[test]
    fn languages_have_the_form_of_a_tag() {
        for good in ["en", "pt-BR", "zh-Hant", "und", "sr-Latn-RS"] {
            assert!(is_language_tag(good), "{good}");
        }
        for bad in ["", "e", "en_GB", "en-", "English (UK)", "EN"] {
            assert!(!is_language_tag(bad), "{bad}");
        }
    }
}
