//! Filter fields: each value with the number of projects it would leave.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::VocabularyId;
use wsis_core::filter::{Facet, FacetValue, Filter, Years};
use wsis_core::index::{ProjectIndex, ProjectSet};
use wsis_messages::Messages;
use wsis_page::texts;
use wsis_platform::normalize::TextNormalizer;
use wsis_state::Dataset;
use wsis_state::Explorer;
use wsis_state::effect::memo;

use crate::content::names::Names;
use crate::details::heading::sheet_head;
use crate::ui::any_view::view;
use crate::ui::loading::Placeholder;
use crate::ui::loading::when_loaded;

/// The fields, as far as the collection has something to ask for.
pub(crate) fn filter_fields(dataset: Arc<Dataset>) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let waiting = Placeholder { label: messages.filter_counting(), bars: 4 };
    let names = dataset.clone();
    let fields = when_loaded(explorer.data.index, dataset, waiting, move |index: Arc<ProjectIndex>| {
        let facets = Facet::ALL.map(|facet| facet_field(explorer, names.clone(), index.clone(), facet));
        let done = move |_| explorer.go_back();
        view! {
            <form class="filter-fields" on:submit=|event| event.prevent_default()>
                {words_field(explorer)}
                {facets.collect_view()}
                {years_field(explorer, index.years())}
                {declared_field(explorer, &names)}
                <p class="form-end">
                    <button type="button" class="primary" on:click=done>{messages.filter_done()}</button>
                </p>
            </form>
        }
    });
    view! { {sheet_head(messages.filter_title())} {fields} }
}

fn words_field(explorer: Explorer) -> AnyView {
    let messages = explorer.messages();
    let written = explorer.navigation.view.with_untracked(|view| view.filter.query.clone());
    let written = written.map(|query| query.as_str().to_owned()).unwrap_or_default();
    let write = move |event| {
        let query = event_target_value(&event).parse().ok();
        explorer.navigation.edit_filter(|filter| filter.query = query);
    };
    view! {
        <label class="field">
            <span>{messages.filter_words()}</span>
            <input id="filter-words" type="search" value=written dir="auto" on:input=write />
        </label>
    }
}

/// The projects that would pass the filter without this facet. Tracks the filter.
fn passing_without(explorer: Explorer, index: &ProjectIndex, facet: Facet) -> ProjectSet {
    let filter = explorer.navigation.view.with(|view| view.filter.without(facet));
    let found = filter.query.as_ref().and_then(|query| {
        Some(explorer.data.titles.ready()?.having(&TextNormalizer::new().normalize(query.as_str())))
    });
    index.passing(&filter, found.as_ref())
}

/// A facet with its values; nothing where the collection has at most one, since there is nothing to choose.
fn facet_field(
    explorer: Explorer,
    dataset: Arc<Dataset>,
    index: Arc<ProjectIndex>,
    facet: Facet,
) -> Option<AnyView> {
    let messages = explorer.messages();
    let known = index.count_values(facet, &index.all());
    if known.len() < 2 {
        return None;
    }
    let counted = index.clone();
    let now = memo(move || {
        let set = passing_without(explorer, &counted, facet);
        counted.count_values(facet, &set).into_iter().map(|one| one.count).collect::<Vec<_>>()
    });
    // In the order of the moment in which the fields were opened: nothing moves under the pointer.
    let ranked = {
        let counts = now.get_untracked();
        let found = known.into_iter().enumerate().map(|(at, one)| (at, one.id));
        let counted = found.map(|(at, id)| (counts.get(at).copied().unwrap_or(0), at, id));
        // Prizes are best first, as their table is; all others by how many there are.
        if facet == Facet::Prize { counted.collect() } else { by_count(counted) }
    };
    let typed = RwSignal::new(String::new());
    let finder = (ranked.len() > MANY_VALUES).then(|| finder(messages, facet, typed));
    let values = move || {
        let names = Names::get(&dataset);
        let normalizer = TextNormalizer::new();
        let wanted = normalizer.normalize(&typed.get());
        let fits = |id: &VocabularyId| {
            let name = names.value(&FacetValue { facet, id: id.clone() });
            wanted.is_empty() || normalizer.normalize(&name).contains(&wanted)
        };
        let value = |(_, at, id): &(u32, usize, VocabularyId)| {
            let at = *at;
            let count = move || now.with(|counts| counts.get(at).copied().unwrap_or(0));
            value_choice(explorer, &names, FacetValue { facet, id: id.clone() }, count)
        };
        let found: Vec<_> = ranked.iter().filter(|(_, _, id)| fits(id)).map(value).collect();
        if found.is_empty() {
            view! { <p class="fine">{messages.filter_no_value()}</p> }
        } else {
            found.into_any()
        }
    };
    Some(view! {
        <fieldset>
            <legend>{texts::facet_name(messages, facet)}</legend>
            {finder}
            <div class="facet-values">{values}</div>
        </fieldset>
    })
}

/// More values than this can be found by typing.
const MANY_VALUES: usize = 12;

/// The field that finds a value of a facet by a part of its name.
fn finder(messages: Messages, facet: Facet, typed: RwSignal<String>) -> AnyView {
    view! {
        <input
            class="value-finder"
            type="search"
            id=format!("find-{}", facet.name())
            dir="auto"
            placeholder=messages.filter_find()
            aria-label=format!("{}{}{}", texts::facet_name(messages, facet), messages.site_colon(), messages.filter_find())
            on:input=move |event| typed.set(event_target_value(&event))
        />
    }
}

/// The most frequent first, equals in the order they had.
fn by_count(counted: impl Iterator<Item = (u32, usize, VocabularyId)>) -> Vec<(u32, usize, VocabularyId)> {
    let mut sorted: Vec<(u32, usize, VocabularyId)> = Vec::new();
    for one in counted {
        let place = sorted.iter().take_while(|known| known.0 >= one.0).count();
        sorted.insert(place, one);
    }
    sorted
}

/// A value with the number of projects it would leave, which follows what else is bound.
fn value_choice(
    explorer: Explorer,
    names: &Names,
    value: FacetValue,
    count: impl Fn() -> u32 + Copy + Send + 'static,
) -> AnyView {
    let name = names.value(&value);
    let id = format!("filter-{}-{}", value.facet.name(), value.id);
    let known = value.clone();
    let chosen = move || explorer.navigation.view.with(|view| view.filter.values().contains(&known));
    let choose = move |event| {
        let chosen = event_target_checked(&event);
        explorer.navigation.edit_filter(|filter| filter.choose(value.clone(), chosen));
    };
    view! {
        <label class="choice-box" class:nothing=move || count() == 0>
            <input type="checkbox" id=id prop:checked=chosen on:change=choose />
            <span>{name}</span>
            <span class="value-count">{move || count().to_string()}</span>
        </label>
    }
}

/// From which year to which; nothing where the collection has one year or none.
fn years_field(explorer: Explorer, years: Option<(u16, u16)>) -> Option<AnyView> {
    let (first, last) = years.filter(|(first, last)| first < last)?;
    let messages = explorer.messages();
    let choice = move |label: &'static str, id: &'static str, is_from: bool| {
        let bound = move |filter: &Filter| match filter.years {
            Some(years) if is_from => years.from(),
            Some(years) => years.to(),
            None if is_from => first,
            None => last,
        };
        let options = (first..=last)
            .map(|year| {
                let chosen = move || explorer.navigation.view.with(|view| bound(&view.filter) == year);
                view! { <option value=year.to_string() prop:selected=chosen>{year.to_string()}</option> }
            })
            .collect_view();
        let choose = move |event| {
            let Ok(year) = event_target_value(&event).parse::<u16>() else { return };
            explorer.navigation.edit_filter(|filter| {
                let (from, to) = filter.years.map_or((first, last), |years| (years.from(), years.to()));
                // The other end moves along, so that the range never turns round.
                let (from, to) = if is_from { (year, to.max(year)) } else { (from.min(year), year) };
                filter.years = ((from, to) != (first, last)).then(|| Years::new(from, to));
            });
        };
        view! {
            <label class="choice">
                <span class="choice-label">{label}</span>
                <select id=id on:change=choose>{options}</select>
            </label>
        }
    };
    Some(view! {
        <fieldset>
            <legend>{messages.project_year()}</legend>
            {choice(messages.filter_from(), "filter-from", true)}
            " "
            {choice(messages.filter_to(), "filter-to", false)}
        </fieldset>
    })
}

/// Whether goals are stated; nothing where all state some or none does.
fn declared_field(explorer: Explorer, dataset: &Dataset) -> Option<AnyView> {
    let share = dataset.manifest.declared_share;
    if share <= 0.0 || share >= 1.0 {
        return None;
    }
    let messages = explorer.messages();
    let choice = move |declared: Option<bool>| {
        let name = declared_or_all(messages, declared);
        view! {
            <label class="choice-box">
                <input
                    type="radio"
                    name="declared"
                    prop:checked=move || explorer.navigation.view.with(|view| view.filter.declared == declared)
                    on:change=move |_| explorer.navigation.edit_filter(|filter| filter.declared = declared)
                />
                <span>{name}</span>
            </label>
        }
    };
    Some(view! {
        <fieldset>
            <legend>{messages.project_goals()}</legend>
            <div class="facet-values">{choice(None)} {choice(Some(true))} {choice(Some(false))}</div>
        </fieldset>
    })
}

fn declared_or_all(messages: Messages, declared: Option<bool>) -> &'static str {
    declared.map_or_else(|| messages.filter_either(), |declared| texts::declared_name(messages, declared))
}
