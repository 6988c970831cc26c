//! Places of the grid that bear an attribute for a while.

use leptos::prelude::*;
use wsis_core::Line;
use wsis_core::navigation::Stop;
use wsis_platform::element_by_id;
use wsis_state::Explorer;
use wsis_state::effect::effect;

/// Keeps an attribute on these places as long as the current owner lives. C7 bears it for an e-application whose row is closed.
pub(crate) fn light(explorer: Explorer, attribute: &'static str, stops: Signal<Vec<Stop>>) {
    let lit = StoredValue::new(Vec::<String>::new());
    let clear = move || {
        for element in lit.get_value().iter().filter_map(|id| element_by_id(id)) {
            // The name is a constant and well-formed.
            let _ = element.remove_attribute(attribute);
        }
    };
    effect(move || {
        // Rows that come or go bring or take their attributes.
        let shows_applications = explorer.layout.drawn_parts.get().applications;
        let drawn = |stop: &Stop| if shows_applications { *stop } else { closed(*stop) };
        let ids: Vec<String> =
            stops.with(|stops| stops.iter().map(|stop| drawn(stop).element_id()).collect());
        clear();
        for element in ids.iter().filter_map(|id| element_by_id(id)) {
            let _ = element.set_attribute(attribute, "");
        }
        lit.set_value(ids);
    });
    on_cleanup(clear);
}

/// The place of C7 for that of one of its e-applications.
fn closed(stop: Stop) -> Stop {
    let parent = |line: Line| line.parent().unwrap_or(line);
    match stop {
        Stop::Row(line) => Stop::Row(parent(line)),
        Stop::Cell(line, goal) => Stop::Cell(parent(line), goal),
        other => other,
    }
}
