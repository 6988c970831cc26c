//! The page: attributes and style of its root element, title, style sheets, printing.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlLinkElement};

use crate::{document, window};

fn root() -> Option<Element> {
    document()?.document_element()
}

/// The value of an attribute of the root element.
#[must_use]
pub fn root_attribute(name: &str) -> Option<String> {
    root()?.get_attribute(name)
}

/// Sets an attribute of the root element; `None` removes it. One that is set, even to its former value, restyles the whole
/// page, so only a change is.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = root() else { return };
    if root.get_attribute(name).as_deref() == value {
        return;
    }
    // The names are constants of this program and well-formed, so neither call can fail.
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// Sets a property in the root element's own style, which wins over every style sheet; `None` removes it.
pub fn set_root_style(name: &str, value: Option<&str>) {
    let Some(root) = root().and_then(|root| root.dyn_into::<HtmlElement>().ok()) else { return };
    // The browser ignores a value that does not fit the property.
    let _ = match value {
        Some(value) => root.style().set_property(name, value),
        None => root.style().remove_property(name).map(|_| ()),
    };
}

/// Sets the title of the window.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Whether a popover is open; Esc then closes it and does nothing else.
#[must_use]
pub fn popover_is_open() -> bool {
    document().is_some_and(|document| matches!(document.query_selector(":popover-open"), Ok(Some(_))))
}

/// Whether the focus is in a field for text or a choice, where letters are not shortcuts.
#[must_use]
pub fn is_typing() -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused
        .is_some_and(|element| element.matches("input, select, textarea, [contenteditable]").unwrap_or(false))
}

/// Whether the reader has not asked for reduced motion.
#[must_use]
pub fn allows_motion() -> bool {
    let query =
        window().and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
    query.is_none_or(|query| !query.matches())
}

/// Loads a style sheet once.
pub fn load_style_sheet(address: &str) {
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

/// Prints what the attribute `data-print` of the root element selects, until [`end_print`] removes it.
pub fn print(part: &str) {
    set_root_attribute("data-print", Some(part));
    if window().is_none_or(|window| window.print().is_err()) {
        end_print();
    }
}

/// Prints the page as it is shown; nothing where the browser refuses.
pub fn print_all() {
    // A browser that does not print says so itself.
    let _ = window().map(|window| window.print());
}

/// Lets the whole page be printed again.
pub fn end_print() {
    set_root_attribute("data-print", None);
}
