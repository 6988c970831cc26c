//! A chart of a page on the report, with its table and its files.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wsis_core::contract::lenses::LensChart;
use wsis_core::language::Direction;
use wsis_page::export::{Separator, chart_file_name, chart_table};
use wsis_page::picture::chart::{ChartStyle, draw_chart, labels, names_its_series, value_at, value_text};
use wsis_page::picture::chart_file::chart_svg;
use wsis_page::texts;
use wsis_platform::intl::format_number;
use wsis_platform::{download, json};
use wsis_state::{Dataset, Explorer};

use crate::content::chart_view::{chart_legend, chart_view};
use crate::content::evidence::evidence;
use crate::details::downloads::{SCALE, origin, outcome};
use crate::details::picture::text_measure;
use crate::ui::any_view::{aria_bool, view};

/// A chart with caption, unit, legend, shapes, table and files.
pub(super) fn chart_figure(explorer: Explorer, dataset: &Arc<Dataset>, chart: &LensChart) -> AnyView {
    let messages = explorer.messages();
    let is_mirrored = is_mirrored(explorer);
    let format = |value: f64| format_number(value, explorer.language().code());
    let style = ChartStyle { messages, format: &format, is_mirrored };
    let drawing = draw_chart(chart, style);
    let label = format!("{}. {}", chart.caption, messages.lens_chart_keys());
    let shows_table = RwSignal::new(false);
    let table = table(chart, style);
    let scale = names_its_series(chart).then(|| view! { <p class="fine">{messages.lens_own_scale()}</p> });
    let note = chart.note.clone().map(|note| view! { <p class="fine" dir="auto">{note}</p> });
    view! {
        <figure class="lens-chart">
            <figcaption>
                <strong><bdi>{chart.caption.clone()}</bdi></strong>
                <span class="fine"><bdi>{chart.unit.clone()}</bdi></span>
            </figcaption>
            {chart_legend(chart)}
            {chart_view(drawing, label, is_mirrored)}
            {scale}
            {note}
            <p class="fine">
                {evidence(dataset, messages.rationale_rests_on(), &chart.basis)}
                {texts::review_text(messages, chart.review)}
            </p>
            <p class="lens-files">
                <button
                    type="button"
                    aria-expanded=move || aria_bool(shows_table.get())
                    on:click=move |_| shows_table.update(|shows| *shows = !*shows)
                >
                    {messages.lens_table()}
                </button>
                {files(explorer, dataset, chart)}
            </p>
            <div class="lens-table" data-closed=move || (!shows_table.get()).then_some("")>{table}</div>
        </figure>
    }
}

fn is_mirrored(explorer: Explorer) -> bool {
    explorer.language().direction() == Direction::RightToLeft
}

/// The values as a table: a row a label, a column a series.
fn table(chart: &LensChart, style: ChartStyle<'_>) -> AnyView {
    let messages = style.messages;
    let heads = chart
        .series
        .iter()
        .map(|series| {
            let name = series.name.clone().unwrap_or_else(|| messages.lens_value().to_owned());
            view! { <th scope="col" dir="auto">{name}</th> }
        })
        .collect_view();
    let rows = labels(chart)
        .into_iter()
        .map(|label| {
            let cells = chart
                .series
                .iter()
                .map(|series| {
                    let value = value_at(series, label);
                    let text = value.map(|value| value_text(value, style)).unwrap_or_default();
                    let note = value.and_then(|value| value.note.clone());
                    let note = note.map(|note| view! { <span class="fine">" " {note}</span> });
                    view! { <td>{text} {note}</td> }
                })
                .collect_view();
            view! {
                <tr>
                    <th scope="row" dir="auto">{label.to_owned()}</th>
                    {cells}
                </tr>
            }
        })
        .collect_view();
    view! {
        <table>
            <caption class="visually-hidden">{chart.caption.clone()} ", " {chart.unit.clone()}</caption>
            <thead>
                <tr>
                    <td></td>
                    {heads}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// The buttons that save the chart, and what came of it.
fn files(explorer: Explorer, dataset: &Arc<Dataset>, chart: &LensChart) -> AnyView {
    let messages = explorer.messages();
    let status = RwSignal::new("");
    let name = {
        let (id, snapshot) = (chart.id.clone(), dataset.manifest.snapshot.clone());
        move |extension: &str| chart_file_name(&id, &snapshot, extension)
    };
    let svg = {
        let (dataset, chart) = (dataset.clone(), chart.clone());
        move || picture(explorer, &dataset, &chart)
    };
    let (svg_name, svg_text) = (name.clone(), svg.clone());
    let save_svg = move |_| {
        status.set(outcome(explorer, download::save_text(&svg_name("svg"), "image/svg+xml", &svg_text())));
    };
    let png_name = name.clone();
    let save_png = move |_| {
        let (name, svg) = (png_name("png"), svg());
        spawn_local(async move {
            let done = download::save_png(&name, &svg, SCALE).await;
            let _ = status.try_set(outcome(explorer, done));
        });
    };
    let (dataset, table_chart) = (dataset.clone(), chart.clone());
    let save_csv = move |_| {
        let origin = untrack(|| origin(explorer, &dataset));
        let csv = chart_table(&table_chart, &origin, &json::number).csv(Separator::Comma);
        status.set(outcome(explorer, download::save_text(&name("csv"), "text/csv", &csv)));
    };
    let label = |form: &str| format!("{} {form}", messages.lens_download(&chart.caption));
    view! {
        <button type="button" aria-label=label("PNG") on:click=save_png>"PNG"</button>
        <button type="button" aria-label=label("SVG") on:click=save_svg>"SVG"</button>
        <button type="button" aria-label=label("CSV") on:click=save_csv>"CSV"</button>
        <span class="fine" role="status">{move || status.get()}</span>
    }
}

fn picture(explorer: Explorer, dataset: &Arc<Dataset>, chart: &LensChart) -> String {
    untrack(|| {
        let is_mirrored = is_mirrored(explorer);
        let format = |value: f64| format_number(value, explorer.language().code());
        let style = ChartStyle { messages: explorer.messages(), format: &format, is_mirrored };
        let measure = text_measure();
        chart_svg(chart, &draw_chart(chart, style), is_mirrored, &origin(explorer, dataset), &measure)
    })
}
