//! What reaches a talk from outside: keys, a clicker, clicks and swipes.

use leptos::prelude::*;
use web_sys::{KeyboardEvent, MouseEvent, PointerEvent};
use wsis_core::language::Direction;
use wsis_core::talk::{Act, Cover, Pressed, act_of};

use super::Running;
use crate::dom::listener::WindowListener;
use crate::dom::{page, stage, storage};

/// A finger that moves less than this, in CSS pixels, does not swipe.
const SWIPE: i32 = 48;

/// Whether single letters count, for the views that let it be chosen.
pub(crate) fn letters_count() -> RwSignal<bool> {
    RwSignal::new(storage::letters())
}

/// Listens as long as the view that is being drawn.
pub(super) fn follow(running: Running) {
    WindowListener::new("keydown", move |event: KeyboardEvent| press(running, &event)).keep();
    let down = StoredValue::new(None::<(i32, i32)>);
    let swiped = StoredValue::new(false);
    WindowListener::new("pointerdown", move |event: PointerEvent| {
        down.set_value(Some((event.client_x(), event.client_y())));
        swiped.set_value(false);
    })
    .keep();
    WindowListener::new("pointerup", move |event: PointerEvent| {
        let Some((x, y)) = down.try_update_value(Option::take).flatten() else { return };
        let (across, along) = (event.client_x() - x, event.client_y() - y);
        // A mouse that is dragged marks text.
        if event.pointer_type() != "mouse" && across.abs() > SWIPE && across.abs() > 2 * along.abs() {
            swiped.set_value(true);
            let onward = (across < 0) == (direction(running) == Direction::LeftToRight);
            running.act(if onward { Act::Next } else { Act::Back });
        }
    })
    .keep();
    WindowListener::new("click", move |event: MouseEvent| {
        let covered = running
            .talk
            .with_untracked(|talk| !matches!(talk.cover, Cover::None | Cover::Black | Cover::White));
        if !swiped.get_value() && !covered && stage::is_on_bare_stage(&event) {
            running.act(Act::Next);
        }
    })
    .keep();
}

fn press(running: Running, event: &KeyboardEvent) {
    let key = event.key();
    if event.is_composing()
        || page::writes_text()
        || (stage::is_on_control(event) && matches!(&*key, " " | "Enter"))
    {
        return;
    }
    let code = event.code();
    let pressed = Pressed {
        key: &key,
        code: &code,
        shift: event.shift_key(),
        held: event.ctrl_key() || event.alt_key() || event.meta_key(),
    };
    if let Some(act) = act_of(pressed, direction(running), storage::letters()) {
        // F5 must not reload, nor the space bar scroll.
        event.prevent_default();
        if act.is_of_clickers() {
            running.last_key.set(if key == " " { code.clone() } else { key.clone() });
        }
        running.act(act);
    }
}

fn direction(running: Running) -> Direction {
    untrack(|| running.explorer.language()).direction()
}
