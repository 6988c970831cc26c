//! Charts as shapes: bars, columns by year, lines by year, and timelines. The page draws them, and files are made of them.

mod bars;
mod multiples;
mod timeline;
mod years;

use bars::bars;
use multiples::multiples;
use wsis_core::contract::lenses::{ChartForm, LensChart, LensSeries, LensValue, Qualifier};
use wsis_messages::Messages;
use years::{columns, lines};

pub use super::canvas::Anchor;
pub use timeline::{TimelineEvent, draw_timeline};

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
    /// What is read there.
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
    fn text(&mut self, at: (u32, u32), anchor: Anchor, kind: TextKind, text: impl Into<String>) {
        self.shapes.push(Shape::Text { at, anchor, kind, text: text.into() });
    }

    fn rule(&mut self, from: (u32, u32), to: (u32, u32)) {
        self.shapes.push(Shape::Rule { from, to });
    }

    /// The same, from right to left.
    fn mirrored(mut self) -> Self {
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

/// Everything that a chart is drawn with apart from its values.
#[derive(Clone, Copy)]
pub struct ChartStyle<'s> {
    /// The texts of the interface.
    pub messages: Messages,
    /// Writes a number in the reader's language.
    pub format: &'s dyn Fn(f64) -> String,
    /// Whether the chart runs from right to left.
    pub is_mirrored: bool,
}

/// More series than these are drawn one below the other: their lines would lie on each other.
const MANY_SERIES: usize = 3;

/// Draws a chart.
#[must_use]
pub fn draw_chart(chart: &LensChart, style: ChartStyle<'_>) -> ChartDrawing {
    let drawing = match chart.form {
        ChartForm::Bars => bars(chart, style),
        ChartForm::Years => columns(chart, style),
        ChartForm::Lines if chart.series.len() > MANY_SERIES => multiples(chart, style),
        ChartForm::Lines => lines(chart, style),
    };
    if style.is_mirrored { drawing.mirrored() } else { drawing }
}

/// A value as it is read: with its qualifier, or that the source gives none.
#[must_use]
pub fn value_text(value: &LensValue, style: ChartStyle<'_>) -> String {
    let Some(number) = value.value else { return style.messages.lens_no_number().to_owned() };
    let number = (style.format)(number);
    match value.qualifier {
        None => number,
        Some(Qualifier::Over) => style.messages.lens_over(&number),
        Some(Qualifier::Nearly) => style.messages.lens_nearly(&number),
        Some(Qualifier::About) => style.messages.lens_about(&number),
    }
}

/// The value with its label, series, unit and remark.
fn reading(chart: &LensChart, series: &LensSeries, value: &LensValue, style: ChartStyle<'_>) -> String {
    let label = match &series.name {
        Some(name) => format!("{}, {name}", value.label),
        None => value.label.clone(),
    };
    let number = value_text(value, style);
    let unit = if value.value.is_some() { format!(" {}", chart.unit) } else { String::new() };
    let note = value.note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
    format!("{label}: {number}{unit}{note}")
}

/// The labels of all series, each once, in the order of the first that has it.
#[must_use]
pub fn labels(chart: &LensChart) -> Vec<&str> {
    let mut labels: Vec<&str> = Vec::new();
    for value in chart.series.iter().flat_map(|series| &series.values) {
        if !labels.contains(&value.label.as_str()) {
            labels.push(&value.label);
        }
    }
    if chart.form != ChartForm::Bars {
        labels.sort_unstable();
    }
    labels
}

/// The value of a series at a label.
#[must_use]
pub fn value_at<'c>(series: &'c LensSeries, label: &str) -> Option<&'c LensValue> {
    series.values.iter().find(|value| value.label == label)
}

fn most(chart: &LensChart) -> f64 {
    let values = chart.series.iter().flat_map(|series| &series.values).filter_map(|value| value.value);
    values.fold(0.0, f64::max)
}

/// A length in whole units.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "from 0 to the length of the axis"
)]
fn scaled(value: f64, most: f64, length: u32) -> u32 {
    if most > 0.0 { (value / most * f64::from(length)).round() as u32 } else { 0 }
}

/// Whether each series of a chart has a field with its name, so that no legend is needed.
#[must_use]
pub fn names_its_series(chart: &LensChart) -> bool {
    chart.form == ChartForm::Lines && chart.series.len() > MANY_SERIES
}

#[cfg(test)]
mod tests;
