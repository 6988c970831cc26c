//! A saved page as the lines that a reader sees, each with its rank. May use html5gum.

use html5gum::{DefaultEmitter, HtmlString, StartTag, Token, Tokenizer};

use super::headings;
use super::number::PageAddresses;

/// The rank of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rank {
    /// A heading, with its level.
    Heading(u8),
    /// A label: bold alone, or the name in a list or a table.
    Label,
    /// Text.
    Text,
}

/// A line of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PageLine {
    pub(super) text: String,
    pub(super) rank: Rank,
    /// Addresses that it links to.
    pub(super) links: Vec<String>,
}

/// A page that was saved.
#[derive(Debug, Default)]
pub(super) struct SavedPage {
    pub(super) lines: Vec<PageLine>,
    pub(super) addresses: PageAddresses,
}

/// A cell of a table with so many words may be a label.
const LABEL_WORDS: usize = 8;

/// Elements whose content is not read.
const SKIPPED: [&str; 17] = [
    "script", "style", "noscript", "template", "svg", "nav", "footer", "aside", "select", "button",
    "textarea", "title", "iframe", "object", "audio", "video", "dialog",
];
/// Elements inside a line.
const INLINE: [&str; 28] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "img", "input",
    "ins", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
];
/// Elements without content or an end.
const VOID: [&str; 8] = ["br", "hr", "img", "input", "link", "meta", "wbr", "source"];

impl SavedPage {
    /// A page in plain text.
    pub(super) fn of_text(text: &str) -> Self {
        let mut page = Self::default();
        for line in text.lines() {
            let text = one_line(line);
            page.addresses
                .links
                .extend(text.split_whitespace().filter(|word| word.contains("://")).map(str::to_owned));
            if !text.is_empty() {
                page.lines.push(PageLine { text, rank: Rank::Text, links: Vec::new() });
            }
        }
        page
    }

    /// A page in HTML.
    pub(super) fn of_html(html: &str) -> Self {
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        let mut builder = LineBuilder::default();
        for token in Tokenizer::new_with_emitter(html, emitter) {
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => builder.open(&tag),
                Token::EndTag(tag) => builder.close(&text_of(&tag.name)),
                Token::String(text) => builder.add(&text_of(&text)),
                Token::Comment(text) => builder.comment(&text_of(&text)),
                Token::Doctype(_) | Token::Error(_) => {}
            }
        }
        builder.end_line();
        builder.page
    }
}

/// Gathers lines from the tokens of a page.
#[derive(Debug, Default)]
struct LineBuilder {
    page: SavedPage,
    text: String,
    links: Vec<String>,
    /// The rank that the element around it gives.
    rank: Option<Rank>,
    /// The position of the first line of the current row of a table.
    row_begin: Option<usize>,
    /// How many bold elements are open.
    bold: u32,
    /// Some of the line is not bold.
    has_plain: bool,
    /// The element whose content is skipped, and how many of its name are open.
    skipped: Option<(String, u32)>,
}

impl LineBuilder {
    fn open(&mut self, tag: &StartTag<()>) {
        let name = text_of(&tag.name);
        if let Some((skipped, depth)) = &mut self.skipped {
            *depth += u32::from(*skipped == name);
            return;
        }
        self.note_addresses(&name, tag);
        if SKIPPED.contains(&name.as_str()) || (is_hidden(tag) && !VOID.contains(&name.as_str())) {
            if !tag.self_closing {
                self.skipped = Some((name, 1));
            }
            return;
        }
        match name.as_str() {
            "b" | "strong" => self.bold += 1,
            inline if INLINE.contains(&inline) => {}
            block => {
                self.end_line();
                self.begin_block(block);
            }
        }
    }

    fn begin_block(&mut self, name: &str) {
        match name {
            // A heading may hold them.
            "p" | "div" => return,
            "tr" => self.row_begin = Some(self.page.lines.len()),
            "td" => {
                let of_row = self.row_begin.and_then(|begin| self.page.lines.get_mut(begin..));
                // One short line in the first cell of several is the label of the others.
                if let Some([label]) = of_row
                    && label.rank == Rank::Text
                    && label.text.split_whitespace().count() <= LABEL_WORDS
                {
                    label.rank = Rank::Label;
                }
            }
            _ => {}
        }
        self.rank = rank_of(name);
    }

    fn close(&mut self, name: &str) {
        if let Some((skipped, depth)) = &mut self.skipped {
            *depth -= u32::from(*skipped == name);
            if *depth == 0 {
                self.skipped = None;
            }
            return;
        }
        match name {
            "b" | "strong" => {
                self.bold = self.bold.saturating_sub(1);
                let text = self.text.trim();
                // A label and its value on one line.
                if !self.has_plain && (text.ends_with(':') || headings::part_of(text, true).is_some()) {
                    self.end_line();
                }
            }
            inline if INLINE.contains(&inline) => {}
            block => {
                self.end_line();
                if rank_of(block).is_some() {
                    self.rank = None;
                }
            }
        }
    }

    fn add(&mut self, text: &str) {
        if self.skipped.is_some() {
            return;
        }
        let after_bold = !self.has_plain && self.bold == 0 && !self.text.trim().is_empty();
        if after_bold && text.trim_start().starts_with(':') {
            self.end_line();
        }
        self.has_plain |= self.bold == 0 && !text.trim().is_empty();
        self.text.push_str(text);
    }

    /// Browsers write the address of a page into a comment when they save it.
    fn comment(&mut self, text: &str) {
        if let Some((_, address)) = text.split_once("saved from url=") {
            let begin = address.find("http").unwrap_or_default();
            self.page.addresses.own.extend(address.get(begin..).map(|address| address.trim().to_owned()));
        }
    }

    fn note_addresses(&mut self, name: &str, tag: &StartTag<()>) {
        let is = |key: &str, value: &str| {
            attribute(tag, key).is_some_and(|given| given.eq_ignore_ascii_case(value))
        };
        let own = match name {
            "link" if is("rel", "canonical") => attribute(tag, "href"),
            "meta" if is("property", "og:url") => attribute(tag, "content"),
            _ => None,
        };
        self.page.addresses.own.extend(own);
        if name == "a"
            && let Some(address) = attribute(tag, "href").filter(|address| address.starts_with("http"))
        {
            self.page.addresses.links.push(address.clone());
            self.links.push(address);
        }
    }

    fn end_line(&mut self) {
        let text = one_line(self.text.trim_start().trim_start_matches(':'));
        let all_bold = !self.has_plain;
        self.text.clear();
        self.has_plain = false;
        let links = std::mem::take(&mut self.links);
        if !text.is_empty() {
            let rank = self.rank.unwrap_or(if all_bold { Rank::Label } else { Rank::Text });
            self.page.lines.push(PageLine { text, rank, links });
        }
    }
}

fn rank_of(element: &str) -> Option<Rank> {
    match element {
        "h1" => Some(Rank::Heading(1)),
        "h2" => Some(Rank::Heading(2)),
        "h3" => Some(Rank::Heading(3)),
        "h4" => Some(Rank::Heading(4)),
        "h5" => Some(Rank::Heading(5)),
        "h6" => Some(Rank::Heading(6)),
        "dt" | "th" | "label" | "legend" | "caption" | "summary" => Some(Rank::Label),
        _ => None,
    }
}

fn is_hidden(tag: &StartTag<()>) -> bool {
    let style = attribute(tag, "style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    attribute(tag, "hidden").is_some()
        || style.contains("display:none")
        || style.contains("visibility:hidden")
}

fn attribute(tag: &StartTag<()>, name: &str) -> Option<String> {
    tag.attributes.get(name.as_bytes()).map(|value| text_of(value))
}

fn text_of(text: &HtmlString) -> String {
    String::from_utf8_lossy(text).into_owned()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_have_the_rank_that_a_reader_sees() {
        let html = "<title>No</title><h2>A &amp; <i>B</i></h2><p>One<br>two</p><b>Label</b><div><b>Coverage</b> Here</div>\
            <dl><dt>Name<dd>An <b>entity</b></dl><nav>Menu</nav><p hidden>Secret</p><p style='display: none'>Secret</p>\
            <script>if (a < b) { '<p>no</p>' }</script><p><strong>Contact</strong>: Somebody";
        let lines: Vec<(String, Rank)> =
            SavedPage::of_html(html).lines.into_iter().map(|line| (line.text, line.rank)).collect();
        let lines: Vec<(&str, Rank)> = lines.iter().map(|(text, rank)| (text.as_str(), *rank)).collect();
        use Rank::{Heading, Label, Text};
        assert_eq!(
            lines,
            [
                ("A & B", Heading(2)),
                ("One", Text),
                ("two", Text),
                ("Label", Label),
                ("Coverage", Label),
                ("Here", Text),
                ("Name", Label),
                ("An entity", Text),
                ("Contact", Label),
                ("Somebody", Text),
            ]
        );
    }
}
