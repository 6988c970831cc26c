//! Web addresses: where one ends in a cell, and which are links. May use url.

use url::Url;

use crate::data::check::is_web_address;

/// Marks around an address that are not part of it.
const AROUND: [char; 8] = ['<', '>', '"', '\'', '[', ']', '“', '”'];

/// The addresses of a cell, or what stands in their place. Semicolons and commas divide only before the next address.
pub(in crate::import) fn split_addresses(cell: &str) -> Vec<&str> {
    let mut items = Vec::new();
    for item in cell.split(|letter: char| letter.is_whitespace() || letter == '|') {
        let mut begin = 0;
        for (at, mark) in item.match_indices([';', ',']) {
            if begins_address(item.get(at + mark.len()..).unwrap_or_default()) {
                items.push(item.get(begin..at).unwrap_or_default());
                begin = at + mark.len();
            }
        }
        items.push(item.get(begin..).unwrap_or_default());
    }
    items.into_iter().map(trim).filter(|item| !item.is_empty()).collect()
}

fn begins_address(text: &str) -> bool {
    let begin = text.trim_start_matches(AROUND);
    ["http://", "https://", "www."]
        .iter()
        .any(|known| begin.get(..known.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(known)))
}

/// Without the marks of the sentence around it.
fn trim(item: &str) -> &str {
    let item = item.trim_matches(AROUND).trim_matches([';', ',']).trim_matches(AROUND);
    let item = item.strip_suffix('.').unwrap_or(item);
    let opened = item.strip_prefix('(').unwrap_or(item);
    let closes = opened.matches(')').count() > opened.matches('(').count();
    if closes { opened.strip_suffix(')').unwrap_or(opened) } else { opened }
}

/// An http(s) address as it is written; one that begins with `www.` is taken as http.
pub(in crate::import) fn web_address(text: &str) -> Option<String> {
    let text = text.trim();
    let (scheme, rest) = text.split_once("://").unwrap_or(("", text));
    let address = match scheme.to_ascii_lowercase().as_str() {
        "" if begins_address(rest) => format!("http://{rest}"),
        scheme @ ("http" | "https") => format!("{scheme}://{rest}"),
        _ => return None,
    };
    let url = Url::parse(&address).ok()?;
    let public = url.host_str().is_some_and(|host| host.contains(['.', ':']));
    let plain = url.username().is_empty() && url.password().is_none();
    (public && plain && is_web_address(&address)).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_whole_and_divided_only_where_one_begins() {
        for (cell, items) in [
            ("https://example.org/view;id=5", vec!["https://example.org/view;id=5"]),
            ("https://example.org/a,b,c.html", vec!["https://example.org/a,b,c.html"]),
            (
                "https://a.example/1;https://b.example/2,www.c.example",
                vec!["https://a.example/1", "https://b.example/2", "www.c.example"],
            ),
            (
                "https://a.example/?x=1&y=2; https://b.example,",
                vec!["https://a.example/?x=1&y=2", "https://b.example"],
            ),
            ("https://a.example/?u=https://b.example/", vec!["https://a.example/?u=https://b.example/"]),
            (
                "(https://a.example/x_(y)) | <https://b.example>",
                vec!["https://a.example/x_(y)", "https://b.example"],
            ),
            ("See https://a.example.", vec!["See", "https://a.example"]),
            (" ; ,", vec![]),
        ] {
            assert_eq!(split_addresses(cell), items, "{cell}");
        }
    }

    #[test]
    fn only_public_addresses_of_the_web_are_links() {
        for (text, address) in [
            ("www.example.org/a", Some("http://www.example.org/a")),
            ("HTTPS://example.org", Some("https://example.org")),
            ("https://example.org/view;id=5?a=1&b=2,3", Some("https://example.org/view;id=5?a=1&b=2,3")),
            ("https://مثال.example/", Some("https://مثال.example/")),
            ("javascript:alert(1)", None),
            ("http://n/a", None),
            ("https://ada:secret@example.org", None),
            ("https://exa mple.org", None),
            ("example.org", None),
        ] {
            assert_eq!(web_address(text).as_deref(), address, "{text}");
        }
    }
}
