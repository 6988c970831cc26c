//! The page's picture in pixels, for devices that it is installed on.
//!
//! It is drawn from the page's own SVG, of which no more is read than that file has: rectangles with round corners, each
//! with a colour and an opacity. Knows of tiny-skia and png alone.

use anyhow::{Context as _, Result, bail};
use tiny_skia::{Color, FillRule, Paint, Path, PathBuilder, Pixmap, Transform};

/// How far what is drawn is drawn in where a device may cut off everything outside a circle of four fifths.
const SAFE_ZONE: f32 = 0.7;

/// How far a control point of a Bézier curve is from the corner of the quarter of a circle that it draws.
const BEZIER_INSET: f32 = 0.447_7;

/// What stands at the edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    /// Round corners, nothing beyond them.
    Rounded,
    /// The ground goes on to all edges.
    FullBleed,
}

/// A picture made of rectangles; the first is its ground.
#[derive(Debug)]
pub(super) struct Drawing {
    width: f32,
    rectangles: Vec<Rectangle>,
    ground: String,
}

#[derive(Debug, Clone, Copy)]
struct Rectangle {
    x: f32,
    y: f32,
    width: f32,
    height: f32,
    radius: f32,
    colour: Color,
}

/// Reads the page's picture.
///
/// # Errors
/// It has something that is not understood here.
pub(super) fn read(svg: &str) -> Result<Drawing> {
    let sides = attribute(svg, "viewBox").context("the picture has no viewBox")?;
    let width = number(sides.rsplit(' ').next())?;
    let mut inherited = "#000";
    let mut rectangles = Vec::new();
    for tag in svg.split('<').filter_map(|part| part.split('>').next()) {
        match tag.split([' ', '/']).next().unwrap_or_default() {
            "g" => inherited = attribute(tag, "fill").unwrap_or(inherited),
            "rect" => rectangles.push(rectangle(tag, inherited)?),
            "svg" | "" => {}
            other => bail!("the picture has a <{other}>, which is not drawn here"),
        }
    }
    let ground = attribute(svg, "fill").context("the picture has no ground")?.to_owned();
    Ok(Drawing { width, rectangles, ground })
}

fn rectangle(tag: &str, inherited: &str) -> Result<Rectangle> {
    let of = |name| attribute(tag, name);
    let optional = |name, without| of(name).map_or(Ok(without), |value| number(Some(value)));
    let mut colour = colour(of("fill").unwrap_or(inherited))?;
    colour.set_alpha(optional("opacity", 1.0)?);
    Ok(Rectangle {
        x: optional("x", 0.0)?,
        y: optional("y", 0.0)?,
        width: number(of("width"))?,
        height: number(of("height"))?,
        radius: optional("rx", 0.0)?,
        colour,
    })
}

/// The value of an attribute; names are looked for with the space before them, since `x` ends `rx`.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split(&format!(" {name}=\"")).nth(1)?.split('"').next()
}

fn number(text: Option<&str>) -> Result<f32> {
    text.and_then(|text| text.parse().ok()).with_context(|| format!("{text:?} in the picture is no number"))
}

/// `#fff` or `#14324a`.
fn colour(text: &str) -> Result<Color> {
    let digits = text.trim_start_matches('#');
    let long: String = match digits.len() {
        3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
        _ => digits.to_owned(),
    };
    let value = u32::from_str_radix(&long, 16).with_context(|| format!("{text} is no colour"))?;
    let [_, red, green, blue] = value.to_be_bytes();
    Ok(Color::from_rgba8(red, green, blue, u8::MAX))
}

impl Drawing {
    /// The colour of the ground, as it is written.
    pub(super) fn ground(&self) -> &str {
        &self.ground
    }

    /// The picture so many pixels wide, as PNG.
    ///
    /// # Errors
    /// It cannot be made or encoded.
    pub(super) fn png(&self, size: u32, edge: Edge) -> Result<Vec<u8>> {
        encode(&self.draw(size, edge)?)
    }

    fn draw(&self, size: u32, edge: Edge) -> Result<Pixmap> {
        let mut pixels = Pixmap::new(size, size).context("no room for a picture")?;
        #[allow(clippy::cast_precision_loss, reason = "a few hundred pixels")]
        let whole = size as f32;
        let zone = if edge == Edge::FullBleed { SAFE_ZONE } else { 1.0 };
        let scale = whole / self.width * zone;
        let aside = whole * (1.0 - zone) / 2.0;
        let placed = Transform::from_scale(scale, scale).post_translate(aside, aside);
        let mut rectangles = self.rectangles.iter();
        let ground = rectangles.next().context("the picture is empty")?;
        if edge == Edge::FullBleed {
            pixels.fill(ground.colour);
        } else {
            ground.fill(&mut pixels, placed)?;
        }
        rectangles.try_for_each(|rectangle| rectangle.fill(&mut pixels, placed))?;
        Ok(pixels)
    }
}

impl Rectangle {
    fn fill(&self, pixels: &mut Pixmap, placed: Transform) -> Result<()> {
        let mut paint = Paint { anti_alias: true, ..Paint::default() };
        paint.set_color(self.colour);
        let path = self.path().context("a rectangle of the picture is empty")?;
        pixels.fill_path(&path, &paint, FillRule::Winding, placed, None);
        Ok(())
    }

    fn path(&self) -> Option<Path> {
        let (left, top, right, bottom) = (self.x, self.y, self.x + self.width, self.y + self.height);
        let (corner, inset) = (self.radius, self.radius * BEZIER_INSET);
        let mut path = PathBuilder::new();
        path.move_to(left + corner, top);
        path.line_to(right - corner, top);
        path.cubic_to(right - inset, top, right, top + inset, right, top + corner);
        path.line_to(right, bottom - corner);
        path.cubic_to(right, bottom - inset, right - inset, bottom, right - corner, bottom);
        path.line_to(left + corner, bottom);
        path.cubic_to(left + inset, bottom, left, bottom - inset, left, bottom - corner);
        path.line_to(left, top + corner);
        path.cubic_to(left, top + inset, left + inset, top, left + corner, top);
        path.close();
        path.finish()
    }
}

fn encode(pixels: &Pixmap) -> Result<Vec<u8>> {
    let plain = pixels.pixels().iter().flat_map(|pixel| {
        let pixel = pixel.demultiply();
        [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]
    });
    let plain: Vec<u8> = plain.collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Balanced);
    let mut writer = encoder.write_header().context("a picture cannot be encoded")?;
    writer.write_image_data(&plain).context("a picture cannot be encoded")?;
    writer.finish().context("a picture cannot be encoded")?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own() -> Drawing {
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
    fn what_is_not_understood_is_refused() {
        assert!(
            read("<svg viewBox=\"0 0 16 16\"><rect width=\"1\" height=\"1\" fill=\"#fff\"/><path/></svg>")
                .is_err()
        );
    }
}
