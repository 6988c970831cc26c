//! A bar a label.

use wsis_core::contract::lenses::LensChart;

use super::shapes::{Anchor, ChartDrawing, ChartStop, Shape, TextKind, WIDTH};
use super::values::{ChartStyle, labels, most, reading, scaled, value_at, value_text};

const LABEL: u32 = 16;
const BAR: u32 = 14;
const GAP: u32 = 8;
/// Room for the number behind the longest bar.
const NUMBER: u32 = 96;

pub(super) fn bars(chart: &LensChart, style: ChartStyle<'_>) -> ChartDrawing {
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
