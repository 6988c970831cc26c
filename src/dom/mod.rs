//! The browser's own parts, each behind a small safe surface. Nothing here knows of the matrix but `page`, which
//! knows the ids of `index.html`.
//!
//! Calls that throw in sandboxed frames (history, storage) come back as values, never as panics.

pub(crate) mod arrange;
pub(crate) mod cell;
pub(crate) mod channel;
pub(crate) mod crash;
pub(crate) mod display_names;
pub(crate) mod file;
pub(crate) mod focus;
pub(crate) mod fold;
pub(crate) mod frame;
pub(crate) mod history;
pub(crate) mod json;
pub(crate) mod links;
pub(crate) mod listener;
pub(crate) mod object;
pub(crate) mod page;
pub(crate) mod place;
pub(crate) mod preview;
pub(crate) mod save;
pub(crate) mod size;
pub(crate) mod stage;
pub(crate) mod storage;
pub(crate) mod text64;
pub(crate) mod timer;
pub(crate) mod worker;

use web_sys::{Document, Window};

/// The window, in every place this program runs in.
pub(crate) fn window() -> Option<Window> {
    web_sys::window()
}

/// The document of the window.
pub(crate) fn document() -> Option<Document> {
    window()?.document()
}
