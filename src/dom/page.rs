//! What `index.html` hands to the app: its configuration, the prerendered page, a click that came before the app.

use serde::Deserialize;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, HtmlLinkElement};
use wsis_core::Language;
use wsis_core::language::Direction;

use super::{document, json, window};

/// The configuration in `<script type="application/json" id="wsis-config">`; editable after the build.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Config {
    /// The base address of the API, relative to the page or absolute.
    pub(crate) api: String,
    /// Where the site is known to the public; empty where it has no such address.
    pub(crate) public_address: String,
    /// Where errors are reported, http(s) or mailto; empty where nowhere.
    pub(crate) contact_address: String,
    /// Where ITU registers projects.
    pub(crate) register_address: String,
    /// The languages offered, in order.
    pub(crate) languages: Vec<Language>,
    /// How long to wait for a complete answer, in seconds.
    pub(crate) timeout_seconds: u32,
    /// The newest version of the element for other pages.
    pub(crate) embed_version: String,
    /// The hash of its content, as pages name it.
    pub(crate) embed_integrity: String,
    /// The style sheet of the stage, relative to the page; it is loaded when something is presented.
    pub(crate) stage_style: String,
    /// That of what the later part of the program draws; it is loaded with it.
    pub(crate) later_style: String,
    /// Whether the site has a page for each view that can be shared.
    pub(crate) share_pages: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            api: "api/v1/".to_owned(),
            public_address: String::new(),
            contact_address: String::new(),
            register_address: String::new(),
            languages: Language::ALL.to_vec(),
            timeout_seconds: 20,
            embed_version: String::new(),
            embed_integrity: String::new(),
            stage_style: String::new(),
            later_style: String::new(),
            share_pages: false,
        }
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

/// The page's own address without query.
pub(crate) fn own_address() -> Option<String> {
    let location = window()?.location();
    Some(format!("{}{}", location.origin().ok()?, location.pathname().ok()?))
}

/// An address relative to the page, such as a query, as a complete one.
pub(crate) fn beside(address: &str) -> String {
    format!("{}{address}", own_address().unwrap_or_default())
}

/// The page's own address without query, unless it is one of this machine only.
pub(crate) fn public_own_address() -> Option<String> {
    let location = window()?.location();
    let host = location.hostname().ok()?;
    let local = host == "localhost" || host == "[::1]" || host.starts_with("127.");
    if local { None } else { own_address() }
}

/// The day it is for the reader, ISO 8601.
pub(crate) fn today() -> String {
    let now = js_sys::Date::new_0();
    let two = |number: u32| if number < 10 { format!("0{number}") } else { number.to_string() };
    format!("{}-{}-{}", now.get_full_year(), two(now.get_month() + 1), two(now.get_date()))
}

/// Copies a text for pasting elsewhere; says whether the browser let it.
pub(crate) async fn copy(text: String) -> bool {
    let Some(window) = window() else { return false };
    // Pages without a secure address have no clipboard.
    let clipboard = js_sys::Reflect::get(&window.navigator(), &"clipboard".into());
    match clipboard.and_then(JsCast::dyn_into::<web_sys::Clipboard>) {
        Ok(clipboard) => JsFuture::from(clipboard.write_text(&text)).await.is_ok(),
        Err(_) => false,
    }
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

/// Whether the page came from what is kept on the device, or nothing is to be kept: the boot script says so.
pub(crate) fn concerns_keeping() -> bool {
    root().is_some_and(|root| root.has_attribute("data-kept"))
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

/// Loads a style sheet unless it is there.
pub(crate) fn need_style(address: &str) {
    let Some(document) = document() else { return };
    let (Some(head), None) = (document.head(), document.get_element_by_id(address)) else { return };
    let link = document.create_element("link").ok().and_then(|link| link.dyn_into::<HtmlLinkElement>().ok());
    let Some(link) = link else { return };
    link.set_id(address);
    link.set_rel("stylesheet");
    link.set_href(address);
    // The head takes every link.
    let _ = head.append_child(&link);
}

/// Sets the title of the window.
pub(crate) fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Prints the page, or as much of it as `data-print` of the root names, until [`printed`] takes that away.
pub(crate) fn print(part: &str) {
    set_root_attribute("data-print", Some(part));
    if window().is_none_or(|window| window.print().is_err()) {
        printed();
    }
}

/// The whole page is printed again.
pub(crate) fn printed() {
    set_root_attribute("data-print", None);
}

/// Sets or removes a property of the root element's own style, where no style sheet has the last word.
pub(crate) fn set_root_style(name: &str, value: Option<&str>) {
    let Some(root) = root().and_then(|root| root.dyn_into::<HtmlElement>().ok()) else { return };
    // The browser ignores a value that is none of this property.
    let _ = match value {
        Some(value) => root.style().set_property(name, value),
        None => root.style().remove_property(name).map(|_| ()),
    };
}

/// Marks that the app has taken over, for the boot script.
pub(crate) fn mark_ready() {
    set_root_attribute("data-ready", Some(""));
}

fn root() -> Option<web_sys::Element> {
    window()?.document()?.document_element()
}
