//! The code that an editor pastes to show a view in another page: the element, its pinned form, a plain frame, a link.

use wsis_core::address::{View, encode};
use wsis_core::escape::escape_markup;

/// The view to embed, and the site it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// The address of the site, with its closing slash.
    pub base: String,
    /// The view, with what it is to look like there.
    pub view: View,
    /// The title of the frame, and the text of the link.
    pub title: String,
    /// The height of a plain frame, which cannot follow what it shows, in CSS pixels.
    pub height: u32,
    /// The most that the element may take, in CSS pixels; beyond that the frame scrolls inside.
    pub most: Option<u32>,
}

/// A published version of the element that never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PinnedVersion<'p> {
    /// Its number, such as `1.0.0`.
    pub version: &'p str,
    /// The hash of its content, such as `sha384-…`.
    pub integrity: &'p str,
}

impl Snippet {
    /// The element, in the version that is kept up to date.
    #[must_use]
    pub fn element(&self) -> String {
        let script = tag("script", &[("src", &format!("{}embed/1/embed.js", self.base))], "")
            .replacen(' ', " async ", 1);
        format!("{script}\n{}", self.matrix())
    }

    /// The element in a version that never changes, checked by the browser.
    #[must_use]
    pub fn pinned(&self, pinned: PinnedVersion<'_>) -> String {
        let source = format!("{}embed/{}/embed.js", self.base, pinned.version);
        let attributes =
            [("src", source.as_str()), ("integrity", pinned.integrity), ("crossorigin", "anonymous")];
        format!("{}\n{}", tag("script", &attributes, "").replacen(' ', " async ", 1), self.matrix())
    }

    /// A plain frame, for pages that allow no script.
    #[must_use]
    pub fn frame(&self) -> String {
        let address = self.framed();
        let height = self.most.map_or(self.height, |most| most.min(self.height)).to_string();
        let attributes = [
            ("src", address.as_str()),
            ("title", &self.title),
            ("width", "100%"),
            ("height", &height),
            ("loading", "lazy"),
            ("allow", "fullscreen; clipboard-write"),
            ("style", "border:0"),
        ];
        tag("iframe", &attributes, "")
    }

    /// The element as a block "Custom HTML" of WordPress, to paste into its editor.
    #[must_use]
    pub fn wordpress(&self) -> String {
        format!("<!-- wp:html -->\n{}\n<!-- /wp:html -->", self.element())
    }

    /// A link to the view, for everyone.
    #[must_use]
    pub fn link(&self) -> String {
        tag("a", &[("href", &self.address(&self.view.public()))], &escape_markup(&self.title))
    }

    /// The address of what the frame shows.
    #[must_use]
    pub fn framed(&self) -> String {
        self.address(&View { embed: true, ..self.view.clone() })
    }

    fn address(&self, view: &View) -> String {
        let query = encode(view);
        if query.is_empty() { self.base.clone() } else { format!("{}?{query}", self.base) }
    }

    /// The element itself: the names of the address are its attributes, and a link is what shows before it is there.
    fn matrix(&self) -> String {
        let query = encode(&View { embed: false, ..self.view.clone() });
        let pairs: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let most = self.most.map(|most| most.to_string());
        let named = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let attributes: Vec<(&str, &str)> =
            named.chain(most.iter().map(|most| ("max-height", most.as_str()))).collect();
        tag("wsis-sdg-matrix", &attributes, &self.link())
    }
}

fn tag(name: &str, attributes: &[(&str, &str)], content: &str) -> String {
    let attributes: String =
        attributes.iter().map(|(name, value)| format!(" {name}=\"{}\"", escape_markup(value))).collect();
    format!("<{name}{attributes}>{content}</{name}>")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use wsis_core::address::decode;

    fn snippet(query: &str, title: &str) -> Snippet {
        let base = "https://matrix.example.org/".to_owned();
        Snippet { base, view: decode(query).0, title: title.to_owned(), height: 640, most: None }
    }

    #[test]
    fn the_one_line_is_short() {
        let snippet = snippet("line=C2&goal=9&theme=dark", "C2 × 9");
        assert_eq!(
            snippet.element(),
            "<script async src=\"https://matrix.example.org/embed/1/embed.js\"></script>\n\
             <wsis-sdg-matrix line=\"C2\" goal=\"9\" theme=\"dark\">\
             <a href=\"https://matrix.example.org/?line=C2&amp;goal=9\">C2 × 9</a></wsis-sdg-matrix>"
        );
        assert!(snippet.frame().starts_with(
            "<iframe src=\"https://matrix.example.org/?line=C2&amp;goal=9&amp;theme=dark&amp;embed=1\" title=\"C2 × 9\""
        ));
        let pinned = snippet.pinned(PinnedVersion { version: "1.0.0", integrity: "sha384-x" });
        assert!(
            pinned.contains("embed/1.0.0/embed.js\" integrity=\"sha384-x\" crossorigin=\"anonymous\""),
            "{pinned}"
        );
    }

    proptest! {
        #[test]
        fn whatever_is_looked_for_ends_in_no_markup(query in "\\PC{1,30}", title in "\\PC{0,30}") {
            let mut asked = snippet("", &title);
            asked.view.filter.query = query.parse().ok();
            for text in [asked.element(), asked.frame(), asked.link()] {
                let document = format!("<body>{}</body>", text.replace(" async ", " "));
                let parsed = roxmltree::Document::parse(&document);
                prop_assert!(parsed.is_ok(), "{}", text);
                let names: Vec<String> = parsed.iter().flat_map(roxmltree::Document::descendants)
                    .filter(roxmltree::Node::is_element).map(|node| node.tag_name().name().to_owned()).collect();
                prop_assert!(names.iter().all(|name| ["body", "script", "wsis-sdg-matrix", "a", "iframe"].contains(&name.as_str())));
            }
        }
    }
}
