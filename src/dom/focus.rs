//! Moving the focus to an element by its id.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::document;

/// Focuses the element with this id; says whether there is one.
pub(crate) fn focus_now(id: &str) -> bool {
    let element = document().and_then(|document| document.get_element_by_id(id));
    let element = element.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}

/// Focuses the element with this id once the present changes have reached the page.
pub(crate) fn focus_when_drawn(id: String) {
    focus_first_when_drawn(vec![id]);
}

/// Focuses the first of these that there is, once the present changes have reached the page.
pub(crate) fn focus_first_when_drawn(ids: Vec<String>) {
    leptos::prelude::request_animation_frame(move || {
        let _ = ids.iter().any(|id| focus_now(id));
    });
}

/// The id of the element that has the focus, if it has one.
pub(crate) fn focused_id() -> Option<String> {
    let element = document()?.active_element()?;
    Some(element.id()).filter(|id| !id.is_empty())
}
