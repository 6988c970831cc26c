//! A project on a slide.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::EntryId;
use wsis_core::contract::entry::{Project, ProjectFile};
use wsis_core::tour::Step;
use wsis_state::{Explorer, RequestState};

use crate::content::names::Names;
use crate::presentation::session::PresentationSession;
use crate::ui::any_view::view;
use crate::ui::loading::FailureBox;

/// A project: what the source says of it, and whether it is declared here.
pub(super) fn project_view(session: PresentationSession, id: EntryId, step: Arc<Step>) -> AnyView {
    (move || match session.slides.project(&id) {
        RequestState::Idle | RequestState::Loading => {
            view! { <p class="stage-text">{Explorer::get().messages().project_loading()}</p> }
        }
        RequestState::Failed(failure) => {
            let id = id.clone();
            let retry = Callback::new(move |()| session.slides.ask_project(&id));
            view! { <FailureBox failure retry /> }
        }
        RequestState::Ready(file) => match file.as_ref() {
            ProjectFile::Withdrawn(_) => {
                view! { <p class="stage-text">{Explorer::get().messages().project_withdrawn()}</p> }
            }
            ProjectFile::Project(project) => project_facts(session, project, &step),
        },
    })
    .into_any()
}

fn project_facts(session: PresentationSession, project: &Project, step: &Step) -> AnyView {
    let messages = Explorer::get().messages();
    let dataset = session.slides.dataset();
    let names = Names::get(&dataset);
    let country = project.country.as_ref().map(|country| names.country(country));
    let year = project.year.map(|year| year.to_string());
    let prize = names.prize(project.prize);
    let facts = [project.organisation.clone(), country, year, prize].into_iter().flatten().enumerate();
    // Each by itself, since they may run in different directions.
    let facts =
        facts.map(|(at, fact)| view! { {(at > 0).then_some(" · ")} <bdi>{fact}</bdi> }).collect_view();
    let stated =
        if project.goals.is_empty() { messages.project_no_goals() } else { messages.stage_states_goals() };
    // Often the step is called what the project is.
    let named = step.title.trim().eq_ignore_ascii_case(project.title.trim());
    let title = (!named).then(|| {
        let language = project.title_language.clone();
        view! { <h2 class="stage-project" dir="auto" lang=language>{project.title.clone()}</h2> }
    });
    // Where the step has words of its own, they say what matters.
    let stated = step.text.is_none().then(|| view! { <p class="stage-text">{stated}</p> });
    view! {
        {title}
        <p class="stage-facts">{facts}</p>
        {stated}
    }
}
