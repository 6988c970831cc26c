//! The steps of a view without a tour.

use super::step::Step;
use crate::address::{Opened, Selection, View};
use crate::code::EntryId;
use crate::goal::Goal;
use crate::line::Line;
use crate::links::Links;

/// Default steps of a view without a tour.
///
/// The first step is the view itself. The matrix continues with its lines, a line or a goal with its linked
/// cells, a cell with the first of its `projects`.
#[must_use]
pub fn route(view: &View, links: &Links, projects: &[EntryId]) -> Vec<Step> {
    let start = View { language: None, ..view.public() };
    let plain =
        start == (View { selection: start.selection, c7_expanded: start.c7_expanded, ..View::default() });
    let to = |selection| Step::of(View { selection, ..View::default() });
    let mut steps = vec![Step::of(start.clone())];
    match start.selection {
        _ if !plain => {}
        Selection::None => steps
            .extend(Line::all().filter(|line| line.parent().is_none()).map(|line| to(Selection::Line(line)))),
        Selection::Line(line) => {
            let linked = Goal::all().filter(|goal| links.contains(line, *goal));
            steps.extend(linked.map(|goal| to(Selection::Cell(line, goal))));
        }
        Selection::Goal(goal) => {
            let lines = Line::all().filter(|line| line.parent().is_none() && links.contains(*line, goal));
            steps.extend(lines.map(|line| to(Selection::Cell(line, goal))));
        }
        Selection::Cell(..) => steps.extend(projects.iter().map(|project| {
            Step::of(View {
                selection: start.selection,
                opened: Some(Opened::Project(project.clone())),
                ..View::default()
            })
        })),
    }
    steps
}
