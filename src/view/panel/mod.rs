//! The panel beside the grid (below it on a phone): what is selected, in full. Never empty.

mod cell;
mod chart;
mod country;
mod found;
mod goal;
mod heading;
mod indexed;
mod initiatives;
mod line;
mod links;
mod list;
mod passages;
mod project;
mod rationale;
mod spread;
mod start;

use leptos::prelude::*;
use wsis_core::EntryId;
use wsis_core::address::Selection;

use crate::dom::focus::focus_first_when_drawn;
use crate::state::Explorer;
use crate::view::any::view;
use cell::CellPanel;
use country::CountryPanel;
use found::FoundPanel;
use goal::GoalPanel;
use line::LinePanel;
use project::ProjectDetails;
use start::Start;

/// The id of the panel's heading, which takes the focus when something is selected.
pub(super) const TITLE_ID: &str = "panel-title";

/// The id of the heading of a project's details, which stand in the place of the selection.
const DETAILS_ID: &str = "details-title";

/// Moves the focus to the panel's heading, once what was chosen has been drawn.
pub(super) fn focus_title() {
    focus_first_when_drawn(vec![DETAILS_ID.to_owned(), TITLE_ID.to_owned()]);
}

/// The id of a project's button in a list, which takes the focus when its details close.
pub(super) fn project_element_id(id: &EntryId) -> String {
    format!("project-{id}")
}

/// The panel.
#[component]
pub(super) fn Panel() -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let selection = Memo::new(move |_| explorer.view.with(|view| view.selection));
    let country = Memo::new(move |_| explorer.view.with(|view| view.country.clone()));
    let query = Memo::new(move |_| explorer.view.with(|view| view.query.clone()));
    let project = Memo::new(move |_| explorer.view.with(|view| view.project.clone()));
    // Another language brings another site; what is selected is then drawn anew in it.
    let selected = move || {
        let site = explorer.site.get()?;
        Some(match selection.get() {
            Selection::None => match (country.get(), query.get()) {
                (Some(country), _) => view! { <CountryPanel site country /> },
                (None, Some(query)) => view! { <FoundPanel site query /> },
                (None, None) => view! { <Start site /> },
            },
            Selection::Line(line) => view! { <LinePanel site line /> },
            Selection::Goal(goal) => view! { <GoalPanel site goal /> },
            Selection::Cell(line, goal) => view! { <CellPanel site line goal /> },
        })
    };
    let details = move || {
        let site = explorer.site.get()?;
        project.get().map(|id| view! { <ProjectDetails site id /> })
    };
    view! {
        <aside class="panel" id="panel" aria-label=messages.panel_label()>
            // Kept while a project is open, so that its list is as it was on the way back.
            <div class="selected" hidden=move || project.with(Option::is_some)>{selected}</div>
            {details}
        </aside>
    }
}
