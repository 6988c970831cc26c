//! The product's commands, as a library so that tests can call them.
//!
//! | module | purpose |
//! |---|---|
//! | [`data`] | checks the sources below `data/` and makes the files of the API from them |
//! | [`import`] | makes the same files from an operator's export |
//! | [`site`] | completes a built site: data, prerendered page, security policy, share pages, host files |
//!
//! May depend on `wsis-core` and the file system; nothing here is part of the app.

mod arguments;
pub mod data;
pub mod import;
pub mod site;
