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
use wsis_page::grid::lines_linked_to;
use wsis_state::Dataset;
use wsis_state::Explorer;
use wsis_state::layout::PanelTab;

use crate::content::language::localized_name;
use crate::details::heading::PanelHeading;
use crate::details::initiatives::{InitiativeList, Stands, initiative_count};
use crate::details::profiles::distribution::distribution;
use crate::details::profiles::linked_cell::LinkButton;
use crate::details::projects::filtered::meaning_of_none;
use crate::details::projects::indexed::IndexedProjects;
use crate::details::public_goods::public_goods;
use crate::details::tabs::{Tab, facts_line, tabbed_panel};
use crate::details::targets::TargetList;
use crate::ui::any_view::view;

/// The panel of a goal.
#[component]
pub(crate) fn GoalPanel(dataset: Arc<Dataset>, goal: Goal) -> impl IntoView {
    let messages = Explorer::get().messages();
    let kept = StoredValue::new(dataset.clone());
    let recalled = recalled_name(&dataset, goal);
    let no_line = dataset.counts.distinct().no_line;
    let no_line = (no_line > 0).then(|| view! { <p class="fine">{messages.projects_no_line(no_line)}</p> });
    let (target_count, targets) = targets_of(&dataset, goal);
    let pick = Callback::new(move |index: Arc<ProjectIndex>| index.declaring(goal));
    let (explorer, counted) = (Explorer::get(), dataset.clone());
    let count = Signal::derive(move || explorer.data.counts(&counted).of_goal(goal));
    let title = Signal::derive(move || messages.projects_of_goal(count.get()));
    let stands =
        Stands::new(move |initiative: Initiative| in_goal(&initiative, goal).then_some(Placement::Declared));
    let (lines, initiatives) = (lines_linked_to(&dataset.matrix, goal), initiative_count(stands));
    let tabs = vec![
        Tab {
            tab: PanelTab::Lines,
            label: messages.lines_short(),
            count: Signal::stored(Some(lines)),
            content: Box::new(move || view! { <LineSection dataset=kept.get_value() goal /> {recalled} }),
        },
        Tab {
            tab: PanelTab::Targets,
            label: messages.profile_targets_short(),
            count: Signal::stored(target_count),
            content: Box::new(move || targets.into_any()),
        },
        Tab {
            tab: PanelTab::Projects,
            label: messages.projects_title(),
            count: Signal::derive(move || Some(count.get())),
            content: Box::new(move || {
                view! {
                    <IndexedProjects
                        dataset=kept.get_value()
                        title
                        empty=meaning_of_none(explorer, messages.projects_none_of_goal(), Filter::clone)
                        pick
                        goal=goal
                    />
                    {no_line}
                    {distribution(kept.get_value(), pick)}
                }
            }),
        },
        initiatives_tab(&dataset, goal, stands, initiatives),
    ];
    let facts = facts_line(move || {
        let initiatives = initiatives.get().map(|count| messages.fact_initiatives(count));
        let facts =
            [Some(messages.fact_lines(lines)), target_count.map(|count| messages.fact_targets(count))];
        facts.into_iter().chain([Some(messages.fact_projects(count.get())), initiatives]).flatten().collect()
    });
    let head = view! { <PanelHeading dataset goal=goal kind=messages.profile_goal() /> };
    tabbed_panel(head, facts, tabs)
}

/// The tab of initiatives and digital public goods.
fn initiatives_tab(dataset: &Arc<Dataset>, goal: Goal, stands: Stands, count: Signal<Option<u32>>) -> Tab {
    let kept = StoredValue::new(dataset.clone());
    let content = Box::new(move || {
        view! {
            <InitiativeList dataset=kept.get_value() stands />
            {public_goods(kept.get_value(), goal)}
        }
    });
    Tab { tab: PanelTab::Initiatives, label: Explorer::get().messages().initiatives_short(), count, content }
}

/// The remark on a name that is not confirmed.
fn recalled_name(dataset: &Dataset, goal: Goal) -> Option<AnyView> {
    let messages = Explorer::get().messages();
    let named = dataset.matrix.goal(goal)?;
    (named.name_status == NameStatus::Recalled)
        .then(|| view! { <p class="fine">{messages.profile_name_recalled()}</p> })
}

/// The targets of a goal that links name: how many, and their list.
fn targets_of(dataset: &Arc<Dataset>, goal: Goal) -> (Option<u32>, Option<AnyView>) {
    let messages = Explorer::get().messages();
    let named: Vec<TargetCode> =
        dataset.matrix.targets().map(|target| target.code).filter(|code| code.goal() == goal).collect();
    let count = u32::try_from(named.len()).ok();
    let list = (!named.is_empty()).then(|| {
        view! {
            <h3 class="tab-title">{messages.profile_targets()}</h3>
            <TargetList dataset=dataset.clone() targets=named reachable=true />
            <p class="fine">{messages.panel_target_labels()}</p>
        }
    });
    (count, list)
}

/// The action lines that are linked to a goal, each cell to go to; under C7 its e-applications.
#[component]
fn LineSection(dataset: Arc<Dataset>, goal: Goal) -> impl IntoView {
    let messages = Explorer::get().messages();
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
            <h3 class="tab-title" id="lines-title">{messages.profile_lines(count)}</h3>
            <ul class="linked">{items}</ul>
        </section>
    }
}
