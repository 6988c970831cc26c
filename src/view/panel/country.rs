//! The profile of a country: its entries by line, beside its region; who runs them; what is not there.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::contract::entry::ListedProject;
use wsis_core::index::{ProjectIndex, tally};
use wsis_core::messages::Messages;
use wsis_core::{CountryCode, VocabularyId};

use super::TITLE_ID;
use super::chart::{Bar, CHARTED, Chart};
use super::heading::CloseButton;
use super::indexed::IndexedProjects;
use super::list::line_label;
use crate::state::{Explorer, Site};
use crate::view::any::view;
use crate::view::failure::{Waiting, from_kept};
use crate::view::names::{Names, language_if_other};

/// How many organisations are named.
const ORGANISATIONS: usize = 10;

/// The panel of a country.
#[component]
pub(super) fn CountryPanel(site: Arc<Site>, country: CountryCode) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let language = language_if_other(site.language);
    let (names, code) = (site.clone(), country.clone());
    let (known_by, asked_for) = (site.clone(), country.clone());
    let unknown = Memo::new(move |_| is_unknown(explorer, &known_by, &asked_for));
    let content = move || match unknown.get() {
        true => view! { <p class="empty">{messages.country_unknown(country.as_str())}</p> },
        false => profile(explorer, site.clone(), country.clone()),
    };
    view! {
        <div class="country">
            <div class="panel-head">
                <div>
                    <p class="panel-kind">{messages.country_kind()}</p>
                    <h2 id=TITLE_ID tabindex="-1" lang=language>
                        {move || Names::get(&names).country(&code)}
                    </h2>
                </div>
                <CloseButton />
            </div>
            {content}
        </div>
    }
}

/// The numbers and the list.
fn profile(explorer: Explorer, site: Arc<Site>, country: CountryCode) -> AnyView {
    let messages = explorer.messages;
    let waiting = Waiting { label: messages.profile_loading(), bars: 6 };
    let (facts_site, facts_country) = (site.clone(), country.clone());
    let facts = from_kept(explorer.index, site.clone(), waiting, move |index| {
        facts(&facts_site, messages, &index, &facts_country)
    });
    let pick = move |index: Arc<ProjectIndex>| index.of_country(&country).cloned().collect::<Vec<_>>();
    view! {
        {facts}
        <IndexedProjects site title=messages.country_projects() empty=messages.country_none() pick />
    }
}

/// Whether neither the vocabulary nor a project knows such a country. Tracks both.
fn is_unknown(explorer: Explorer, site: &Arc<Site>, country: &CountryCode) -> bool {
    let (Some(index), names) = (explorer.index.ready(), Names::get(site)) else { return false };
    names.are_loaded() && names.region_of(country).is_none() && index.of_country(country).next().is_none()
}

/// What the profile is made from.
#[derive(Clone, Copy)]
struct Facts<'a> {
    site: &'a Arc<Site>,
    messages: Messages,
    index: &'a ProjectIndex,
    country: &'a CountryCode,
}

/// Everything but the list itself.
fn facts(site: &Arc<Site>, messages: Messages, index: &ProjectIndex, country: &CountryCode) -> AnyView {
    let facts = Facts { site, messages, index, country };
    let entries: Vec<&ListedProject> = index.of_country(country).collect();
    // Where there is no entry, the vocabulary knows the region.
    let region = entries
        .first()
        .and_then(|entry| entry.region.clone())
        .or_else(|| Names::get(site).region_of(country));
    let charts = (entries.len() >= CHARTED).then(|| {
        view! { {facts.line_chart(region.as_ref())} {tallies(site, messages, &entries)} {facts.goals()} }
    });
    view! {
        {facts.summary(entries.len(), region.as_ref())}
        {charts}
        {(!entries.is_empty()).then(|| facts.missing_lines())}
        <p class="fine">{messages.country_source()}</p>
    }
}

impl Facts<'_> {
    fn is_of(&self, entry: &ListedProject) -> bool {
        entry.country.as_ref() == Some(self.country)
    }

    /// How many entries there are, beside the region's.
    fn summary(&self, total: usize, region: Option<&VocabularyId>) -> Option<AnyView> {
        let region = region?.clone();
        let regional = self.index.all().filter(|entry| entry.region.as_ref() == Some(&region)).count();
        let (site, messages) = (self.site.clone(), self.messages);
        let total = u32::try_from(total).unwrap_or(u32::MAX);
        let text = move || {
            let (region, regional) = (Names::get(&site).region(&region), regional.to_string());
            match total {
                0 => messages.country_none_of_region(&region, &regional),
                _ => messages.country_summary(total, &region, &regional),
            }
        };
        Some(view! { <p>{text}</p> })
    }

    /// The lines that have entries, each beside the region's number.
    fn line_chart(&self, region: Option<&VocabularyId>) -> AnyView {
        let own = self.index.count_by_line(|entry| self.is_of(entry));
        let regional = self.index.count_by_line(|entry| entry.region.as_ref() == region);
        let bars = own
            .into_iter()
            .zip(regional)
            .filter(|((_, count), _)| *count > 0)
            .map(|((line, count), (_, beside))| Bar {
                label: line_label(self.site, line),
                count,
                beside: Some(beside),
            })
            .collect::<Vec<_>>();
        let beside = region.map(|region| Names::get(self.site).region(region));
        view! { <Chart title=self.messages.country_by_line() beside bars /> }
    }

    /// The goals that the entries declare, or that they declare none.
    fn goals(&self) -> AnyView {
        let counts = self.index.count_by_goal(|entry| self.is_of(entry));
        let bars: Vec<Bar> = counts
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(goal, count)| {
                let name = format!("{goal} {}", self.site.matrix.goal_name(goal));
                Bar { label: view! { <span>{name}</span> }, count, beside: None }
            })
            .collect();
        if bars.is_empty() {
            view! { <p class="meaning">{self.messages.country_no_goals()}</p> }
        } else {
            view! { <Chart title=self.messages.country_by_goal() beside=None bars /> }
        }
    }

    /// The action lines that no entry of the country names.
    fn missing_lines(&self) -> Option<AnyView> {
        let missing: Vec<String> = self
            .index
            .count_by_line(|entry| self.is_of(entry))
            .into_iter()
            .filter(|(line, count)| *count == 0 && line.parent().is_none())
            .map(|(line, _)| format!("{line} {}", self.site.matrix.line_name(line)))
            .collect();
        let text = self.messages.country_missing_lines(&missing.join("; "));
        (!missing.is_empty()).then(|| view! { <p class="meaning">{text}</p> })
    }
}

/// Who runs the entries, of which years they are, and what became of them at the prizes.
fn tallies(site: &Arc<Site>, messages: Messages, entries: &[&ListedProject]) -> AnyView {
    let chart = |title: &'static str, counts: Vec<(String, u32)>| {
        let left_out = counts.len().saturating_sub(ORGANISATIONS);
        let bars: Vec<Bar> = counts
            .into_iter()
            .take(ORGANISATIONS)
            .map(|(label, count)| Bar { label: view! { <bdi>{label}</bdi> }, count, beside: None })
            .collect();
        (!bars.is_empty()).then(|| view! { <Chart title beside=None bars left_out /> })
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
