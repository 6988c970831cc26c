//! Above the matrix: the meaning of the cells, the filter as chips, and the fields to change it.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::address::DisplayMode;
use wsis_core::arrangement::Order;
use wsis_core::filter::Filter;
use wsis_core::heat::{Scale, is_comparable};
use wsis_page::texts;
use wsis_page::texts::show_meaning;
use wsis_platform::focus::focus_when_drawn;
use wsis_state::Dataset;
use wsis_state::Explorer;
use wsis_state::RequestState;
use wsis_state::element_ids;

use crate::chunks::Chunks;
use crate::content::names::Names;
use crate::lazy_views::DetailsView;
use crate::ui::any_view::view;
use crate::ui::chip::chip_button;
use crate::ui::loading::FailureBox;
use crate::ui::loading::Placeholder;

/// The area between the coverage sentences and the matrix; empty at first.
#[component]
pub(crate) fn Filters(dataset: Arc<Dataset>) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let chunks = Chunks::get();
    let (for_note, for_chips, for_fields) = (dataset.clone(), dataset.clone(), dataset);
    let fields = move || {
        let dataset = for_fields.clone();
        let waiting = Placeholder { label: messages.panel_loading(), bars: 3 };
        explorer
            .layout
            .filters_open
            .get()
            .then(|| chunks.details.draw(waiting, DetailsView::FilterFields(dataset)))
    };
    let arrange_fields = move || {
        let waiting = Placeholder { label: messages.panel_loading(), bars: 1 };
        explorer.layout.arrange_open.get().then(|| chunks.details.draw(waiting, DetailsView::ArrangeFields))
    };
    let is_arranged = Memo::new(move |_| {
        let shaded = explorer.navigation.show.get() == DisplayMode::Projects
            && explorer.navigation.scale.get() != Scale::Whole;
        shaded || explorer.navigation.view.with(|view| view.order != Order::Official)
    });
    let arranged = move || {
        let waiting = Placeholder { label: messages.panel_loading(), bars: 1 };
        is_arranged.get().then(|| chunks.details.draw(waiting, DetailsView::ArrangedChips))
    };
    view! {
        <div class="filters" id=element_ids::FILTERS>
            {move || show_note(explorer, &for_note)}
            {arranged}
            {move || chips(explorer, &for_chips)}
            {arrange_fields}
            {fields}
        </div>
    }
}

/// The meaning of the cells as a sentence. First of all it says if this collection is too small for it.
fn show_note(explorer: Explorer, dataset: &Dataset) -> Option<AnyView> {
    let messages = explorer.messages;
    let (show, carried) = (explorer.navigation.show.get(), is_comparable(dataset.manifest.declared_share));
    let text = match show {
        DisplayMode::Projects if !carried => messages.show_cannot_projects(),
        DisplayMode::Gaps if !carried => messages.show_cannot_gaps(),
        _ => show_meaning(messages, show, explorer.navigation.scale.get())?,
    };
    Some(view! { <p class="show-note">{text}</p> })
}

/// How many projects pass, and one chip for each thing that is asked.
fn chips(explorer: Explorer, dataset: &Arc<Dataset>) -> Option<AnyView> {
    let messages = explorer.messages;
    let filter = explorer.navigation.view.with(|view| view.filter.clone());
    if filter.is_empty() {
        return None;
    }
    let names = Names::get(dataset);
    let mut chips: Vec<AnyView> = Vec::new();
    if let Some(query) = &filter.query {
        chips.push(chip(explorer, format!("“{}”", query.as_str()), |filter| filter.query = None));
    }
    for value in filter.values() {
        let text = format!("{}: {}", texts::facet_name(messages, value.facet), names.value(value));
        let value = value.clone();
        chips.push(chip(explorer, text, move |filter| filter.choose(value.clone(), false)));
    }
    if let Some(years) = filter.years {
        let text = format!("{}: {}–{}", messages.project_year(), years.from(), years.to());
        chips.push(chip(explorer, text, |filter| filter.years = None));
    }
    if let Some(declared) = filter.declared {
        chips.push(chip(explorer, texts::declared_name(messages, declared).to_owned(), |filter| {
            filter.declared = None
        }));
    }
    let several = (chips.len() > 1).then(|| {
        let clear = move |_| {
            explorer.navigation.edit_filter(|filter| *filter = Filter::default());
            focus_when_drawn(element_ids::MAIN.to_owned());
        };
        view! { <button type="button" class="clear" on:click=clear>{messages.filter_clear()}</button> }
    });
    let all = dataset.counts.distinct().all;
    let counts = explorer.data.counts(dataset);
    let counting = explorer.data.is_counting();
    let bar = counting.then(|| view! { <progress aria-label=messages.filter_counting()></progress> });
    let status = if counting {
        messages.filter_counting().to_owned()
    } else {
        messages.filter_of(&counts.distinct().all.to_string(), &all.to_string())
    };
    Some(view! {
        <div class="chips">
            <bdi role="status">{status}</bdi>
            {bar}
            {chips}
            {several}
            {failed(explorer, dataset)}
        </div>
    })
}

/// A thing that is asked; a click asks it no longer.
fn chip(explorer: Explorer, text: String, drop: impl Fn(&mut Filter) + Send + 'static) -> AnyView {
    let label = explorer.messages.filter_drop(&text);
    chip_button(text, label, move || explorer.navigation.edit_filter(&drop))
}

/// Why it is not known what passes, with a way to try again.
fn failed(explorer: Explorer, dataset: &Arc<Dataset>) -> Option<AnyView> {
    let dataset = dataset.clone();
    if let RequestState::Failed(failure) = explorer.data.index.state() {
        let retry = Callback::new(move |()| explorer.data.index.reload(&dataset));
        return Some(view! { <FailureBox failure retry /> });
    }
    if let RequestState::Failed(failure) = explorer.data.titles.state() {
        let retry = Callback::new(move |()| explorer.data.titles.reload(&dataset));
        return Some(view! { <FailureBox failure retry /> });
    }
    None
}
