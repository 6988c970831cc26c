//! The page around the matrix: header, coverage, notices, board, panel, account of the page.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::address::Extent;
use wsis_core::navigation::Stop;
use wsis_platform::{location, timer};
use wsis_state::effect::{effect, memo};
use wsis_state::focus_return::focus_panel_title;
use wsis_state::{Dataset, Explorer, element_ids};

use crate::chunks::Chunks;
use crate::explorer::coverage::Coverage;
use crate::explorer::dialog::DialogFrame;
use crate::explorer::grid::Grid;
use crate::explorer::header::Header;
use crate::explorer::legend::Legend;
use crate::explorer::notices::NoticeList;
use crate::explorer::panel::{self, PanelFrame};
use crate::explorer::prerendered;
use crate::explorer::toast::ToastRegion;
use crate::explorer::tools::Tools;
use crate::lazy_views::{DetailsView, OfflineView, PresentationView};
use crate::ui::any_view::view;
use crate::ui::loading::Placeholder;

/// The page. `extent` is how much of the matrix is drawn.
#[component]
pub(crate) fn Page(dataset: Arc<Dataset>, extent: Extent) -> impl IntoView {
    let (explorer, chunks) = (Explorer::get(), Chunks::get());
    // In the task that draws the page, so that no frame shows both or neither.
    let early = prerendered::take_early_panel();
    prerendered::remove();
    replay_early_click(explorer);
    focus_panel_of_address(explorer);
    let is_embedded = explorer.navigation.is_embedded;
    let carded = dataset.clone();
    let board = (extent != Extent::Cell).then(|| view! { <Board dataset=dataset.clone() /> });
    let covered = dataset.clone();
    // A page of its own at `#about`, which the style sheet shows in the place of the matrix.
    if location::has_fragment() {
        chunks.details.ensure_loaded();
        effect(move || {
            if chunks.details.is_loaded() {
                timer::run_soon(location::seek_fragment);
            }
        });
    }
    let about = (!is_embedded).then(|| {
        let content = move || chunks.details.draw_if_ready(DetailsView::About(dataset.clone()));
        view! { <section class="about" id="about" role="main" tabindex="-1" aria-labelledby="about-title">{content}</section> }
    });
    // The program that counts for a filter comes with the details.
    effect(move || {
        if explorer.navigation.view.with(|view| !view.filter.is_empty()) {
            chunks.details.ensure_loaded();
        }
    });
    view! {
        <div class="page" lang=explorer.page_language().code()>
            <Header />
            <Coverage dataset=covered />
            {move || chunks.offline.draw_if_ready(OfflineView::Notices)}
            <NoticeList />
            // A reader who comes here is about to select something.
            <main
                id=element_ids::MAIN
                class="stage"
                class:open=move || panel::is_open(explorer)
                tabindex="-1"
                on:pointerenter=move |_| chunks.prefetch()
                on:focusin=move |_| chunks.prefetch()
            >
                {board}
                <PanelFrame early />
            </main>
            {about}
            <ToastRegion />
            <DialogFrame />
            {move || chunks.details.draw_if_ready(DetailsView::Card(carded.clone()))}
            {move || chunks.details.draw_if_ready(DetailsView::FilterCounts)}
        </div>
    }
}

/// The matrix with its tools and legend.
#[component]
fn Board(dataset: Arc<Dataset>) -> impl IntoView {
    let (explorer, chunks) = (Explorer::get(), Chunks::get());
    let ordered = dataset.clone();
    let grid_order = move || chunks.details.draw_if_ready(DetailsView::GridOrder(ordered.clone()));
    let compared = dataset.clone();
    let compares = memo(move || explorer.navigation.view.with(|view| !view.compare.is_empty()));
    let tray = move || {
        let waiting = Placeholder { label: explorer.messages().panel_loading(), bars: 1 };
        compares.get().then(|| chunks.details.draw(waiting, DetailsView::CompareTray(compared.clone())))
    };
    let tour_tray = move || {
        let waiting = Placeholder { label: explorer.messages().stage_loading(), bars: 1 };
        let shown = explorer.layout.tour_tray.get();
        shown.then(|| chunks.presentation.draw(waiting, PresentationView::TourTray))
    };
    view! {
        <div class="board">
            <Tools dataset=dataset.clone() />
            <div class="matrix">
                <Grid dataset=dataset.clone() />
                <Legend dataset />
            </div>
            {tray}
            {tour_tray}
            {grid_order}
        </div>
    }
}

/// A link to a view leads to its panel, which on a phone is far below the grid. Only at the first draw, and not in a
/// host page, whose focus stays.
fn focus_panel_of_address(explorer: Explorer) {
    let view = explorer.navigation.view.get_untracked();
    let has_panel = view.shows_list() || view.opened.is_some();
    if explorer.layout.take_first_draw() && !explorer.navigation.is_embedded && has_panel {
        focus_panel_title();
    }
}

/// A click on the prerendered table counts as if the app had been there.
fn replay_early_click(explorer: Explorer) {
    if let Some(stop) = prerendered::take_early_click().and_then(|id| Stop::from_element_id(&id)) {
        explorer.activate(stop);
    }
}
