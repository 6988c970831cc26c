//! The shapes of a chart on the page, with places that the keyboard and the pointer can stop at.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wsis_core::contract::lenses::LensChart;
use wsis_page::picture::chart::{ChartDrawing, ChartStop, Shape, TextKind, WIDTH, names_its_series};

use crate::ui::any_view::view;

/// A chart with its values read one by one below it. `label` says what it is and how to read it.
pub(crate) fn chart_view(drawing: ChartDrawing, label: String, is_mirrored: bool) -> AnyView {
    let active = RwSignal::new(None::<usize>);
    let texts = StoredValue::new(drawing.stops.iter().map(|stop| stop.text.clone()).collect::<Vec<_>>());
    let count = drawing.stops.len();
    let step = move |event: KeyboardEvent| {
        if let Some(next) = next_stop(active.get_untracked(), count, &event.key(), is_mirrored) {
            event.prevent_default();
            active.set(Some(next));
        }
    };
    let reading = move || texts.with_value(|texts| texts.get(active.get()?).cloned());
    view! {
        <div class="chart-keys" tabindex="0" role="group" aria-label=label on:keydown=step>
            {drawn(drawing, active)}
        </div>
        <p class="chart-reading" role="status" dir="auto">{reading}</p>
    }
}

/// The shapes alone, as on a slide.
pub(crate) fn chart_shapes(drawing: ChartDrawing) -> AnyView {
    drawn(drawing, RwSignal::new(None))
}

fn drawn(drawing: ChartDrawing, active: RwSignal<Option<usize>>) -> AnyView {
    let view_box = format!("0 0 {WIDTH} {}", drawing.height);
    let shapes = drawing.shapes.into_iter().map(shape).collect_view();
    let stops =
        drawing.stops.into_iter().enumerate().map(|(at, stop)| stop_area(at, stop, active)).collect_view();
    view! {
        <svg class="chart-drawing" viewBox=view_box aria-hidden="true">
            {shapes}
            {stops}
        </svg>
    }
}

/// The place that a key leads to; `None` for other keys.
fn next_stop(active: Option<usize>, count: usize, key: &str, is_mirrored: bool) -> Option<usize> {
    let last = count.checked_sub(1)?;
    let on = || Some(active.map_or(0, |at| (at + 1).min(last)));
    let back = || Some(active.map_or(last, |at| at.saturating_sub(1)));
    match (key, is_mirrored) {
        ("ArrowDown", _) | ("ArrowRight", false) | ("ArrowLeft", true) => on(),
        ("ArrowUp", _) | ("ArrowLeft", false) | ("ArrowRight", true) => back(),
        ("Home", _) => Some(0),
        ("End", _) => Some(last),
        _ => None,
    }
}

/// The area of a stop over the shapes: pointing at it reads it.
fn stop_area(at: usize, stop: ChartStop, active: RwSignal<Option<usize>>) -> AnyView {
    view! {
        <rect
            class="chart-stop"
            class:active=move || active.get() == Some(at)
            x=stop.x
            y=stop.y
            width=stop.width
            height=stop.height
            on:pointerenter=move |_| active.set(Some(at))
        ></rect>
    }
}

fn shape(shape: Shape) -> AnyView {
    match shape {
        Shape::Bar { x, y, width, height, series } => {
            view! { <rect class=series_class("chart-bar", series) x=x y=y width=width height=height rx="2"></rect> }
        }
        Shape::Line { points, series } => {
            let points: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
            view! { <polyline class=series_class("chart-line", series) points=points.join(" ")></polyline> }
        }
        Shape::Dot { at, series } => {
            view! { <circle class=series_class("chart-dot", series) cx=at.0 cy=at.1 r="4"></circle> }
        }
        Shape::Rule { from, to } => {
            view! { <line class="chart-rule" x1=from.0 y1=from.1 x2=to.0 y2=to.1></line> }
        }
        Shape::Text { at, anchor, kind, text } => {
            let class = match kind {
                TextKind::Label => "chart-label",
                TextKind::Value => "chart-value",
                TextKind::Axis => "chart-axis",
            };
            view! { <text class=class x=at.0 y=at.1 text-anchor=anchor.code()>{text}</text> }
        }
    }
}

/// The class of a shape with that of its series; there are colours for three.
fn series_class(class: &str, series: usize) -> String {
    format!("{class} series-{}", series.min(2))
}

/// The names of the series with samples of their colours; nothing where the chart itself has the names.
pub(crate) fn chart_legend(chart: &LensChart) -> Option<AnyView> {
    let named = chart.series.iter().enumerate().filter(|_| !names_its_series(chart));
    let items: Vec<AnyView> = named
        .filter_map(|(at, series)| {
            let name = series.name.clone()?;
            Some(view! {
                <li>
                    <span class=series_class("chart-sample", at)></span>
                    <span dir="auto">{name}</span>
                </li>
            })
        })
        .collect();
    (!items.is_empty()).then(|| view! { <ul class="chart-legend">{items}</ul> })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_go_through_the_stops_in_the_direction_of_reading() {
        assert_eq!(next_stop(None, 3, "ArrowRight", false), Some(0));
        assert_eq!(next_stop(Some(0), 3, "ArrowRight", false), Some(1));
        assert_eq!(next_stop(Some(2), 3, "ArrowDown", false), Some(2));
        assert_eq!(next_stop(Some(1), 3, "ArrowRight", true), Some(0));
        assert_eq!(next_stop(None, 3, "End", false), Some(2));
        assert_eq!(next_stop(Some(1), 3, "Tab", false), None);
        assert_eq!(next_stop(None, 0, "End", false), None);
    }
}
