//! What `index.html` hands to the app: its configuration, the prerendered page, a click that came before the app.

use serde::Deserialize;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use wsis_core::Language;
use wsis_core::language::Direction;

use super::{document, json, window};

/// The configuration in `<script type="application/json" id="wsis-config">`; editable after the build.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Config {
    /// The base address of the API, relative to the page or absolute.
    pub(crate) api: String,
    /// The languages offered, in order.
    pub(crate) languages: Vec<Language>,
    /// How long to wait for a complete answer, in seconds.
    pub(crate) timeout_seconds: u32,
}

impl Default for Config {
    fn default() -> Self {
        Self { api: "api/v1/".to_owned(), languages: Language::ALL.to_vec(), timeout_seconds: 20 }
    }
}

/// Reads the configuration; what is missing or cannot be read has its default.
pub(crate) fn config() -> Config {
    let text = document()
        .and_then(|document| document.get_element_by_id("wsis-config"))
        .and_then(|element| element.text_content())
        .unwrap_or_default();
    json::parse(&text).unwrap_or_else(|error| {
        web_sys::console::warn_1(&format!("wsis-config cannot be read, defaults are used: {error}").into());
        Config::default()
    })
}

/// An address of the configuration as a complete one, with a closing slash.
pub(crate) fn resolve(address: &str) -> String {
    let base = document().and_then(|document| document.base_uri().ok().flatten()).unwrap_or_default();
    let mut resolved =
        web_sys::Url::new_with_base(address, &base).map_or_else(|_| address.to_owned(), |url| url.href());
    if !resolved.ends_with('/') {
        resolved.push('/');
    }
    resolved
}

/// The element the app is drawn into.
pub(crate) fn mount_point() -> Option<HtmlElement> {
    document()?.get_element_by_id("app")?.dyn_into().ok()
}

/// Takes the prerendered page away; called in the same task that drew the app, so that no frame shows neither.
pub(crate) fn remove_prerendered() {
    if let Some(element) = document().and_then(|document| document.get_element_by_id("prerendered")) {
        element.remove();
    }
}

/// Shows the prerendered page even where the boot script had hidden it, since nothing better can be had.
pub(crate) fn show_prerendered() {
    set_root_attribute("data-boot", None);
}

/// The id of the cell or header that was clicked before the app was there; handed out once.
pub(crate) fn early_click() -> Option<String> {
    let id = root()?.get_attribute("data-early")?;
    set_root_attribute("data-early", None);
    Some(id)
}

/// Sets or removes an attribute of the root element.
pub(crate) fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = root() else { return };
    // The names are constants of this program and well-formed, so neither call can fail.
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// Sets which way the page runs.
pub(crate) fn set_direction(direction: Direction) {
    set_root_attribute("dir", Some(direction.code()));
}

/// Whether a popover is open: Esc closes it, and nothing else.
pub(crate) fn popover_is_open() -> bool {
    document().is_some_and(|document| matches!(document.query_selector(":popover-open"), Ok(Some(_))))
}

/// Whether the focus is where text is written or chosen.
pub(crate) fn writes_text() -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused
        .is_some_and(|element| element.matches("input, select, textarea, [contenteditable]").unwrap_or(false))
}

/// Sets the title of the window.
pub(crate) fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Marks that the app has taken over, for the boot script.
pub(crate) fn mark_ready() {
    set_root_attribute("data-ready", Some(""));
}

fn root() -> Option<web_sys::Element> {
    window()?.document()?.document_element()
}
