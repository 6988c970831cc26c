//! A chart as a picture to save: caption, unit, legend, shapes, source and address.

use wsis_core::contract::lenses::LensChart;
use wsis_core::contrast::Colour;
use wsis_core::palette;

use super::canvas::{Anchor, Area, Canvas, Style};
use super::chart::{ChartDrawing, Shape, TextKind, WIDTH, names_its_series};
use super::matrix::FONT;
use super::wrapping::{Measure, wrapped};
use crate::export::origin::Origin;

/// Distance of everything from the edge.
const EDGE: u32 = 24;
/// Size of a sample in the legend.
const SAMPLE: u32 = 12;

/// The colour of a series, close to that on the page.
const fn colour(series: usize) -> Colour {
    match series {
        0 => palette::HEAT[6].light,
        1 => palette::WARNING.light,
        _ => palette::INK_SOFT.light,
    }
}

/// A chart as an SVG document; texts are broken by the widths that `measure` gives.
#[must_use]
pub fn chart_svg(
    chart: &LensChart,
    drawing: &ChartDrawing,
    is_mirrored: bool,
    origin: &Origin,
    measure: Measure<'_>,
) -> String {
    let mut file = ChartFile { canvas: Canvas::default(), is_mirrored, measure, y: EDGE };
    file.paragraph(16, 700, palette::INK.light, &chart.caption);
    file.paragraph(12, 400, palette::INK_SOFT.light, &chart.unit);
    file.legend(chart);
    file.y += 10;
    file.shapes(drawing);
    file.y += drawing.height + 14;
    let sources = [chart.note.as_deref(), Some(chart.basis.as_str())];
    let about = [&origin.title, &origin.note, &origin.address].map(|text| Some(text.as_str()));
    for text in sources.into_iter().chain(about).flatten().filter(|text| !text.is_empty()) {
        file.paragraph(11, 400, palette::INK_SOFT.light, text);
    }
    let size = (WIDTH + 2 * EDGE, file.y + EDGE / 2);
    let attributes = format!("direction=\"ltr\" font-family=\"{FONT}\"");
    file.canvas.document(size, palette::RAISED.light, &attributes, &chart.caption)
}

struct ChartFile<'m> {
    canvas: Canvas,
    is_mirrored: bool,
    measure: Measure<'m>,
    y: u32,
}

impl ChartFile<'_> {
    fn start(&self) -> u32 {
        if self.is_mirrored { EDGE + WIDTH } else { EDGE }
    }

    fn anchored_start(&self, x: u32) -> (u32, Anchor) {
        if self.is_mirrored { (self.start() - x, Anchor::End) } else { (self.start() + x, Anchor::Start) }
    }

    fn paragraph(&mut self, size: u32, weight: u32, ink: Colour, text: &str) {
        let (x, anchor) = self.anchored_start(0);
        for line in wrapped(text, size, WIDTH, self.measure) {
            self.y += size + 5;
            self.canvas.text((x, self.y), Style { size, weight, ink }, anchor, &line);
        }
    }

    fn legend(&mut self, chart: &LensChart) {
        for (at, series) in chart.series.iter().enumerate().filter(|_| !names_its_series(chart)) {
            let Some(name) = &series.name else { continue };
            self.y += SAMPLE + 8;
            let (x, anchor) = self.anchored_start(SAMPLE + 6);
            let left = if self.is_mirrored { self.start() - SAMPLE } else { self.start() };
            let sample = Area { x: left, y: self.y - SAMPLE + 2, width: SAMPLE, height: SAMPLE };
            self.canvas.rectangle(sample, 2, colour(at));
            let style = Style { size: 12, weight: 400, ink: palette::INK.light };
            self.canvas.text((x, self.y), style, anchor, name);
        }
    }

    fn shapes(&mut self, drawing: &ChartDrawing) {
        let moved = |(x, y): (u32, u32), top: u32| (x + EDGE, y + top);
        for shape in &drawing.shapes {
            match shape {
                Shape::Bar { x, y, width, height, series } => {
                    let (x, y) = moved((*x, *y), self.y);
                    let place = Area { x, y, width: *width, height: *height };
                    self.canvas.rectangle(place, 2, colour(*series));
                }
                Shape::Line { points, series } => {
                    let points: Vec<_> = points.iter().map(|point| moved(*point, self.y)).collect();
                    self.canvas.line(&points, 2, colour(*series));
                }
                Shape::Dot { at, series } => self.canvas.dot(moved(*at, self.y), 4, colour(*series)),
                Shape::Rule { from, to } => {
                    let ends = [moved(*from, self.y), moved(*to, self.y)];
                    self.canvas.line(&ends, 1, palette::RULE_STRONG.light);
                }
                Shape::Text { at, anchor, kind, text } => {
                    let ink = if *kind == TextKind::Axis { palette::INK_SOFT } else { palette::INK };
                    let size = if *kind == TextKind::Label { 13 } else { 11 };
                    let style = Style { size, weight: 400, ink: ink.light };
                    self.canvas.text(moved(*at, self.y), style, *anchor, text);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use wsis_core::contract::Review;
    use wsis_core::contract::lenses::{ChartForm, LensSeries, LensValue};
    use wsis_messages::Messages;

    use super::super::chart::{ChartStyle, draw_chart};
    use super::super::wrapping::estimated_width;
    use super::*;

    #[test]
    fn a_file_names_chart_series_source_and_address_in_both_directions() {
        let series = |name: &str| LensSeries {
            name: Some(name.to_owned()),
            counted: false,
            values: vec![LensValue {
                label: "A <label>".to_owned(),
                value: Some(3.0),
                qualifier: None,
                note: None,
            }],
        };
        let chart = LensChart {
            id: "chart".parse().unwrap(),
            form: ChartForm::Bars,
            caption: "A caption & more".to_owned(),
            unit: "units".to_owned(),
            series: vec![series("First"), series("Second")],
            basis: "report II.b".to_owned(),
            note: Some("A note".to_owned()),
            review: Review::Written,
        };
        let origin = Origin {
            title: "Title".to_owned(),
            coverage: String::new(),
            filter: String::new(),
            address: "https://matrix.example.org/".to_owned(),
            snapshot: "2026".to_owned(),
            note: String::new(),
            read: "2026-11-24".to_owned(),
        };
        for is_mirrored in [false, true] {
            let style =
                ChartStyle { messages: Messages::SHOWN, format: &|value| value.to_string(), is_mirrored };
            let svg = chart_svg(&chart, &draw_chart(&chart, style), is_mirrored, &origin, &estimated_width);
            let picture = roxmltree::Document::parse(&svg).unwrap();
            let texts: Vec<&str> = picture
                .descendants()
                .filter(|node| node.has_tag_name("text"))
                .filter_map(|node| node.text())
                .collect();
            for text in
                ["A caption & more", "units", "First", "Second", "A <label>", "3", "A note", "report II.b"]
            {
                assert!(texts.contains(&text), "{text} in {texts:?}");
            }
        }
    }
}
