//! The WSIS-SDG matrix explorer, in the browser.
//!
//! Data flows one way: answers of the API become core types, the state holds the view and what is loaded, views draw
//! it. A reader's action calls a method of the state, and the state alone changes the address.
//!
//! | room | what it holds | loaded |
//! |---|---|---|
//! | `app` | composition of the app | first |
//! | `prerender` | the prerendered page, written natively while the site is built | never |
//! | `explorer` | page, header, grid, legend, tools, search box, panel frame | first |
//! | `content` | names, languages, sources and evidence as they are shown | first |
//! | `ui` | interface pieces without the matrix's meaning | first |
//! | `chunks` | the register of lazy chunks, with their views in `lazy_views` | first |
//! | `details` | profiles, projects, filter fields, search, citations, downloads | when needed |
//! | `embedding` | talking to a host page, the code to embed a view | when needed |
//! | `offline` | the offline copy | when needed |
//! | `presentation` | presentations, tours, handouts | when needed |
//!
//! `docs/architecture.md` draws which room may import which; `cargo xtask tidy` checks it.

#![allow(unreachable_pub, reason = "the macro `component` makes public types of properties")]
#![cfg_attr(
    not(target_arch = "wasm32"),
    allow(
        dead_code,
        reason = "natively the first sight alone is drawn; the browser's build reports dead code"
    )
)]

#[cfg(target_arch = "wasm32")]
mod app;
mod chunks;
mod content;
mod details;
mod embedding;
mod explorer;
mod lazy_views;
mod offline;
#[cfg(not(target_arch = "wasm32"))]
mod prerender;
mod presentation;
mod ui;

#[cfg(target_arch = "wasm32")]
pub use app::start;
#[cfg(not(target_arch = "wasm32"))]
pub use prerender::{FirstSight, prerender};
