//! A panic must not leave a dead page. A panic ends in a trap of the program, and for that the boot script shows the
//! box `#crash`; this adds what happened.

use std::panic;

use super::document;

/// Writes the message of a panic into the crash box and the console. Uses nothing of the app, which may be broken.
pub(crate) fn report_panics() {
    panic::set_hook(Box::new(|info| {
        let message = info.to_string();
        web_sys::console::error_1(&message.as_str().into());
        if let Some(place) = document().and_then(|document| document.get_element_by_id("crash-detail")) {
            place.set_text_content(Some(&message));
        }
    }));
}
