//! The first sight of the page: title, colours, the prerendered page, and the texts for a browser without scripts.

use std::fmt::Write as _;

use anyhow::Result;
use wsis_core::escape::escape_markup;
use wsis_core::matrix::Matrix;
use wsis_messages::Messages;
use wsis_sdg_matrix::{FirstSight, prerender};

use super::about_page::{self, take_account};
use super::markup::{CHARSET_TAG, element, insert_after_tag};

/// Puts title and colours into the head, and the prerendered page before the place of the app. Returns the page, and the
/// account of the data, which is a page of its own.
pub(super) fn fill(page: &str, first_sight: FirstSight) -> Result<(String, String)> {
    let messages = Messages::SHOWN;
    let page = insert_after_tag(page, CHARSET_TAG, &head(messages, &first_sight.matrix))?;
    let (prerendered, account) = take_account(&prerender(first_sight));
    let prerendered = element("div", &[("id", "prerendered")], &prerendered);
    let body = [no_script(messages), crash(messages), prerendered].concat();
    Ok((insert_after_tag(&page, "<body", &body)?, account))
}

fn head(messages: Messages, matrix: &Matrix) -> String {
    format!(
        "{title}<meta name=\"description\" content=\"{description}\" /><style>{colours}</style>",
        title = element("title", &[], &escape_markup(messages.site_title())),
        description = escape_markup(messages.site_description()),
        colours = goal_colours(matrix),
    )
}

/// Each goal's colour and the ink that is readable on it; by attribute, since the policy forbids `style="…"`.
fn goal_colours(matrix: &Matrix) -> String {
    matrix.goals().fold(String::new(), |mut css, goal| {
        let (number, colour) = (goal.number, goal.colour);
        let _ = write!(css, "[data-goal=\"{number}\"]{{--goal:{colour};--on-goal:{}}}", colour.ink());
        css
    })
}

fn no_script(messages: Messages) -> String {
    let about = element("a", &[("href", about_page::PAGE)], &escape_markup(messages.site_about_data()));
    element(
        "noscript",
        &[],
        &element("p", &[("class", "no-script")], &(escape_markup(messages.site_no_script()) + " " + &about)),
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
    // The page may be in another language by then.
    let attributes = [("id", "crash"), ("class", "crash"), ("lang", "en"), ("role", "alert"), ("hidden", "")];
    element("div", &attributes, &content)
}
