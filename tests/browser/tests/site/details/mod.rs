//! The panel, filters, search, citations and downloads.

mod arrangement;
mod beside;
mod citations;
mod comparison;
mod country;
mod downloads;
mod entry;
mod filter;
mod lenses;
mod search;
