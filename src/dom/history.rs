//! The address bar. Every call may fail: a sandboxed frame forbids it.

use wasm_bindgen::JsValue;

use super::window;

/// Whether a change of the address makes a new entry to go back from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entry {
    /// A new entry: going back returns to what was.
    New,
    /// The present entry is rewritten.
    Same,
}

/// The browser did not allow the address to change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Refused;

/// The query string of the page, with its `?` if there is one.
pub(crate) fn query() -> String {
    window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// Puts a query string (without `?`) into the address; the fragment is dropped.
///
/// # Errors
/// The browser refused, as it does in sandboxed frames and after too many changes.
pub(crate) fn set_query(query: &str, entry: Entry) -> Result<(), Refused> {
    let window = window().ok_or(Refused)?;
    let path = window.location().pathname().map_err(|_| Refused)?;
    let address = if query.is_empty() { path } else { format!("{path}?{query}") };
    let history = window.history().map_err(|_| Refused)?;
    match entry {
        Entry::New => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
        Entry::Same => history.replace_state_with_url(&JsValue::NULL, "", Some(&address)),
    }
    .map_err(|_| Refused)
}
