//! The projects with certain words in title or organisation.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::address::Query;
use wsis_core::contract::entry::ListedProject;
use wsis_core::index::ProjectIndex;

use super::TITLE_ID;
use super::heading::CloseButton;
use super::indexed::IndexedProjects;
use crate::dom::fold::Folder;
use crate::state::{Explorer, Site};
use crate::view::any::view;

/// The panel of a search in the projects.
#[component]
pub(super) fn FoundPanel(site: Arc<Site>, query: Query) -> impl IntoView {
    let messages = Explorer::get().messages;
    let title = messages.search_found(query.as_str());
    let pick = move |index: Arc<ProjectIndex>| having(&index, query.as_str());
    view! {
        <div class="panel-head">
            <h2 id=TITLE_ID tabindex="-1">{title}</h2>
            <CloseButton />
        </div>
        <IndexedProjects
            site
            title=messages.projects_title()
            empty=messages.search_no_projects()
            pick
        />
    }
}

/// The projects that have every word, in any order.
fn having(index: &ProjectIndex, query: &str) -> Vec<ListedProject> {
    let folder = Folder::new();
    let query = folder.fold(query);
    let has_all = |project: &&ListedProject| {
        let organisation = project.organisation.as_deref().unwrap_or_default();
        let text = folder.fold(&format!("{} {organisation}", project.title));
        !query.is_empty() && query.split_whitespace().all(|word| text.contains(word))
    };
    index.all().filter(has_all).cloned().collect()
}
