//! The profile of a country: its entries by line, beside its region; who runs them; what is not there.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::comparison::Compared;
use wsis_core::contract::entry::ListedProject;
use wsis_core::filter::{Facet, FacetValue, Filter};
use wsis_core::index::{Bits, ProjectIndex, TitleList, tally};
use wsis_core::matrix::Numbers;
use wsis_core::{CountryCode, Goal, Line, VocabularyId};
use wsis_messages::Messages;

use super::TITLE_ID;
use super::chart::{Bar, CHARTED, Chart};
use super::compare::compare_button;
use super::heading::CloseButton;
use super::indexed::{IndexedProjects, meaning_of_none, passing};
use super::list::line_label;
use crate::dom::fold::Folder;
use crate::state::{Explorer, Site};
use crate::view::any::view;
use crate::view::failure::{Waiting, from_projects};
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
    let (known_by, asked_for, compared) = (site.clone(), country.clone(), country.clone());
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
                <div class="panel-buttons">
                    <CloseButton />
                    {compare_button(Compared::Country(compared))}
                </div>
            </div>
            {content}
        </div>
    }
}

/// The numbers and the list.
fn profile(explorer: Explorer, site: Arc<Site>, country: CountryCode) -> AnyView {
    let messages = explorer.messages;
    let waiting = Waiting { label: messages.profile_loading(), bars: 6 };
    let facts_site = site.clone();
    let facts = from_projects(explorer, site.clone(), waiting, move |index, titles| {
        let (site, index, titles, country) =
            (facts_site.clone(), index.clone(), titles.clone(), country.clone());
        (move || Facts::of(explorer, &site, &index, &titles, &country).drawn()).into_any()
    });
    let pick = Callback::new(move |index: Arc<ProjectIndex>| index.all());
    let empty = meaning_of_none(explorer, messages.country_none(), |filter| filter.without(Facet::Country));
    let title = Signal::stored(messages.country_projects().to_owned());
    view! {
        {facts}
        <IndexedProjects site title empty pick />
    }
}

/// Whether neither the vocabulary nor a project knows such a country. Tracks both.
fn is_unknown(explorer: Explorer, site: &Arc<Site>, country: &CountryCode) -> bool {
    let (Some(index), names) = (explorer.index.ready(), Names::get(site)) else { return false };
    names.are_loaded() && names.region_of(country).is_none() && of_country(&index, country).count() == 0
}

/// The projects of a country, whatever else the filter asks.
fn of_country(index: &ProjectIndex, country: &CountryCode) -> Bits {
    let value = Facet::Country.value(country.as_str()).map(|id| FacetValue { facet: Facet::Country, id });
    index.passing(&Filter::of_values(value), None)
}

/// What the profile is made from: the country's entries that pass the filter, and those of its region that pass what
/// else it asks.
struct Facts {
    site: Arc<Site>,
    messages: Messages,
    entries: Vec<ListedProject>,
    region: Option<VocabularyId>,
    own: Numbers,
    regional: Numbers,
}

impl Facts {
    fn of(
        explorer: Explorer,
        site: &Arc<Site>,
        index: &ProjectIndex,
        titles: &TitleList,
        country: &CountryCode,
    ) -> Self {
        let links = site.matrix.links();
        let own = passing(explorer, &of_country(index, country));
        let entries: Vec<ListedProject> = index.list(titles, &own).collect();
        // Where there is no entry, the vocabulary knows the region.
        let region = entries
            .first()
            .and_then(|entry| entry.region.clone())
            .or_else(|| Names::get(site).region_of(country));
        let mut filter = explorer.view.with(|view| view.filter.without(Facet::Country));
        let value = region.clone().map(|id| FacetValue { facet: Facet::Region, id });
        value.into_iter().for_each(|value| filter.choose(value, true));
        let found = filter.query.as_ref().map(|query| titles.having(&Folder::new().fold(query.as_str())));
        let regional = index.count(&index.passing(&filter, found.as_ref()), links);
        let own = index.count(&own, links);
        Self { site: site.clone(), messages: explorer.messages, entries, region, own, regional }
    }

    /// Everything but the list itself.
    fn drawn(&self) -> AnyView {
        let charts = (self.entries.len() >= CHARTED).then(|| {
            view! { {self.line_chart()} {tallies(&self.site, self.messages, &self.entries)} {self.goals()} }
        });
        view! {
            {self.summary()}
            {charts}
            {(!self.entries.is_empty()).then(|| self.missing_lines())}
            <p class="fine">{self.messages.country_source()}</p>
        }
    }

    /// How many entries there are, beside the region's.
    fn summary(&self) -> Option<AnyView> {
        let region = Names::get(&self.site).region(self.region.as_ref()?);
        let regional = self.regional.distinct().all.to_string();
        let text = match self.own.distinct().all {
            0 => self.messages.country_none_of_region(&region, &regional),
            total => self.messages.country_summary(total, &region, &regional),
        };
        Some(view! { <p>{text}</p> })
    }

    /// The lines that have entries, each beside the region's number.
    fn line_chart(&self) -> AnyView {
        let bars: Vec<Bar> = Line::all()
            .filter(|line| self.own.of_line(*line) > 0)
            .map(|line| Bar {
                label: line_label(&self.site, line),
                count: self.own.of_line(line),
                beside: Some(self.regional.of_line(line)),
            })
            .collect();
        let beside = self.region.as_ref().map(|region| Names::get(&self.site).region(region));
        view! { <Chart title=self.messages.country_by_line() beside bars /> }
    }

    /// The goals that the entries declare, or that they declare none.
    fn goals(&self) -> AnyView {
        let bars: Vec<Bar> = Goal::all()
            .filter(|goal| self.own.of_goal(*goal) > 0)
            .map(|goal| {
                let name = format!("{goal} {}", self.site.matrix.goal_name(goal));
                Bar { label: view! { <span>{name}</span> }, count: self.own.of_goal(goal), beside: None }
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
        let missing: Vec<String> = Line::action_lines()
            .filter(|line| self.own.of_line(*line) == 0)
            .map(|line| format!("{line} {}", self.site.matrix.line_name(line)))
            .collect();
        let text = self.messages.country_missing_lines(&missing.join("; "));
        (!missing.is_empty()).then(|| view! { <p class="meaning">{text}</p> })
    }
}

/// Who runs the entries, of which years they are, and what became of them at the prizes.
fn tallies(site: &Arc<Site>, messages: Messages, entries: &[ListedProject]) -> AnyView {
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
    let texts = |text: &dyn Fn(&ListedProject) -> Option<String>| tally(entries.iter().filter_map(text));
    let organisations = texts(&|entry| entry.organisation.clone());
    let years = texts(&|entry| entry.year.map(|year| year.to_string()));
    let prizes = texts(&|entry| names.prize(entry.prize));
    view! {
        {chart(messages.country_by_organisation(), organisations)}
        {chart(messages.country_by_year(), years)}
        {chart(messages.country_by_prize(), prizes)}
    }
}
