//! Charts as shapes: bars, columns by year, lines by year, and timelines. The page draws them, and files are made of them.

use std::ops::RangeInclusive;

use wsis_core::contract::lenses::{ChartForm, LensChart, LensSeries, LensValue, Qualifier};
use wsis_messages::Messages;

pub use super::canvas::Anchor;

/// Width of every chart; lengths are in units of the picture.
pub const WIDTH: u32 = 360;

const LABEL: u32 = 16;
const BAR: u32 = 14;
const GAP: u32 = 8;
/// Room for the number behind the longest bar.
const NUMBER: u32 = 96;
/// Height of the field above the axis of years.
const FIELD: u32 = 130;
/// Room at both ends of the axis of years.
const END: u32 = 18;
/// More years than this have no room for a label each.
const MANY_YEARS: u32 = 9;

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

/// Draws a chart.
#[must_use]
pub fn draw_chart(chart: &LensChart, style: ChartStyle<'_>) -> ChartDrawing {
    let drawing = match chart.form {
        ChartForm::Bars => bars(chart, style),
        ChartForm::Years => columns(chart, style),
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

fn bars(chart: &LensChart, style: ChartStyle<'_>) -> ChartDrawing {
    let (mut drawing, most) = (ChartDrawing::default(), most(chart));
    let mut y = 0;
    for label in labels(chart) {
        drawing.text((0, y + LABEL - 4), Anchor::Start, TextKind::Label, label);
        y += LABEL;
        for (at, series) in chart.series.iter().enumerate() {
            let Some(value) = value_at(series, label) else { continue };
            let width = scaled(value.value.unwrap_or(0.0), most, WIDTH - NUMBER);
            if value.value.is_some() {
                drawing.shapes.push(Shape::Bar { x: 0, y, width: width.max(1), height: BAR, series: at });
            }
            let place = (width + 6, y + BAR - 3);
            drawing.text(place, Anchor::Start, TextKind::Value, value_text(value, style));
            let text = reading(chart, series, value, style);
            drawing.stops.push(ChartStop { x: 0, y, width: WIDTH, height: BAR, text });
            y += BAR + 3;
        }
        y += GAP;
    }
    drawing.height = y;
    drawing
}

/// An estimate of how wide a number is drawn.
fn text_width(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX).saturating_mul(7)
}

/// The years of a chart from the first to the last.
fn years_of(chart: &LensChart) -> RangeInclusive<u16> {
    let years: Vec<u16> = labels(chart).iter().filter_map(|label| label.parse().ok()).collect();
    let (first, last) = (years.iter().min().copied(), years.iter().max().copied());
    first.unwrap_or_default()..=last.unwrap_or_default()
}

/// The middle of a year on the axis.
fn year_x(years: &RangeInclusive<u16>, year: u16) -> u32 {
    let count = u32::from(years.end().saturating_sub(*years.start()));
    let at = u32::from(year.saturating_sub(*years.start()));
    END + (at * (WIDTH - 2 * END)).checked_div(count).unwrap_or((WIDTH - 2 * END) / 2)
}

/// The axis with its years; every second one, or every fifth, where there are many.
fn axis(drawing: &mut ChartDrawing, years: &RangeInclusive<u16>, y: u32) {
    drawing.rule((0, y), (WIDTH, y));
    let count = u32::from(years.end() - years.start()) + 1;
    let step: u16 = match count {
        0..=MANY_YEARS => 1,
        10..=18 => 2,
        _ => 5,
    };
    for year in years.clone() {
        let is_end = year == *years.start() || year == *years.end();
        let is_near_end = year > years.end().saturating_sub(3) || year < years.start().saturating_add(3);
        let is_step = match step {
            5 => year % 5 == 0 && !is_near_end,
            step => (year - years.start()).is_multiple_of(step),
        };
        let x = year_x(years, year);
        if is_step || (step == 5 && is_end) {
            drawing.rule((x, y), (x, y + 4));
            drawing.text((x, y + 17), Anchor::Middle, TextKind::Axis, year.to_string());
        }
    }
}

fn columns(chart: &LensChart, style: ChartStyle<'_>) -> ChartDrawing {
    let (mut drawing, most) = (ChartDrawing::default(), most(chart));
    let years = years_of(chart);
    let count = u32::from(years.end() - years.start()) + 1;
    let slot = ((WIDTH - 2 * END) / count.max(2)).min(60);
    let series_count = u32::try_from(chart.series.len()).unwrap_or(1).max(1);
    let width = (slot.saturating_sub(4) / series_count).max(2);
    let base = FIELD + LABEL;
    axis(&mut drawing, &years, base);
    for label in labels(chart) {
        let Ok(year) = label.parse::<u16>() else { continue };
        let middle = year_x(&years, year);
        for (at, series) in chart.series.iter().enumerate() {
            let Some(value) = value_at(series, label) else { continue };
            let offset = u32::try_from(at).unwrap_or(0) * width;
            let x = (middle + offset).saturating_sub(width * series_count / 2);
            let height = scaled(value.value.unwrap_or(0.0), most, FIELD);
            let top = base - height;
            if value.value.is_some() {
                drawing.shapes.push(Shape::Bar { x, y: top, width, height, series: at });
            }
            // Between the columns of several series the numbers would run into each other: the table has them.
            let text = value.value.map_or_else(|| "–".to_owned(), style.format);
            let is_most = value.value.is_some_and(|value| value >= most);
            if chart.series.len() == 1 && (is_most || text_width(&text) <= slot) {
                drawing.text((middle, top - 4), Anchor::Middle, TextKind::Value, text);
            }
            let text = reading(chart, series, value, style);
            drawing.stops.push(ChartStop { x, y: 0, width, height: base, text });
        }
    }
    drawing.height = base + 24;
    drawing
}

fn lines(chart: &LensChart, style: ChartStyle<'_>) -> ChartDrawing {
    let (mut drawing, most) = (ChartDrawing::default(), most(chart));
    let (years, base) = (years_of(chart), FIELD + LABEL);
    drawing.rule((0, base - FIELD), (WIDTH, base - FIELD));
    drawing.text((0, base - FIELD - 4), Anchor::Start, TextKind::Axis, (style.format)(most));
    axis(&mut drawing, &years, base);
    for (at, series) in chart.series.iter().enumerate() {
        let mut points = Vec::new();
        for value in &series.values {
            let Ok(year) = value.label.parse::<u16>() else { continue };
            let x = year_x(&years, year);
            if let Some(number) = value.value {
                points.push((x, base - scaled(number, most, FIELD)));
            }
            let text = reading(chart, series, value, style);
            drawing.stops.push(ChartStop { x: x.saturating_sub(6), y: 0, width: 12, height: base, text });
        }
        drawing.shapes.push(Shape::Line { points: points.clone(), series: at });
        drawing.shapes.extend(points.into_iter().map(|at_point| Shape::Dot { at: at_point, series: at }));
    }
    drawing.height = base + 24;
    drawing
}

/// An event on a timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineEvent {
    /// First year.
    pub from: u16,
    /// Last year.
    pub to: u16,
    /// What is read there.
    pub text: String,
}

/// Draws events on an axis of years. Events of the same years stand one above the other.
#[must_use]
pub fn draw_timeline(
    events: &[TimelineEvent],
    years: &RangeInclusive<u16>,
    is_mirrored: bool,
) -> ChartDrawing {
    const ROW: u32 = 13;
    let mut drawing = ChartDrawing::default();
    // The last year that each row is taken until.
    let mut rows: Vec<u16> = Vec::new();
    let mut places = Vec::new();
    for event in events {
        let row = rows.iter().position(|taken| *taken < event.from).unwrap_or(rows.len());
        match rows.get_mut(row) {
            Some(taken) => *taken = event.to,
            None => rows.push(event.to),
        }
        places.push(u32::try_from(row).unwrap_or(0));
    }
    let base = u32::try_from(rows.len()).unwrap_or(0) * ROW + 4;
    for (event, row) in events.iter().zip(places) {
        let (from, to) = (year_x(years, event.from), year_x(years, event.to));
        let y = base - 6 - row * ROW;
        if event.to > event.from {
            drawing.shapes.push(Shape::Bar { x: from, y: y - 5, width: to - from, height: 10, series: 0 });
        } else {
            drawing.shapes.push(Shape::Dot { at: (from, y), series: 0 });
        }
        let (x, width) = (from.saturating_sub(6), to - from + 12);
        drawing.stops.push(ChartStop {
            x,
            y: y.saturating_sub(6),
            width,
            height: 12,
            text: event.text.clone(),
        });
    }
    axis(&mut drawing, years, base);
    drawing.height = base + 24;
    if is_mirrored { drawing.mirrored() } else { drawing }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use wsis_core::contract::Review;

    use super::*;

    fn chart(form: ChartForm, values: &[(u16, Option<f64>)]) -> LensChart {
        let values = values.iter().map(|(year, value)| LensValue {
            label: year.to_string(),
            value: *value,
            qualifier: None,
            note: None,
        });
        LensChart {
            id: "chart".parse().unwrap(),
            form,
            caption: "Caption".to_owned(),
            unit: "units".to_owned(),
            series: vec![LensSeries { name: None, counted: false, values: values.collect() }],
            basis: "report".to_owned(),
            note: None,
            review: Review::Written,
        }
    }

    fn style(is_mirrored: bool) -> ChartStyle<'static> {
        ChartStyle { messages: Messages::ENGLISH, format: &|value| value.to_string(), is_mirrored }
    }

    proptest! {
        #[test]
        fn every_shape_lies_in_the_picture_and_every_value_has_a_stop(
            values in prop::collection::btree_map(1990_u16..2030, prop::option::of(0.0..1e6), 1..20),
            form in prop::sample::select(vec![ChartForm::Bars, ChartForm::Years, ChartForm::Lines]),
            is_mirrored: bool,
        ) {
            let values: Vec<_> = values.into_iter().collect();
            let drawing = draw_chart(&chart(form, &values), style(is_mirrored));
            prop_assert_eq!(drawing.stops.len(), values.len());
            for shape in &drawing.shapes {
                let (x, y) = match shape {
                    Shape::Bar { x, y, width, height, .. } => (x + width, y + height),
                    Shape::Dot { at, .. } | Shape::Text { at, .. } => *at,
                    Shape::Rule { from, to } => (from.0.max(to.0), from.1.max(to.1)),
                    Shape::Line { points, .. } => points.iter().copied().max().unwrap_or_default(),
                };
                prop_assert!(x <= WIDTH && y <= drawing.height, "{:?} in {}", shape, drawing.height);
            }
        }

        #[test]
        fn a_longer_bar_is_a_larger_number(one in 0.0..1e6, other in 0.0..1e6) {
            let drawing = draw_chart(&chart(ChartForm::Bars, &[(2001, Some(one)), (2002, Some(other))]), style(false));
            let widths: Vec<u32> = drawing.shapes.iter().filter_map(|shape| match shape {
                Shape::Bar { width, .. } => Some(*width),
                _ => None,
            }).collect();
            prop_assert!(widths[0] == widths[1] || (widths[0] > widths[1]) == (one > other));
        }

        #[test]
        fn events_of_a_timeline_never_lie_on_each_other(
            events in prop::collection::vec((1998_u16..2025, 0_u16..6), 1..30),
        ) {
            let events: Vec<TimelineEvent> = events
                .into_iter()
                .map(|(from, long)| TimelineEvent { from, to: from + long, text: String::new() })
                .collect();
            let drawing = draw_timeline(&events, &(1998..=2030), false);
            for (at, one) in drawing.stops.iter().enumerate() {
                for other in &drawing.stops[at + 1..] {
                    let beside = one.x + one.width <= other.x || other.x + other.width <= one.x;
                    prop_assert!(one.y != other.y || beside);
                }
            }
        }
    }

    #[test]
    fn a_missing_number_is_said() {
        let drawing = draw_chart(&chart(ChartForm::Bars, &[(2012, None)]), style(false));
        assert_eq!(drawing.stops[0].text, format!("2012: {}", Messages::ENGLISH.lens_no_number()));
    }
}
