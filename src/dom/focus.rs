//! Moving the focus to an element by its id.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::document;

/// Focuses the element with this id; nothing if there is none.
pub(crate) fn focus_now(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Focuses the element with this id once the present changes have reached the page.
pub(crate) fn focus_when_drawn(id: String) {
    leptos::prelude::request_animation_frame(move || focus_now(&id));
}
