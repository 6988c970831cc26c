//! The oEmbed answer of a share page: what a site that is given its address shows in its place.
//!
//! A file, so it is the same for everyone: `maxwidth` and `maxheight` of a request cannot be honoured.

use anyhow::Result;
use serde::Serialize;
use wsis_core::address::{Selection, Shared, View, encode, share_picture};
use wsis_page::picture::share;

use super::page::Edition;
use crate::site::markup::element;

/// The width of the frame in pixels.
const WIDTH: u32 = 800;

/// How long an answer may be kept, in seconds: a day.
const CACHE_AGE: u32 = 86_400;

/// The permissions of the frame: run, and open links in windows that are free of the frame's limits.
const SANDBOX: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

/// oEmbed 1.0, type "rich"; names and order are the specification's.
#[derive(Debug, Serialize)]
struct Answer<'a> {
    version: &'static str,
    r#type: &'static str,
    title: &'a str,
    provider_name: &'a str,
    provider_url: &'a str,
    cache_age: u32,
    width: u32,
    height: u32,
    html: String,
    thumbnail_url: String,
    thumbnail_width: u32,
    thumbnail_height: u32,
}

/// The answer for the page of a selection, as JSON.
///
/// # Errors
/// It cannot be written as JSON.
pub(super) fn answer(edition: &Edition<'_>, selection: Selection) -> Result<Vec<u8>> {
    let shared = Shared { selection, language: edition.language };
    let public = edition.public;
    Ok(serde_json::to_vec(&Answer {
        version: "1.0",
        r#type: "rich",
        title: &edition.title(selection),
        provider_name: edition.messages.site_title(),
        provider_url: public,
        cache_age: CACHE_AGE,
        width: WIDTH,
        height: height(shared),
        html: frame(shared, &edition.full_title(selection), public),
        thumbnail_url: format!("{public}{}", share_picture(selection)),
        thumbnail_width: share::WIDTH,
        thumbnail_height: share::HEIGHT,
    })?)
}

/// An `<iframe>` and nothing else: WordPress hides the frame of an answer that brings a quotation as well, until a
/// script of its own is told to show it. It drops `loading` and puts a stricter `sandbox`; the frame works with both.
fn frame(shared: Shared, title: &str, public: &str) -> String {
    element(
        "iframe",
        &[
            ("src", &address(shared, public)),
            ("title", title),
            ("width", &WIDTH.to_string()),
            ("height", &height(shared).to_string()),
            ("frameborder", "0"),
            ("loading", "lazy"),
            ("sandbox", SANDBOX),
        ],
        "",
    )
}

/// The view in its form for frames.
fn address(shared: Shared, public: &str) -> String {
    format!("{public}?{}", encode(&View { embed: true, ..shared.view() }))
}

/// The height that shows all of it at this width, as measured for docs/embedding.md.
fn height(shared: Shared) -> u32 {
    match shared.selection {
        Selection::None => 1060,
        Selection::Line(_) => 1090,
        Selection::Goal(_) => 1300,
        Selection::Cell(..) => 660,
    }
}
