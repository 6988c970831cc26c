//! The matrix without a browser.
//!
//! Everything here is pure: no files, no network, no clock, no `web-sys`. The app (`src/`) and the project's
//! own commands (`xtask/`) both stand on it, so that a number on screen and a number in the data are counted
//! by the same code.
//!
//! | module | what it holds |
//! |---|---|
//! | [`line`], [`goal`], [`target`], [`code`], [`language`] | the words of the matrix as types that cannot hold a wrong value |
//! | [`links`] | which line is linked to which goal, C7's union included |
//! | [`placement`], [`counting`], [`order`] | declared and derived, the numbers in the cells, the order of lists |
//! | [`contract`] | the JSON API as Rust types (wire form) |
//! | [`matrix`], [`index`] | what the app and the prerendered page work on, made from the wire form once |
//! | [`initiatives`] | where an initiative of the report stands |
//! | [`heat`] | how many projects, as a shade |
//! | [`arrangement`] | in which order lines and goals stand |
//! | [`navigation`] | where a key leads in the grid |
//! | [`escape`] | text in HTML, XML and SVG |
//! | [`basis`] | what a text rests on, by source |
//! | [`comparison`] | things side by side |
//! | [`draft`] | a project that is being prepared for ITU's database |
//! | [`theming`] | what a page may set of the looks of the explorer in it |
//! | [`search`] | finding a thing by what it is called |
//! | [`address`] | the view as a query string and back |
//! | [`tour`], [`talk`] | what is presented, step by step, and where a talk stands |
//! | [`filter`] | what of the collection is looked at |
//! | [`site_config`] | the configuration in `index.html` |
//! | [`failure`] | what can go wrong with an answer of the API |
//! | [`contrast`] | which ink is readable on a goal's colour |
//! | [`palette`] | the colours of the style sheet that Rust uses too |

pub mod address;
pub mod arrangement;
pub mod basis;
pub mod code;
pub mod comparison;
pub mod contract;
pub mod contrast;
pub mod counting;
pub mod draft;
pub mod escape;
pub mod failure;
pub mod filter;
mod fold;
pub mod goal;
pub mod heat;
pub mod index;
pub mod initiatives;
pub mod language;
pub mod line;
pub mod links;
pub mod matrix;
pub mod navigation;
pub mod order;
pub mod palette;
pub mod placement;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
pub mod search;
pub mod site_config;
mod string_form;
pub mod talk;
pub mod target;
pub mod theming;
pub mod tour;

pub use code::{CountryCode, EntryId, VocabularyId};
pub use fold::{fold, found_in};
pub use goal::Goal;
pub use language::Language;
pub use line::Line;
pub use target::TargetCode;
