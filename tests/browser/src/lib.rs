//! Support for the browser tests: a server that deals faults, a browser window for each test, and helpers that wait.
//!
//! Depends on nothing of the app: it sees the built site as any visitor does. Who may use whom, top to bottom:
//! `scene` -> `page` -> `browser` -> `idle` -> `session` -> `engine` -> `driver_process`; `session` -> `http_client`;
//! `scene` -> `server` -> `fault`, `site`, `request_log`, `body`; all -> `engine_name`, `options`, `pattern`, `error`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test support: the first surprise is to end the test, with its place and a message"
)]

mod body;
pub mod browser;
mod driver_process;
mod engine;
mod engine_name;
mod error;
pub mod fault;
mod http_client;
mod idle;
mod keys;
mod options;
pub mod page;
mod pattern;
pub mod request_log;
pub mod scene;
pub mod server;
mod session;
mod site;

pub use browser::{Browser, ConsoleEntry};
pub use engine_name::Engine;
pub use error::Error;
pub use fault::{Fault, FaultHandle, FaultPlan};
pub use options::BrowserOptions;
pub use page::Page;
pub use request_log::{Outcome, Request};
pub use scene::{Scene, SceneOptions, site_folder};
pub use server::{Server, ServerOptions};
