//! The parts of a drawn chart.

pub use super::super::canvas::Anchor;

/// Width of every chart; lengths are in units of the picture.
pub const WIDTH: u32 = 360;

/// Meaning of a text in a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    /// Name of a bar.
    Label,
    /// A number.
    Value,
    /// A year or a number of an axis.
    Axis,
}

/// A part of a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// A bar of a series, from its left upper corner.
    Bar {
        /// Left edge.
        x: u32,
        /// Upper edge.
        y: u32,
        /// Width.
        width: u32,
        /// Height.
        height: u32,
        /// Index of the series.
        series: usize,
    },
    /// The line of a series.
    Line {
        /// Its points.
        points: Vec<(u32, u32)>,
        /// Index of the series.
        series: usize,
    },
    /// A point of a series.
    Dot {
        /// Its middle.
        at: (u32, u32),
        /// Index of the series.
        series: usize,
    },
    /// A line of the axis.
    Rule {
        /// One end.
        from: (u32, u32),
        /// The other end.
        to: (u32, u32),
    },
    /// A text on its baseline.
    Text {
        /// Where it starts, ends, or has its middle.
        at: (u32, u32),
        /// Which of these.
        anchor: Anchor,
        /// Its meaning.
        kind: TextKind,
        /// The text.
        text: String,
    },
}

/// A place of a chart that the keyboard or the pointer can stop at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartStop {
    /// Left edge.
    pub x: u32,
    /// Upper edge.
    pub y: u32,
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
    /// The text that is read there.
    pub text: String,
}

/// A chart as shapes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChartDrawing {
    /// Height; the width is [`WIDTH`].
    pub height: u32,
    /// In drawing order.
    pub shapes: Vec<Shape>,
    /// In reading order.
    pub stops: Vec<ChartStop>,
}

impl ChartDrawing {
    pub(super) fn text(&mut self, at: (u32, u32), anchor: Anchor, kind: TextKind, text: impl Into<String>) {
        self.shapes.push(Shape::Text { at, anchor, kind, text: text.into() });
    }

    pub(super) fn rule(&mut self, from: (u32, u32), to: (u32, u32)) {
        self.shapes.push(Shape::Rule { from, to });
    }

    /// The same, from right to left.
    pub(super) fn mirrored(mut self) -> Self {
        let flip = |x: u32| WIDTH.saturating_sub(x);
        for shape in &mut self.shapes {
            match shape {
                Shape::Bar { x, width, .. } => *x = flip(*x + *width),
                Shape::Line { points, .. } => points.iter_mut().for_each(|(x, _)| *x = flip(*x)),
                Shape::Dot { at, .. } => at.0 = flip(at.0),
                Shape::Rule { from, to } => (from.0, to.0) = (flip(from.0), flip(to.0)),
                Shape::Text { at, anchor, .. } => (at.0, *anchor) = (flip(at.0), anchor.mirrored()),
            }
        }
        for stop in &mut self.stops {
            stop.x = flip(stop.x + stop.width);
        }
        self
    }
}
