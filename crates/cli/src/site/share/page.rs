//! A share page: what search engines, previews and readers without script get of a view, and the way to the view.
//!
//! The page is well-formed XML too, so that a strict parser can test it. Data that exist in English alone are marked as
//! English on the pages of other languages.

use wsis_core::address::{Selection, Shared, encode, share_picture};
use wsis_core::contract::rationales::Rationale;
use wsis_core::escape::escape_markup;
use wsis_core::matrix::Matrix;
use wsis_core::{Goal, Language, Line};
use wsis_messages::Messages;
use wsis_page::grid::{CellContent, Faces, LinkMark, link_mark};
use wsis_page::picture::share;

use crate::site::markup::{element, list};

/// The page's own limits: its script, its style, its picture, nothing else.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; \
                      form-action 'none'";

/// From a page's folder to the folder of all that is shared, and to the site.
const TO_SHARE: &str = "../";
const TO_SITE: &str = "../../";

/// The data behind the pages of one language.
#[derive(Debug)]
pub(super) struct Edition<'a> {
    pub(super) messages: Messages,
    pub(super) language: Language,
    pub(super) matrix: Matrix,
    pub(super) rationales: Vec<Rationale>,
    /// The coverage of the collection with its language; `None` for data on another host.
    pub(super) coverage: Option<(Language, String)>,
    /// The address of the site with its closing slash.
    pub(super) public: &'a str,
}

impl Edition<'_> {
    /// The name of a thing.
    pub(super) fn title(&self, selection: Selection) -> String {
        let line = |line: Line| format!("{line} {}", self.matrix.line_name(line));
        let goal = |goal: Goal| {
            format!("{} {}", self.messages.share_goal_code(&goal.to_string()), self.matrix.goal_name(goal))
        };
        match selection {
            Selection::None => self.messages.site_title().to_owned(),
            Selection::Line(one) => line(one),
            Selection::Goal(one) => goal(one),
            Selection::Cell(one, other) => format!("{} × {}", line(one), goal(other)),
        }
    }

    /// The same, with the name of the site where that is not the name already.
    pub(super) fn full_title(&self, selection: Selection) -> String {
        let (title, site) = (self.title(selection), self.messages.site_title());
        if selection == Selection::None { title } else { format!("{title} · {site}") }
    }

    /// The page of a selection.
    pub(super) fn page(&self, selection: Selection) -> Vec<u8> {
        let shared = Shared { selection, language: self.language };
        let html = element(
            "html",
            &[("lang", self.language.code()), ("dir", self.language.direction().code())],
            &(self.head(shared) + &self.body(shared)),
        );
        format!("<!DOCTYPE html>\n{html}\n").into_bytes()
    }

    fn head(&self, shared: Shared) -> String {
        let title = self.title(shared.selection);
        let site = self.messages.site_title();
        let full =
            if shared.selection == Selection::None { title.clone() } else { format!("{title} · {site}") };
        let oembed = format!("{}{}", self.public, shared.oembed());
        let address = format!("{}{}", self.public, shared.page());
        let view = view_address(shared);
        let parts = [
            void("meta", &[("charset", "utf-8")]),
            void("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]),
            element("script", &[("src", "../forward.js"), ("data-to", &view)], ""),
            void("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]),
            element("title", &[], &escape_markup(&full)),
            void("meta", &[("name", "description"), ("content", &self.description(shared.selection))]),
            void("link", &[("rel", "canonical"), ("href", &address)]),
            void(
                "link",
                &[
                    ("rel", "alternate"),
                    ("type", "application/json+oembed"),
                    ("href", &oembed),
                    ("title", &title),
                ],
            ),
            void("link", &[("rel", "stylesheet"), ("href", "../share.css")]),
            self.card(shared, &title, &address),
        ];
        element("head", &[], &parts.concat())
    }

    /// The tags for previews: OpenGraph, and the one tag of Twitter's that has no equal there.
    fn card(&self, shared: Shared, title: &str, address: &str) -> String {
        let picture = format!("{}{}", self.public, share_picture(shared.selection));
        let description = self.description(shared.selection);
        let (width, height) = (share::WIDTH.to_string(), share::HEIGHT.to_string());
        let properties = [
            ("og:type", "website"),
            ("og:site_name", self.messages.site_title()),
            ("og:title", title),
            ("og:description", &description),
            ("og:url", address),
            ("og:image", &picture),
            ("og:image:type", "image/png"),
            ("og:image:width", &width),
            ("og:image:height", &height),
            ("og:image:alt", &description),
        ];
        let card = void("meta", &[("name", "twitter:card"), ("content", "summary_large_image")]);
        properties.map(|(name, content)| void("meta", &[("property", name), ("content", content)])).concat()
            + &card
    }

    /// One sentence that no other page has.
    pub(super) fn description(&self, selection: Selection) -> String {
        let messages = self.messages;
        match selection {
            Selection::None => messages.share_matrix(messages.site_description(), self.language.own_name()),
            Selection::Line(line) => messages.share_line(line.id(), self.matrix.line_name(line)),
            Selection::Goal(goal) => messages.share_goal(&goal.to_string(), self.matrix.goal_name(goal)),
            Selection::Cell(line, goal) => {
                let faces = Faces::new(messages, &self.matrix, None, CellContent::LINKS);
                let label = faces.of(line, goal).label;
                messages.share_cell(&label)
            }
        }
    }

    fn body(&self, shared: Shared) -> String {
        let picture = format!("{TO_SHARE}{}", share_picture(shared.selection).trim_start_matches("share/"));
        let image = void(
            "img",
            &[
                ("src", &picture),
                ("alt", ""),
                ("width", &share::WIDTH.to_string()),
                ("height", &share::HEIGHT.to_string()),
            ],
        );
        let open = element(
            "a",
            &[("class", "open"), ("href", &*view_address(shared))],
            &escape_markup(self.messages.share_open()),
        );
        let content = match shared.selection {
            Selection::None => self.matrix_content(),
            Selection::Line(line) => self.line_content(line),
            Selection::Goal(goal) => self.goal_content(goal),
            Selection::Cell(line, goal) => self.cell_content(line, goal),
        };
        let title = element("h1", &[], &escape_markup(&self.title(shared.selection)));
        let main = element("main", &[], &(image + &title + &element("p", &[], &open) + &content));
        element("body", &[], &(main + &self.footer(shared.selection)))
    }

    fn matrix_content(&self) -> String {
        let lines = Line::all().map(|line| self.link_to(Selection::Line(line)));
        let goals = Goal::all().map(|goal| self.link_to(Selection::Goal(goal)));
        text_element("p", self.messages.site_question())
            + &text_element("h2", self.messages.share_lines())
            + &list(lines)
            + &text_element("h2", self.messages.share_goals())
            + &list(goals)
    }

    fn line_content(&self, line: Line) -> String {
        let linked = Goal::all().filter(|goal| self.is_linked(line, *goal));
        let items = linked.map(|goal| {
            self.link_with_name(Selection::Cell(line, goal), &self.title(Selection::Goal(goal)))
                + &self.targets_in_short(line, goal)
        });
        text_element("h2", self.messages.share_linked_goals()) + &list(items)
    }

    fn goal_content(&self, goal: Goal) -> String {
        let linked = Line::all().filter(|line| self.is_linked(*line, goal));
        let items = linked.map(|line| {
            self.link_with_name(Selection::Cell(line, goal), &self.title(Selection::Line(line)))
                + &self.targets_in_short(line, goal)
        });
        text_element("h2", self.messages.share_linked_lines()) + &list(items)
    }

    /// The footer of every page: sources, and the links to the pages around this one.
    fn footer(&self, selection: Selection) -> String {
        let is_cell = matches!(selection, Selection::Cell(..));
        let around = [
            selection.line().filter(|_| is_cell).map(Selection::Line),
            selection.goal().filter(|_| is_cell).map(Selection::Goal),
            (selection != Selection::None).then_some(Selection::None),
        ];
        let around: Vec<String> = around.into_iter().flatten().map(|to| self.link_to(to)).collect();
        let around = if around.is_empty() { String::new() } else { element("nav", &[], &list(around)) };
        let coverage = self
            .coverage
            .as_ref()
            .map(|(language, text)| element("p", self.language_attributes(*language), &escape_markup(text)))
            .unwrap_or_default();
        around + &element("footer", &[], &(text_element("p", self.messages.share_source()) + &coverage))
    }

    fn is_linked(&self, line: Line, goal: Goal) -> bool {
        link_mark(&self.matrix, line, goal) != LinkMark::None
    }

    /// A link to the page of another thing, by its name.
    fn link_to(&self, selection: Selection) -> String {
        self.link_with_name(selection, &self.title(selection))
    }

    pub(super) fn link_with_name(&self, selection: Selection, name: &str) -> String {
        let page = Shared { selection, language: self.language }.page();
        let file = page.rsplit('/').next().unwrap_or_default();
        element("a", &[("href", file)], &escape_markup(name))
    }

    /// The attributes of a text in a language; none where it is the page's. What is not the page's is English, since
    /// the data have no other to stand in.
    pub(super) fn language_attributes(&self, language: Language) -> &'static [(&'static str, &'static str)] {
        if language == self.language { &[] } else { &[("lang", "en"), ("dir", "ltr")] }
    }
}

/// An element with a text.
pub(super) fn text_element(name: &str, text: &str) -> String {
    element(name, &[], &escape_markup(text))
}

/// The view, seen from its page.
fn view_address(shared: Shared) -> String {
    let query = encode(&shared.view());
    if query.is_empty() { TO_SITE.to_owned() } else { format!("{TO_SITE}?{query}") }
}

/// An element without content, in the form that XML reads too.
fn void(name: &str, attributes: &[(&str, &str)]) -> String {
    element(name, attributes, "").replace(&format!("></{name}>"), " />")
}
