//! The rows go from the prerendered page into the app's table, and from one table of the app to the next: in another
//! language, or after a presentation.

use leptos::prelude::*;
use web_sys::Element;
use wsis_core::Goal;
use wsis_core::address::Extent;
use wsis_core::arrangement::Arrangement;
use wsis_platform::elements;
use wsis_platform::focus::focus_now;
use wsis_state::Explorer;

use crate::explorer::prerendered::TableRows;
use crate::ui::grid_order::{line_of_group, put_in_order};

/// Puts the rows into a table: all of them, or a copy of the part that is shown.
pub(super) fn take_over_rows(rows: TableRows, explorer: Explorer, table: &Element) {
    let is_whole = explorer.navigation.extent.get_untracked() == Extent::Matrix;
    let Some(kept) = (if is_whole { rows.take() } else { rows.copy() }) else { return };
    for group in &kept.groups {
        // A table takes groups of rows.
        let _ = table.append_child(group);
    }
    explorer.layout.arrangement.with_untracked(|arrangement| {
        if !is_whole {
            drop_what_is_not_shown(table, arrangement);
        }
        if !kept.are_prerendered {
            put_in_order(table, arrangement);
        }
    });
    if let Some(id) = kept.focused {
        focus_now(&id);
    }
}

fn drop_what_is_not_shown(table: &Element, arrangement: &Arrangement) {
    for group in elements::children(table) {
        if line_of_group(&group).is_some_and(|line| !arrangement.lines().contains(&line)) {
            group.remove();
        }
    }
    for place in elements::all(table, "[data-goal]") {
        let goal: Option<Goal> = place.get_attribute("data-goal").and_then(|goal| goal.parse().ok());
        if goal.is_some_and(|goal| !arrangement.goals().contains(&goal)) {
            place.remove();
        }
    }
}
