//! The built site in a browser, as its users meet it. One program, so that it links once; a module a concern.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test code: the first surprise is to end the test"
)]

mod address;
mod arranging;
mod citing;
mod comparing;
mod country;
mod drawing;
mod embedding;
mod entry;
mod failures;
mod filtering;
mod first_paint;
mod handing_out;
mod keyboard;
mod layout;
mod lazy_chunks;
mod offline;
mod presenting;
mod recount;
mod search;
mod selecting;
mod support;
mod taking;
mod touring;
