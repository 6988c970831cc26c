//! What the browser remembers: that one has been here, whether single letters count, and in one window the tour that
//! is made in it. Where storage is forbidden, nothing is remembered and nothing breaks.

use web_sys::Storage;

use super::window;

const VISITED: &str = "wsis-visited";

/// Where the beginning of a talk is kept in its window.
pub(crate) const TALK_STARTED: &str = "wsis-talk-started";

const LETTERS: &str = "wsis-letters";

/// What [`LETTERS`] is where they do not count.
const OFF: &str = "off";

fn local() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}

/// Whether this is a first visit; from then on it is not. Where nothing can be remembered, no visit is the first.
pub(crate) fn first_visit() -> bool {
    let Some(storage) = local() else { return false };
    matches!(storage.get_item(VISITED), Ok(None)) && storage.set_item(VISITED, "1").is_ok()
}

/// Whether keys of a single letter count; some people's tools type them unasked.
pub(crate) fn letters() -> bool {
    local().and_then(|storage| storage.get_item(LETTERS).ok().flatten()).is_none_or(|value| value != OFF)
}

/// Remembers whether they count.
pub(crate) fn set_letters(count: bool) {
    let Some(storage) = local() else { return };
    // Where it cannot be remembered it is asked again.
    let _ = if count { storage.remove_item(LETTERS) } else { storage.set_item(LETTERS, OFF) };
}

/// A text that is kept as long as this window, and handed on to windows that it opens.
pub(crate) fn of_window(name: &str) -> Option<String> {
    window()?.session_storage().ok().flatten()?.get_item(name).ok().flatten()
}

/// Keeps such a text; says whether the browser could.
pub(crate) fn keep_for_window(name: &str, text: &str) -> bool {
    let storage = window().and_then(|window| window.session_storage().ok().flatten());
    storage.is_some_and(|storage| storage.set_item(name, text).is_ok())
}

/// Forgets such a text.
pub(crate) fn forget_of_window(name: &str) {
    if let Some(storage) = window().and_then(|window| window.session_storage().ok().flatten()) {
        // What is not there need not be forgotten.
        let _ = storage.remove_item(name);
    }
}
