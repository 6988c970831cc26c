//! Moves the focus to an element by its id.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::timer::run_in_frame;
use crate::{document, element_by_id};

/// Focuses the element with this id; `false` if there is none.
pub fn focus_now(id: &str) -> bool {
    let element = element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}

/// Takes the focus out of the element with this id, before its content is replaced: a focused element that goes has the
/// page laid out at once.
pub fn leave(id: &str) {
    let inside =
        element_by_id(id).zip(focused_element()).filter(|(outer, inner)| outer.contains(Some(inner)));
    if let Some(focused) = inside.and_then(|(_, inner)| inner.dyn_into::<HtmlElement>().ok()) {
        // Nothing refuses to lose the focus.
        let _ = focused.blur();
    }
}

/// Frames to wait for an element: ten seconds, since a lazy chunk may still be loading.
const MAX_FRAMES: u32 = 600;

/// Focuses the element with this id once it has been drawn.
pub fn focus_when_drawn(id: String) {
    focus_first_when_drawn(vec![id]);
}

/// Focuses the first of these ids that exists, once pending changes have been drawn. Waits for one to appear, but gives
/// up when the focus moves elsewhere or a newer request comes.
pub fn focus_first_when_drawn(ids: Vec<String>) {
    let request = NEWEST.get().wrapping_add(1);
    NEWEST.set(request);
    wait_for_first(FocusRequest { ids, before: focused_element(), request, frames: MAX_FRAMES });
}

thread_local! {
    /// The newest request; only this one is granted.
    static NEWEST: Cell<u32> = const { Cell::new(0) };
}

/// A pending focus request.
struct FocusRequest {
    ids: Vec<String>,
    before: Option<Element>,
    request: u32,
    frames: u32,
}

fn wait_for_first(wanted: FocusRequest) {
    run_in_frame(move || {
        let moved = focused_element().is_some_and(|now| wanted.before.as_ref() != Some(&now));
        let holds = wanted.frames > 0 && wanted.request == NEWEST.get() && !moved;
        if holds && !wanted.ids.iter().any(|id| focus_now(id)) {
            wait_for_first(FocusRequest { frames: wanted.frames - 1, ..wanted });
        }
    });
}

/// The focused element; `None` while only the body has the focus.
fn focused_element() -> Option<Element> {
    document()?.active_element().filter(|element| element.local_name() != "body")
}

/// The id of the focused element, if it has one.
#[must_use]
pub fn focused_id() -> Option<String> {
    Some(focused_element()?.id()).filter(|id| !id.is_empty())
}

/// Scrolls the element with this id into view, as little as possible.
pub fn scroll_to(id: &str) {
    if let Some(element) = element_by_id(id) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
