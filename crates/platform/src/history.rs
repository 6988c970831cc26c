//! The query string of the page and its history. Every call may be refused, as in a sandboxed frame.

/// The effect of a change of address on the browser's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HistoryEntry {
    /// Adds an entry: going back returns to the former address.
    Push,
    /// Replaces the current entry.
    Replace,
}

/// The browser did not allow the address to change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HistoryRefused;

#[cfg(not(target_arch = "wasm32"))]
pub use in_memory::{query, set_query};
#[cfg(target_arch = "wasm32")]
pub use of_browser::{query, set_query};

#[cfg(target_arch = "wasm32")]
mod of_browser {
    use wasm_bindgen::JsValue;

    use super::{HistoryEntry, HistoryRefused};
    use crate::window;

    /// The query string of the page, with its `?` if there is one.
    #[must_use]
    pub fn query() -> String {
        window().and_then(|window| window.location().search().ok()).unwrap_or_default()
    }

    /// Sets the query string, given without `?`; the fragment is dropped.
    ///
    /// # Errors
    /// The browser refused, as in sandboxed frames and after too many changes.
    pub fn set_query(query: &str, entry: HistoryEntry) -> Result<(), HistoryRefused> {
        let window = window().ok_or(HistoryRefused)?;
        let path = window.location().pathname().map_err(|_| HistoryRefused)?;
        let address = if query.is_empty() { path } else { format!("{path}?{query}") };
        let history = window.history().map_err(|_| HistoryRefused)?;
        match entry {
            HistoryEntry::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
            HistoryEntry::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&address)),
        }
        .map_err(|_| HistoryRefused)
    }
}

/// A history without a browser, one for each thread, for native tests.
#[cfg(not(target_arch = "wasm32"))]
pub mod in_memory {
    use std::cell::{Cell, RefCell};

    use super::{HistoryEntry, HistoryRefused};

    thread_local! {
        static QUERIES: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
        static REFUSES: Cell<bool> = const { Cell::new(false) };
    }

    /// Starts anew at this query string; `refuses` as a sandboxed frame does.
    pub fn reset(query: &str, refuses: bool) {
        QUERIES.set(vec![query.to_owned()]);
        REFUSES.set(refuses);
    }

    /// All query strings, the oldest first.
    #[must_use]
    pub fn entries() -> Vec<String> {
        QUERIES.with_borrow(Clone::clone)
    }

    /// Drops the newest entry, as the browser's back button does.
    pub fn go_back() {
        QUERIES.with_borrow_mut(|queries| _ = queries.pop());
    }

    /// The query string of the newest entry.
    #[must_use]
    pub fn query() -> String {
        QUERIES.with_borrow(|queries| queries.last().cloned().unwrap_or_default())
    }

    /// Sets the query string of a new entry or of the newest one.
    ///
    /// # Errors
    /// The history was told to refuse.
    pub fn set_query(query: &str, entry: HistoryEntry) -> Result<(), HistoryRefused> {
        if REFUSES.get() {
            return Err(HistoryRefused);
        }
        QUERIES.with_borrow_mut(|queries| {
            if entry == HistoryEntry::Replace {
                queries.pop();
            }
            queries.push(query.to_owned());
        });
        Ok(())
    }
}
