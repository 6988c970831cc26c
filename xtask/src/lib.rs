//! The project's chores, as a library so that tests can call them.
//!
//! | module | what it does |
//! |---|---|
//! | [`openapi`] | describes these files as `docs/openapi.json`, from the same Rust types |
//! | [`split`] | takes the part of the program that comes later out of the program |
//! | [`size`] | measures the first load against its budget |
//!
//! May depend on `wsis-core` and the file system; nothing here is part of the app.

mod arguments;
pub mod openapi;
pub mod size;
pub mod split;
