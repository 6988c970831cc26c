//! Input of a presentation: keys, clickers, clicks and swipes.

use leptos::prelude::*;
use web_sys::{KeyboardEvent, MouseEvent, PointerEvent};
use wsis_core::language::Direction;
use wsis_core::presentation::{Command, KeyPress, Overlay, command_of};
use wsis_platform::document;
use wsis_platform::listener::WindowListener;
use wsis_state::shortcuts::letters_are_on;

use crate::presentation::screen;
use crate::presentation::session::PresentationSession;

/// A finger that moves less than this, in CSS pixels, does not swipe.
const SWIPE: i32 = 48;

/// Listens as long as the current reactive owner lives.
pub(crate) fn listen(session: PresentationSession) {
    WindowListener::new("keydown", move |event: KeyboardEvent| press(session, &event)).keep();
    let down = StoredValue::new(None::<(i32, i32)>);
    let swiped = StoredValue::new(false);
    WindowListener::new("pointerdown", move |event: PointerEvent| {
        // Two fingers zoom.
        let is_first = event.is_primary();
        down.set_value(is_first.then(|| (event.client_x(), event.client_y())));
        swiped.set_value(!is_first);
    })
    .keep();
    // The browser takes the fingers over when it zooms.
    WindowListener::new("pointercancel", move |_: PointerEvent| down.set_value(None)).keep();
    WindowListener::new("pointerup", move |event: PointerEvent| {
        let Some((x, y)) = down.try_update_value(Option::take).flatten() else { return };
        let (across, along) = (event.client_x() - x, event.client_y() - y);
        // A mouse that is dragged marks text.
        if event.pointer_type() != "mouse" && across.abs() > SWIPE && across.abs() > 2 * along.abs() {
            swiped.set_value(true);
            let onward = (across < 0) == (direction(session) == Direction::LeftToRight);
            session.apply(if onward { Command::Next } else { Command::Back });
        }
    })
    .keep();
    WindowListener::new("click", move |event: MouseEvent| {
        let covered = session.state.with_untracked(|state| {
            !matches!(state.overlay, Overlay::None | Overlay::Black | Overlay::White)
        });
        if !swiped.get_value() && !covered && screen::is_on_slide(&event) {
            session.apply(Command::Next);
        }
    })
    .keep();
}

fn press(session: PresentationSession, event: &KeyboardEvent) {
    let key = event.key();
    if event.is_composing()
        || document::is_typing()
        || (screen::is_on_control(event) && matches!(&*key, " " | "Enter"))
    {
        return;
    }
    let code = event.code();
    let pressed = KeyPress {
        key: &key,
        code: &code,
        shift: event.shift_key(),
        held: event.ctrl_key() || event.alt_key() || event.meta_key(),
    };
    if let Some(command) = command_of(pressed, direction(session), letters_are_on()) {
        // F5 must not reload, nor the space bar scroll.
        event.prevent_default();
        if command.is_from_clicker() {
            session.last_key.set(if key == " " { code.clone() } else { key.clone() });
        }
        session.apply(command);
    }
}

fn direction(session: PresentationSession) -> Direction {
    untrack(|| session.explorer.language()).direction()
}
