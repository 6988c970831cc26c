//! The first load: page, header, grid, legend, tools, search box, panel frame.

mod about;
mod copy_link;
mod coverage;
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
mod tools;
