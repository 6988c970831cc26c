//! The matrix as a table with the roles and keys of a grid. Its rows are built once, while the site is built
//! (`first_rows`); the app takes them over and changes texts and attributes in them. `wsis_page::grid` decides what each
//! place shows and says.

mod application_rows;
mod events;
#[cfg(not(target_arch = "wasm32"))]
mod first_rows;
mod keyboard;
mod paint;
mod selection;
mod take_over;

use std::sync::Arc;

use leptos::html::Table;
use leptos::prelude::*;
use wsis_core::address::{DisplayMode, Extent, Margin};
use wsis_core::navigation::{GridParts, Stop};
use wsis_core::{Goal, Language};
use wsis_page::grid::CellFace;
use wsis_state::effect::{effect, memo};
use wsis_state::{Dataset, Explorer};

use crate::chunks::Chunks;
use crate::explorer::grid::events::{on_click, on_focus, on_key, on_pointer};
use crate::explorer::grid::paint::RowPainter;
use crate::explorer::grid::take_over::take_over_rows;
use crate::explorer::prerendered::TableRows;
use crate::lazy_views::DetailsView;
use crate::ui::any_view::view;

/// The grid.
#[component]
pub(crate) fn Grid(dataset: Arc<Dataset>) -> impl IntoView {
    let (explorer, chunks) = (Explorer::get(), Chunks::get());
    let table = NodeRef::<Table>::new();
    sync_places(explorer, table, dataset.clone());
    sync_selection(explorer, table);
    load_what_the_cells_need(explorer, chunks);
    let measured = dataset.clone();
    let parts = memo(move || explorer.grid_parts(&measured));
    let is_single = explorer.layout.arrangement.with_untracked(|shown| shown.goals().len() == 1);
    #[cfg(target_arch = "wasm32")]
    let rows = ();
    #[cfg(not(target_arch = "wasm32"))]
    let rows = first_rows::first_rows(explorer, &dataset);
    view! {
        <table
            node_ref=table
            class="grid"
            role="grid"
            data-show=move || explorer.navigation.show.get().code()
            data-margin=move || parts.get().no_goal.then_some("")
            data-no-line=move || parts.get().no_line.then_some("")
            data-open=move || parts.get().applications.then_some("")
            data-names=(dataset.language != Language::English).then(|| dataset.language.code())
            data-single=is_single.then_some("")
            aria-label=explorer.messages().grid_label()
            on:click=move |event| on_click(explorer, &event)
            data-band=move || band(explorer).map(|goal| goal.to_string())
            on:keydown=move |event| on_key(explorer, &event)
            on:focusin=move |event| on_focus(explorer, &event)
            on:focusout=move |_| explorer.layout.pointed.set(None)
            on:pointerover=move |event| on_pointer(explorer, &event)
            on:pointerleave=move |_| explorer.layout.pointed.set(None)
        >
            {rows}
        </table>
        {margin(explorer, chunks, dataset, parts)}
    }
}

/// Keeps the rows, and all that they show and say, in step with data and view. A signal for each of 323 cells would take
/// longer than the changes themselves.
fn sync_places(explorer: Explorer, table: NodeRef<Table>, dataset: Arc<Dataset>) {
    let rows = TableRows::get();
    let is_whole = explorer.navigation.extent.get_untracked() == Extent::Matrix;
    Effect::new(move |before: Option<Vec<CellFace>>| {
        let before = before.unwrap_or_default();
        let Some(table) = table.get() else { return before };
        if before.is_empty() {
            take_over_rows(rows, explorer, &table);
        }
        let parts = explorer.grid_parts(&dataset);
        application_rows::sync_rows(&table, parts.applications);
        let faces = RowPainter { explorer, dataset: &dataset, table: &table }.paint(parts, &before);
        if explorer.layout.drawn_parts.get_untracked() != parts {
            explorer.layout.drawn_parts.set(parts);
        }
        faces
    });
    on_cleanup(move || {
        if let Some(table) = table.get_untracked().filter(|_| is_whole) {
            rows.keep(&table, false);
        }
    });
}

/// Keeps the selection, and the one place in the tab order.
fn sync_selection(explorer: Explorer, table: NodeRef<Table>) {
    effect(move || {
        // Rows that have come bear the marks of the row that they are copied from.
        explorer.layout.drawn_parts.track();
        if let Some(table) = table.get() {
            selection::mark(explorer, &table);
        }
    });
}

/// Shades and gaps are drawn by the style sheet of the details.
fn load_what_the_cells_need(explorer: Explorer, chunks: Chunks) {
    effect(move || {
        if explorer.navigation.show.get() != DisplayMode::Matrix {
            chunks.details.ensure_loaded();
        }
    });
}

/// The column of projects that state no goal and the row of those that state no line, if they are shown.
fn margin(explorer: Explorer, chunks: Chunks, dataset: Arc<Dataset>, parts: Memo<GridParts>) -> AnyView {
    // A keyboard that stands in the margin leaves it when it goes.
    effect(move || {
        let parts = parts.get();
        if !parts.no_goal && !parts.no_line {
            explorer.layout.active.update(|stop| *stop = stop.without_margin());
        }
    });
    let margin = move || {
        let parts = parts.get();
        let is_shown = parts.no_goal || parts.no_line;
        is_shown.then(|| chunks.details.draw_if_ready(DetailsView::GridMargin(dataset.clone())))
    };
    margin.into_any()
}

/// The goal whose column stands out: that of what is pointed at, else of the selection. Tracked.
fn band(explorer: Explorer) -> Option<Goal> {
    let pointed = match explorer.layout.pointed.get() {
        Some(Stop::Cell(_, goal) | Stop::Column(goal)) => Some(goal),
        Some(Stop::Margin(margin)) => match margin {
            Margin::NoLine(goal) => goal,
            Margin::NoGoal(_) | Margin::Neither => None,
        },
        Some(Stop::Row(_) | Stop::Opener) | None => None,
    };
    pointed.or_else(|| explorer.navigation.selection.get().goal())
}
