//! Events on the axis of years.

use std::ops::RangeInclusive;

use super::shapes::{ChartDrawing, ChartStop, Shape};
use super::years::{axis, year_x};

/// An event on a timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineEvent {
    /// First year.
    pub from: u16,
    /// Last year.
    pub to: u16,
    /// The text that is read there.
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
        let (x, width) = (from.saturating_sub(4), to - from + 8);
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
