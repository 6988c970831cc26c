//! Marks in the grid: the rows, columns and cells that a page on the report speaks of, and those of the item pointed at.

use leptos::prelude::*;
use wsis_core::EntryId;
use wsis_core::contract::lenses::{Lens, LensItem};
use wsis_core::navigation::Stop;
use wsis_state::Explorer;

use crate::details::lit_places::light;

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
