//! The panel of a place in the margin: projects that state no goal, or no line.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::address::Margin;
use wsis_core::index::ProjectIndex;
use wsis_state::{Dataset, Explorer};

use crate::details::heading::MarginHeading;
use crate::details::projects::filtered::meaning_of_none;
use crate::details::projects::indexed::IndexedProjects;
use crate::ui::any_view::view;

/// The panel of a place in the margin.
#[component]
pub(crate) fn MarginPanel(dataset: Arc<Dataset>, margin: Margin) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
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
        <MarginHeading dataset=dataset.clone() margin />
        <p class="fine margin-note">{explained}</p>
        <IndexedProjects dataset title=count empty pick />
    }
}
