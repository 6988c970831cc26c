//! Where the panel stands in a page of others: in the flow, right below what was selected. There the frame is as high as
//! what it shows, so beside the matrix it could be far away from the row that was clicked.

use web_sys::{Document, Element};

use super::document;

/// Puts the panel below the row of the element with this id, or back behind the matrix.
pub(crate) fn panel_below(panel: &str, id: Option<&str>) {
    let Some(document) = document() else { return };
    let Some(panel) = document.get_element_by_id(panel) else { return };
    let row = id
        .and_then(|id| document.get_element_by_id(id))
        .and_then(|element| element.closest("tr").ok().flatten());
    let former = row_of(&panel);
    match row {
        Some(row) => {
            let columns = row.child_element_count().to_string();
            let Some(place) = former.clone().or_else(new_row) else { return };
            let Some(cell) = place.first_element_child() else { return };
            for name in ["colspan", "aria-colspan"] {
                let _ = cell.set_attribute(name, &columns);
            }
            // Where it is there already it stays: what is moved loses the focus.
            let is_there = row.next_element_sibling().is_some_and(|next| next == place);
            if !is_there && row.after_with_node_1(&place).is_ok() && former.is_none() {
                let _ = cell.append_child(&panel);
            }
        }
        None => behind_matrix(&document, &panel, former),
    }
}

/// Puts the panel back behind the matrix, before rows are drawn anew: one that goes would take it along.
pub(crate) fn panel_back(panel: &str) {
    let Some(document) = document() else { return };
    if let Some(panel) = document.get_element_by_id(panel) {
        behind_matrix(&document, &panel, row_of(&panel));
    }
}

fn behind_matrix(document: &Document, panel: &Element, former: Option<Element>) {
    if let (Some(former), Ok(Some(stage))) = (former, document.query_selector(".stage")) {
        let _ = stage.append_child(panel);
        former.remove();
    }
}

/// The row that the panel stands in, if it does.
fn row_of(panel: &Element) -> Option<Element> {
    panel.closest(".panel-row").ok().flatten()
}

/// A row of one cell as wide as the table.
fn new_row() -> Option<Element> {
    let document = document()?;
    let (row, cell) = (document.create_element("tr").ok()?, document.create_element("td").ok()?);
    row.set_class_name("panel-row");
    // The name is a constant and well-formed.
    for (element, role) in [(&row, "row"), (&cell, "gridcell")] {
        let _ = element.set_attribute("role", role);
    }
    row.append_child(&cell).ok()?;
    Some(row)
}
