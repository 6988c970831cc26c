//! Where the projects of a line come from, and when: by region, country and year.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::contract::entry::ListedProject;
use wsis_core::index::{ProjectIndex, tally};
use wsis_core::messages::Messages;
use wsis_core::{CountryCode, Line};

use super::chart::{Bar, Chart};
use super::focus_title;
use crate::state::{Explorer, Site};
use crate::view::any::view;
use crate::view::names::Names;

/// How many bars a chart has at most.
const MOST: usize = 8;

/// Charts of the projects of a line; nothing until the index is there, which the list beside it loads.
#[component]
pub(super) fn SpreadOfLine(site: Arc<Site>, line: Line) -> impl IntoView {
    let explorer = Explorer::get();
    move || explorer.index.ready().map(|index| charts(&site, explorer.messages, &index, line))
}

fn charts(site: &Arc<Site>, messages: Messages, index: &ProjectIndex, line: Line) -> AnyView {
    let projects: Vec<&ListedProject> = index.of_line(line).collect();
    let names = Names::get(site);
    let texts = |text: &dyn Fn(&ListedProject) -> Option<String>| {
        tally(projects.iter().filter_map(|project| text(project)))
    };
    let bars = |counts: Vec<(String, u32)>, label: &dyn Fn(String) -> AnyView| -> Vec<Bar> {
        counts
            .into_iter()
            .take(MOST)
            .map(|(text, count)| Bar { label: label(text), count, beside: None })
            .collect()
    };
    let plain = |text: String| view! { <span>{text}</span> };
    let regions = bars(texts(&|project| project.region.as_ref().map(|id| names.region(id))), &plain);
    let years = bars(texts(&|project| project.year.map(|year| year.to_string())), &plain);
    let countries = texts(&|project| project.country.as_ref().map(ToString::to_string));
    let countries = bars(countries, &|code| match code.parse() {
        Ok(country) => country_button(&names, country),
        Err(_) => plain(code),
    });
    (!projects.is_empty())
        .then(|| {
            view! {
                <Chart title=messages.spread_regions() beside=None bars=regions />
                <Chart title=messages.spread_countries() beside=None bars=countries />
                <Chart title=messages.spread_years() beside=None bars=years />
            }
        })
        .into_any()
}

/// A country's name; a click opens its profile.
pub(super) fn country_button(names: &Names, country: CountryCode) -> AnyView {
    let explorer = Explorer::get();
    let name = names.country(&country);
    let open = move |_| {
        explorer.show_country(country.clone());
        focus_title();
    };
    view! { <button class="inline-button" type="button" on:click=open>{name}</button> }
}
