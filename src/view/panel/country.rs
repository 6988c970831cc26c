//! The profile of a country: its entries by line, beside its region; who runs them; what is not there.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::contract::entry::ListedProject;
use wsis_core::index::{ProjectIndex, tally};
use wsis_core::messages::Messages;
use wsis_core::{CountryCode, Line, VocabularyId};

use super::TITLE_ID;
use super::chart::{Bar, Chart};
use super::heading::CloseButton;
use super::indexed::IndexedProjects;
use super::list::line_label;
use crate::state::{Explorer, Site};
use crate::view::any::view;
use crate::view::failure::{Waiting, from_kept};
use crate::view::names::Names;

/// Fewer entries than this are listed and not charted: a chart of three tells less than the three.
const CHARTED: usize = 5;

/// How many organisations are named.
const ORGANISATIONS: usize = 10;

/// The panel of a country.
#[component]
pub(super) fn CountryPanel(site: Arc<Site>, country: CountryCode) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let waiting = Waiting { label: messages.profile_loading(), bars: 6 };
    let (names, code) = (site.clone(), country.clone());
    let (facts_site, facts_country) = (site.clone(), country.clone());
    let facts = from_kept(explorer.index, site.clone(), waiting, move |index| {
        facts(&facts_site, messages, &index, &facts_country)
    });
    let pick = move |index: Arc<ProjectIndex>| index.of_country(&country).cloned().collect::<Vec<_>>();
    view! {
        <div class="country">
            <div class="panel-head">
                <div>
                    <p class="panel-kind">{messages.country_kind()}</p>
                    <h2 id=TITLE_ID tabindex="-1">{move || Names::get(&names).country(&code)}</h2>
                </div>
                <CloseButton />
            </div>
            {facts}
            <IndexedProjects
                site
                title=messages.country_projects()
                empty=messages.country_none()
                pick
            />
        </div>
    }
}

/// Everything but the list itself.
fn facts(site: &Arc<Site>, messages: Messages, index: &ProjectIndex, country: &CountryCode) -> AnyView {
    let entries: Vec<&ListedProject> = index.of_country(country).collect();
    let total = u32::try_from(entries.len()).unwrap_or(u32::MAX);
    let region = entries.first().and_then(|entry| entry.region.clone());
    let summary = region.clone().map(|region| {
        let (count, site) = (in_region(index, &region), site.clone());
        view! {
            <p>{move || messages.country_summary(total, &Names::get(&site).region(&region), &count.to_string())}</p>
        }
    });
    let charts = (entries.len() >= CHARTED)
        .then(|| view! { {line_chart(site, messages, index, country, region.as_ref())} {tallies(site, messages, &entries)} });
    view! {
        {summary}
        {charts}
        {goals(site, messages, index, country, total)}
        {missing_lines(site, messages, index, country, total)}
    }
}

fn in_region(index: &ProjectIndex, region: &VocabularyId) -> usize {
    index.all().filter(|entry| entry.region.as_ref() == Some(region)).count()
}

/// The lines that have entries, each beside the region's number.
fn line_chart(
    site: &Arc<Site>,
    messages: Messages,
    index: &ProjectIndex,
    country: &CountryCode,
    region: Option<&VocabularyId>,
) -> AnyView {
    let own = index.count_by_line(|entry| entry.country.as_ref() == Some(country));
    let regional = index.count_by_line(|entry| entry.region.as_ref() == region);
    let bars = own
        .into_iter()
        .zip(regional)
        .filter(|((_, count), _)| *count > 0)
        .map(|((line, count), (_, beside))| Bar {
            label: line_label(site, line),
            count,
            beside: Some(beside),
        })
        .collect::<Vec<_>>();
    let (site, region) = (site.clone(), region.cloned());
    let beside = region.map(|region| Names::get(&site).region(&region));
    view! { <Chart title=messages.country_by_line() beside bars /> }
}

/// Who runs the entries, of which years they are, and what became of them at the prizes; one value alone is a sentence.
fn tallies(site: &Arc<Site>, messages: Messages, entries: &[&ListedProject]) -> AnyView {
    let chart = |title: &'static str, counts: Vec<(String, u32)>| {
        let bars: Vec<Bar> = counts
            .into_iter()
            .take(ORGANISATIONS)
            .map(|(label, count)| Bar { label: view! { <bdi>{label}</bdi> }, count, beside: None })
            .collect();
        match bars.as_slice() {
            [] => None,
            _ => Some(view! { <Chart title beside=None bars /> }),
        }
    };
    let names = Names::get(site);
    let texts = |text: &dyn Fn(&ListedProject) -> Option<String>| {
        tally(entries.iter().filter_map(|entry| text(entry)))
    };
    let organisations = texts(&|entry| entry.organisation.clone());
    let years = texts(&|entry| entry.year.map(|year| year.to_string()));
    let prizes = texts(&|entry| names.prize(entry.prize));
    view! {
        {chart(messages.country_by_organisation(), organisations)}
        {chart(messages.country_by_year(), years)}
        {chart(messages.country_by_prize(), prizes)}
    }
}

/// The goals that the entries declare, or that they declare none.
fn goals(
    site: &Arc<Site>,
    messages: Messages,
    index: &ProjectIndex,
    country: &CountryCode,
    total: u32,
) -> Option<AnyView> {
    let counts = index.count_by_goal(|entry| entry.country.as_ref() == Some(country));
    let bars: Vec<Bar> = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(goal, count)| {
            let name = format!("{goal} {}", site.matrix.goal_name(goal));
            Bar { label: view! { <span>{name}</span> }, count, beside: None }
        })
        .collect();
    match (total, bars.is_empty()) {
        (0, _) => None,
        (_, true) => Some(view! { <p class="meaning">{messages.country_no_goals()}</p> }),
        (_, false) => Some(view! { <Chart title=messages.country_by_goal() beside=None bars /> }),
    }
}

/// The action lines that no entry of the country names.
fn missing_lines(
    site: &Arc<Site>,
    messages: Messages,
    index: &ProjectIndex,
    country: &CountryCode,
    total: u32,
) -> Option<AnyView> {
    let counts = index.count_by_line(|entry| entry.country.as_ref() == Some(country));
    let missing: Vec<String> = counts
        .into_iter()
        .filter(|(line, count)| *count == 0 && line.parent().is_none())
        .map(|(line, _): (Line, u32)| format!("{line} {}", site.matrix.line_name(line)))
        .collect();
    (total > 0 && !missing.is_empty())
        .then(|| view! { <p class="meaning">{messages.country_missing_lines(&missing.join("; "))}</p> })
}
