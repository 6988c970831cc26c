//! Whether single letters are keyboard shortcuts (WCAG 2.1.4: a reader can turn them off). Stored on the device.

use wsis_platform::storage::{self, Scope};

const NAME: &str = "wsis-letters";
const OFF: &str = "off";

/// Whether single letters are shortcuts; speech input, for one, may type them unintentionally.
#[must_use]
pub fn letters_are_on() -> bool {
    storage::get(Scope::Device, NAME).is_none_or(|value| value != OFF)
}

/// Turns single letters on or off.
pub fn set_letters(on: bool) {
    if on {
        storage::remove(Scope::Device, NAME);
    } else {
        storage::set(Scope::Device, NAME, OFF);
    }
}
