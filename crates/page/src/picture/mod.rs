//! The matrix as a picture: SVG documents that need nothing but themselves.
//!
//! | module | picture |
//! |---|---|
//! | [`matrix`] | the matrix as shown, to download; the browser makes a PNG of it |
//! | [`share`] | the small picture of a share page; `wsis site` makes a PNG of it |
//!
//! Both are drawn with the elements of `canvas`, from the marks of [`crate::grid`] and core's palette.

mod canvas;
pub mod matrix;
pub mod share;
