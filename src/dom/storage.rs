//! What the browser remembers: one flag. Where storage is forbidden, nothing is remembered and nothing breaks.

use web_sys::Storage;

use super::window;

const VISITED: &str = "wsis-visited";

fn local() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}

/// Whether this is a first visit; from then on it is not. Where nothing can be remembered, no visit is the first.
pub(crate) fn first_visit() -> bool {
    let Some(storage) = local() else { return false };
    matches!(storage.get_item(VISITED), Ok(None)) && storage.set_item(VISITED, "1").is_ok()
}
