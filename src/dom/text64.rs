//! A text as letters, digits, `-` and `_` alone, for addresses: UTF-8 in base64 of the form for addresses, by the
//! browser's own functions.

use super::window;

/// The text packed; none where the browser cannot.
pub(crate) fn packed(text: &str) -> Option<String> {
    // `btoa` takes one character a byte.
    let bytes: String = text.bytes().map(char::from).collect();
    let packed = window()?.btoa(&bytes).ok()?;
    Some(packed.trim_end_matches('=').replace('+', "-").replace('/', "_"))
}

/// The text of what was packed; none of anything else.
pub(crate) fn unpacked(packed: &str) -> Option<String> {
    let bytes = window()?.atob(&packed.replace('-', "+").replace('_', "/")).ok()?;
    let bytes: Option<Vec<u8>> = bytes.chars().map(|letter| u8::try_from(u32::from(letter)).ok()).collect();
    String::from_utf8(bytes?).ok()
}
