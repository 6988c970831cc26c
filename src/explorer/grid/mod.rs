//! The matrix as a table with the roles and keys of a grid. It is built once; then only attributes change, and C7's
//! eight rows come and go. `wsis_page::grid` decides what each place shows and says.

mod cell_update;
mod events;
mod keyboard;
mod margin;
mod totals;

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::address::{DisplayMode, Margin, Selection};
use wsis_core::heat::Shade;
use wsis_core::matrix::MatrixCounts;
use wsis_core::navigation::{GridParts, Stop};
use wsis_core::{Goal, Line};
use wsis_page::grid::{CellFace, Faces, Gap, column_label, row_code, row_label};

use wsis_state::Dataset;
use wsis_state::Explorer;

use crate::chunks::Chunks;
use crate::content::language::lang_if_other;
use crate::explorer::grid::cell_update::update_cell;
use crate::explorer::grid::events::{on_click, on_focus, on_key, on_pointer};
use crate::explorer::grid::margin::{no_goal_cell, no_goal_header, no_line_row, sync_grid_parts};
use crate::explorer::grid::totals::{GoalTotals, LineTotal};
use crate::explorer::legend::cell_content;
use crate::ui::any_view::aria_bool;
use crate::ui::any_view::view;

/// The grid.
#[component]
pub(crate) fn Grid(dataset: Arc<Dataset>) -> impl IntoView {
    let (explorer, chunks) = (Explorer::get(), Chunks::get());
    let messages = explorer.messages;
    let parts = sync_grid_parts(explorer, dataset.clone());
    sync_counts(explorer, dataset.clone());
    // Shades and gaps are drawn by the style sheet of the details.
    Effect::new(move || {
        if explorer.navigation.show.get() != DisplayMode::Matrix {
            chunks.details.ensure_loaded();
        }
    });
    let arrangement = explorer.layout.arrangement.get_untracked();
    let names = lang_if_other(dataset.language);
    let columns = arrangement.goals().iter();
    let columns =
        columns.map(|goal| view! { <ColumnHeader dataset=dataset.clone() goal=*goal /> }).collect_view();
    let groups = groups(&dataset, parts);
    view! {
        <table
            class="grid"
            role="grid"
            data-show=move || explorer.navigation.show.get().code()
            data-margin=move || parts.get().no_goal.then_some("")
            data-no-line=move || parts.get().no_line.then_some("")
            data-open=move || parts.get().applications.then_some("")
            data-names=names
            data-single=(arrangement.goals().len() == 1).then_some("")
            aria-label=messages.grid_label()
            on:click=move |event| on_click(explorer, &event)
            data-band=move || band(explorer).map(|goal| goal.to_string())
            on:keydown=move |event| on_key(explorer, &event)
            on:focusin=move |event| on_focus(explorer, &event)
            on:focusout=move |_| explorer.layout.pointed.set(None)
            on:pointerover=move |event| on_pointer(explorer, &event)
            on:pointerleave=move |_| explorer.layout.pointed.set(None)
        >
            <thead role="rowgroup">
                <tr role="row">
                    <th class="corner" role="columnheader" scope="col">
                        <span class="visually-hidden">{messages.grid_corner()}</span>
                        <span class="totals-head" aria-hidden="true">{messages.grid_totals()}</span>
                    </th>
                    {columns}
                    {no_goal_header(dataset.clone(), parts)}
                </tr>
            </thead>
            {groups}
            {no_line_row(dataset.clone(), parts)}
            <GoalTotals dataset />
        </table>
    }
}

/// The rows: a group for each line. C7's also holds its e-applications, and goes where C7 goes.
fn groups(dataset: &Arc<Dataset>, parts: Memo<GridParts>) -> AnyView {
    let arrangement = Explorer::get().layout.arrangement.get_untracked();
    arrangement
        .lines()
        .iter()
        .map(|line| {
            let below = (*line == Line::C7).then(|| view! { <Applications dataset=dataset.clone() parts /> });
            view! {
                <tbody role="rowgroup">
                    <Row dataset=dataset.clone() line=*line parts />
                    {below}
                </tbody>
            }
        })
        .collect_view()
        .into_any()
}

/// The eight e-applications, below C7 while it is opened.
#[component]
fn Applications(dataset: Arc<Dataset>, parts: Memo<GridParts>) -> impl IntoView {
    move || {
        parts.get().applications.then(|| {
            Line::all()
                .filter(|line| line.parent().is_some())
                .map(|line| view! { <Row dataset=dataset.clone() line parts /> })
                .collect_view()
        })
    }
}

#[component]
fn ColumnHeader(dataset: Arc<Dataset>, goal: Goal) -> impl IntoView {
    let explorer = Explorer::get();
    let stop = Stop::Column(goal);
    view! {
        <th
            class="column-header"
            role="columnheader"
            scope="col"
            id=stop.element_id()
            data-goal=goal.to_string()
            aria-label=column_label(explorer.messages, &dataset.matrix, goal)
            aria-selected=move || is_selected(explorer, Selection::Goal(goal))
            tabindex=move || tab_index(explorer, stop)
        >
            <span class="goal-name" lang=lang_if_other(dataset.language)>
                {dataset.matrix.goal_name(goal).to_owned()}
            </span>
            <span class="goal-tile">{goal.to_string()}</span>
        </th>
    }
}

#[component]
fn Row(dataset: Arc<Dataset>, line: Line, parts: Memo<GridParts>) -> impl IntoView {
    let explorer = Explorer::get();
    // Whoever opens C7 later finds the goals in the order that is shown by then.
    let goals = explorer.layout.arrangement.with_untracked(|arrangement| arrangement.goals().to_vec());
    let faces = untrack(|| {
        let counts = explorer.data.known_counts(&dataset);
        let faces = faces(explorer, &dataset, counts.as_deref());
        goals.iter().map(|goal| faces.of(line, *goal)).collect::<Vec<_>>()
    });
    let cells = goals.into_iter().zip(faces);
    let cells = cells.map(|(goal, face)| view! { <Cell line goal face /> }).collect_view();
    view! {
        <tr
            class="row"
            class:application=line.parent().is_some()
            class:current=move || is_current(explorer, line)
            role="row"
            data-line=line.id()
        >
            <RowHeader dataset=dataset.clone() line parts />
            {cells}
            {no_goal_cell(dataset, line, parts)}
        </tr>
    }
}

#[component]
fn RowHeader(dataset: Arc<Dataset>, line: Line, parts: Memo<GridParts>) -> impl IntoView {
    let explorer = Explorer::get();
    let stop = Stop::Row(line);
    let for_label = dataset.clone();
    let label = move || {
        let counts = explorer.data.known_counts(&for_label);
        row_label(explorer.messages, &for_label.matrix, counts.as_deref(), line)
    };
    view! {
        <th
            class="row-header"
            role="rowheader"
            scope="row"
            id=stop.element_id()
            aria-label=label
            aria-selected=move || is_selected(explorer, Selection::Line(line))
            tabindex=move || tab_index(explorer, stop)
        >
            <span class="row-inner">
                <span class="row-code">{row_code(line)}</span>
                <span class="row-name" lang=lang_if_other(dataset.language)>
                    {dataset.matrix.line_short_name(line).to_owned()}
                </span>
                {(line == Line::C7).then(|| view! { <Opener parts /> })}
            </span>
            <LineTotal dataset line />
        </th>
    }
}

/// The button in C7's header.
#[component]
fn Opener(parts: Memo<GridParts>) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let label = move || {
        if parts.get().applications {
            messages.grid_close_applications()
        } else {
            messages.grid_open_applications()
        }
    };
    view! {
        <button
            class="opener"
            type="button"
            id=Stop::Opener.element_id()
            aria-expanded=move || aria_bool(parts.get().applications)
            aria-label=label
            tabindex=move || tab_index(explorer, Stop::Opener)
        >
            {messages.grid_applications()}
        </button>
    }
}

#[component]
fn Cell(line: Line, goal: Goal, face: CellFace) -> impl IntoView {
    let explorer = Explorer::get();
    let stop = Stop::Cell(line, goal);
    view! {
        <td
            class="cell"
            role="gridcell"
            id=stop.element_id()
            data-goal=goal.to_string()
            data-link=face.link.code()
            data-strength=face.link.strength().map(|strength| strength.to_string())
            data-doubtful=face.doubtful.then_some("")
            data-heat=face.shade.map(Shade::code)
            data-gap=face.gap.map(Gap::code)
            aria-label=face.label
            aria-selected=move || is_selected(explorer, Selection::Cell(line, goal))
            tabindex=move || tab_index(explorer, stop)
        >
            <span class="mark">{face.mark}</span>
        </td>
    }
}

/// The faces of the cells. Tracks what they depend on.
fn faces<'m>(explorer: Explorer, dataset: &'m Dataset, counts: Option<&'m MatrixCounts>) -> Faces<'m> {
    Faces::new(explorer.messages, &dataset.matrix, counts, cell_content(explorer, dataset))
}

/// Changes the cells whose numbers or whose meaning have changed; all others are left alone.
fn sync_counts(explorer: Explorer, dataset: Arc<Dataset>) {
    Effect::new(move |before: Option<Vec<CellFace>>| {
        let cells = Line::all().flat_map(|line| Goal::all().map(move |goal| (line, goal)));
        let counts = explorer.data.known_counts(&dataset);
        let faces = faces(explorer, &dataset, counts.as_deref());
        let faces: Vec<CellFace> = cells.clone().map(|(line, goal)| faces.of(line, goal)).collect();
        let known = before.iter().flatten();
        for (((line, goal), now), before) in cells.zip(&faces).zip(known) {
            if before != now {
                update_cell(&Stop::Cell(line, goal).element_id(), before, now);
            }
        }
        faces
    });
}

fn is_selected(explorer: Explorer, selection: Selection) -> &'static str {
    aria_bool(explorer.navigation.selection.get() == selection)
}

/// Whether something of the row is selected.
fn is_current(explorer: Explorer, line: Line) -> bool {
    let selected = explorer.navigation.selection.get().line() == Some(line);
    selected || explorer.navigation.view.with(|view| view.margin == Some(Margin::NoGoal(Some(line))))
}

fn tab_index(explorer: Explorer, stop: Stop) -> &'static str {
    if explorer.layout.active.get() == stop { "0" } else { "-1" }
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
