//! Shows the message of a panic. The panic ends in a trap of the program, and the boot script shows the box `#crash`.

use std::panic;

use crate::element_by_id;

/// Writes the message of a panic into `#crash-detail` and the console. Uses nothing of the app, which may be broken.
pub fn report_panics() {
    panic::set_hook(Box::new(|info| {
        let message = info.to_string();
        web_sys::console::error_1(&message.as_str().into());
        if let Some(detail) = element_by_id("crash-detail") {
            detail.set_text_content(Some(&message));
        }
    }));
}
