//! The profile of a country: its entries by line, beside its region; who runs them; what is not there.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::contract::entry::ListedProject;
use wsis_core::filter::{Facet, FacetValue, Filter};
use wsis_core::index::{ProjectIndex, ProjectSet, TitleList, tally};
use wsis_core::matrix::MatrixCounts;
use wsis_core::{CountryCode, Goal, Line, VocabularyId};
use wsis_messages::Messages;
use wsis_platform::location::http_address;
use wsis_platform::normalize::TextNormalizer;
use wsis_state::Dataset;
use wsis_state::Explorer;
use wsis_state::effect::memo;
use wsis_state::element_ids;

use crate::content::language::lang_if_other;
use crate::content::language::line_label;
use crate::content::names::Names;
use crate::details::country_button::country_button;
use crate::details::heading::CloseButton;
use crate::details::lens::of_region;
use crate::details::projects::filtered::meaning_of_none;
use crate::details::projects::filtered::passing;
use crate::details::projects::filtered::when_projects_loaded;
use crate::details::projects::indexed::IndexedProjects;
use crate::ui::any_view::view;
use crate::ui::chart::Chart;
use crate::ui::chart::ChartRow;
use crate::ui::chart::MIN_CHARTED;
use crate::ui::icon::{Symbol, icon};
use crate::ui::loading::Placeholder;

/// How many organisations are named.
const ORGANISATIONS: usize = 10;

/// The panel of a country.
#[component]
pub(crate) fn CountryPanel(dataset: Arc<Dataset>, country: CountryCode) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let language = lang_if_other(dataset.language);
    let (names, code) = (dataset.clone(), country.clone());
    let (known_by, asked_for) = (dataset.clone(), country.clone());
    let unknown = memo(move || is_unknown(explorer, &known_by, &asked_for));
    let content = move || match unknown.get() {
        true => view! { <p class="empty">{messages.country_unknown(country.as_str())}</p> },
        false => profile(explorer, dataset.clone(), country.clone()),
    };
    view! {
        <div class="country">
            <div class="panel-head">
                <div>
                    <p class="panel-kind">{messages.country_kind()}</p>
                    <h2 id=element_ids::PANEL_TITLE tabindex="-1" lang=language>
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
fn profile(explorer: Explorer, dataset: Arc<Dataset>, country: CountryCode) -> AnyView {
    let messages = explorer.messages();
    let waiting = Placeholder { label: messages.profile_loading(), bars: 6 };
    let (facts_dataset, facts_country) = (dataset.clone(), country.clone());
    let facts = when_projects_loaded(explorer, dataset.clone(), waiting, move |index, titles| {
        let (dataset, index, titles, country) =
            (facts_dataset.clone(), index.clone(), titles.clone(), facts_country.clone());
        (move || Facts::of(explorer, &dataset, &index, &titles, &country).drawn()).into_any()
    });
    let pick = Callback::new(move |index: Arc<ProjectIndex>| index.all());
    let empty = meaning_of_none(explorer, messages.country_none(), |filter| filter.without(Facet::Country));
    let title = Signal::stored(messages.country_projects().to_owned());
    let (named, code) = (dataset.clone(), country.clone());
    let name = Signal::derive(move || Names::get(&named).country(&code));
    let register = http_address(&explorer.deployment.register_address()).map(|address| {
        view! {
            <p>
                <a href=address rel="noreferrer">{messages.country_itu()} {icon(Symbol::Out)}</a>
            </p>
        }
    });
    let neighbours = {
        let (dataset, country) = (dataset.clone(), country.clone());
        move || neighbours(explorer, &dataset, &country)
    };
    let in_report = {
        let (dataset, country) = (dataset.clone(), country.clone());
        explorer.data.lenses.ensure_loaded(&dataset);
        move || of_region(explorer, &dataset, &country)
    };
    view! {
        {facts}
        <IndexedProjects dataset title empty pick country=name />
        {neighbours}
        {in_report}
        {register}
    }
}

/// Where the country has no entry, the countries of its region that have some, each to open. Tracks the index.
fn neighbours(explorer: Explorer, dataset: &Arc<Dataset>, country: &CountryCode) -> Option<AnyView> {
    let index = explorer.data.index.ready()?;
    if of_country(&index, country).count() > 0 {
        return None;
    }
    let names = Names::get(dataset);
    let region = names.region_of(country)?;
    let mut counted = index.count_values(Facet::Country, &index.all());
    counted.sort_by_key(|one| std::cmp::Reverse(one.count));
    let items: Vec<AnyView> = counted
        .into_iter()
        .filter_map(|one| Some((one.id.as_str().parse::<CountryCode>().ok()?, one.count)))
        .filter(|(code, count)| *count > 0 && names.region_of(code).as_ref() == Some(&region))
        .map(|(code, count)| {
            let count = explorer.messages().fact_projects(count);
            view! { <li>{country_button(&names, code)} " " <span class="fine">{count}</span></li> }
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <section class="neighbours">
                <h3>{explorer.messages().country_neighbours()} {explorer.messages().site_colon()} {names.region(&region)}</h3>
                <ul>{items}</ul>
            </section>
        }
    })
}

/// Whether neither the vocabulary nor a project knows such a country. Tracks both.
fn is_unknown(explorer: Explorer, dataset: &Arc<Dataset>, country: &CountryCode) -> bool {
    let (Some(index), names) = (explorer.data.index.ready(), Names::get(dataset)) else { return false };
    names.are_loaded() && names.region_of(country).is_none() && of_country(&index, country).count() == 0
}

/// The projects of a country, whatever else the filter asks.
fn of_country(index: &ProjectIndex, country: &CountryCode) -> ProjectSet {
    let value = Facet::Country.value(country.as_str()).map(|id| FacetValue { facet: Facet::Country, id });
    index.passing(&Filter::of_values(value), None)
}

/// The sets behind the profile: the country's entries that pass the filter, and those of its region that pass what
/// else it asks.
struct Facts {
    dataset: Arc<Dataset>,
    messages: Messages,
    entries: Vec<ListedProject>,
    region: Option<VocabularyId>,
    own: MatrixCounts,
    regional: MatrixCounts,
}

impl Facts {
    fn of(
        explorer: Explorer,
        dataset: &Arc<Dataset>,
        index: &ProjectIndex,
        titles: &TitleList,
        country: &CountryCode,
    ) -> Self {
        let links = dataset.matrix.links();
        let own = passing(explorer, &of_country(index, country));
        let entries: Vec<ListedProject> = index.list(titles, &own).collect();
        // Where there is no entry, the vocabulary knows the region.
        let region = entries
            .first()
            .and_then(|entry| entry.region.clone())
            .or_else(|| Names::get(dataset).region_of(country));
        let mut filter = explorer.navigation.view.with(|view| view.filter.without(Facet::Country));
        let value = region.clone().map(|id| FacetValue { facet: Facet::Region, id });
        value.into_iter().for_each(|value| filter.choose(value, true));
        let found = filter
            .query
            .as_ref()
            .map(|query| titles.having(&TextNormalizer::new().normalize(query.as_str())));
        let regional = index.count(&index.passing(&filter, found.as_ref()), links);
        let own = index.count(&own, links);
        Self { dataset: dataset.clone(), messages: explorer.messages(), entries, region, own, regional }
    }

    /// Everything but the list itself.
    fn drawn(&self) -> AnyView {
        let charts = (self.entries.len() >= MIN_CHARTED).then(|| {
            view! { {self.line_chart()} {tallies(&self.dataset, self.messages, &self.entries)} {self.goals()} }
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
        let region = Names::get(&self.dataset).region(self.region.as_ref()?);
        let regional = self.regional.distinct().all.to_string();
        let text = match self.own.distinct().all {
            0 => self.messages.country_none_of_region(&region, &regional),
            total => self.messages.country_summary(total, &region, &regional),
        };
        Some(view! { <p>{text}</p> })
    }

    /// The lines that have entries, each beside the region's number.
    fn line_chart(&self) -> AnyView {
        let bars: Vec<ChartRow> = Line::all()
            .filter(|line| self.own.of_line(*line) > 0)
            .map(|line| ChartRow {
                label: line_label(&self.dataset, line),
                count: self.own.of_line(line),
                beside: Some(self.regional.of_line(line)),
            })
            .collect();
        let beside = self.region.as_ref().map(|region| Names::get(&self.dataset).region(region));
        view! { <Chart title=self.messages.country_by_line() beside bars /> }
    }

    /// The goals that the entries declare, or that they declare none.
    fn goals(&self) -> AnyView {
        let bars: Vec<ChartRow> = Goal::all()
            .filter(|goal| self.own.of_goal(*goal) > 0)
            .map(|goal| {
                let name = format!("{goal} {}", self.dataset.matrix.goal_name(goal));
                ChartRow { label: view! { <span>{name}</span> }, count: self.own.of_goal(goal), beside: None }
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
            .map(|line| format!("{line} {}", self.dataset.matrix.line_name(line)))
            .collect();
        let text = self.messages.country_missing_lines(&missing.join(self.messages.site_semicolon()));
        (!missing.is_empty()).then(|| view! { <p class="meaning">{text}</p> })
    }
}

/// Who runs the entries, of which years they are, and what became of them at the prizes.
fn tallies(dataset: &Arc<Dataset>, messages: Messages, entries: &[ListedProject]) -> AnyView {
    let chart = |title: &'static str, counts: Vec<(String, u32)>| {
        let left_out = counts.len().saturating_sub(ORGANISATIONS);
        let bars: Vec<ChartRow> = counts
            .into_iter()
            .take(ORGANISATIONS)
            .map(|(label, count)| ChartRow { label: view! { <bdi>{label}</bdi> }, count, beside: None })
            .collect();
        (!bars.is_empty()).then(|| view! { <Chart title beside=None bars left_out /> })
    };
    let names = Names::get(dataset);
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
