//! Keyboard shortcuts of the page: Esc goes back one step, `p` presents. The presentation has its own.

use leptos::prelude::*;
use web_sys::KeyboardEvent;
use wsis_core::address::{Presenting, View};
use wsis_core::presentation::Overlay;
use wsis_platform::document;
use wsis_platform::listener::WindowListener;
use wsis_state::Explorer;
use wsis_state::shortcuts::letters_are_on;

/// Listens as long as the current reactive owner lives.
pub(crate) fn listen(explorer: Explorer) {
    let listener = WindowListener::new("keydown", move |event: KeyboardEvent| {
        let has_modifier = event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key();
        let is_taken = event.default_prevented() || event.is_composing() || document::popover_is_open();
        if has_modifier || is_taken || explorer.navigation.view.with_untracked(View::on_stage) {
            return;
        }
        match event.key().as_str() {
            "Escape" => explorer.go_back(),
            "p" if may_present(explorer) => {
                explorer.navigation.present(Presenting::Stage, None, Overlay::None);
            }
            _ => {}
        }
    });
    listener.keep();
}

fn may_present(explorer: Explorer) -> bool {
    !explorer.navigation.is_embedded && !document::is_typing() && letters_are_on()
}
