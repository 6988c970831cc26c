//! What the browser remembers: one flag. Where storage is forbidden, nothing is remembered and nothing breaks.

use web_sys::Storage;

use super::window;

const LEGEND_SEEN: &str = "wsis-legend-seen";

fn local() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}

/// Whether this is a first visit: storage works and does not know the legend as seen.
pub(crate) fn is_first_visit() -> bool {
    local().is_some_and(|storage| matches!(storage.get_item(LEGEND_SEEN), Ok(None)))
}

/// Remembers that the legend has been seen.
pub(crate) fn remember_legend() {
    if let Some(storage) = local() {
        let _ = storage.set_item(LEGEND_SEEN, "1");
    }
}
