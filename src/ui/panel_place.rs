//! The place of the panel in the page: behind the matrix, or in a table row of its own (embedded pages).

use web_sys::Element;
use wsis_platform::{document, element_by_id};
use wsis_state::element_ids;

/// The table row that contains the panel, if there is one.
pub(crate) fn panel_row(panel: &Element) -> Option<Element> {
    panel.closest(".panel-row").ok().flatten()
}

/// Moves the panel out of its table row and behind the matrix. Also needed before rows are redrawn, since a row that is
/// removed would take the panel with it.
pub(crate) fn move_behind_matrix() {
    let (Some(document), Some(panel)) = (document(), element_by_id(element_ids::PANEL)) else { return };
    if let (Some(row), Ok(Some(main))) = (panel_row(&panel), document.query_selector(".stage")) {
        let _ = main.append_child(&panel);
        row.remove();
    }
}
