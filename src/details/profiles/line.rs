//! The profile of an action line or e-application: who facilitates it, its goals, its projects and initiatives.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::address::Selection;
use wsis_core::contract::context::Initiative;
use wsis_core::contract::passages::Part;
use wsis_core::contract::profile::{Facilitators, LineProfile};
use wsis_core::filter::Filter;
use wsis_core::index::ProjectIndex;
use wsis_core::initiatives::in_line;
use wsis_core::navigation::Stop;
use wsis_core::placement::Placement;
use wsis_core::{Goal, Line};

use wsis_core::contract::NameStatus;
use wsis_state::Dataset;
use wsis_state::Explorer;
use wsis_state::layout::PanelTab;

use crate::content::language::localized_name;
use crate::content::sources::SourceName;
use crate::details::heading::PanelHeading;
use crate::details::initiatives::{InitiativeList, Stands, initiative_count};
use crate::details::profiles::distribution::distribution;
use crate::details::profiles::linked_cell::LinkButton;
use crate::details::profiles::passages::PassagesOfLine;
use crate::details::profiles::prizes::prizes_by_year;
use crate::details::projects::filtered::meaning_of_none;
use crate::details::projects::indexed::IndexedProjects;
use crate::details::tabs::{Tab, facts_line, tabbed_panel};
use crate::ui::any_view::view;
use crate::ui::loading::Placeholder;
use crate::ui::loading::when_ready;

/// The panel of a line.
#[component]
pub(crate) fn LinePanel(dataset: Arc<Dataset>, line: Line) -> impl IntoView {
    let messages = Explorer::get().messages();
    let kept = StoredValue::new(dataset.clone());
    let kind = if line.parent().is_some() { messages.profile_application() } else { messages.profile_line() };
    let recalled = dataset
        .matrix
        .line(line)
        .is_some_and(|line| line.name_status == NameStatus::Recalled)
        .then(|| view! { <p class="fine">{messages.profile_name_recalled()}</p> });
    let (explorer, counted) = (Explorer::get(), dataset.clone());
    let count = Signal::derive(move || explorer.data.counts(&counted).of_line(line));
    let stands =
        Stands::new(move |initiative: Initiative| in_line(&initiative, line).then_some(Placement::Declared));
    let (goals, initiatives) = (goals_linked_to(&dataset, line), initiative_count(stands));
    let tabs = vec![
        Tab {
            tab: PanelTab::Goals,
            label: messages.goals_short(),
            count: Signal::stored(Some(goals)),
            content: Box::new(move || {
                view! {
                    <GoalSection dataset=kept.get_value() line />
                    {(line == Line::C7).then(|| view! { <ApplicationSection dataset=kept.get_value() /> })}
                }
            }),
        },
        projects_tab(&dataset, line, count),
        Tab::uncounted(
            PanelTab::Facts,
            messages.facts_short(),
            Box::new(move || {
                view! {
                    {recalled}
                    <FacilitatorSection dataset=kept.get_value() line />
                    <PassagesOfLine dataset=kept.get_value() line parts=&FACTS />
                    {prizes_by_year(kept.get_value(), line)}
                }
            }),
        ),
        Tab::uncounted(
            PanelTab::Challenges,
            messages.challenges_short(),
            Box::new(move || view! { <PassagesOfLine dataset=kept.get_value() line parts=&CHALLENGES /> }),
        ),
        Tab {
            tab: PanelTab::Initiatives,
            label: messages.initiatives_short(),
            count: initiatives,
            content: Box::new(move || view! { <InitiativeList dataset=kept.get_value() stands /> }),
        },
    ];
    let facts = facts_line(move || {
        let initiatives = initiatives.get().map(|count| messages.fact_initiatives(count));
        let facts = [messages.fact_goals(goals), messages.fact_projects(count.get())];
        facts.into_iter().chain(initiatives).collect()
    });
    let head = view! { <PanelHeading dataset line=line kind=kind /> };
    tabbed_panel(head, facts, tabs)
}

/// The tab of the projects that name a line.
fn projects_tab(dataset: &Arc<Dataset>, line: Line, count: Signal<u32>) -> Tab {
    let kept = StoredValue::new(dataset.clone());
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let title = Signal::derive(move || messages.projects_of_line(count.get()));
    let pick = Callback::new(move |index: Arc<ProjectIndex>| index.of_line(line));
    let content = Box::new(move || {
        view! {
            <IndexedProjects
                dataset=kept.get_value()
                title
                empty=meaning_of_none(explorer, messages.projects_none_of_line(), Filter::clone)
                pick
                line=line
            />
            {distribution(kept.get_value(), pick)}
        }
    });
    let count = Signal::derive(move || Some(count.get()));
    Tab { tab: PanelTab::Projects, label: messages.projects_title(), count, content }
}

/// The parts of a line's texts that are facts.
const FACTS: [Part; 4] = [Part::Covers, Part::Role, Part::Figure, Part::Story];

/// The parts that look ahead.
const CHALLENGES: [Part; 2] = [Part::Challenge, Part::RoadMap];

/// How many goals the matrix links a line to.
fn goals_linked_to(dataset: &Dataset, line: Line) -> u32 {
    let linked = Goal::all().filter(|goal| dataset.matrix.links().contains(line, *goal));
    u32::try_from(linked.count()).unwrap_or(u32::MAX)
}

#[component]
fn FacilitatorSection(dataset: Arc<Dataset>, line: Line) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let slot = explorer.data.request_slot::<LineProfile>();
    let (snapshot, language) = (dataset.snapshot.clone(), dataset.language);
    let ask = Callback::new(move |()| {
        let snapshot = snapshot.clone();
        slot.fetch(|abort| async move { snapshot.line_profile(language, line, &abort).await });
    });
    ask.run(());
    let waiting = Placeholder { label: messages.profile_loading(), bars: 2 };
    let content = move || {
        let dataset = dataset.clone();
        when_ready(slot.state(), waiting, ask, move |profile: Arc<LineProfile>| {
            let facilitators = profile.facilitators.clone();
            view! { <FacilitatorFacts dataset facilitators /> }
        })
    };
    view! {
        <section class="facilitators" aria-labelledby="facilitators-title">
            <h3 id="facilitators-title">{messages.profile_facilitators()}</h3>
            {content}
        </section>
    }
}

#[component]
fn FacilitatorFacts(dataset: Arc<Dataset>, facilitators: Facilitators) -> impl IntoView {
    let messages = Explorer::get().messages();
    let lead = facilitators.lead.map(|lead| {
        view! {
            <div>
                <dt>{messages.profile_lead()}</dt>
                <dd>{lead}</dd>
            </div>
        }
    });
    let by_application = lead.is_none().then(|| view! { <p>{messages.profile_by_application()}</p> });
    let co = facilitators
        .co
        .into_iter()
        .map(|name| {
            view! {
                <div>
                    <dt>{messages.profile_co()}</dt>
                    <dd>{name}</dd>
                </div>
            }
        })
        .collect_view();
    let note = facilitators.note.map(|note| view! { <p class="note">{note}</p> });
    view! {
        {by_application}
        <dl class="facts">{lead} {co}</dl>
        {note}
        <p class="fine">
            {messages.profile_facilitator_source()} {messages.site_colon()} <SourceName dataset id=facilitators.source />
        </p>
    }
}

/// C7's e-applications, each to go to.
#[component]
fn ApplicationSection(dataset: Arc<Dataset>) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let items = Line::all()
        .filter(|line| line.parent().is_some())
        .map(|line| {
            let name = localized_name(&dataset, dataset.matrix.line_name(line));
            view! {
                <li>
                    <button class="example" type="button" on:click=move |_| explorer.activate(Stop::Row(line))>
                        {name}
                        <span class="fine">{messages.grid_row_total(dataset.counts.of_line(line))}</span>
                    </button>
                </li>
            }
        })
        .collect_view();
    view! {
        <section aria-labelledby="applications-title">
            <h3 id="applications-title">{messages.profile_applications()}</h3>
            <ul class="examples">{items}</ul>
        </section>
    }
}

/// The goals a line is linked to, each cell to go to.
#[component]
fn GoalSection(dataset: Arc<Dataset>, line: Line) -> impl IntoView {
    let messages = Explorer::get().messages();
    let goals: Vec<Goal> = Goal::all().filter(|goal| dataset.matrix.links().contains(line, *goal)).collect();
    let count = u32::try_from(goals.len()).unwrap_or(u32::MAX);
    let items = goals
        .into_iter()
        .map(|goal| {
            let name = view! {
                <span class="goal-tile" data-goal=goal.to_string()>{goal.to_string()}</span>
                {localized_name(&dataset, dataset.matrix.goal_name(goal))}
            };
            view! { <LinkButton dataset=dataset.clone() line goal name selection=Selection::Cell(line, goal) /> }
        })
        .collect_view();
    view! {
        <section aria-labelledby="goals-title">
            <h3 class="tab-title" id="goals-title">{messages.profile_goals(count)}</h3>
            <ul class="linked">{items}</ul>
        </section>
    }
}
