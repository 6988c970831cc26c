//! The built site in a browser, as its users meet it. One program, so that it links once; a folder a room of the app.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test code: the first surprise is to end the test"
)]

mod address;
mod details;
mod embedding;
mod explorer;
mod failures;
mod offline;
mod presentation;
mod recount;
mod support;
