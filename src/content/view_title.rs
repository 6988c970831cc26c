//! The title of the current view, for the window, citations and downloads.

use leptos::prelude::*;
use wsis_core::address::{Panel, Selection};
use wsis_core::{Goal, Line};
use wsis_page::texts::margin_title;
use wsis_state::Explorer;

use crate::content::names::Names;

/// The names of what the view shows; the title of the site where it shows nothing in particular. Tracked.
pub(crate) fn view_title(explorer: Explorer) -> String {
    let view = explorer.navigation.view.get();
    let messages = explorer.messages();
    let site_title = || messages.site_title().to_owned();
    let Some(dataset) = explorer.data.dataset.get() else { return site_title() };
    if let (Some(_), Some(title)) = (&view.opened, explorer.navigation.opened_title.get()) {
        return title;
    }
    let line_title =
        |line: Line| format!("{} {}", line.parent().unwrap_or(line), dataset.matrix.line_name(line));
    let goal_title =
        |goal: Goal| format!("{} {}", messages.panel_goal(&goal.to_string()), dataset.matrix.goal_name(goal));
    match (view.panel(), &view.filter.query) {
        (Panel::Selected(Selection::Line(line)), _) => line_title(line),
        (Panel::Selected(Selection::Goal(goal)), _) => goal_title(goal),
        (Panel::Selected(Selection::Cell(line, goal)), _) => {
            format!("{} × {}", line_title(line), goal_title(goal))
        }
        (Panel::Margin(margin), _) => margin_title(messages, &dataset.matrix, margin),
        // The country's profile loads them.
        (Panel::Country(country), _) => Names::loaded(&dataset).country(&country),
        (Panel::Comparison, _) => messages.compare_title().to_owned(),
        (Panel::List, Some(query)) => query.as_str().to_owned(),
        (Panel::List, None) => messages.projects_title().to_owned(),
        (Panel::Start | Panel::Selected(Selection::None), _) => site_title(),
    }
}
