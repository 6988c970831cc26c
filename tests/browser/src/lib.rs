//! Support for the browser tests: a server that deals faults, a browser of one's own per test, and helpers that wait.
//!
//! Depends on nothing of the app: it sees the built site as any visitor does. Who may use whom, top to bottom:
//! `scene` -> `page` -> `browser` -> `engine` -> `keeper`; `browser` -> `wire`; `scene` -> `server` -> `fault`,
//! `site`, `record`, `body`; all -> `pattern`, `trouble`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test support: the first surprise is to end the test, with its place and a message"
)]

mod body;
pub mod browser;
mod engine;
pub mod fault;
mod keeper;
mod keys;
pub mod page;
mod pattern;
pub mod record;
pub mod scene;
pub mod server;
mod site;
mod trouble;
mod wire;

pub use browser::{Browser, BrowserOptions, ConsoleEntry};
pub use engine::Engine;
pub use fault::{Fault, FaultHandle, FaultPlan};
pub use page::Page;
pub use record::{Outcome, Request};
pub use scene::{Scene, SceneOptions, site_folder};
pub use server::{Server, ServerOptions};
pub use trouble::Trouble;
