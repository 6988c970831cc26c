//! Marks in the grid: the rows, columns and cells that a page on the report speaks of, and those of the item pointed at.

use leptos::prelude::*;
use wsis_core::contract::lenses::{Lens, LensItem};
use wsis_core::navigation::Stop;
use wsis_core::{EntryId, Line};
use wsis_platform::element_by_id;
use wsis_state::Explorer;
use wsis_state::effect::effect;

/// The item that is pointed at or has the focus.
pub(super) type PointedItem = RwSignal<Option<EntryId>>;

/// Marks the ties of a page as long as it is drawn. Returns where its items say that they are pointed at.
pub(super) fn light_ties(explorer: Explorer, lens: &Lens) -> PointedItem {
    let pointed = PointedItem::new(None);
    let items: Vec<(EntryId, Vec<Stop>)> = lens
        .sections
        .iter()
        .flat_map(|section| &section.items)
        .map(|item| (item.id.clone(), stops_of(item)))
        .collect();
    let all: Vec<Stop> = items.iter().flat_map(|(_, stops)| stops).copied().collect();
    light(explorer, "data-lens", Signal::stored(all));
    let of_item = Signal::derive(move || {
        let pointed = pointed.get();
        let found = items.iter().find(|(id, _)| Some(id) == pointed.as_ref());
        found.map(|(_, stops)| stops.clone()).unwrap_or_default()
    });
    light(explorer, "data-lens-item", of_item);
    pointed
}

/// The places of an item in the grid.
fn stops_of(item: &LensItem) -> Vec<Stop> {
    let lines = item.lines.iter().map(|tie| Stop::Row(tie.line));
    let goals = item.goals.iter().map(|tie| Stop::Column(tie.goal));
    let cells = item.cells.iter().map(|tie| Stop::Cell(tie.line, tie.goal));
    lines.chain(goals).chain(cells).collect()
}

/// Keeps an attribute on the places, as long as the current owner lives.
fn light(explorer: Explorer, attribute: &'static str, stops: Signal<Vec<Stop>>) {
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
