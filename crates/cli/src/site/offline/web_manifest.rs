//! The facts that a browser needs to install the page: `manifest.webmanifest` and the pictures it names.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;
use wsis_core::palette;
use wsis_messages::Messages;

use super::icon::{self, Edge};
use crate::site::hashed_files::{hash, is_hashed};
use crate::site::markup::CHARSET_TAG;
use crate::site::markup::insert_after_tag;

/// The name of the manifest.
pub(in crate::site) const MANIFEST: &str = "manifest.webmanifest";

/// The page's own picture, which the others are drawn from.
const ICON: &str = "public/favicon.svg";

/// The pictures: for what, how many pixels wide, and whether a device may cut off its edges.
const PICTURES: [(&str, u32, Edge); 3] =
    [("any", 192, Edge::Rounded), ("any", 512, Edge::Rounded), ("maskable", 512, Edge::FullBleed)];

/// Writes the manifest and its pictures into the built site, each picture with the hash of its content in its name.
///
/// # Errors
/// A picture that cannot be drawn, a file that cannot be read or written.
pub(in crate::site) fn add(folder: &Path) -> Result<()> {
    let source = fs::read_to_string(ICON).with_context(|| format!("cannot read {ICON}"))?;
    let drawing = icon::read(&source)?;
    let mut icons = Vec::new();
    for (purpose, size, edge) in PICTURES {
        let bytes = drawing.png(size, edge)?;
        let name = format!("icon-{purpose}-{size}-{}.png", hash(&bytes).get(..16).unwrap_or_default());
        fs::write(folder.join(&name), bytes).with_context(|| format!("cannot write {name}"))?;
        icons.push(json!({ "src": name, "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": purpose }));
    }
    if let Some(name) = vector(folder)? {
        icons.push(json!({ "src": name, "sizes": "any", "type": "image/svg+xml", "purpose": "any" }));
    }
    let messages = Messages::SHOWN;
    let manifest = json!({
        "name": messages.site_title(),
        "short_name": messages.site_title(),
        "description": messages.site_description(),
        "lang": "en",
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": palette::SURFACE.light.to_string(),
        "theme_color": drawing.ground(),
        "icons": icons,
    });
    let text = serde_json::to_string_pretty(&manifest)? + "\n";
    fs::write(folder.join(MANIFEST), text).with_context(|| format!("cannot write {MANIFEST}"))
}

/// The page's own picture as trunk named it.
fn vector(folder: &Path) -> Result<Option<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    for entry in entries {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.starts_with("favicon-") && is_hashed(&name) {
            return Ok(Some(name));
        }
    }
    Ok(None)
}

/// The page with the manifest named. Browsers read it when the page has been loaded, so `xtask size` leaves it out.
///
/// # Errors
/// A page that has no head.
pub(in crate::site) fn link_manifest(page: &str) -> Result<String> {
    insert_after_tag(page, CHARSET_TAG, &format!("<link rel=manifest href={MANIFEST}>"))
}
