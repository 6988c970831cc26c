//! Text in base64url (RFC 4648, without padding) for addresses, by the browser's own functions.

use crate::window;

/// Encodes the UTF-8 bytes of a text; `None` where the browser cannot.
#[must_use]
pub fn encode(text: &str) -> Option<String> {
    // `btoa` takes one character a byte.
    let bytes: String = text.bytes().map(char::from).collect();
    let encoded = window()?.btoa(&bytes).ok()?;
    Some(encoded.trim_end_matches('=').replace('+', "-").replace('/', "_"))
}

/// Decodes a text; `None` for anything that is not base64url of UTF-8.
#[must_use]
pub fn decode(encoded: &str) -> Option<String> {
    let bytes = window()?.atob(&encoded.replace('-', "+").replace('_', "/")).ok()?;
    let bytes: Option<Vec<u8>> = bytes.chars().map(|letter| u8::try_from(u32::from(letter)).ok()).collect();
    String::from_utf8(bytes?).ok()
}
