//! The browser's storage. Where it is forbidden, nothing is stored and nothing breaks.

use web_sys::Storage;

use crate::window;

/// The lifetime of a stored text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Until the reader clears it.
    Device,
    /// As long as this window; windows that it opens get a copy.
    Window,
}

fn storage(scope: Scope) -> Option<Storage> {
    let window = window()?;
    match scope {
        Scope::Device => window.local_storage(),
        Scope::Window => window.session_storage(),
    }
    .ok()
    .flatten()
}

/// Whether texts can be stored at all.
#[must_use]
pub fn is_available(scope: Scope) -> bool {
    storage(scope).is_some()
}

/// The text stored under a name.
#[must_use]
pub fn get(scope: Scope, name: &str) -> Option<String> {
    storage(scope)?.get_item(name).ok().flatten()
}

/// Stores a text; `false` where the browser refuses.
pub fn set(scope: Scope, name: &str, text: &str) -> bool {
    storage(scope).is_some_and(|storage| storage.set_item(name, text).is_ok())
}

/// Removes a stored text.
pub fn remove(scope: Scope, name: &str) {
    if let Some(storage) = storage(scope) {
        // A missing text needs no removal.
        let _ = storage.remove_item(name);
    }
}
