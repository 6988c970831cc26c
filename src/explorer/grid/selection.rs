//! Marks of what is selected, and of the one place of the grid in the tab order.

use leptos::prelude::*;
use web_sys::Element;
use wsis_core::address::Margin;
use wsis_core::navigation::Stop;
use wsis_platform::{element_by_id, elements};
use wsis_state::Explorer;

/// Marks what is selected now, whatever was marked before: rows that are taken over or copied bear marks. Tracked. The
/// room `details` marks the places of the margin that it draws.
pub(super) fn mark(explorer: Explorer, table: &Element) {
    let selected = explorer.navigation.selection.get();
    let margin = explorer.navigation.view.with(|view| view.margin);
    let stop = margin.map(Stop::Margin).or_else(|| Stop::of(selected));
    move_mark(table, "aria-selected", ("false", "true"), stop);
    move_mark(table, "tabindex", ("-1", "0"), Some(explorer.layout.active.get()));
    let line = match margin {
        Some(Margin::NoGoal(line)) => line,
        _ => selected.line(),
    };
    for row in elements::all(table, ".row:not([data-line='none'])") {
        let is_current =
            line.is_some_and(|line| row.get_attribute("data-line").as_deref() == Some(line.id()));
        let classes = row.class_list();
        if classes.contains("current") != is_current {
            // The name is a constant of this program and well-formed.
            let _ = classes.toggle("current");
        }
    }
}

/// Takes the second value of an attribute from where it is and gives it to this place.
fn move_mark(table: &Element, name: &str, (no, yes): (&str, &str), stop: Option<Stop>) {
    let id = stop.map(Stop::element_id).unwrap_or_default();
    for marked in elements::all(table, &format!("[{name}='{yes}']")) {
        if marked.id() != id {
            elements::set_attribute(&marked, name, Some(no));
        }
    }
    if let Some(place) = element_by_id(&id).filter(|place| table.contains(Some(place))) {
        elements::set_attribute(&place, name, Some(yes));
    }
}
