//! Columns and lines over an axis of years.

use std::ops::RangeInclusive;

use wsis_core::contract::lenses::LensChart;

use super::shapes::{Anchor, ChartDrawing, ChartStop, Shape, TextKind, WIDTH};
use super::values::{ChartStyle, labels, most, reading, scaled, value_at};

const LABEL: u32 = 16;
/// Height of the field above the axis of years.
const FIELD: u32 = 130;
/// Room at both ends of the axis of years.
pub(super) const END: u32 = 18;
/// More years than this have no room for a label each.
const MANY_YEARS: u32 = 9;

/// An estimate of how wide a number is drawn.
pub(super) fn text_width(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX).saturating_mul(7)
}

/// The years of a chart from the first to the last.
pub(super) fn years_of(chart: &LensChart) -> RangeInclusive<u16> {
    let years: Vec<u16> = labels(chart).iter().filter_map(|label| label.parse().ok()).collect();
    let (first, last) = (years.iter().min().copied(), years.iter().max().copied());
    first.unwrap_or_default()..=last.unwrap_or_default()
}

/// The middle of a year on the axis.
pub(super) fn year_x(years: &RangeInclusive<u16>, year: u16) -> u32 {
    let count = u32::from(years.end().saturating_sub(*years.start()));
    let at = u32::from(year.saturating_sub(*years.start()));
    END + (at * (WIDTH - 2 * END)).checked_div(count).unwrap_or((WIDTH - 2 * END) / 2)
}

/// The axis with its years; every second one, or every fifth, where there are many.
pub(super) fn axis(drawing: &mut ChartDrawing, years: &RangeInclusive<u16>, y: u32) {
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

pub(super) fn columns(chart: &LensChart, style: ChartStyle<'_>) -> ChartDrawing {
    let (mut drawing, most) = (ChartDrawing::default(), most(chart));
    let years = years_of(chart);
    let count = u32::from(years.end() - years.start()) + 1;
    let slot = ((WIDTH - 2 * END) / count.max(2)).min(2 * END);
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

pub(super) fn lines(chart: &LensChart, style: ChartStyle<'_>) -> ChartDrawing {
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
