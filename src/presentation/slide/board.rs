//! The matrix on a slide: small, with the short names of lines, and with the step's place highlighted.

use leptos::prelude::*;
use wsis_core::address::Selection;
use wsis_core::{Goal, Line};
use wsis_state::Explorer;

use crate::content::language::lang_if_other;
use crate::presentation::session::PresentationSession;
use crate::ui::any_view::view;

/// The board of a step. Whoever hears the page is told what stands out; the words beside it say the rest.
pub(crate) fn board(session: PresentationSession, selection: Selection) -> AnyView {
    let messages = Explorer::get().messages();
    let dataset = session.slides.dataset();
    // C7's eight rows are shown where C7 or one of them is meant.
    let opened = selection.line().is_some_and(|line| line == Line::C7 || line.parent().is_some());
    let lines = Line::all().filter(|line| opened || line.parent().is_none());
    let language = lang_if_other(dataset.language);
    let whole = selection == Selection::None;
    let heads = Goal::all()
        .map(|goal| {
            let lit = whole || selection.goal() == Some(goal) || matches!(selection, Selection::Line(_));
            view! {
                <span class="stage-goal" class:lit=lit data-goal=goal.to_string()>
                    {goal.to_string()}
                </span>
            }
        })
        .collect_view();
    let rows = lines
        .map(|line| {
            let of_c7 = selection.line() == Some(Line::C7) && line.parent() == Some(Line::C7);
            let lit = whole || selection.line() == Some(line) || of_c7 || matches!(selection, Selection::Goal(_));
            let cells = Goal::all()
                .map(|goal| {
                    let linked = dataset.matrix.links().contains(line, goal);
                    let lit = lights(selection, line, goal);
                    view! {
                        <span
                            class="stage-cell"
                            class:linked=linked
                            class:lit=lit
                            class:chosen=selection == Selection::Cell(line, goal)
                            data-goal=goal.to_string()
                        ></span>
                    }
                })
                .collect_view();
            view! {
                <span class="stage-line" class:lit=lit>
                    <b>{row_code(line)}</b>
                    <span class="stage-line-name" lang=language>{dataset.matrix.line_short_name(line).to_owned()}</span>
                </span>
                {cells}
            }
        })
        .collect_view();
    let what = match selection {
        Selection::None => messages.stage_board().to_owned(),
        Selection::Line(line) => messages.stage_board_of(code(line)),
        Selection::Goal(goal) => messages.stage_board_of(&messages.panel_goal(&goal.to_string())),
        Selection::Cell(line, goal) => messages.stage_board_of(&format!("{} × {goal}", code(line))),
    };
    view! {
        <div class="stage-board" class:opened=opened role="img" aria-label=what>
            <span class="stage-line"></span>
            {heads}
            {rows}
        </div>
    }
}

/// Whether a cell belongs to what the step is about.
fn lights(selection: Selection, line: Line, goal: Goal) -> bool {
    match selection {
        Selection::None => true,
        Selection::Line(of) => of == line || (of == Line::C7 && line.parent() == Some(of)),
        Selection::Goal(of) => of == goal,
        Selection::Cell(one, other) => one == line && other == goal,
    }
}

/// The code before the name of a row; an e-application has its name alone.
fn row_code(line: Line) -> &'static str {
    if line.parent().is_some() { "" } else { line.id() }
}

/// The line's code; that of an e-application without the `C7-`, which is as long as the row is high.
fn code(line: Line) -> &'static str {
    line.id().strip_prefix("C7-").unwrap_or(line.id())
}
