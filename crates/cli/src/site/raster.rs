//! SVG documents as pixels, with a font that is built in: every machine draws the same bytes, whatever fonts it has.

use std::sync::Arc;

use anyhow::{Context as _, Result};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider as _};

/// Inter Bold with the letters of codes and of the site's name; `crates/cli/fonts/OFL.txt` is its licence.
const FONT: &[u8] = include_bytes!("../../fonts/inter-bold.otf");

/// The family's name in the font.
pub(super) const FAMILY: &str = "Inter";

/// Measures of the font, in thousandths of the size.
pub(super) struct FontMeasures {
    font: FontRef<'static>,
}

impl FontMeasures {
    /// Reads the built-in font.
    ///
    /// # Errors
    /// The font cannot be read.
    pub(super) fn new() -> Result<Self> {
        Ok(Self { font: FontRef::new(FONT).context("the font of the pictures cannot be read")? })
    }

    /// The height of capitals and digits.
    pub(super) fn capitals(&self) -> u32 {
        let metrics = self.font.metrics(Size::new(1000.0), LocationRef::default());
        whole(metrics.cap_height.unwrap_or(0.0))
    }

    /// The width of a text. A letter that the font lacks has none.
    pub(super) fn width(&self, text: &str) -> u32 {
        let (glyphs, characters) =
            (self.font.glyph_metrics(Size::new(1000.0), LocationRef::default()), self.font.charmap());
        let widths = text.chars().filter_map(|letter| glyphs.advance_width(characters.map(letter)?));
        whole(widths.sum())
    }
}

/// A length without its fraction.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "lengths of a few thousand units")]
fn whole(length: f32) -> u32 {
    length.max(0.0) as u32
}

/// Draws SVG documents.
pub(super) struct Rasterizer {
    options: Options<'static>,
}

impl Rasterizer {
    /// With the built-in font alone.
    pub(super) fn new() -> Self {
        let mut fonts = fontdb::Database::new();
        fonts.load_font_data(FONT.to_vec());
        let options =
            Options { font_family: FAMILY.to_owned(), fontdb: Arc::new(fonts), ..Options::default() };
        Self { options }
    }

    /// Reads a document.
    ///
    /// # Errors
    /// It is no SVG.
    pub(super) fn read(&self, svg: &str) -> Result<Tree> {
        Tree::from_str(svg, &self.options).context("a picture cannot be read")
    }

    /// The document in its own size.
    ///
    /// # Errors
    /// It is no SVG, or there is no memory for its pixels.
    pub(super) fn draw(&self, svg: &str) -> Result<Pixmap> {
        let tree = self.read(svg)?;
        let size = tree.size().to_int_size();
        let mut pixels = Pixmap::new(size.width(), size.height()).context("no room for a picture")?;
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        Ok(pixels)
    }
}
