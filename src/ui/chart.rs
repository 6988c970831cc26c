//! Bar charts as tables: bars for the eye, and the same numbers for everyone.

use leptos::prelude::*;
use wsis_state::Explorer;

use crate::ui::any_view::view;

/// Fewer projects than this are listed without a chart.
pub(crate) const MIN_CHARTED: usize = 5;

/// A row of a chart.
pub(crate) struct ChartRow {
    /// The counted thing.
    pub(crate) label: AnyView,
    /// How many; the length of the bar.
    pub(crate) count: u32,
    /// A number to read it beside, such as the region's; without a bar.
    pub(crate) beside: Option<u32>,
}

/// A chart. The longest bar is the largest count.
#[component]
pub(crate) fn Chart(
    /// The title of the chart.
    #[prop(into)]
    title: String,
    /// The heading of the numbers beside the bars; `None` without such numbers.
    #[prop(optional_no_strip)]
    beside: Option<String>,
    /// The rows, in order.
    mut bars: Vec<ChartRow>,
    /// How many further rows there would be.
    #[prop(optional)]
    left_out: usize,
) -> impl IntoView {
    let most = bars.iter().map(|bar| bar.count).max().unwrap_or(0).max(1);
    let messages = Explorer::get().messages();
    let only = (bars.len() == 1 && beside.is_none()).then(|| bars.pop()).flatten();
    if let Some(bar) = only {
        // One bar is no chart: it would be as long as any.
        return view! { <p class="chart-of-one"><strong>{title}</strong> {messages.site_colon()} {bar.label} " (" {bar.count.to_string()} ")"</p> };
    }
    let left_out = (left_out > 0).then(|| {
        let text = messages.chart_more(u32::try_from(left_out).unwrap_or(u32::MAX));
        view! {
            <tr>
                <td colspan="4" class="fine">{text}</td>
            </tr>
        }
    });
    // What the numbers are is plain to see; whoever hears the table is told.
    let plain = beside.is_none();
    let beside = beside.map(|beside| view! { <th scope="col">{beside}</th> });
    let head = view! {
        <thead class:visually-hidden=plain>
            <tr>
                <td colspan="2"></td>
                <th scope="col">{messages.chart_count()}</th>
                {beside}
            </tr>
        </thead>
    };
    let rows = bars.into_iter().map(|bar| row(bar, most)).collect_view();
    view! {
        <table class="chart">
            <caption>{title}</caption>
            {head}
            <tbody>{rows} {left_out}</tbody>
        </table>
    }
}

fn row(bar: ChartRow, most: u32) -> AnyView {
    // In whole parts of a thousand: printing a fraction would bring 7 kB of program.
    let share = bar.count.saturating_mul(1000) / most;
    let share = format!("{}.{}%", share / 10, share % 10);
    let beside = bar.beside.map(|count| view! { <td class="beside">{count.to_string()}</td> });
    view! {
        <tr>
            <th scope="row">{bar.label}</th>
            <td class="bar" aria-hidden="true">
                <span style:inline-size=share></span>
            </td>
            <td class="count">{bar.count.to_string()}</td>
            {beside}
        </tr>
    }
}
