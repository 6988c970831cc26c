//! The panel of a place in the margin: projects that state no goal, or no line.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::address::Margin;
use wsis_core::index::ProjectIndex;
use wsis_page::texts::margin_parts;
use wsis_state::{Dataset, Explorer, element_ids};

use crate::details::heading::CloseButton;
use crate::details::projects::filtered::meaning_of_none;
use crate::details::projects::indexed::IndexedProjects;
use crate::ui::any_view::view;

/// The panel of a place in the margin.
#[component]
pub(crate) fn MarginPanel(dataset: Arc<Dataset>, margin: Margin) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let parts = margin_parts(messages, &dataset.matrix, margin).into_iter().enumerate();
    let title = parts.map(|(at, part)| view! { {(at > 0).then_some(" · ")} <bdi>{part}</bdi> });
    let counted = dataset.clone();
    let count =
        Signal::derive(move || messages.filter_count(explorer.data.counts(&counted).of_margin(margin)));
    let empty = meaning_of_none(explorer, messages.margin_none(), Clone::clone);
    let pick = Callback::new(move |index: Arc<ProjectIndex>| index.in_margin(margin));
    let explained = match margin {
        Margin::NoGoal(_) => messages.margin_explain_no_goal(),
        Margin::NoLine(_) | Margin::Neither => messages.margin_explain_no_line(),
    };
    view! {
        <div class="panel-head">
            <h2 id=element_ids::PANEL_TITLE tabindex="-1">{title.collect_view()}</h2>
            <CloseButton />
        </div>
        <p class="fine margin-note">{explained}</p>
        <IndexedProjects dataset title=count empty pick />
    }
}
