//! The margin of the grid in the view of projects: a column for those that state no goal, a row for those that state no line.
//! The room `details` draws it.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::Line;
use wsis_core::address::{DisplayMode, Extent, Margin, View};
use wsis_core::navigation::GridParts;
use wsis_state::{Dataset, Explorer};

use crate::chunks::Chunks;
use crate::lazy_views::DetailsView;

/// The parts of the grid that are shown now. Tracked.
pub(super) fn grid_parts(explorer: Explorer, dataset: &Dataset) -> GridParts {
    let is_whole = explorer.navigation.extent.get() == Extent::Matrix;
    let shows = is_whole && explorer.navigation.show.get() == DisplayMode::Projects;
    let has = |margin| shows && dataset.counts.of_margin(margin) > 0;
    GridParts {
        applications: explorer.navigation.view.with(View::shows_applications),
        no_goal: has(Margin::NoGoal(None)),
        no_line: has(Margin::NoLine(None)),
    }
}

/// Follows the parts of the grid. A keyboard that stands in the margin leaves it when it goes.
pub(super) fn sync_grid_parts(explorer: Explorer, dataset: Arc<Dataset>) -> Memo<GridParts> {
    let parts = Memo::new(move |_| grid_parts(explorer, &dataset));
    Effect::new(move || {
        let parts = parts.get();
        if !parts.no_goal && !parts.no_line {
            explorer.layout.active.update(|stop| *stop = stop.without_margin());
        }
    });
    parts
}

/// The header of the column, if it is shown.
pub(super) fn no_goal_header(dataset: Arc<Dataset>, parts: Memo<GridParts>) -> AnyView {
    let chunks = Chunks::get();
    let header = move || {
        parts.get().no_goal.then(|| chunks.details.draw_if_ready(DetailsView::MarginHeader(dataset.clone())))
    };
    header.into_any()
}

/// The cell of a line in the column, if it is shown.
pub(super) fn no_goal_cell(dataset: Arc<Dataset>, line: Line, parts: Memo<GridParts>) -> AnyView {
    let chunks = Chunks::get();
    let cell = move || {
        let view = || DetailsView::MarginCell(dataset.clone(), line);
        parts.get().no_goal.then(|| chunks.details.draw_if_ready(view()))
    };
    cell.into_any()
}

/// The row of projects that state no line, if it is shown.
pub(super) fn no_line_row(dataset: Arc<Dataset>, parts: Memo<GridParts>) -> AnyView {
    let chunks = Chunks::get();
    let row = move || {
        parts.get().no_line.then(|| chunks.details.draw_if_ready(DetailsView::MarginRow(dataset.clone())))
    };
    row.into_any()
}
