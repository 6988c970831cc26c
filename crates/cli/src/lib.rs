//! The commands of `wsis` as a library, so that tests can call them.
//!
//! | module | purpose |
//! |---|---|
//! | [`command_line`] | commands, options and help texts |
//! | [`data`] | checks the curated sources and makes the API files from them |
//! | [`import`] | makes the same files from an export of a project database |
//! | [`sheet`] | every text of a language as a spreadsheet for reviewers, and their edits back |
//! | [`site`] | completes a built site: data, prerendered page, security policy, share pages, host files |
//!
//! Depends on `wsis-core` and the file system. Nothing here is part of the app, and nothing here depends on `xtask`.

pub mod command_line;
pub mod data;
pub mod import;
pub mod sheet;
pub mod site;
