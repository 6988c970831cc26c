//! The results of the filter, where nothing is selected.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::filter::Filter;
use wsis_core::index::ProjectIndex;
use wsis_state::Dataset;
use wsis_state::Explorer;
use wsis_state::element_ids;

use crate::details::heading::CloseButton;
use crate::details::projects::filtered::meaning_of_none;
use crate::details::projects::indexed::IndexedProjects;
use crate::ui::any_view::view;

/// The panel of a filter.
#[component]
pub(crate) fn ResultsPanel(dataset: Arc<Dataset>) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let query = move || explorer.navigation.view.with(|view| view.filter.query.clone());
    let title = move || match query() {
        Some(query) => messages.search_found(query.as_str()),
        None => messages.filter_found().to_owned(),
    };
    let counted = dataset.clone();
    let count = Signal::derive(move || messages.filter_count(explorer.data.counts(&counted).distinct().all));
    let empty = meaning_of_none(explorer, messages.search_no_projects(), Filter::without_query);
    let pick = Callback::new(move |index: Arc<ProjectIndex>| index.all());
    view! {
        <div class="panel-head">
            <h2 id=element_ids::PANEL_TITLE tabindex="-1">{title}</h2>
            <CloseButton />
        </div>
        <IndexedProjects dataset title=count empty pick />
    }
}
