//! A project in full, and the list of a profile's projects from the index.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::contract::entry::{DeclaredGoal, ListedProject, Project, ProjectFile, Timeframe};
use wsis_core::index::ProjectIndex;
use wsis_core::messages::Messages;
use wsis_core::{EntryId, Goal, Line};

use super::TITLE_ID;
use super::links::SourceName;
use super::list::ProjectList;
use crate::api::Remote;
use crate::state::{Explorer, Site};
use crate::view::any::view;
use crate::view::failure::{FailureBox, Skeleton};
use crate::view::leave;
use crate::view::names::{Names, http_address};

/// How many projects a profile shows at a time; a page of a cell holds as many.
const STEP: usize = wsis_core::contract::PAGE_SIZE;

/// The projects of a line or goal, from the index, which is loaded at the first need.
#[component]
pub(super) fn IndexedProjects(
    /// Names are taken from here.
    site: Arc<Site>,
    /// How many there are, as a sentence.
    title: String,
    /// What it means when there are none.
    empty: &'static str,
    /// Which projects of the index belong.
    #[prop(into)]
    pick: Callback<Arc<ProjectIndex>, Vec<ListedProject>>,
) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    load_index(explorer, &site, false);
    let picked = Memo::new(move |_| explorer.index.ready().map(|index| pick.run(index)));
    let shown = RwSignal::new(STEP);
    let visible = Signal::derive(move || {
        let count = shown.get();
        picked.get().unwrap_or_default().into_iter().take(count).collect::<Vec<_>>()
    });
    let list_site = site.clone();
    let state = move || match explorer.index.remote() {
        Remote::Idle => None,
        Remote::Loading => Some(view! { <Skeleton label=messages.projects_loading() bars=6 /> }),
        Remote::Failed(failure) => {
            let site = site.clone();
            Some(
                view! { <FailureBox failure retry=Callback::new(move |()| load_index(explorer, &site, true)) /> },
            )
        }
        Remote::Ready(_) => {
            let total = picked.with(|picked| picked.as_ref().map_or(0, Vec::len));
            Some(view! { <MoreProjects shown total empty /> })
        }
    };
    view! {
        <section class="profile-projects" aria-labelledby="projects-title">
            <h3 id="projects-title">{title}</h3>
            <ProjectList site=list_site projects=visible />
            {state}
        </section>
    }
}

fn load_index(explorer: Explorer, site: &Arc<Site>, again: bool) {
    let snapshot = site.snapshot.clone();
    let question = |cancel| async move { snapshot.index(&cancel).await };
    if again { explorer.index.ask(question) } else { explorer.index.need(site, question) }
}

/// The end of a profile's list: the next ones, or what it means that there are none.
#[component]
fn MoreProjects(shown: RwSignal<usize>, total: usize, empty: &'static str) -> impl IntoView {
    let messages = Explorer::get().messages;
    move || {
        let visible = shown.get().min(total);
        if total == 0 {
            return Some(view! { <p class="empty">{empty}</p> });
        }
        (visible < total).then(|| {
            let next = u32::try_from((total - visible).min(STEP)).unwrap_or(u32::MAX);
            view! {
                <p class="next-page">
                    <button type="button" on:click=move |_| shown.update(|shown| *shown += STEP)>
                        {messages.projects_more(next)}
                    </button>
                    <span class="fine">
                        {messages.projects_shown(&visible.to_string(), &total.to_string())}
                    </span>
                </p>
            }
        })
    }
}

/// The details of a project, fetched when it is opened.
#[component]
pub(super) fn ProjectDetails(site: Arc<Site>, id: EntryId) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let slot = explorer.slot::<ProjectFile>();
    let snapshot = site.snapshot.clone();
    let ask = Callback::new(move |()| {
        let (snapshot, id) = (snapshot.clone(), id.clone());
        slot.ask(|cancel| async move { snapshot.project(&id, &cancel).await });
    });
    ask.run(());
    let content = move || match slot.remote() {
        Remote::Idle => None,
        Remote::Loading => Some(view! {
            <h2 id=TITLE_ID tabindex="-1" class="visually-hidden">{messages.project_loading()}</h2>
            <Skeleton label=messages.project_loading() bars=5 />
        }),
        Remote::Failed(failure) => Some(view! { <FailureBox failure retry=ask /> }),
        Remote::Ready(file) => Some(match file.as_ref() {
            ProjectFile::Withdrawn(_) => {
                view! { <p class="empty" id=TITLE_ID tabindex="-1">{messages.project_withdrawn()}</p> }
            }
            ProjectFile::Project(project) => {
                view! { <Details site=site.clone() project=project.clone() /> }
            }
        }),
    };
    view! {
        <article class="details">
            <div class="panel-head">
                <button class="back" type="button" on:click=move |_| leave(explorer)>
                    {messages.project_back()}
                </button>
            </div>
            {content}
        </article>
    }
}

#[component]
fn Details(site: Arc<Site>, project: Project) -> impl IntoView {
    let messages = Explorer::get().messages;
    let asked = Explorer::get().view.with_untracked(|view| view.selection.goal());
    let title = view! {
        <h2 id=TITLE_ID tabindex="-1" lang=project.title_language.clone() dir="auto">
            {project.title.clone()}
        </h2>
    };
    let statements = statements(messages, asked, &project.goals);
    let summary = project.summary.clone().map(|summary| {
        view! {
            <h3>{messages.project_summary()}</h3>
            <p dir="auto">{summary}</p>
        }
    });
    let photo = project.photo.clone().and_then(|photo| {
        let address = http_address(&photo.address)?;
        Some(view! {
            <p class="fine">
                <a href=address rel="noreferrer">{messages.project_photo()}</a>
                " "
                {photo.credit}
            </p>
        })
    });
    let source = project.source.clone();
    let snapshot = messages.project_snapshot(&project.snapshot);
    let facts_site = site.clone();
    let addresses = addresses(messages, &project);
    view! {
        {title}
        {statements}
        {summary}
        <dl class="facts">{move || facts(&facts_site, messages, &project)}</dl>
        {addresses}
        {photo}
        <p class="fine">
            {messages.project_source()} ": " <SourceName site id=source /> " · " {snapshot}
        </p>
    }
}

/// What the project says of its goals in its own words, the goal that was asked about first.
fn statements(messages: Messages, asked: Option<Goal>, goals: &[DeclaredGoal]) -> impl IntoView + use<> {
    let said = |first: bool| {
        goals.iter().filter(move |goal| goal.statement.is_some() && (Some(goal.goal) == asked) == first)
    };
    said(true)
        .chain(said(false))
        .map(|declared| {
            view! {
                <div class="statement" data-goal=declared.goal.to_string()>
                    <h3>{messages.project_statement(&declared.goal.to_string())}</h3>
                    <blockquote lang=declared.language.clone() dir="auto">
                        {declared.statement.clone()}
                    </blockquote>
                </div>
            }
        })
        .collect_view()
}

/// Everything else that is known, as terms and values; what is not known is not shown.
fn facts(site: &Arc<Site>, messages: Messages, project: &Project) -> impl IntoView + use<> {
    let names = Names::get(site);
    let joined = |values: Vec<String>| (!values.is_empty()).then(|| values.join(", "));
    let goals = project.goals.iter().map(|declared| goal_text(site, messages, declared.goal)).collect();
    let lines = project.lines.iter().map(|line| line_text(site, *line)).collect();
    let objectives = project.gdc_objectives.iter().map(ToString::to_string).collect();
    let groups = project.target_groups.iter().map(|group| names.target_group(group)).collect();
    let rows = [
        (messages.project_organisation(), project.organisation.clone()),
        (messages.project_stakeholder(), project.stakeholder.as_ref().map(|id| names.stakeholder(id))),
        (messages.project_country(), project.country.as_ref().map(|code| names.country(code))),
        (messages.project_region(), project.region.as_ref().map(|id| names.region(id))),
        (messages.project_year(), project.year.map(|year| year.to_string())),
        (messages.project_prize(), names.prize(project.prize)),
        (messages.project_timeframe(), project.timeframe.as_ref().and_then(|time| time_text(messages, time))),
        (messages.project_lines(), joined(lines).or_else(|| Some(messages.project_no_lines().to_owned()))),
        (messages.project_goals(), joined(goals).or_else(|| Some(messages.project_no_goals().to_owned()))),
        (messages.project_target_groups(), joined(groups)),
        (messages.project_technologies(), joined(project.technologies.clone())),
        (messages.project_objectives(), joined(objectives)),
    ];
    rows.into_iter()
        .filter_map(|(term, value)| value.map(|value| (term, value)))
        .map(|(term, value)| {
            view! {
                <div>
                    <dt>{term}</dt>
                    <dd dir="auto">{value}</dd>
                </div>
            }
        })
        .collect_view()
}

fn goal_text(site: &Site, messages: Messages, goal: Goal) -> String {
    format!("{} {}", messages.panel_goal(&goal.to_string()), site.matrix.goal_name(goal))
}

fn line_text(site: &Site, line: Line) -> String {
    format!("{} {}", line.parent().unwrap_or(line), site.matrix.line_name(line))
}

fn time_text(messages: Messages, time: &Timeframe) -> Option<String> {
    match (&time.from, &time.to) {
        (Some(from), Some(to)) => Some(messages.project_from_to(from, to)),
        (Some(from), None) => Some(messages.project_from(from)),
        (None, Some(to)) => Some(messages.project_until(to)),
        (None, None) => None,
    }
}

/// Its page and further addresses; an address that is not http(s) is shown as text.
fn addresses(messages: Messages, project: &Project) -> impl IntoView + use<> {
    let page = project.page.iter().map(|address| (messages.project_page(), address.clone()));
    let links = project.links.iter().map(|address| (messages.project_links(), address.clone()));
    page.chain(links)
        .map(|(label, address)| {
            let shown = address.clone();
            let link = match http_address(&address) {
                Some(href) => view! { <a href=href rel="noreferrer">{shown}</a> },
                None => view! { <span>{shown}</span> },
            };
            view! { <p class="address">{label} ": " {link}</p> }
        })
        .collect_view()
}
