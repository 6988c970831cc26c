//! The projects that pass the filter, where nothing is selected.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::filter::Filter;
use wsis_core::index::ProjectIndex;

use super::TITLE_ID;
use super::heading::CloseButton;
use super::indexed::{IndexedProjects, meaning_of_none};
use crate::state::{Explorer, Site};
use crate::view::any::view;

/// The panel of a filter.
#[component]
pub(super) fn FoundPanel(site: Arc<Site>) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let query = move || explorer.view.with(|view| view.filter.query.clone());
    let title = move || match query() {
        Some(query) => messages.search_found(query.as_str()),
        None => messages.filter_found().to_owned(),
    };
    let counted = site.clone();
    let count = Signal::derive(move || messages.filter_count(explorer.numbers(&counted).distinct().all));
    let empty = meaning_of_none(explorer, messages.search_no_projects(), Filter::without_query);
    let pick = Callback::new(move |index: Arc<ProjectIndex>| index.all());
    view! {
        <div class="panel-head">
            <h2 id=TITLE_ID tabindex="-1">{title}</h2>
            <CloseButton />
        </div>
        <IndexedProjects site title=count empty pick />
    }
}
