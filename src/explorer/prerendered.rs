//! The prerendered page, and what the boot script of `index.html` leaves for the app.

use web_sys::Element;
use wsis_platform::{document, element_by_id};

/// The beginning of the id of an example in the start panel; the id of its place in the grid follows.
pub(crate) const EXAMPLE_PREFIX: &str = "example-";

/// Removes the prerendered page, in the task that draws the app's own, so that no frame shows both or neither.
pub(crate) fn remove() {
    if let Some(element) = element_by_id("prerendered") {
        element.remove();
    }
}

/// The view of a selection that was made before the app started, for the panel to keep until it can draw its
/// own; taken once. To be called before [`remove`].
pub(crate) fn take_early_panel() -> Option<Element> {
    let panel = element_by_id("prerendered")?.query_selector("[data-early]").ok()??;
    panel.remove();
    Some(panel)
}

/// Shows the prerendered page even where the boot script has hidden it, since nothing better can be had.
pub(crate) fn show() {
    document::set_root_attribute("data-boot", None);
}

/// Tells the boot script that the app has started.
pub(crate) fn mark_ready() {
    document::set_root_attribute("data-ready", Some(""));
}

/// The id of the cell or header that was clicked before the app started; returned once.
pub(crate) fn take_early_click() -> Option<String> {
    let id = document::root_attribute("data-early")?;
    document::set_root_attribute("data-early", None);
    // The examples of the start panel lead to places of the grid.
    Some(id.strip_prefix(EXAMPLE_PREFIX).unwrap_or(&id).to_owned())
}

/// Whether the page came from the offline copy, or the copy is to be removed.
pub(crate) fn comes_from_offline_copy() -> bool {
    document::root_attribute("data-kept").is_some()
}
