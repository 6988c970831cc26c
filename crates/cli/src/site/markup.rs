//! Writing HTML: every text and attribute is escaped, every placeholder is there exactly once.

use anyhow::{Result, bail};
use wsis_core::escape::escape_markup;

/// The tag that head and policy follow: what it says has to be known before them, and nothing that runs is before it.
pub(super) const CHARSET_TAG: &str = "<meta charset";

/// An element with attributes and content that is HTML already.
pub(super) fn element(name: &str, attributes: &[(&str, &str)], content: &str) -> String {
    let attributes: String =
        attributes.iter().map(|(name, value)| format!(" {name}=\"{}\"", escape_markup(value))).collect();
    format!("<{name}{attributes}>{content}</{name}>")
}

/// An unordered list of items that are HTML already.
pub(super) fn list(items: impl IntoIterator<Item = String>) -> String {
    let items: String = items.into_iter().map(|item| element("li", &[], &item)).collect();
    element("ul", &[], &items)
}

/// Puts HTML behind the only tag that begins like this, such as `<body`; attributes may be written in any way, since
/// trunk's minifier rewrites them.
///
/// # Errors
/// The tag is not there, or more than once: `index.html` and this program do not fit each other.
pub(super) fn insert_after_tag(page: &str, tag: &str, addition: &str) -> Result<String> {
    let (before, rest) = match page.matches(tag).count() {
        1 => page.split_once(tag).unwrap_or_default(),
        count => bail!("index.html has {tag} {count} times instead of once"),
    };
    let Some((attributes, after)) = rest.split_once('>') else { bail!("{tag} of index.html has no end") };
    Ok(format!("{before}{tag}{attributes}>{addition}{after}"))
}

/// Lets every `<link>` with a hash be asked for across origins. A sandboxed frame has an origin of its own, and there a
/// browser refuses to compare a hash without: the page would stand without its styles (seen in WordPress, which puts
/// such frames).
pub(super) fn add_crossorigin(page: &str) -> String {
    const LINK: &str = "<link";
    let mut parts = page.split(LINK);
    let before = parts.next().unwrap_or_default().to_owned();
    parts.fold(before, |page, part| {
        let tag = part.split('>').next().unwrap_or_default();
        let needed = tag.contains("integrity=") && !tag.contains("crossorigin");
        page + LINK + if needed { " crossorigin" } else { "" } + part
    })
}

/// Removes the comments of inline scripts that stand on lines of their own: trunk's minifier leaves some.
pub(super) fn without_comments(page: &str) -> String {
    const SCRIPT: &str = "<script>";
    let mut parts = page.split(SCRIPT);
    let before = parts.next().unwrap_or_default().to_owned();
    parts.fold(before, |page, part| {
        let (script, after) = part.split_once("</script>").unwrap_or((part, ""));
        let is_comment = |line: &str| {
            let line = line.trim();
            line.starts_with("//") || (line.starts_with("/*") && line.ends_with("*/"))
        };
        let lines: Vec<&str> = script.lines().filter(|line| !is_comment(line)).collect();
        page + SCRIPT + &lines.join("\n") + "</script>" + after
    })
}

/// The files that the page links to, by their hashed names: styles, script, program, icon.
#[must_use]
pub fn links(page: &str) -> Vec<String> {
    page.split("href=")
        .skip(1)
        .filter_map(|rest| rest.trim_start_matches('"').split(['"', ' ', '>']).next())
        .filter_map(|address| address.strip_prefix("./"))
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_however_they_are_written() {
        for (page, expected) in [
            ("<html><body class=\"a\"><p>", "<html><body class=\"a\">!<p>"),
            ("<html><body><p>", "<html><body>!<p>"),
        ] {
            assert_eq!(insert_after_tag(page, "<body", "!").unwrap(), expected);
        }
        assert!(insert_after_tag("<p>", "<body", "!").is_err());
        assert!(insert_after_tag("<body><body>", "<body", "!").is_err());
    }

    #[test]
    fn inline_scripts_lose_their_comments() {
        let page = "<p>// text</p><script>// one\n// two\nlet a = \"//\";\n/** type */\nlet b</script><p><script \
                    id=c>{}</script>";
        let without = "<p>// text</p><script>let a = \"//\";\nlet b</script><p><script id=c>{}</script>";
        assert_eq!(without_comments(page), without);
    }

    #[test]
    fn nothing_breaks_out_of_an_attribute_or_a_text() {
        let written = element("p", &[("title", "\"><script>")], &escape_markup("<b>&"));
        assert_eq!(written, "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&amp;</p>");
    }

    #[test]
    fn what_has_a_hash_is_asked_for_across_origins_once() {
        let page = "<link href=a.css integrity=sha384-x rel=stylesheet><link crossorigin href=b integrity=y><link \
                    rel=icon><p>integrity=";
        let asked = "<link crossorigin href=a.css integrity=sha384-x rel=stylesheet><link crossorigin href=b \
                     integrity=y><link rel=icon><p>integrity=";
        assert_eq!(add_crossorigin(page), asked);
        assert_eq!(add_crossorigin(asked), asked);
    }
}
