//! The panel's place in an embedded page: in a row of its own right below the selected one. The frame is as high as its
//! content, so beside the matrix the panel could be far away from the click.

use leptos::prelude::*;
use web_sys::Element;
use wsis_core::address::{Extent, Selection, View};
use wsis_core::navigation::Stop;

use wsis_platform::{document, timer};
use wsis_state::Explorer;
use wsis_state::effect::{effect, memo};
use wsis_state::element_ids;

use crate::ui::panel_place;

/// Keeps the panel below the selected row as long as the current reactive owner lives.
pub(crate) fn sync(explorer: Explorer) {
    let navigation = explorer.navigation;
    let c7_expanded = memo(move || navigation.view.with(View::shows_applications));
    effect(move || {
        let (selection, extent) = (navigation.selection.get(), navigation.extent.get());
        // After each of these the row may be another element.
        let _ = (explorer.data.dataset.get(), c7_expanded.get(), explorer.layout.arrangement.get());
        let stop = Stop::of(selection).filter(|_| extent != Extent::Cell && selection != Selection::None);
        let id = stop.map(|stop| stop.element_id());
        // Now, so that no frame shows it elsewhere; and again once redrawn rows are in the page.
        move_below(element_ids::PANEL, id.as_deref());
        timer::run_soon(move || {
            if navigation.selection.try_get_untracked() == Some(selection) {
                move_below(element_ids::PANEL, id.as_deref());
            }
        });
    });
}

/// Puts the panel below the row of the element with this id, or back behind the matrix.
fn move_below(panel: &str, id: Option<&str>) {
    let Some(document) = document() else { return };
    let Some(panel) = document.get_element_by_id(panel) else { return };
    let row = id
        .and_then(|id| document.get_element_by_id(id))
        .and_then(|element| element.closest("tr").ok().flatten());
    let former = panel_place::panel_row(&panel);
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
        None => panel_place::move_behind_matrix(),
    }
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
