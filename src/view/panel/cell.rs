//! A cell in the panel: its link, and its projects fetched at that moment, page by page.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::contract::cell::CellPage;
use wsis_core::contract::context::Initiative;
use wsis_core::contract::entry::ListedProject;
use wsis_core::index::ProjectIndex;
use wsis_core::initiatives::in_cell;
use wsis_core::{Goal, Line};
use wsis_messages::Messages;

use super::entry::invitation;
use super::heading::PanelHeading;
use super::indexed::filtered_list;
use super::initiatives::InitiativeList;
use super::links::LinkOfCell;
use super::list::{ProjectList, more_button};
use super::project_element_id;
use super::rationale::RationaleOfCell;
use crate::api::{Latest, Remote};
use crate::dom::focus::focus_when_drawn;
use crate::state::{Explorer, Site};
use crate::view::any::{truth, view};
use crate::view::failure::{FailureBox, Skeleton};

/// The panel of a cell.
#[component]
pub(super) fn CellPanel(site: Arc<Site>, line: Line, goal: Goal) -> impl IntoView {
    let links = site.matrix.links().clone();
    let explorer = Explorer::get();
    let filters = Memo::new(move |_| truth(explorer.view.with(|view| !view.filter.is_empty())));
    let listed = site.clone();
    // A filter is answered from the index; without one the API is asked for the cell.
    let projects = move || match filters.get() == truth(true) {
        true => filtered_cell(explorer, listed.clone(), line, goal),
        false => view! { <CellProjects site=listed.clone() line goal /> },
    };
    let why = links.contains(line, goal).then(|| view! { <RationaleOfCell site=site.clone() line goal /> });
    view! {
        <PanelHeading site=site.clone() line=line goal=goal />
        {why}
        <LinkOfCell site=site.clone() line goal />
        {projects}
        {invitation(Some(line), Some(goal))}
        <InitiativeList
            site
            grouped=true
            stands=move |initiative: Initiative| in_cell(&initiative, line, goal, &links)
        />
    }
}

/// The projects of a cell that pass the filter, in the order of the cell's pages: declared, then derived.
fn filtered_cell(explorer: Explorer, site: Arc<Site>, line: Line, goal: Goal) -> AnyView {
    let messages = explorer.messages;
    let group = |declared: bool| {
        let (links, counted) = (site.matrix.links().clone(), site.clone());
        let pick = Callback::new(move |index: Arc<ProjectIndex>| {
            let (of_declared, of_derived) = index.in_cell(line, goal, &links);
            if declared { of_declared } else { of_derived }
        });
        let heading = move || {
            let count = explorer.numbers(&counted).cell(line, goal);
            let count = if declared { count.declared } else { count.derived };
            (count > 0).then(|| group_heading(messages, declared, count, line))
        };
        let list = filtered_list(explorer, site.clone(), pick, Signal::stored(""));
        let counted = site.clone();
        let any = Memo::new(move |_| {
            let count = explorer.numbers(&counted).cell(line, goal);
            truth((if declared { count.declared } else { count.derived }) > 0)
        });
        view! {
            {heading}
            <div hidden=move || any.get() != truth(true)>{list}</div>
        }
    };
    let counted = site.clone();
    let none = move || {
        let count = explorer.numbers(&counted).cell(line, goal);
        let empty = count.declared == 0 && count.derived == 0 && !explorer.is_counting();
        empty.then(|| view! { <p class="empty">{messages.filter_none()}</p> })
    };
    view! {
        <section class="cell-projects" aria-labelledby="projects-title">
            <h3 id="projects-title">{messages.projects_title()}</h3>
            {none}
            {group(true)}
            {group(false)}
        </section>
    }
}

/// What the declared or the derived projects are, and what that means.
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
fn CellProjects(site: Arc<Site>, line: Line, goal: Goal) -> impl IntoView {
    let explorer = Explorer::get();
    let slot = explorer.slot::<CellPage>();
    let pages = RwSignal::new(Vec::<Arc<CellPage>>::new());
    let snapshot = site.snapshot.clone();
    let ask_next = Callback::new(move |()| {
        let snapshot = snapshot.clone();
        let next = u32::try_from(pages.with_untracked(Vec::len)).unwrap_or(u32::MAX).saturating_add(1);
        slot.ask(|cancel| async move { snapshot.cell(line, goal, next, &cancel).await });
    });
    ask_next.run(());
    Effect::new(move || {
        if let Remote::Ready(page) = slot.remote() {
            focus_next_page(&pages.read_untracked(), &page);
            pages.update(|pages| pages.push(page));
        }
    });
    let declared = Signal::derive(move || collect(&pages.get(), true));
    let derived = Signal::derive(move || collect(&pages.get(), false));
    let first = Signal::derive(move || pages.with(|pages| pages.first().cloned()));
    let linked = site.matrix.links().contains(line, goal);
    view! {
        <section class="cell-projects" aria-labelledby="projects-title">
            <h3 id="projects-title">{explorer.messages.projects_title()}</h3>
            {move || first.get().map(|page| view! { <EmptyCell page linked /> })}
            <Group site=site.clone() first projects=declared declared=true line />
            <Group site=site.clone() first projects=derived declared=false line />
            <NextPage pages page=slot ask_next />
        </section>
    }
}

/// The button that asked for a further page is gone when it comes: the focus goes to what came.
fn focus_next_page(before: &[Arc<CellPage>], page: &CellPage) {
    if let (false, Some(project)) = (before.is_empty(), page.projects.first()) {
        focus_when_drawn(project_element_id(&project.id));
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

/// What it means that nothing stands here.
#[component]
fn EmptyCell(page: Arc<CellPage>, linked: bool) -> impl IntoView {
    let messages = Explorer::get().messages;
    let text = if linked { messages.projects_none_linked() } else { messages.projects_none_unlinked() };
    (page.total == 0).then(|| view! { <p class="empty">{text}</p> })
}

/// The declared or the derived projects, with what that means.
#[component]
fn Group(
    site: Arc<Site>,
    first: Signal<Option<Arc<CellPage>>>,
    projects: Signal<Vec<ListedProject>>,
    declared: bool,
    line: Line,
) -> impl IntoView {
    let messages = Explorer::get().messages;
    let heading = move || {
        let page = first.get()?;
        let count = if declared { page.declared } else { page.derived };
        (count > 0).then(|| group_heading(messages, declared, count, line))
    };
    view! {
        {heading}
        <ProjectList site projects />
    }
}

/// What stands below the loaded pages: the next one on its way, why it did not come, or the button for it.
#[component]
fn NextPage(
    pages: RwSignal<Vec<Arc<CellPage>>>,
    page: Latest<CellPage>,
    ask_next: Callback<()>,
) -> impl IntoView {
    let messages = Explorer::get().messages;
    move || match page.remote() {
        Remote::Idle => None,
        Remote::Loading => Some(view! { <Skeleton label=messages.projects_loading() bars=6 /> }),
        Remote::Failed(failure) => {
            let kept = pages.with(|pages| !pages.is_empty());
            Some(view! { <FailureBox failure kept retry=ask_next /> })
        }
        Remote::Ready(_) => pages.with(|pages| {
            let first = pages.first()?;
            let shown = pages.iter().map(|page| page.projects.len()).sum();
            let total = usize::try_from(first.total).unwrap_or(usize::MAX);
            more_button(shown, total, first.projects.len(), ask_next)
        }),
    }
}
