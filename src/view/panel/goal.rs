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

use super::heading::PanelHeading;
use super::indexed::{IndexedProjects, meaning_of_none};
use super::initiatives::InitiativeList;
use super::links::{TargetCodes, TargetList};
use super::list::site_name;
use super::rationale::RationaleOfLink;
use super::spread::spread;
use crate::state::{Explorer, Site, stop_of};
use crate::view::any::view;
use crate::view::grid::activate;

/// The panel of a goal.
#[component]
pub(super) fn GoalPanel(site: Arc<Site>, goal: Goal) -> impl IntoView {
    let messages = Explorer::get().messages;
    let recalled = site
        .matrix
        .goal(goal)
        .is_some_and(|goal| goal.name_status == NameStatus::Recalled)
        .then(|| view! { <p class="fine">{messages.profile_name_recalled()}</p> });
    let no_line = site.numbers.distinct().no_line;
    let no_line = (no_line > 0).then(|| view! { <p class="fine">{messages.projects_no_line(no_line)}</p> });
    let named: Vec<TargetCode> =
        site.matrix.targets().map(|target| target.code).filter(|code| code.goal() == goal).collect();
    let targets = (!named.is_empty()).then(|| {
        view! {
            <h3>{messages.profile_targets()}</h3>
            <TargetList site=site.clone() targets=named reachable=true />
            <p class="fine">{messages.panel_target_labels()}</p>
        }
    });
    let pick = Callback::new(move |index: Arc<ProjectIndex>| index.declaring(goal));
    let (explorer, counted) = (Explorer::get(), site.clone());
    let title = Signal::derive(move || messages.projects_of_goal(explorer.numbers(&counted).of_goal(goal)));
    view! {
        <PanelHeading site=site.clone() goal=goal kind=messages.profile_goal() />
        {recalled}
        <LineSection site=site.clone() goal />
        {targets}
        <IndexedProjects
            site=site.clone()
            title
            empty=meaning_of_none(explorer, messages.projects_none_of_goal(), Filter::clone)
            pick
            goal=goal
        />
        {no_line}
        {spread(site.clone(), pick)}
        <InitiativeList
            site
            stands=move |initiative: Initiative| in_goal(&initiative, goal).then_some(Placement::Declared)
        />
    }
}

/// The action lines that are linked to a goal, each cell to go to; under C7 its e-applications.
#[component]
fn LineSection(site: Arc<Site>, goal: Goal) -> impl IntoView {
    let messages = Explorer::get().messages;
    let linked = |line: &Line| site.matrix.links().contains(*line, goal);
    let count = u32::try_from(Line::action_lines().filter(linked).count()).unwrap_or(u32::MAX);
    let items = Line::all()
        .filter(linked)
        .map(|line| {
            let code =
                (line.parent().is_none()).then(|| view! { <span class="line-code">{line.id()}</span> });
            let name = view! { {code} {site_name(&site, site.matrix.line_name(line))} };
            view! { <LinkButton site=site.clone() line goal name selection=Selection::Cell(line, goal) /> }
        })
        .collect_view();
    view! {
        <section aria-labelledby="lines-title">
            <h3 id="lines-title">{messages.profile_lines(count)}</h3>
            <ul class="linked">{items}</ul>
        </section>
    }
}

/// A linked cell in a list: its name, how it is linked, and a click goes there.
#[component]
pub(super) fn LinkButton(
    /// The link is looked up here.
    site: Arc<Site>,
    /// The cell's line.
    line: Line,
    /// The cell's goal.
    goal: Goal,
    /// What the cell is called in this list.
    name: AnyView,
    /// Where a click goes.
    selection: Selection,
) -> impl IntoView {
    let explorer = Explorer::get();
    let targets = site.matrix.targets_in(line, goal);
    let go = move |_| {
        if let Some(stop) = stop_of(selection) {
            activate(explorer, stop);
        }
    };
    view! {
        <li class:application=line.parent().is_some()>
            <button class="linked-cell" type="button" on:click=go>
                <span class="linked-name">{name}</span>
                <TargetCodes targets />
            </button>
            <RationaleOfLink site line goal />
        </li>
    }
}
