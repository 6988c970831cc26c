//! Moving the focus to an element by its id.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::document;

/// Focuses the element with this id; says whether there is one.
pub(crate) fn focus_now(id: &str) -> bool {
    let element = document().and_then(|document| document.get_element_by_id(id));
    let element = element.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}

/// For how many frames an element is waited for: ten seconds, as a part of the program may still be on its way.
const PATIENCE: u32 = 600;

/// Focuses the element with this id once it has been drawn.
pub(crate) fn focus_when_drawn(id: String) {
    focus_first_when_drawn(vec![id]);
}

/// Focuses the first of these that there is, once the present changes have reached the page; waits for one, but not
/// once the focus has been moved elsewhere or is wanted elsewhere.
pub(crate) fn focus_first_when_drawn(ids: Vec<String>) {
    let request = NEWEST.get().wrapping_add(1);
    NEWEST.set(request);
    wait_for_first(Wanted { ids, before: focused_element(), request, frames: PATIENCE });
}

thread_local! {
    /// The newest request for the focus: it alone is granted.
    static NEWEST: Cell<u32> = const { Cell::new(0) };
}

/// A request for the focus.
struct Wanted {
    ids: Vec<String>,
    before: Option<Element>,
    request: u32,
    frames: u32,
}

fn wait_for_first(wanted: Wanted) {
    leptos::prelude::request_animation_frame(move || {
        let moved = focused_element().is_some_and(|now| wanted.before.as_ref() != Some(&now));
        let holds = wanted.frames > 0 && wanted.request == NEWEST.get() && !moved;
        if holds && !wanted.ids.iter().any(|id| focus_now(id)) {
            wait_for_first(Wanted { frames: wanted.frames - 1, ..wanted });
        }
    });
}

/// The element that has the focus; none where only the page as a whole has it.
fn focused_element() -> Option<Element> {
    document()?.active_element().filter(|element| element.local_name() != "body")
}

/// The id of the element that has the focus, if it has one.
pub(crate) fn focused_id() -> Option<String> {
    Some(focused_element()?.id()).filter(|id| !id.is_empty())
}

/// Brings the element with this id into sight, moving as little as possible.
pub(crate) fn scroll_to(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
