//! The first load: page, header, grid, legend, tools, search box, panel frame, dialogs.

mod actions;
mod coverage;
mod dialog;
mod embedded;
mod filters;
mod grid;
mod header;
mod legend;
mod notices;
mod panel;
pub(crate) mod prerendered;
mod search;
pub(crate) mod shell;
pub(crate) mod shortcuts;
mod toast;
mod tools;
