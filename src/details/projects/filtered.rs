//! Project sets under the current filter, and the index with its titles once both are loaded.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::filter::Filter;
use wsis_core::index::{ProjectIndex, ProjectSet, TitleList};
use wsis_state::Dataset;
use wsis_state::Explorer;

use crate::ui::loading::Placeholder;
use crate::ui::loading::when_loaded;

/// The text for an empty list: `empty`, unless the filter asks for more than the list is about. `rest` removes that.
pub(crate) fn meaning_of_none(
    explorer: Explorer,
    empty: &'static str,
    rest: fn(&Filter) -> Filter,
) -> Signal<&'static str> {
    Signal::derive(move || {
        let more = explorer.navigation.view.with(|view| !rest(&view.filter).is_empty());
        if more { explorer.messages().filter_none() } else { empty }
    })
}

/// The part of a set that passes the filter. Tracked.
pub(crate) fn passing(explorer: Explorer, set: &ProjectSet) -> ProjectSet {
    explorer.data.passing().map_or_else(|| set.clone(), |passing| set.and(&passing))
}

/// The projects with their titles, drawn once both files are loaded.
pub(crate) fn when_projects_loaded(
    explorer: Explorer,
    dataset: Arc<Dataset>,
    placeholder: Placeholder,
    draw: impl Fn(&Arc<ProjectIndex>, &Arc<TitleList>) -> AnyView + Clone + Send + 'static,
) -> AnyView {
    let of_titles = dataset.clone();
    when_loaded(explorer.data.index, dataset, placeholder, move |index| {
        let draw = draw.clone();
        when_loaded(explorer.data.titles, of_titles.clone(), placeholder, move |titles| draw(&index, &titles))
    })
}
