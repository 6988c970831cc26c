//! The WSIS-SDG matrix explorer, in the browser.
//!
//! Data flows one way: the API's answers become core types, the state holds what is looked at, the views draw it;
//! what a person does changes the state, and the state alone changes the address and the views.
//!
//! | module | what it does | may use |
//! |---|---|---|
//! | [`dom`] | the browser's own parts: history, focus, timers, storage, what the page was started with | web-sys |
//! | [`api`] | asks the JSON API, tells failures apart, keeps only the newest answer | `dom`, gloo-net, the core |
//! | [`state`] | what is looked at and what has been loaded; follows and writes the address | `api`, `dom`, the core |
//! | [`embed`] | what is told to a page around this one, and done for it | `state`, `dom`, the core |
//! | [`offline`] | what the device keeps: asked of the worker, made complete, proved, removed | `state`, `api`, `dom`, the core |
//! | [`present`] | a talk that is being given: its steps, where it stands, its two windows | `state`, `api`, `dom`, the core |
//! | [`view`] | draws the state with Leptos and turns acts into changes of the state | `state`, `dom`, `api` for what becomes of a request, the core |
//!
//! What needs no browser is in `crates/core`. The page's first sight is prerendered by `xtask` from the same core
//! functions; `view` draws the same markup and takes its place.

mod api;
mod dom;
mod embed;
mod offline;
mod present;
mod state;
mod view;

/// Starts the app in the page that loaded it.
pub fn start() {
    dom::crash::report_panics();
    view::mount();
}
