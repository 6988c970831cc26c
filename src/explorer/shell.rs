//! The page around the matrix: header, coverage, notices, board, panel, account of the page.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::Language;
use wsis_core::address::Extent;
use wsis_core::navigation::Stop;
use wsis_state::focus_return::focus_panel_title;
use wsis_state::{Dataset, Explorer, element_ids};

use crate::chunks::Chunks;
use crate::explorer::about::About;
use crate::explorer::coverage::Coverage;
use crate::explorer::embedded::WholeExplorer;
use crate::explorer::filters::Filters;
use crate::explorer::grid::Grid;
use crate::explorer::header::Header;
use crate::explorer::legend::Legend;
use crate::explorer::notices::NoticeList;
use crate::explorer::panel::PanelFrame;
use crate::explorer::prerendered;
use crate::explorer::tools::Tools;
use crate::lazy_views::{DetailsView, OfflineView};
use crate::ui::any_view::view;

/// The page. `extent` is how much of the matrix is drawn.
#[component]
pub(crate) fn Page(dataset: Arc<Dataset>, extent: Extent) -> impl IntoView {
    let (explorer, chunks) = (Explorer::get(), Chunks::get());
    // In the task that draws the page, so that no frame shows both or neither.
    prerendered::remove();
    replay_early_click(explorer);
    focus_panel_of_address(explorer);
    let is_embedded = explorer.navigation.is_embedded;
    let board = (extent != Extent::Cell).then(|| view! { <Board dataset=dataset.clone() /> });
    let skip_link =
        (!is_embedded).then(|| view! { <a class="skip" href="#matrix">{explorer.messages.site_skip()}</a> });
    let foot = if is_embedded {
        view! { <WholeExplorer /> }
    } else {
        view! { <About dataset=dataset.clone() /> }
    };
    view! {
        <div class="page" lang=Language::English.code()>
            {skip_link}
            <Header />
            <Coverage dataset />
            {move || chunks.offline.draw_if_ready(OfflineView::Notices)}
            <NoticeList />
            // A reader who comes here is about to select something.
            <main
                id=element_ids::MAIN
                class="stage"
                tabindex="-1"
                on:pointerenter=move |_| chunks.prefetch()
                on:focusin=move |_| chunks.prefetch()
            >
                {board}
                <PanelFrame />
            </main>
            {foot}
        </div>
    }
}

/// The matrix with its filters, tools and legend.
#[component]
fn Board(dataset: Arc<Dataset>) -> impl IntoView {
    let (explorer, chunks) = (Explorer::get(), Chunks::get());
    let hides_controls = explorer.navigation.view.with_untracked(|view| view.hides_controls);
    let ordered = dataset.clone();
    let grid_order = move || chunks.details.draw_if_ready(DetailsView::GridOrder(ordered.clone()));
    view! {
        <div class="board">
            <Filters dataset=dataset.clone() />
            <div class="matrix">
                {(!hides_controls).then(|| view! { <Tools /> })}
                <Grid dataset=dataset.clone() />
            </div>
            <Legend dataset />
            {grid_order}
        </div>
    }
}

/// A link to a view leads to its panel, which on a phone is far below the grid. Only at the first draw, and not in a
/// host page, whose focus stays.
fn focus_panel_of_address(explorer: Explorer) {
    let view = explorer.navigation.view.get_untracked();
    let has_panel = view.shows_list() || view.project.is_some();
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
