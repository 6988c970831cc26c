//! Updates a cell of the grid in place. A signal for each of 323 cells would take longer than the updates themselves.

use web_sys::Element;
use wsis_core::heat::Shade;
use wsis_page::grid::{CellFace, Gap};

/// Changes the cell with this id where it differs from before; one that is not drawn now is drawn as it has to be
/// later.
pub(crate) fn update_cell(id: &str, before: &CellFace, now: &CellFace) {
    let Some(cell) = wsis_platform::element_by_id(id) else { return };
    if before.shade != now.shade {
        set(&cell, "data-heat", now.shade.map(Shade::code).as_deref());
    }
    if before.gap != now.gap {
        set(&cell, "data-gap", now.gap.map(Gap::code));
    }
    if before.label != now.label {
        set(&cell, "aria-label", Some(&now.label));
    }
    if before.mark != now.mark
        && let Some(mark) = cell.first_element_child()
    {
        mark.set_text_content(Some(&now.mark));
    }
}

/// Sets or removes an attribute. The names are constants of this program and well-formed, so neither call can fail.
fn set(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}
