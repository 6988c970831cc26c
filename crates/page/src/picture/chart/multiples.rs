//! A small field a series, for charts of many series.

use wsis_core::contract::lenses::LensChart;

use super::shapes::{Anchor, ChartDrawing, ChartStop, Shape, TextKind, WIDTH};
use super::values::{ChartStyle, reading, scaled};
use super::years::{END, axis, text_width, year_x, years_of};

const LABEL: u32 = 16;
const GAP: u32 = 8;
/// Height of the field of one of many series.
const SMALL_FIELD: u32 = 44;

/// A small field of columns for each series, each with its own scale, on one axis of years.
pub(super) fn multiples(chart: &LensChart, style: ChartStyle<'_>) -> ChartDrawing {
    let (mut drawing, years) = (ChartDrawing::default(), years_of(chart));
    let count = u32::from(years.end() - years.start()) + 1;
    let width = ((WIDTH - 2 * END) / count.max(2)).saturating_sub(4).clamp(2, 2 * END);
    let mut y = 0;
    for series in &chart.series {
        let name = series.name.as_deref().unwrap_or_default();
        drawing.text((0, y + LABEL - 4), Anchor::Start, TextKind::Label, name);
        let base = y + 2 * LABEL + SMALL_FIELD;
        let most = series.values.iter().filter_map(|value| value.value).fold(0.0, f64::max);
        for value in &series.values {
            let Ok(year) = value.label.parse::<u16>() else { continue };
            let middle = year_x(&years, year);
            let x = middle.saturating_sub(width / 2);
            if let Some(number) = value.value {
                let height = scaled(number, most, SMALL_FIELD).max(1);
                drawing.shapes.push(Shape::Bar { x, y: base - height, width, height, series: 0 });
                if number >= most {
                    let text = (style.format)(number);
                    let inside = middle.clamp(text_width(&text) / 2, WIDTH - text_width(&text) / 2);
                    drawing.text((inside, base - height - 4), Anchor::Middle, TextKind::Value, text);
                }
            }
            let text = reading(chart, series, value, style);
            drawing.stops.push(ChartStop { x, y: y + LABEL, width, height: SMALL_FIELD + LABEL, text });
        }
        drawing.rule((0, base), (WIDTH, base));
        y = base + GAP;
    }
    axis(&mut drawing, &years, y - GAP);
    drawing.height = y + LABEL;
    drawing
}
