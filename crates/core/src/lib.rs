//! The domain of the explorer: matrix, projects, counting, addresses and API types.
//!
//! The crate is pure: no files, network, clock or `web-sys`. The app (`src/`) and the commands (`crates/cli`)
//! use the same code. Counts on screen and in the data are therefore counted in the same way.
//!
//! | module | content |
//! |---|---|
//! | [`line`](mod@line), [`goal`], [`target`], [`code`], [`language`] | checked types for the terms of the matrix |
//! | [`links`] | linked cells, including the union of C7 |
//! | [`placement`], [`counting`], [`order`] | declared and derived entries, numbers of the cells, order of lists |
//! | [`contract`] | types of the JSON API |
//! | [`matrix`], [`index`] | validated matrix, counts and project index |
//! | [`initiatives`] | placement of the report's initiatives |
//! | [`heat`] | shades for numbers of projects |
//! | [`arrangement`] | order of lines and goals |
//! | [`navigation`] | keyboard navigation in the grid |
//! | [`escape`] | escaping for HTML, XML and SVG |
//! | [`basis`] | evidence of a text, by source |
//! | [`comparison`] | items side by side |
//! | [`draft`] | draft of a project for ITU's database |
//! | [`theming`] | colours of host pages, adjusted for contrast |
//! | [`search`] | search for lines, goals, targets, countries and so on |
//! | [`address`] | the view as a query string, share pages |
//! | [`tour`], [`presentation`] | tours, and the state of a presentation |
//! | [`filter`] | filter of the collection |
//! | [`failure`] | errors of API requests |
//! | [`contrast`] | colours and readable text colours |
//! | [`site_config`] | configuration of a deployed site |
//! | [`palette`] | colours of the style sheet that Rust uses too |

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
pub mod goal;
pub mod heat;
pub mod index;
pub mod initiatives;
pub mod language;
pub mod line;
pub mod links;
pub mod matrix;
pub mod navigation;
mod normalize;
pub mod order;
pub mod palette;
pub mod placement;
pub mod presentation;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
pub mod search;
pub mod site_config;
mod string_form;
pub mod target;
pub mod theming;
pub mod tour;

pub use code::{CountryCode, EntryId, VocabularyId};
pub use goal::Goal;
pub use language::Language;
pub use line::Line;
pub use normalize::{found_in, normalize};
pub use target::TargetCode;
