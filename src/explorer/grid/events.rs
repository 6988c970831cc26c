//! Clicks, keys, focus and pointer of the grid, delegated from its cells and headers.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent, PointerEvent};
use wsis_core::language::Direction;
use wsis_core::navigation::{Stop, step};
use wsis_platform::focus::focus_now;
use wsis_state::Explorer;

use crate::explorer::grid::keyboard::{Ask, ask_of};

/// The stop that an event came from.
fn stop_at(event: &Event) -> Option<Stop> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let element = target.closest("button[id], td[id], th[id]").ok().flatten()?;
    Stop::from_element_id(&element.id())
}

pub(super) fn on_click(explorer: Explorer, event: &MouseEvent) {
    if let Some(stop) = stop_at(event) {
        explorer.activate(stop);
    }
}

pub(super) fn on_focus(explorer: Explorer, event: &Event) {
    if let Some(stop) = stop_at(event) {
        explorer.layout.active.set(stop);
        explorer.layout.pointed.set(Some(stop));
    }
}

/// A finger does not point: what it touches opens.
pub(super) fn on_pointer(explorer: Explorer, event: &PointerEvent) {
    let stop = (event.pointer_type() == "mouse").then(|| stop_at(event)).flatten();
    if explorer.layout.pointed.get_untracked() != stop {
        explorer.layout.pointed.set(stop);
    }
}

pub(super) fn on_key(explorer: Explorer, event: &KeyboardEvent) {
    let (Some(stop), Some(ask)) = (stop_at(event), ask_of(event)) else { return };
    event.prevent_default();
    match ask {
        Ask::Activate => explorer.activate(stop),
        Ask::Move(key) => {
            let Some(dataset) = explorer.data.dataset.get_untracked() else { return };
            let parts = untrack(|| explorer.grid_parts(&dataset));
            let mirrored = explorer.language().direction() == Direction::RightToLeft;
            let arrangement = explorer.layout.arrangement.get_untracked();
            let next = step(stop, key, &arrangement, parts, mirrored);
            explorer.layout.active.set(next);
            let _ = focus_now(&next.element_id());
        }
    }
}
