//! The panel of a cell: its link, and its projects, fetched page by page when the cell is selected.

mod links;
pub(super) mod rationale;

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::contract::cell::CellPage;
use wsis_core::contract::context::Initiative;
use wsis_core::contract::entry::ListedProject;
use wsis_core::index::ProjectIndex;
use wsis_core::initiatives::in_cell;
use wsis_core::{Goal, Line};
use wsis_messages::Messages;
use wsis_page::grid::{LinkMark, link_mark};
use wsis_platform::focus::focus_when_drawn;
use wsis_state::Dataset;
use wsis_state::Explorer;
use wsis_state::LatestRequest;
use wsis_state::RequestState;
use wsis_state::effect::{effect, memo};
use wsis_state::element_ids;
use wsis_state::layout::PanelTab;

use crate::details::cell::links::{LinkOfCell, SourceOfLink};
use crate::details::cell::rationale::{RationaleOfCell, RationaleTeaser};
use crate::details::entry::invitation;
use crate::details::heading::PanelHeading;
use crate::details::initiatives::{InitiativeList, Stands, initiative_count};
use crate::details::projects::indexed::filtered_list;
use crate::details::projects::list::ProjectList;
use crate::details::projects::list::more_button;
use crate::details::public_goods::public_goods;
use crate::details::tabs::{Tab, facts_line, tabbed_panel};
use crate::ui::any_view::aria_bool;
use crate::ui::any_view::view;
use crate::ui::loading::FailureBox;
use crate::ui::loading::Skeleton;

/// The panel of a cell.
#[component]
pub(crate) fn CellPanel(dataset: Arc<Dataset>, line: Line, goal: Goal) -> impl IntoView {
    let links = dataset.matrix.links().clone();
    let kept = StoredValue::new(dataset.clone());
    let explorer = Explorer::get();
    let filters = memo(move || aria_bool(explorer.navigation.view.with(|view| !view.filter.is_empty())));
    let listed = dataset.clone();
    // A filter is answered from the index; without one the API is asked for the cell.
    let projects = move || match filters.get() == aria_bool(true) {
        true => filtered_cell(explorer, listed.clone(), line, goal),
        false => view! { <CellProjects dataset=listed.clone() line goal /> },
    };
    let is_linked = links.contains(line, goal);
    let why = is_linked.then(|| view! { <RationaleOfCell dataset=dataset.clone() line goal /> });
    let messages = explorer.messages();
    let stands = Stands::new(move |initiative: Initiative| in_cell(&initiative, line, goal, &links));
    let (for_count, target_count) = (dataset.clone(), targets_of(&dataset, line, goal));
    let projects_count = Signal::derive(move || {
        let count = explorer.data.known_counts(&for_count)?.cell(line, goal);
        // Two facts that are never added: a cell with declared projects counts these.
        Some(if count.declared > 0 { count.declared } else { count.derived })
    });
    let initiatives = initiative_count(stands);
    let tabs = vec![
        Tab {
            tab: PanelTab::Projects,
            label: messages.projects_title(),
            count: projects_count,
            content: Box::new(move || view! { {projects} {invitation(Some(line), Some(goal))} }),
        },
        Tab::uncounted(
            PanelTab::Why,
            messages.panel_why(),
            Box::new(move || view! { {why} <SourceOfLink dataset=kept.get_value() line goal /> }),
        ),
        Tab {
            tab: PanelTab::Targets,
            label: messages.profile_targets_short(),
            count: Signal::stored(target_count),
            content: Box::new(move || view! { <LinkOfCell dataset=kept.get_value() line goal /> }),
        },
        Tab {
            tab: PanelTab::Initiatives,
            label: messages.initiatives_short(),
            count: initiatives,
            content: Box::new(move || {
                view! {
                    <InitiativeList dataset=kept.get_value() grouped=true stands />
                    {public_goods(kept.get_value(), goal)}
                }
            }),
        },
    ];
    let facts = cell_facts(&dataset, line, goal, initiatives);
    let head = view! {
        <PanelHeading dataset=dataset.clone() line=line goal=goal />
    };
    let teaser = is_linked.then(|| view! { <RationaleTeaser dataset line goal /> });
    tabbed_panel(head, view! { {facts} {teaser} }, tabs)
}

/// The line of facts: the link, the projects and the initiatives of a cell.
fn cell_facts(dataset: &Arc<Dataset>, line: Line, goal: Goal, initiatives: Signal<Option<u32>>) -> AnyView {
    let explorer = Explorer::get();
    let (messages, dataset) = (explorer.messages(), dataset.clone());
    let link = match link_mark(&dataset.matrix, line, goal) {
        LinkMark::None => messages.grid_not_linked().to_owned(),
        LinkMark::Whole => messages.panel_whole_short().to_owned(),
        LinkMark::Targets(count) => messages.fact_targets(count),
    };
    facts_line(move || {
        let count = explorer.data.counts(&dataset).cell(line, goal);
        let declared = (count.declared > 0).then(|| messages.fact_projects(count.declared));
        let derived = (count.derived > 0).then(|| messages.fact_projects_of_line(count.derived));
        let initiatives = initiatives.get().map(|count| messages.fact_initiatives(count));
        [Some(link.clone()), declared, derived, initiatives].into_iter().flatten().collect()
    })
}

/// How many targets a cell names; `None` where it names none.
fn targets_of(dataset: &Dataset, line: Line, goal: Goal) -> Option<u32> {
    u32::try_from(dataset.matrix.targets_in(line, goal).len()).ok().filter(|count| *count > 0)
}

/// The projects of a cell that pass the filter, in the order of the cell's pages: declared, then derived.
fn filtered_cell(explorer: Explorer, dataset: Arc<Dataset>, line: Line, goal: Goal) -> AnyView {
    let messages = explorer.messages();
    let group = |declared: bool| {
        let (links, counted) = (dataset.matrix.links().clone(), dataset.clone());
        let pick = Callback::new(move |index: Arc<ProjectIndex>| {
            let (of_declared, of_derived) = index.in_cell(line, goal, &links);
            if declared { of_declared } else { of_derived }
        });
        let heading = move || {
            let count = explorer.data.counts(&counted).cell(line, goal);
            let count = if declared { count.declared } else { count.derived };
            (count > 0).then(|| group_heading(messages, declared, count, line))
        };
        let list = filtered_list(explorer, dataset.clone(), pick, Signal::stored(""));
        let counted = dataset.clone();
        let any = memo(move || {
            let count = explorer.data.counts(&counted).cell(line, goal);
            aria_bool((if declared { count.declared } else { count.derived }) > 0)
        });
        view! {
            {heading}
            <div hidden=move || any.get() != aria_bool(true)>{list}</div>
        }
    };
    let counted = dataset.clone();
    let none = move || {
        let count = explorer.data.counts(&counted).cell(line, goal);
        let empty = count.declared == 0 && count.derived == 0 && !explorer.data.is_counting();
        empty.then(|| view! { <p class="empty">{messages.filter_none()}</p> })
    };
    view! {
        <section class="cell-projects" aria-labelledby="projects-title">
            <h3 class="tab-title" id="projects-title">{messages.projects_title()}</h3>
            {none}
            {group(true)}
            {group(false)}
        </section>
    }
}

/// The meaning of declared or derived projects.
fn group_heading(messages: Messages, declared: bool, count: u32, line: Line) -> AnyView {
    let (title, meaning) = if declared {
        (messages.grid_declared(count), messages.projects_declared_meaning())
    } else if line == Line::C7 {
        (messages.grid_derived(count), messages.projects_derived_meaning_applications())
    } else {
        (messages.grid_derived(count), messages.projects_derived_meaning())
    };
    view! {
        <h4 class="group-title" class:derived-group=!declared>{title}</h4>
        <p class="meaning">{meaning}</p>
    }
}

/// The projects of a cell. The slot belongs to this view: selecting another cell calls its request off.
#[component]
fn CellProjects(dataset: Arc<Dataset>, line: Line, goal: Goal) -> impl IntoView {
    let explorer = Explorer::get();
    let slot = explorer.data.request_slot::<CellPage>();
    let pages = RwSignal::new(Vec::<Arc<CellPage>>::new());
    let snapshot = dataset.snapshot.clone();
    let ask_next = Callback::new(move |()| {
        let snapshot = snapshot.clone();
        let next = u32::try_from(pages.with_untracked(Vec::len)).unwrap_or(u32::MAX).saturating_add(1);
        slot.fetch(|abort| async move { snapshot.cell(line, goal, next, &abort).await });
    });
    ask_next.run(());
    effect(move || {
        if let RequestState::Ready(page) = slot.state() {
            focus_next_page(&pages.read_untracked(), &page);
            pages.update(|pages| pages.push(page));
        }
    });
    let declared = Signal::derive(move || collect(&pages.get(), true));
    let derived = Signal::derive(move || collect(&pages.get(), false));
    let first = Signal::derive(move || pages.with(|pages| pages.first().cloned()));
    let linked = dataset.matrix.links().contains(line, goal);
    view! {
        <section class="cell-projects" aria-labelledby="projects-title">
            <h3 class="tab-title" id="projects-title">{explorer.messages().projects_title()}</h3>
            {move || first.get().map(|page| view! { <EmptyCell page linked /> })}
            <Group dataset=dataset.clone() first projects=declared declared=true line />
            <Group dataset=dataset.clone() first projects=derived declared=false line />
            <NextPage pages page=slot ask_next />
        </section>
    }
}

/// The button that asked for a further page is gone when it comes: the focus goes to what came.
fn focus_next_page(before: &[Arc<CellPage>], page: &CellPage) {
    if let (false, Some(project)) = (before.is_empty(), page.projects.first()) {
        focus_when_drawn(element_ids::project(&project.id));
    }
}

fn collect(pages: &[Arc<CellPage>], declared: bool) -> Vec<ListedProject> {
    pages
        .iter()
        .flat_map(|page| page.projects.iter())
        .filter(|project| project.declared == declared)
        .cloned()
        .collect()
}

/// The text for a cell without projects.
#[component]
fn EmptyCell(page: Arc<CellPage>, linked: bool) -> impl IntoView {
    let messages = Explorer::get().messages();
    let text = if linked { messages.projects_none_linked() } else { messages.projects_none_unlinked() };
    (page.total == 0).then(|| view! { <p class="empty">{text}</p> })
}

/// The declared or the derived projects, with what that means.
#[component]
fn Group(
    dataset: Arc<Dataset>,
    first: Signal<Option<Arc<CellPage>>>,
    projects: Signal<Vec<ListedProject>>,
    declared: bool,
    line: Line,
) -> impl IntoView {
    let messages = Explorer::get().messages();
    let heading = move || {
        let page = first.get()?;
        let count = if declared { page.declared } else { page.derived };
        (count > 0).then(|| group_heading(messages, declared, count, line))
    };
    view! {
        {heading}
        <ProjectList dataset projects />
    }
}

/// The end of the loaded pages: the next one loading, its failure, or the button for it.
#[component]
fn NextPage(
    pages: RwSignal<Vec<Arc<CellPage>>>,
    page: LatestRequest<CellPage>,
    ask_next: Callback<()>,
) -> impl IntoView {
    let messages = Explorer::get().messages();
    move || match page.state() {
        RequestState::Idle => None,
        RequestState::Loading => Some(view! { <Skeleton label=messages.projects_loading() bars=6 /> }),
        RequestState::Failed(failure) => {
            let kept = pages.with(|pages| !pages.is_empty());
            Some(view! { <FailureBox failure kept retry=ask_next /> })
        }
        RequestState::Ready(_) => pages.with(|pages| {
            let first = pages.first()?;
            let shown = pages.iter().map(|page| page.projects.len()).sum();
            let total = usize::try_from(first.total).unwrap_or(usize::MAX);
            more_button(shown, total, first.projects.len(), ask_next)
        }),
    }
}
