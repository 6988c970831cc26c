//! Charts as shapes: bars, columns by year, lines by year, and timelines. The page draws them, and files are made of them.

mod bars;
mod multiples;
mod shapes;
mod timeline;
mod values;
mod years;

use bars::bars;
use multiples::multiples;
use wsis_core::contract::lenses::{ChartForm, LensChart};
use years::{columns, lines};

pub use shapes::{Anchor, ChartDrawing, ChartStop, Shape, TextKind, WIDTH};
pub use timeline::{TimelineEvent, draw_timeline};
pub use values::{ChartStyle, labels, value_at, value_text};

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

/// Whether each series of a chart has a field with its name, so that no legend is needed.
#[must_use]
pub fn names_its_series(chart: &LensChart) -> bool {
    chart.form == ChartForm::Lines && chart.series.len() > MANY_SERIES
}

#[cfg(test)]
mod tests;
