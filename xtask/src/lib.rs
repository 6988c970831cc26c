//! The project's own commands, as a library so that tests can call them.
//!
//! | module | what it does |
//! |---|---|
//! | [`data`] | checks the sources below `data/` and makes the files of the API from them |
//! | [`import`] | makes the same files from an operator's export |
//! | [`openapi`] | describes these files as `docs/openapi.json`, from the same Rust types |
//! | [`site`] | completes a built site: data, first sight, policy |
//! | [`split`] | takes the part of the program that comes later out of the program |
//! | [`size`] | measures the first load against its budget |
//!
//! May depend on `wsis-core` and the file system; nothing here is part of the app.

mod arguments;
pub mod data;
pub mod import;
pub mod openapi;
pub mod site;
pub mod size;
pub mod split;
