//! The eight e-applications below C7: copies of its row, which the painter gives their own texts.

use wasm_bindgen::JsCast;
use web_sys::Element;
use wsis_core::Line;
use wsis_core::navigation::Stop;
use wsis_page::grid::row_code;
use wsis_platform::elements;

/// Puts the rows below C7's, or takes them away.
pub(super) fn sync_rows(table: &Element, are_open: bool) {
    let drawn = elements::all(table, ".application");
    if !are_open {
        drawn.iter().for_each(Element::remove);
    } else if drawn.is_empty()
        && let Some(row) = elements::first(table, "[data-line='C7']")
        && let Some(group) = row.parent_element()
    {
        for line in Line::all().filter(|line| line.parent().is_some()) {
            if let Some(copy) = copy_of(&row, line) {
                // A group takes rows.
                let _ = group.append_child(&copy);
            }
        }
    }
}

fn copy_of(row: &Element, line: Line) -> Option<Element> {
    let copy: Element = row.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    copy.set_class_name("row application");
    elements::set_attribute(&copy, "data-line", Some(line.id()));
    for place in elements::children(&copy) {
        match Stop::from_element_id(&place.id()) {
            Some(Stop::Row(_)) => place.set_id(&Stop::Row(line).element_id()),
            Some(Stop::Cell(_, goal)) => place.set_id(&Stop::Cell(line, goal).element_id()),
            // The room `details` draws the margin.
            _ => place.remove(),
        }
    }
    if let Some(opener) = elements::first(&copy, ".opener") {
        opener.remove();
    }
    if let Some(code) = elements::first(&copy, ".row-code") {
        elements::set_text(&code, row_code(line));
    }
    Some(copy)
}
