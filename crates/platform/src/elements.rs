//! Elements of the page: found by selectors, changed only where they differ, since every change is styled anew.

use wasm_bindgen::JsCast;
use web_sys::Element;

/// The elements below this one that a selector finds, in their order.
#[must_use]
pub fn all(within: &Element, selector: &str) -> Vec<Element> {
    // The selectors are constants of this program and well-formed.
    let Ok(found) = within.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

/// The first element below this one that a selector finds.
#[must_use]
pub fn first(within: &Element, selector: &str) -> Option<Element> {
    within.query_selector(selector).ok().flatten()
}

/// The children of an element, in their order.
#[must_use]
pub fn children(parent: &Element) -> Vec<Element> {
    let children = parent.children();
    (0..children.length()).filter_map(|at| children.item(at)).collect()
}

/// Gives an attribute a value, or removes it.
pub fn set_attribute(element: &Element, name: &str, value: Option<&str>) {
    if element.get_attribute(name).as_deref() == value {
        return;
    }
    // The names are constants of this program and well-formed, so neither call can fail.
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// Gives an element a text in the place of all that it holds.
pub fn set_text(element: &Element, text: &str) {
    if element.text_content().as_deref() != Some(text) {
        element.set_text_content(Some(text));
    }
}
