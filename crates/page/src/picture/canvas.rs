//! SVG elements: rectangles, texts and tiles, each escaped, in a picture that may be mirrored.

use std::fmt::Write as _;

use wsis_core::contrast::Colour;
use wsis_core::escape::escape_markup;

/// A rectangle in units of the picture, from its left upper corner.
#[derive(Debug, Clone, Copy)]
pub(super) struct Area {
    pub(super) x: u32,
    pub(super) y: u32,
    pub(super) width: u32,
    pub(super) height: u32,
}

impl Area {
    /// The place with a margin all around.
    pub(super) fn grown(self, by: u32) -> Self {
        Self {
            x: self.x.saturating_sub(by),
            y: self.y.saturating_sub(by),
            width: self.width + 2 * by,
            height: self.height + 2 * by,
        }
    }
}

/// The look of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub(super) size: u32,
    pub(super) weight: u32,
    pub(super) ink: Colour,
}

/// Where a text starts or ends at its position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// It starts there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

impl Anchor {
    /// The anchor in a picture that runs from right to left.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        match self {
            Self::Start => Self::End,
            Self::Middle => Self::Middle,
            Self::End => Self::Start,
        }
    }

    /// The value of `text-anchor`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// A picture being drawn.
#[derive(Debug, Default)]
pub(super) struct Canvas {
    body: String,
}

impl Canvas {
    /// A rectangle, with round corners where `radius` is not 0.
    pub(super) fn rectangle(&mut self, place: Area, radius: u32, fill: Colour) {
        let Area { x, y, width, height } = place;
        let round = if radius == 0 { String::new() } else { format!(" rx=\"{radius}\"") };
        let _ = write!(
            self.body,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{round} fill=\"{fill}\"/>"
        );
    }

    /// The edge of a rectangle, inside it.
    pub(super) fn outline(&mut self, place: Area, radius: u32, ink: Colour) {
        let Area { x, y, width, height } = place;
        let _ = write!(
            self.body,
            "<rect x=\"{x}.5\" y=\"{y}.5\" width=\"{}\" height=\"{}\" rx=\"{radius}\" fill=\"none\" stroke=\"{ink}\"/>",
            width.saturating_sub(1),
            height.saturating_sub(1)
        );
    }

    /// Slanted stripes to fill with by [`Self::stripes`]: each so wide, of so many units.
    pub(super) fn pattern(&mut self, id: &str, stripe: u32, of: u32, ink: Colour) {
        let _ = write!(
            self.body,
            "<pattern id=\"{id}\" width=\"{of}\" height=\"{of}\" patternUnits=\"userSpaceOnUse\" \
             patternTransform=\"rotate(-45)\"><rect width=\"{of}\" height=\"{stripe}\" fill=\"{ink}\"/></pattern>"
        );
    }

    /// A rectangle of the stripes with this id.
    pub(super) fn stripes(&mut self, place: Area, radius: u32, id: &str) {
        let Area { x, y, width, height } = place;
        let _ = write!(
            self.body,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{radius}\" fill=\"url(#{id})\"/>"
        );
    }

    /// A line through points.
    pub(super) fn line(&mut self, points: &[(u32, u32)], width: u32, ink: Colour) {
        let points: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
        let _ = write!(
            self.body,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{ink}\" stroke-width=\"{width}\"/>",
            points.join(" ")
        );
    }

    /// A round point.
    pub(super) fn dot(&mut self, (x, y): (u32, u32), radius: u32, fill: Colour) {
        let _ = write!(self.body, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"{fill}\"/>");
    }

    /// A text on a baseline.
    pub(super) fn text(&mut self, (x, y): (u32, u32), style: Style, anchor: Anchor, text: &str) {
        let Style { size, weight, ink } = style;
        let _ = write!(
            self.body,
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" text-anchor=\"{}\" \
             fill=\"{ink}\">{}</text>",
            anchor.code(),
            escape_markup(text)
        );
    }

    /// A name in a language that is written from right to left, ending at `x`.
    pub(super) fn mirrored_text(&mut self, (x, y): (u32, u32), style: Style, text: &str) {
        let Style { size, weight, ink } = style;
        let _ = write!(
            self.body,
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" direction=\"rtl\" \
             fill=\"{ink}\">{}</text>",
            escape_markup(text)
        );
    }

    /// A text that runs upwards from a position.
    pub(super) fn upward_text(&mut self, (x, y): (u32, u32), style: Style, text: &str) {
        let Style { size, weight, ink } = style;
        let _ = write!(
            self.body,
            "<text transform=\"translate({x} {y}) rotate(-90)\" font-size=\"{size}\" font-weight=\"{weight}\" \
             fill=\"{ink}\">{}</text>",
            escape_markup(text)
        );
    }

    /// The document of this size on a ground. `attributes` are those of the root element, markup already.
    pub(super) fn document(
        self,
        (width, height): (u32, u32),
        ground: Colour,
        attributes: &str,
        title: &str,
    ) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" {attributes}><title>{}</title>\
             <rect width=\"{width}\" height=\"{height}\" fill=\"{ground}\"/>{}</svg>",
            escape_markup(title),
            self.body
        )
    }
}
