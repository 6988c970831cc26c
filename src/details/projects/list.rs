//! A list of projects: titles to open, and one line of facts each.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::address::Opened;
use wsis_core::contract::entry::{ListedProject, Prize};
use wsis_core::{EntryId, Goal, Line};
use wsis_messages::Messages;
use wsis_state::Dataset;
use wsis_state::Explorer;
use wsis_state::element_ids;
use wsis_state::focus_return::focus_panel_title;

use crate::content::names::Names;
use crate::details::marked::marked_by_filter;
use crate::ui::any_view::view;
use crate::ui::icon::{Symbol, icon};

/// Projects in the order they are given.
#[component]
pub(crate) fn ProjectList(
    /// Names are taken from here.
    dataset: Arc<Dataset>,
    /// The projects to list; the list grows as pages come.
    #[prop(into)]
    projects: Signal<Vec<ListedProject>>,
) -> impl IntoView {
    // Drawn again as it grows, into the same elements: a keyed list would be 4 kB more to load.
    let items = move || {
        projects
            .get()
            .into_iter()
            .map(|project| view! { <ListedItem dataset=dataset.clone() project /> })
            .collect_view()
    };
    view! { <ol class="projects">{items}</ol> }
}

#[component]
fn ListedItem(dataset: Arc<Dataset>, project: ListedProject) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let id = project.id.clone();
    let applications = (!project.applications.is_empty())
        .then(|| applications_text(&dataset, messages, &project.applications))
        .map(|text| view! { <span>{text}</span> });
    let (facts, names) = (project.clone(), dataset.clone());
    let (prize, year, goals) = (project.prize, project.year, project.goals.clone());
    view! {
        <li class="project">
            <button
                class="project-title"
                type="button"
                id=element_ids::project(&project.id)
                lang=project.title_language.clone()
                dir="auto"
                on:click=move |_| open(explorer, id.clone())
            >
                {marked_by_filter(explorer, project.title.clone())}
            </button>
            <p class="project-facts">
                {move || facts_line(&Names::get(&names), messages, &facts)}
                {applications}
            </p>
            {move || prize_badge(&Names::get(&dataset), prize, year)}
            {goal_tiles(&goals)}
        </li>
    }
}

fn open(explorer: Explorer, id: EntryId) {
    explorer.navigation.open(Opened::Project(id));
    focus_panel_title();
}

/// Organisation, country, year and prize, as far as they are known.
fn facts_line(names: &Names, messages: Messages, project: &ListedProject) -> impl IntoView + use<> {
    let place = match (&project.country, &project.region) {
        (Some(country), _) => Some(names.country(country)),
        (None, Some(region)) if region.as_str() == "INT" => {
            Some(messages.projects_international().to_owned())
        }
        (None, region) => region.as_ref().map(|region| names.region(region)),
    };
    let year = project.year.map(|year| year.to_string());
    let organisation = project.organisation.clone().map(|name| marked_by_filter(Explorer::get(), name));
    let collections = project.collections.iter().map(|id| names.collection(id, |text| &text.short));
    let facts = [organisation, place.map(IntoAny::into_any), year.map(IntoAny::into_any)]
        .into_iter()
        .flatten()
        .chain(collections.map(IntoAny::into_any))
        .map(|fact| view! { <span class="fact"><bdi>{fact}</bdi></span> })
        .collect_view();
    facts.into_any()
}

/// The goals that a project states, as tiles.
pub(crate) fn goal_tiles(goals: &[Goal]) -> Option<AnyView> {
    let tiles = goals.iter().map(|goal| {
        view! { <span class="goal-tile" data-goal=goal.to_string()>{goal.to_string()}</span> }
    });
    let messages = Explorer::get().messages();
    (!goals.is_empty()).then(|| {
        view! {
            <p class="project-goals">
                <span class="visually-hidden">{messages.project_goals()} {messages.site_colon()}</span>
                {tiles.collect_view()}
            </p>
        }
    })
}

/// The badge of a winner or champion of the WSIS Prizes, with the year.
pub(crate) fn prize_badge(names: &Names, prize: Prize, year: Option<u16>) -> Option<AnyView> {
    let name = (prize <= Prize::Champion).then(|| names.prize(prize)).flatten()?;
    let year = year.map(|year| format!(" {year}"));
    Some(view! { <p class="prize">{icon(Symbol::Prize)} <span>{name} {year}</span></p> })
}

/// In C7's own row: which e-applications an entry names, or that it names none.
fn applications_text(dataset: &Dataset, messages: Messages, applications: &[Line]) -> String {
    let named: Vec<&str> = applications
        .iter()
        .filter(|line| **line != Line::C7)
        .map(|line| dataset.matrix.line_name(*line))
        .collect();
    if named.is_empty() { messages.projects_no_application().to_owned() } else { named.join(", ") }
}

/// The button for the next ones of a list, and how many are shown; nothing where all are.
pub(crate) fn more_button(shown: usize, total: usize, step: usize, more: Callback<()>) -> Option<AnyView> {
    let messages = Explorer::get().messages();
    let rest = total.saturating_sub(shown);
    let next = u32::try_from(rest.min(step)).unwrap_or(u32::MAX);
    (rest > 0).then(|| {
        view! {
            <p class="next-page">
                <button type="button" on:click=move |_| more.run(())>{messages.projects_more(next)}</button>
                <span class="fine">{messages.projects_shown(&shown.to_string(), &total.to_string())}</span>
            </p>
        }
    })
}
