//! The page's icon in pixels, for devices that it is installed on.

use anyhow::{Context as _, Result};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Node, Paint, Tree};

use crate::site::png_file::rgba_png;
use crate::site::raster::Rasterizer;

/// The share of the size that is drawn in where a device may cut off everything outside a circle of four fifths.
const SAFE_ZONE: f32 = 0.7;

/// The edges of an icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    /// Round corners, transparent beyond them.
    Rounded,
    /// The ground goes on to all edges.
    FullBleed,
}

/// The page's icon; its first shape is its ground.
#[derive(Debug)]
pub(super) struct Icon {
    tree: Tree,
    ground: Color,
}

/// Reads an icon.
///
/// # Errors
/// It is no SVG, or its first shape has no plain colour.
pub(super) fn read(svg: &str) -> Result<Icon> {
    let tree = Rasterizer::new().read(svg)?;
    let ground = tree.root().children().iter().find_map(|node| match node {
        Node::Path(path) => path.fill().map(|fill| fill.paint().clone()),
        _ => None,
    });
    let Some(Paint::Color(ground)) = ground else { anyhow::bail!("the icon has no ground of one colour") };
    let ground = Color::from_rgba8(ground.red, ground.green, ground.blue, u8::MAX);
    Ok(Icon { tree, ground })
}

impl Icon {
    /// The colour of the ground, `#rrggbb`.
    pub(super) fn ground(&self) -> String {
        let colour = self.ground.to_color_u8();
        format!("#{:02x}{:02x}{:02x}", colour.red(), colour.green(), colour.blue())
    }

    /// The icon so many pixels wide, as PNG.
    ///
    /// # Errors
    /// It cannot be drawn or encoded.
    pub(super) fn png(&self, size: u32, edge: Edge) -> Result<Vec<u8>> {
        rgba_png(&self.draw(size, edge)?)
    }

    fn draw(&self, size: u32, edge: Edge) -> Result<Pixmap> {
        let mut pixels = Pixmap::new(size, size).context("no room for an icon")?;
        #[allow(clippy::cast_precision_loss, reason = "a few hundred pixels")]
        let whole = size as f32;
        let share = if edge == Edge::FullBleed { SAFE_ZONE } else { 1.0 };
        if edge == Edge::FullBleed {
            pixels.fill(self.ground);
        }
        let (scale, margin) = (whole / self.tree.size().width() * share, whole * (1.0 - share) / 2.0);
        let transform = Transform::from_scale(scale, scale).post_translate(margin, margin);
        resvg::render(&self.tree, transform, &mut pixels.as_mut());
        Ok(pixels)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own() -> Icon {
        read(include_str!("../../../../../public/favicon.svg")).unwrap()
    }

    fn at(pixels: &Pixmap, x: u32, y: u32) -> [u8; 4] {
        let pixel = pixels.pixel(x, y).unwrap().demultiply();
        [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]
    }

    #[test]
    fn the_page_s_own_picture_is_drawn_as_it_is() {
        let pixels = own().draw(160, Edge::Rounded).unwrap();
        assert_eq!(at(&pixels, 0, 0)[3], 0, "round corners");
        assert_eq!(at(&pixels, 80, 10), [0x14, 0x32, 0x4a, 255], "the ground");
        assert_eq!(at(&pixels, 43, 43), [0xfc, 0xc3, 0x0b, 255], "the first cell");
        assert_eq!(at(&pixels, 80, 80), [0xfd, 0x69, 0x25, 255], "the middle one");
    }

    #[test]
    fn what_may_be_cut_off_is_ground() {
        let pixels = own().draw(100, Edge::FullBleed).unwrap();
        for (x, y) in [(0, 0), (99, 0), (50, 12), (14, 14), (86, 86)] {
            assert_eq!(at(&pixels, x, y), [0x14, 0x32, 0x4a, 255], "{x} {y}");
        }
        assert_eq!(at(&pixels, 50, 50), [0xfd, 0x69, 0x25, 255]);
    }

    #[test]
    fn a_picture_without_a_ground_is_refused() {
        assert!(read("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 16 16\"></svg>").is_err());
        assert!(read("<p>no picture</p>").is_err());
    }
}
