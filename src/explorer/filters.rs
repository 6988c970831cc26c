//! What the numbers of the grid cover: a sentence, and the filter and the order as chips.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::Line;
use wsis_core::address::{DisplayMode, View};
use wsis_core::arrangement::Order;
use wsis_core::goal::Goal;
use wsis_core::heat::Scale;
use wsis_state::Dataset;
use wsis_state::Explorer;
use wsis_state::effect::memo;

use crate::chunks::Chunks;
use crate::lazy_views::DetailsView;
use crate::ui::any_view::view;
use crate::ui::loading::Placeholder;

/// The sentence and the chips, at the end of the row above the grid.
#[component]
pub(crate) fn Filters(dataset: Arc<Dataset>) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let chunks = Chunks::get();
    let (for_status, for_note, for_chips) = (dataset.clone(), dataset.clone(), dataset);
    let is_arranged = memo(move || {
        let shaded = explorer.navigation.show.get() == DisplayMode::Projects
            && explorer.navigation.scale.get() != Scale::Whole;
        shaded || explorer.navigation.view.with(|view| view.order != Order::Official)
    });
    let arranged = move || {
        let waiting = Placeholder { label: messages.panel_loading(), bars: 1 };
        is_arranged.get().then(|| chunks.details.draw(waiting, DetailsView::ArrangedChips))
    };
    let note = move || {
        let waiting = Placeholder { label: messages.panel_loading(), bars: 1 };
        let shows_gaps = explorer.navigation.show.get() == DisplayMode::Gaps;
        shows_gaps.then(|| chunks.details.draw(waiting, DetailsView::GapsNote(for_note.clone())))
    };
    let is_filtered = memo(move || explorer.navigation.view.with(|view| !view.filter.is_empty()));
    let chips = move || {
        let waiting = Placeholder { label: messages.panel_loading(), bars: 1 };
        is_filtered.get().then(|| chunks.details.draw(waiting, DetailsView::FilterChips(for_chips.clone())))
    };
    view! {
        <div class="filters">
            // Always in the page: a screen reader announces its changes.
            <p class="status" role="status">{move || status(explorer, &for_status)}</p>
            {note}
            {arranged}
            {chips}
        </div>
    }
}

/// The meaning of the numbers of the grid.
fn status(explorer: Explorer, dataset: &Arc<Dataset>) -> String {
    let messages = explorer.messages();
    let all = dataset.counts.distinct().all;
    if explorer.navigation.view.with(|view| !view.filter.is_empty()) {
        if explorer.data.is_counting() {
            return messages.filter_counting().to_owned();
        }
        let counts = explorer.data.counts(dataset);
        return messages.filter_of(&counts.distinct().all.to_string(), &all.to_string());
    }
    match explorer.navigation.show.get() {
        DisplayMode::Matrix => {
            let lines = explorer.navigation.view.with(View::shows_applications);
            let (linked, cells) = linked_cells(dataset, lines);
            messages.status_links(&linked.to_string(), &cells.to_string())
        }
        DisplayMode::Gaps => messages.status_gaps().to_owned(),
        DisplayMode::Projects => {
            messages.status_declared(&dataset.manifest.declared().to_string(), &all.to_string())
        }
    }
}

/// How many of the cells that are drawn are linked, and how many there are.
fn linked_cells(dataset: &Dataset, with_applications: bool) -> (usize, usize) {
    let lines = Line::all().filter(|line| with_applications || line.parent().is_none());
    let cells: Vec<_> = lines.flat_map(|line| Goal::all().map(move |goal| (line, goal))).collect();
    let linked = cells.iter().filter(|(line, goal)| dataset.matrix.links().contains(*line, *goal)).count();
    (linked, cells.len())
}
