//! The matrix as a picture: SVG documents that need nothing but themselves.
//!
//! | module | picture |
//! |---|---|
//! | [`matrix`] | the matrix as shown, to download; the browser makes a PNG of it |
//! | [`chart_file`] | a chart of a lens, from the shapes of [`chart`] |
//! | [`share`] | the small picture of a share page; `wsis site` makes a PNG of it |
//!
//! Both are drawn with the elements of `canvas`, from the marks of [`crate::grid`] and core's palette. `look` draws a cell as the page
//! does, [`wrapping`] breaks texts by their width.

mod canvas;
pub mod chart;
pub mod chart_file;
mod look;
pub mod matrix;
pub mod share;
pub mod wrapping;
