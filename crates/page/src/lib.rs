//! Contents of the page without a browser: cell faces, labels, fixed texts, and the files to download.
//!
//! The app draws from here, and `wsis site` writes the prerendered page, the share pages and their pictures from here.
//!
//! | module | what it holds |
//! |---|---|
//! | [`grid`] | what a cell and the row and column headers show and say |
//! | [`texts`] | the legend, the account of the page, and names of views, orders and scales |
//! | [`failure_text`] | the text of each failure |
//! | [`draft_text`] | the draft of an entry as plain text |
//! | [`citation`] | a citation as a sentence, BibTeX and RIS |
//! | [`snippet`] | the markup an editor pastes to embed a view |
//! | [`export`] | the matrix and lists as CSV and JSON; a presentation as one HTML file |
//! | [`picture`] | the matrix as SVG, as shown and as the small picture of a share page |

pub mod citation;
pub mod draft_text;
pub mod export;
pub mod failure_text;
pub mod grid;
pub mod picture;
pub mod snippet;
pub mod texts;
