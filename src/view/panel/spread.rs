//! Where the projects of a line or goal come from, and when: by region, country and year.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::CountryCode;
use wsis_core::contract::entry::ListedProject;
use wsis_core::index::tally;
use wsis_messages::Messages;

use super::chart::{Bar, CHARTED, Chart};
use super::focus_title;
use super::indexed::{Pick, passing};
use crate::state::{Explorer, Site};
use crate::view::any::view;
use crate::view::names::Names;

/// How many bars a chart has at most.
const MOST: usize = 8;

/// Charts of the projects of a line or a goal that pass the filter; nothing until the files are there, which the list
/// beside it loads.
pub(super) fn spread(site: Arc<Site>, pick: Pick) -> AnyView {
    let explorer = Explorer::get();
    let charts = move || {
        let (index, titles) = (explorer.index.ready()?, explorer.titles.ready()?);
        let set = passing(explorer, &pick.run(index.clone()));
        let projects: Vec<ListedProject> = index.list(&titles, &set).collect();
        (projects.len() >= CHARTED).then(|| charts(&site, explorer.messages, &projects))
    };
    charts.into_any()
}

fn charts(site: &Arc<Site>, messages: Messages, projects: &[ListedProject]) -> AnyView {
    let names = Names::get(site);
    let texts = |text: &dyn Fn(&ListedProject) -> Option<String>| tally(projects.iter().filter_map(text));
    let chart = |title: &'static str, counts: Vec<(String, u32)>, label: &dyn Fn(String) -> AnyView| {
        let left_out = counts.len().saturating_sub(MOST);
        let bars: Vec<Bar> = counts
            .into_iter()
            .take(MOST)
            .map(|(text, count)| Bar { label: label(text), count, beside: None })
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
        {chart(messages.spread_regions(), regions, &plain)}
        {chart(messages.spread_countries(), countries, &country)}
        {chart(messages.spread_years(), years, &plain)}
    }
}

/// A country's name; a click opens its profile.
pub(super) fn country_button(names: &Names, country: CountryCode) -> AnyView {
    let explorer = Explorer::get();
    let name = names.country(&country);
    let id = format!("country-{country}");
    let origin = id.clone();
    let open = move |_| {
        explorer.show_country(&country);
        explorer.remember_origin(Some(origin.clone()));
        focus_title();
    };
    view! { <button class="inline-button" type="button" id=id on:click=open>{name}</button> }
}
