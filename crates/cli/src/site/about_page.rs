//! `about.html`: the account of the data as a page of its own, for readers without scripts. With scripts the app draws it, so
//! that the first load does without.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use wsis_core::escape::escape_markup;
use wsis_messages::Messages;

use super::markup::{element, links};

/// The name of the page.
pub(super) const PAGE: &str = "about.html";

const STYLE_SHEET: &str = "about.css";

/// The style of the account in the app, and what differs here.
const STYLE: &str = concat!(
    include_str!("../../../../style/tokens.css"),
    include_str!("../../../../style/base.css"),
    include_str!("../../../../style/ui/text.css"),
    include_str!("../../../../style/ui/controls.css"),
    include_str!("../../../../style/details/about.css"),
    include_str!("../../../../style/about-page.css"),
);

/// The icons of the account.
const ICONS: &str = include_str!("../../../../web/icons.svg");

const POLICY: &str =
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/// Takes the account out of the prerendered page; returns the page without, and the account.
pub(super) fn take_account(prerendered: &str) -> (String, String) {
    const OPEN: &str = "<section id=\"about\"";
    let parts = prerendered.split_once(OPEN).and_then(|(before, rest)| {
        let (attributes, rest) = rest.split_once('>')?;
        let (account, after) = rest.rsplit_once("</section>")?;
        Some((format!("{before}{OPEN}{attributes}></section>{after}"), account.to_owned()))
    });
    parts.unwrap_or_else(|| (prerendered.to_owned(), String::new()))
}

/// Writes the page and its style sheet. The start page, as trunk made it, names the icon.
///
/// # Errors
/// A start page without an icon, or a file that cannot be written.
pub(super) fn write(folder: &Path, start_page: &str, account: &str) -> Result<()> {
    let messages = Messages::SHOWN;
    let title = format!("{} – {}", messages.site_about_data(), messages.site_title());
    // The way back leads to the start page.
    let account = account.replace("href=\"#matrix\"", "href=\"./\"");
    let body = element("main", &[], &account);
    let icon = links(start_page).into_iter().find(|file| file.ends_with(".svg"));
    let icon = icon.context("the start page names no icon")?;
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" \
         content=\"{POLICY}\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>{}</title><link rel=\"icon\" href=\"{icon}\">\
         <link rel=\"stylesheet\" href=\"{STYLE_SHEET}\"><body>{ICONS}{body}</body></html>\n",
        escape_markup(&title)
    );
    for (name, text) in [(PAGE, page.as_str()), (STYLE_SHEET, STYLE)] {
        fs::write(folder.join(name), text).with_context(|| format!("cannot write {name}"))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_account_leaves_the_page_and_its_place_stays() {
        let page = "<div><section id=\"about\" role=\"main\"><section>a</section>b</section><p>c</p></div>";
        let (page, account) = take_account(page);
        assert_eq!(page, "<div><section id=\"about\" role=\"main\"></section><p>c</p></div>");
        assert_eq!(account, "<section>a</section>b");
        assert_eq!(take_account("<p>"), ("<p>".to_owned(), String::new()));
    }
}
