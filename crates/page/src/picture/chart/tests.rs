//! Laws of the shapes of charts.

use proptest::prelude::*;
use wsis_core::contract::Review;

use wsis_core::contract::lenses::{LensSeries, LensValue};
use wsis_messages::Messages;

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
    ChartStyle { messages: Messages::SHOWN, format: &|value| value.to_string(), is_mirrored }
}

proptest! {
    #[test]
    fn every_shape_lies_in_the_picture_and_every_value_has_a_stop(
        values in prop::collection::btree_map(1990_u16..2030, prop::option::of(0.0..1e6), 1..20),
        form in prop::sample::select(vec![ChartForm::Bars, ChartForm::Years, ChartForm::Lines]),
        series in 1_usize..6,
        is_mirrored: bool,
    ) {
        let values: Vec<_> = values.into_iter().collect();
        let mut chart = chart(form, &values);
        chart.series = vec![chart.series[0].clone(); series];
        let drawing = draw_chart(&chart, style(is_mirrored));
        prop_assert_eq!(drawing.stops.len(), values.len() * series);
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
    assert_eq!(drawing.stops[0].text, format!("2012: {}", Messages::SHOWN.lens_no_number()));
}
