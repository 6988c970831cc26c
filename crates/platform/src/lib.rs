//! The browser behind safe names. Knows no matrix: no line, no goal, no view.
//!
//! Calls that throw in sandboxed frames (history, storage, clipboard) return values and never panic. On any other
//! target than WebAssembly there is no browser: [`window`] is `None`, and [`history`] keeps its entries in memory,
//! so that the state of the app can be tested natively.
//!
//! | module | what it does |
//! |---|---|
//! | [`abort`], [`http`] | requests with deadline, size limit and abort; answers that the page asked for earlier |
//! | [`early`] | what the page did before the program ran |
//! | [`connection`] | what the browser tells of the line |
//! | [`broadcast`] | messages to other windows of the site |
//! | [`mod@document`], [`location`], [`history`] | the page, its address, and going back |
//! | [`elements`] | elements found and changed |
//! | [`focus`], [`listener`], [`resize`], [`timer`] | focus, events, page height, time |
//! | [`json`], [`intl`], [`normalize`], [`base64url`] | the browser's own parsers, formats and tables |
//! | [`text_measure`] | widths of texts |
//! | [`clipboard`], [`download`], [`file_input`], [`storage`] | text and files to and from the reader's machine |
//! | [`reflect`] | properties and methods of JavaScript objects by name |
//! | [`panic_report`] | the message of a panic, in the page |

pub mod abort;
pub mod base64url;
pub mod broadcast;
pub mod clipboard;
pub mod connection;
pub mod dialog;
pub mod document;
pub mod download;
pub mod early;
pub mod elements;
pub mod file_input;
pub mod focus;
pub mod history;
pub mod http;
pub mod http_error;
pub mod intl;
pub mod json;
pub mod listener;
pub mod location;
pub mod normalize;
pub mod panic_report;
pub mod reflect;
pub mod resize;
pub mod storage;
pub mod text_lists;
pub mod text_measure;
pub mod timer;

use web_sys::{Document, Element, Window};

/// The window; `None` where there is no browser.
#[must_use]
pub fn window() -> Option<Window> {
    if cfg!(target_arch = "wasm32") { web_sys::window() } else { None }
}

/// The document of the window.
#[must_use]
pub fn document() -> Option<Document> {
    window()?.document()
}

/// The element with this id.
#[must_use]
pub fn element_by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}
