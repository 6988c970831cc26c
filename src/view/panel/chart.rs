//! Bars in a table: a chart for the eyes, and the same numbers for everyone.

use leptos::prelude::*;

use crate::view::any::view;

/// A row of a chart.
pub(super) struct Bar {
    /// What is counted.
    pub(super) label: AnyView,
    /// How many; the length of the bar.
    pub(super) count: u32,
    /// A number to read it beside, such as the region's; without a bar.
    pub(super) beside: Option<u32>,
}

/// A chart. The longest bar is the largest count.
#[component]
pub(super) fn Chart(
    /// What the chart shows.
    #[prop(into)]
    title: String,
    /// What the numbers beside the bars are; none where there are none.
    #[prop(optional_no_strip)]
    beside: Option<String>,
    /// The rows, in order.
    bars: Vec<Bar>,
) -> impl IntoView {
    let most = bars.iter().map(|bar| bar.count).max().unwrap_or(0).max(1);
    let head = beside.map(|beside| {
        view! {
            <thead>
                <tr>
                    <td colspan="3"></td>
                    <th scope="col">{beside}</th>
                </tr>
            </thead>
        }
    });
    let rows = bars
        .into_iter()
        .map(|bar| {
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
        })
        .collect_view();
    view! {
        <table class="chart">
            <caption>{title}</caption>
            {head}
            <tbody>{rows}</tbody>
        </table>
    }
}
