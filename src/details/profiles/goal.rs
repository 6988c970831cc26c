//! The profile of a goal: which lines serve it, which projects declare it, which initiatives name it.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::address::Selection;
use wsis_core::contract::NameStatus;
use wsis_core::contract::context::Initiative;
use wsis_core::filter::Filter;
use wsis_core::index::ProjectIndex;
use wsis_core::initiatives::in_goal;
use wsis_core::placement::Placement;
use wsis_core::{Goal, Line, TargetCode};
use wsis_state::Dataset;
use wsis_state::Explorer;

use crate::content::language::localized_name;
use crate::details::heading::PanelHeading;
use crate::details::initiatives::InitiativeList;
use crate::details::profiles::distribution::distribution;
use crate::details::profiles::linked_cell::LinkButton;
use crate::details::projects::filtered::meaning_of_none;
use crate::details::projects::indexed::IndexedProjects;
use crate::details::targets::TargetList;
use crate::ui::any_view::view;

/// The panel of a goal.
#[component]
pub(crate) fn GoalPanel(dataset: Arc<Dataset>, goal: Goal) -> impl IntoView {
    let messages = Explorer::get().messages;
    let recalled = dataset
        .matrix
        .goal(goal)
        .is_some_and(|goal| goal.name_status == NameStatus::Recalled)
        .then(|| view! { <p class="fine">{messages.profile_name_recalled()}</p> });
    let no_line = dataset.counts.distinct().no_line;
    let no_line = (no_line > 0).then(|| view! { <p class="fine">{messages.projects_no_line(no_line)}</p> });
    let named: Vec<TargetCode> =
        dataset.matrix.targets().map(|target| target.code).filter(|code| code.goal() == goal).collect();
    let targets = (!named.is_empty()).then(|| {
        view! {
            <h3>{messages.profile_targets()}</h3>
            <TargetList dataset=dataset.clone() targets=named reachable=true />
            <p class="fine">{messages.panel_target_labels()}</p>
        }
    });
    let pick = Callback::new(move |index: Arc<ProjectIndex>| index.declaring(goal));
    let (explorer, counted) = (Explorer::get(), dataset.clone());
    let title =
        Signal::derive(move || messages.projects_of_goal(explorer.data.counts(&counted).of_goal(goal)));
    view! {
        <PanelHeading dataset=dataset.clone() goal=goal kind=messages.profile_goal() />
        {recalled}
        <LineSection dataset=dataset.clone() goal />
        {targets}
        <IndexedProjects
            dataset=dataset.clone()
            title
            empty=meaning_of_none(explorer, messages.projects_none_of_goal(), Filter::clone)
            pick
            goal=goal
        />
        {no_line}
        {distribution(dataset.clone(), pick)}
        <InitiativeList
            dataset
            stands=move |initiative: Initiative| in_goal(&initiative, goal).then_some(Placement::Declared)
        />
    }
}

/// The action lines that are linked to a goal, each cell to go to; under C7 its e-applications.
#[component]
fn LineSection(dataset: Arc<Dataset>, goal: Goal) -> impl IntoView {
    let messages = Explorer::get().messages;
    let linked = |line: &Line| dataset.matrix.links().contains(*line, goal);
    let count = u32::try_from(Line::action_lines().filter(linked).count()).unwrap_or(u32::MAX);
    let items = Line::all()
        .filter(linked)
        .map(|line| {
            let code =
                (line.parent().is_none()).then(|| view! { <span class="line-code">{line.id()}</span> });
            let name = view! { {code} {localized_name(&dataset, dataset.matrix.line_name(line))} };
            view! { <LinkButton dataset=dataset.clone() line goal name selection=Selection::Cell(line, goal) /> }
        })
        .collect_view();
    view! {
        <section aria-labelledby="lines-title">
            <h3 id="lines-title">{messages.profile_lines(count)}</h3>
            <ul class="linked">{items}</ul>
        </section>
    }
}
