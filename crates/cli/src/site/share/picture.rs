//! The picture of a share page as PNG, which other sites show beside its address.

use anyhow::Result;
use wsis_core::address::Selection;
use wsis_core::matrix::Matrix;
use wsis_page::picture::share::{Typeface, share_svg};

use crate::site::png_file::indexed_png;
use crate::site::raster::{FAMILY, FontMeasures, Rasterizer};

/// Draws the pictures of one matrix.
pub(super) struct Painter<'m> {
    matrix: &'m Matrix,
    site_title: &'m str,
    font: FontMeasures,
    rasterizer: Rasterizer,
}

impl<'m> Painter<'m> {
    /// For a matrix, on a site of that name.
    ///
    /// # Errors
    /// The built-in font cannot be read.
    pub(super) fn new(matrix: &'m Matrix, site_title: &'m str) -> Result<Self> {
        Ok(Self { matrix, site_title, font: FontMeasures::new()?, rasterizer: Rasterizer::new() })
    }

    /// The picture of a selection as PNG.
    ///
    /// # Errors
    /// The picture cannot be drawn or encoded.
    pub(super) fn png(&self, selection: Selection) -> Result<Vec<u8>> {
        let width = |text: &str| self.font.width(text);
        let typeface = Typeface { family: FAMILY, capitals: self.font.capitals(), width: &width };
        let svg = share_svg(self.matrix, self.site_title, selection, typeface);
        indexed_png(&self.rasterizer.draw(&svg)?)
    }
}
