//! Keyboard commands of the grid.

use web_sys::KeyboardEvent;
use wsis_core::navigation::Key;

/// The command of a key event in the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ask {
    /// To move.
    Move(Key),
    /// To act on the stop that has the focus.
    Activate,
}

/// The command of a key event in the grid; `None` for keys that belong to the browser or a reader's own tools.
pub(crate) fn ask_of(event: &KeyboardEvent) -> Option<Ask> {
    if event.alt_key() || event.meta_key() || event.shift_key() || event.is_composing() {
        return None;
    }
    let key = match (event.key().as_str(), event.ctrl_key()) {
        ("Home", true) => Key::ControlHome,
        ("End", true) => Key::ControlEnd,
        (_, true) => return None,
        ("ArrowLeft", _) => Key::Left,
        ("ArrowRight", _) => Key::Right,
        ("ArrowUp", _) => Key::Up,
        ("ArrowDown", _) => Key::Down,
        ("Home", _) => Key::Home,
        ("End", _) => Key::End,
        ("PageUp", _) => Key::PageUp,
        ("PageDown", _) => Key::PageDown,
        ("Enter" | " ", _) => return Some(Ask::Activate),
        _ => return None,
    };
    Some(Ask::Move(key))
}
