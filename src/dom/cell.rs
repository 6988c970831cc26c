//! What a cell of the grid shows, changed in place. Three hundred cells that each follow a signal by themselves would
//! take longer to be told than to be changed.

use web_sys::Element;
use wsis_core::heat::Shade;
use wsis_page::grid::{CellFace, Gap};

use super::document;

/// Changes the cell with this id where it differs from before; one that is not drawn now is drawn as it has to be
/// later.
pub(crate) fn change(id: &str, before: &CellFace, now: &CellFace) {
    let Some(cell) = document().and_then(|document| document.get_element_by_id(id)) else { return };
    if before.shade != now.shade {
        set(&cell, "data-heat", now.shade.map(Shade::code).as_deref());
    }
    if before.gap != now.gap {
        set(&cell, "data-gap", now.gap.map(Gap::code));
    }
    if before.label != now.label {
        set(&cell, "aria-label", Some(&now.label));
    }
    let marks = cell.children();
    if before.mark != now.mark {
        write(marks.item(0), &now.mark);
    }
    if before.declared != now.declared {
        write(marks.item(1), &now.declared);
    }
    if before.derived != now.derived
        && let Some(derived) = marks.item(2)
    {
        set(&derived, "hidden", (!now.derived).then_some(""));
    }
}

/// Changes the text of a mark. Its text node stays: the browser then has less to lay out anew.
fn write(mark: Option<Element>, text: &str) {
    let Some(mark) = mark else { return };
    match mark.first_child() {
        Some(node) => node.set_node_value(Some(text)),
        None => mark.set_text_content(Some(text)),
    }
}

/// Sets or removes an attribute. The names are constants of this program and well-formed, so neither call can fail.
fn set(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}
