//! Distribution of the projects of a line or goal by region, country and year.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::contract::entry::ListedProject;
use wsis_core::index::tally;
use wsis_messages::Messages;
use wsis_state::Dataset;
use wsis_state::Explorer;

use crate::content::names::Names;
use crate::details::country_button::country_button;
use crate::details::projects::filtered::passing;
use crate::details::projects::indexed::Pick;
use crate::ui::any_view::view;
use crate::ui::chart::Chart;
use crate::ui::chart::ChartRow;
use crate::ui::chart::MIN_CHARTED;

/// How many bars a chart has at most.
const MAX_COMPARED: usize = 8;

/// Charts of the projects of a line or a goal that pass the filter; nothing until the files are there, which the list
/// beside it loads.
pub(crate) fn distribution(dataset: Arc<Dataset>, pick: Pick) -> AnyView {
    let explorer = Explorer::get();
    let charts = move || {
        let (index, titles) = (explorer.data.index.ready()?, explorer.data.titles.ready()?);
        let set = passing(explorer, &pick.run(index.clone()));
        let projects: Vec<ListedProject> = index.list(&titles, &set).collect();
        (projects.len() >= MIN_CHARTED).then(|| charts(&dataset, explorer.messages(), &projects))
    };
    charts.into_any()
}

fn charts(dataset: &Arc<Dataset>, messages: Messages, projects: &[ListedProject]) -> AnyView {
    let names = Names::get(dataset);
    let texts = |text: &dyn Fn(&ListedProject) -> Option<String>| tally(projects.iter().filter_map(text));
    let chart = |title: &'static str, counts: Vec<(String, u32)>, label: &dyn Fn(String) -> AnyView| {
        let left_out = counts.len().saturating_sub(MAX_COMPARED);
        let bars: Vec<ChartRow> = counts
            .into_iter()
            .take(MAX_COMPARED)
            .map(|(text, count)| ChartRow { label: label(text), count, beside: None })
            .collect();
        (!bars.is_empty()).then(|| view! { <Chart title beside=None bars left_out /> })
    };
    let plain = |text: String| view! { <span>{text}</span> };
    let regions = texts(&|project| project.region.as_ref().map(|id| names.region(id)));
    let years = texts(&|project| project.year.map(|year| year.to_string()));
    let countries = texts(&|project| project.country.as_ref().map(ToString::to_string));
    let country = |code: String| match code.parse() {
        Ok(country) => country_button(&names, country),
        Err(_) => plain(code),
    };
    view! {
        {chart(messages.distribution_regions(), regions, &plain)}
        {chart(messages.distribution_countries(), countries, &country)}
        {chart(messages.distribution_years(), years, &plain)}
    }
}
