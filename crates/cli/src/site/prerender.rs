//! The first sight of the page: what a person sees before the program has come, and all they see without script.

use std::fmt::Write as _;

use anyhow::Result;
use wsis_core::Language;
use wsis_core::address::Show;
use wsis_core::contract::manifest::Manifest;
use wsis_core::escape::escape_markup;
use wsis_core::matrix::{Matrix, Numbers};
use wsis_messages::Messages;
use wsis_page::texts::{about, legend, show_name};

use super::CHARSET_TAG;
use super::markup::{element, insert_after_tag};
use super::table::table;

/// What the first sight is drawn from.
pub(super) struct Site {
    pub(super) matrix: Matrix,
    /// The projects, where they are built in.
    pub(super) collection: Option<Collection>,
}

impl Site {
    /// The numbers of every cell, where they are known.
    pub(super) fn numbers(&self) -> Option<&Numbers> {
        self.collection.as_ref().map(|collection| &collection.numbers)
    }
}

/// A collection of projects: what it covers, and its numbers.
pub(super) struct Collection {
    pub(super) manifest: Manifest,
    pub(super) numbers: Numbers,
}

/// Puts title and colours into the head, and the prerendered page before the place of the app.
pub(super) fn fill(page: &str, site: &Site) -> Result<String> {
    let messages = Messages::ENGLISH;
    let page = insert_after_tag(page, CHARSET_TAG, &head(messages, site))?;
    insert_after_tag(&page, "<body", &body(messages, site))
}

fn head(messages: Messages, site: &Site) -> String {
    format!(
        "{title}<meta name=\"description\" content=\"{description}\" /><style>{colours}</style>",
        title = element("title", &[], &escape_markup(messages.site_title())),
        description = escape_markup(messages.site_description()),
        colours = goal_colours(site),
    )
}

/// Each goal's colour and the ink that is readable on it; by attribute, since the policy forbids `style="…"`.
fn goal_colours(site: &Site) -> String {
    site.matrix.goals().fold(String::new(), |mut css, goal| {
        let (number, colour) = (goal.number, goal.colour);
        let _ = write!(css, "[data-goal=\"{number}\"]{{--goal:{colour};--on-goal:{}}}", colour.ink());
        css
    })
}

fn body(messages: Messages, site: &Site) -> String {
    [no_script(messages), crash(messages), prerendered(messages, site)].concat()
}

fn no_script(messages: Messages) -> String {
    element(
        "noscript",
        &[],
        &element("p", &[("class", "no-script")], &escape_markup(messages.site_no_script())),
    )
}

/// The box that the boot script shows when the program stops or cannot start.
fn crash(messages: Messages) -> String {
    let content = [
        element("h2", &[], &escape_markup(messages.crash_title())),
        element("p", &[("class", "crash-late")], &escape_markup(messages.crash_text())),
        element("p", &[("class", "crash-early")], &escape_markup(messages.crash_start())),
        element("p", &[], &element("a", &[("href", "")], &escape_markup(messages.crash_reload()))),
        element("pre", &[("id", "crash-detail")], ""),
    ]
    .concat();
    element("div", &[("id", "crash"), ("class", "crash"), ("role", "alert"), ("hidden", "")], &content)
}

fn prerendered(messages: Messages, site: &Site) -> String {
    let matrix = element("div", &[("class", "matrix")], &(tools(messages) + &table(messages, site)));
    let filters = element("div", &[("class", "filters")], "");
    let board = element("div", &[("class", "board")], &(filters + &matrix + &legend_section(messages, site)));
    let main = element("main", &[("class", "stage")], &(board + &start(messages)));
    let content = header(messages) + &standing(messages, site) + &main + &about_section(messages, site);
    let page = element("div", &[("class", "page")], &content);
    element("div", &[("id", "prerendered")], &page)
}

fn header(messages: Messages) -> String {
    let title = element("h1", &[], &escape_markup(messages.site_title()));
    let question = element("p", &[("class", "question")], &escape_markup(messages.site_question()));
    let titles = element("div", &[("class", "titles")], &(title + &question));
    let about =
        element("a", &[("class", "control"), ("href", "#about")], &escape_markup(messages.site_about()));
    let copy = element("span", &[("class", "control waiting")], &escape_markup(messages.link_copy()));
    let more = element("span", &[("class", "control waiting")], &escape_markup(messages.site_more()));
    let controls = element(
        "nav",
        &[("class", "controls")],
        &(search(messages) + &language(messages) + &copy + &about + &more),
    );
    element("header", &[("class", "masthead")], &(titles + &controls))
}

/// The place of the search box, which needs the program.
fn search(messages: Messages) -> String {
    let attributes = [("type", "search"), ("disabled", ""), ("placeholder", messages.search_label())];
    element(
        "div",
        &[("class", "control search waiting")],
        &element("input", &attributes, "").replace("</input>", ""),
    )
}

/// The place of the choice of language, which needs the program: as large as the real one, and not to be seen.
fn language(messages: Messages) -> String {
    let label = element("span", &[("class", "visually-hidden")], &escape_markup(messages.site_language()));
    let options: String = Language::ALL
        .map(|language| {
            let attributes: &[(&str, &str)] =
                if language == Language::English { &[("selected", "")] } else { &[] };
            element("option", attributes, language.own_name())
        })
        .concat();
    let choice = element("select", &[("disabled", "")], &options);
    element("span", &[("class", "control choice waiting")], &(label + &choice))
}

/// The place of the tools, which need the program: as large as they are, and not to be seen.
fn tools(messages: Messages) -> String {
    let button =
        |name: &str| element("button", &[("type", "button"), ("disabled", "")], &escape_markup(name));
    let shows: String = Show::ALL.map(|show| button(show_name(messages, show))).concat();
    let content = element("span", &[("class", "shows")], &shows)
        + &button(messages.tools_filter())
        + &button(messages.tools_arrange());
    element("div", &[("class", "tools waiting")], &content)
}

fn standing(messages: Messages, site: &Site) -> String {
    let coverage =
        site.collection.as_ref().and_then(|collection| collection.manifest.coverage.get(&Language::English));
    let coverage =
        element("p", &[("class", "coverage")], &escape_markup(coverage.map_or("", String::as_str)));
    let to_legend =
        element("a", &[("class", "to-legend"), ("href", "#legend")], &escape_markup(messages.legend_title()));
    let origin = element(
        "p",
        &[("class", "origin")],
        &format!("{} {to_legend}", escape_markup(messages.intro_source())),
    );
    element("div", &[("class", "standing")], &(coverage + &origin))
}

fn legend_section(messages: Messages, site: &Site) -> String {
    let entries: String = legend(messages, site.numbers())
        .iter()
        .map(|(mark, meaning)| {
            let attributes = [("class", "legend-mark"), ("data-mark", mark.code()), ("aria-hidden", "true")];
            let mark = element("span", &attributes, mark.text());
            element(
                "li",
                &[("class", "legend-entry")],
                &(mark + &element("span", &[], &escape_markup(meaning))),
            )
        })
        .collect();
    let content = element("h2", &[], &escape_markup(messages.legend_title()))
        + &element("ul", &[], &entries)
        + &element("p", &[("class", "legend-totals")], &escape_markup(messages.legend_totals()));
    element("section", &[("class", "legend"), ("id", "legend")], &content)
}

fn start(messages: Messages) -> String {
    let content = element("h2", &[], &escape_markup(messages.start_title()))
        + &element("p", &[], &escape_markup(messages.start_text()));
    element("aside", &[("class", "panel")], &element("div", &[("class", "start")], &content))
}

fn about_section(messages: Messages, site: &Site) -> String {
    let parts: String = about(messages)
        .iter()
        .map(|(heading, paragraphs)| {
            let paragraphs: String =
                paragraphs.iter().map(|paragraph| element("p", &[], &escape_markup(paragraph))).collect();
            element(
                "div",
                &[("class", "about-part")],
                &(element("h3", &[], &escape_markup(heading)) + &paragraphs),
            )
        })
        .collect();
    let sources = site.collection.as_ref().map(|collection| sources(messages, &collection.manifest));
    let content =
        element("h2", &[], &escape_markup(messages.about_title())) + &parts + &sources.unwrap_or_default();
    element("section", &[("class", "about"), ("id", "about")], &content)
}

fn sources(messages: Messages, manifest: &Manifest) -> String {
    let items: String = manifest
        .sources
        .iter()
        .map(|source| {
            let name = match &source.address {
                Some(address) => {
                    element("a", &[("href", address), ("rel", "noreferrer")], &escape_markup(&source.name))
                }
                None => element("span", &[], &escape_markup(&source.name)),
            };
            let facts = escape_markup(&format!("{} · {}", source.date, source.licence));
            element("li", &[], &(name + &element("span", &[("class", "source-facts")], &facts)))
        })
        .collect();
    let content =
        element("h3", &[], &escape_markup(messages.about_sources_title())) + &element("ul", &[], &items);
    element("div", &[("class", "about-part about-sources")], &content)
}
