//! A project in full.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::address::{Opened, Selection};
use wsis_core::contract::entry::{DeclaredGoal, PossibleDuplicate, Project, ProjectFile, Timeframe};
use wsis_core::failure::Failure;
use wsis_core::filter::Filter;
use wsis_core::{EntryId, Goal, Language, Line, VocabularyId};
use wsis_messages::Messages;
use wsis_platform::location::http_address;
use wsis_state::Dataset;
use wsis_state::Explorer;
use wsis_state::RequestState;
use wsis_state::focus_return::focus_panel_title;

use crate::content::language::lang_if_other;
use crate::content::names::Names;
use crate::content::sources::SourceName;
use crate::details::country_button::country_button;
use crate::details::opened::{OpenedTitle, opened_entry};
use crate::details::projects::list::prize_badge;
use crate::ui::any_view::view;
use crate::ui::loading::Placeholder;
use crate::ui::loading::when_ready;

/// The details of a project, fetched when it is opened.
#[component]
pub(crate) fn ProjectDetails(dataset: Arc<Dataset>, id: EntryId) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let slot = explorer.data.request_slot::<ProjectFile>();
    let snapshot = dataset.snapshot.clone();
    let (requested, unknown) = (id.clone(), id);
    let ask = Callback::new(move |()| {
        let (snapshot, id) = (snapshot.clone(), requested.clone());
        slot.fetch(|abort| async move { snapshot.project(&id, &abort).await });
    });
    ask.run(());
    let ours = move |text: &str| OpenedTitle {
        text: text.to_owned(),
        language: explorer.page_language().code().to_owned(),
        is_name: false,
    };
    let title = Signal::derive(move || match slot.state() {
        RequestState::Ready(file) => match file.as_ref() {
            ProjectFile::Project(project) => OpenedTitle {
                text: project.title.clone(),
                language: project.title_language.clone(),
                is_name: true,
            },
            ProjectFile::Withdrawn(_) => OpenedTitle { is_name: true, ..ours(messages.project_withdrawn()) },
        },
        RequestState::Failed(failure) if is_unknown(&failure) => {
            ours(&messages.project_unknown(unknown.as_str()))
        }
        RequestState::Failed(_) => ours(messages.failure_title()),
        RequestState::Idle | RequestState::Loading => ours(messages.project_loading()),
    });
    let waiting = Placeholder { label: messages.project_loading(), bars: 5 };
    let content = move || match slot.state() {
        // Said by the title; to ask again would not help.
        RequestState::Failed(failure) if is_unknown(&failure) => None,
        remote => when_ready(remote, waiting, ask, |file: Arc<ProjectFile>| match file.as_ref() {
            ProjectFile::Withdrawn(_) => ().into_any(),
            ProjectFile::Project(project) => {
                view! { <Details dataset=dataset.clone() project=project.clone() /> }
            }
        }),
    };
    opened_entry(explorer, title, content.into_any())
}

/// Whether the server says that there is no such project.
fn is_unknown(failure: &Failure) -> bool {
    matches!(failure, Failure::Status { code: 404 | 410, .. })
}

#[component]
fn Details(dataset: Arc<Dataset>, project: Project) -> impl IntoView {
    let messages = Explorer::get().messages();
    let requested = Explorer::get().navigation.view.with_untracked(|view| view.selection.goal());
    let statements = statements(messages, requested, &project.goals);
    let summary = match project.summary.clone() {
        Some(summary) => view! {
            <h3>{messages.project_summary()}</h3>
            <p dir="auto">{summary}</p>
        },
        None => view! { <p class="fine">{messages.project_no_summary()}</p> },
    };
    let (prize, year, badge_names) = (project.prize, project.year, dataset.clone());
    let badge = move || prize_badge(&Names::get(&badge_names), prize, year);
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
    let (source, collections) = (project.source.clone(), project.collections.clone());
    let note = project.note.clone().map(|note| view! { <p class="fine">{note}</p> });
    let duplicates = possible_duplicates(messages, &project.possible_duplicates);
    let snapshot = messages.project_snapshot(&project.snapshot);
    let facts_dataset = dataset.clone();
    let addresses = addresses(messages, &project);
    view! {
        {badge}
        {statements}
        {summary}
        <dl class="facts">{move || facts(&facts_dataset, messages, &project)}</dl>
        {addresses}
        {photo}
        {note}
        {duplicates}
        {move || sources_of(&dataset, messages, &source, &collections)}
        <p class="fine">{snapshot}</p>
    }
}

/// The project's own statements about its goals, the requested goal first.
fn statements(messages: Messages, requested: Option<Goal>, goals: &[DeclaredGoal]) -> impl IntoView + use<> {
    let group = |first: bool| {
        goals.iter().filter(move |goal| goal.statement.is_some() && (Some(goal.goal) == requested) == first)
    };
    group(true)
        .chain(group(false))
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
fn facts(dataset: &Arc<Dataset>, messages: Messages, project: &Project) -> impl IntoView + use<> {
    let names = Names::get(dataset);
    let joined = |values: Vec<String>| (!values.is_empty()).then(|| values.join(", "));
    let country = project.country.clone().map(|code| country_button(&names, code));
    let goals = project.goals.iter().map(|declared| goal_text(dataset, messages, declared.goal)).collect();
    let lines = project.lines.iter().map(|line| line_button(dataset, *line)).collect::<Vec<_>>();
    let lines = if lines.is_empty() { messages.project_no_lines().into_any() } else { lines.into_any() };
    let objectives = project.gdc_objectives.iter().map(ToString::to_string).collect();
    let groups = project.target_groups.iter().map(|group| names.target_group(group)).collect();
    let organisation =
        project.organisation.clone().map(|name| (messages.project_organisation(), organisation_button(name)));
    let who =
        [(messages.project_stakeholder(), project.stakeholder.as_ref().map(|id| names.stakeholder(id)))];
    let more = [
        (messages.project_region(), project.region.as_ref().map(|id| names.region(id))),
        (messages.project_year(), project.year.map(|year| year.to_string())),
        (messages.project_timeframe(), project.timeframe.as_ref().and_then(|time| time_text(messages, time))),
        (messages.project_goals(), joined(goals).or_else(|| Some(messages.project_no_goals().to_owned()))),
        (messages.project_target_groups(), joined(groups)),
        (messages.project_technologies(), joined(project.technologies.clone())),
        (messages.project_objectives(), joined(objectives)),
    ];
    let country = country.map(|country| (messages.project_country(), country));
    let prize = names.prize(project.prize).map(|prize| prize_fact(messages, prize, project));
    let prize = prize.map(|prize| (messages.project_prize(), prize));
    let shown = |(term, value): (&'static str, Option<String>)| Some((term, value?.into_any()));
    organisation
        .into_iter()
        .chain(who.into_iter().filter_map(shown))
        .chain([(messages.project_lines(), lines)])
        .chain(country)
        .chain(prize)
        .chain(more.into_iter().filter_map(shown))
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

/// A result at the WSIS Prizes, with the page that names it.
fn prize_fact(messages: Messages, prize: String, project: &Project) -> AnyView {
    let evidence = project.prize_evidence.as_deref().and_then(http_address).map(|address| {
        view! { " · " <a href=address rel="noreferrer">{messages.project_prize_evidence()}</a> }
    });
    view! { {prize} {evidence} }
}

/// The sources of a project: those of its collections, or its own where the server knows no collections.
fn sources_of(dataset: &Arc<Dataset>, messages: Messages, own: &str, ids: &[VocabularyId]) -> AnyView {
    let names = Names::get(dataset);
    let collections = names.collections().iter().filter(|one| ids.contains(&one.id));
    let mut sources: Vec<String> = collections.map(|one| one.source.clone()).collect();
    if sources.is_empty() {
        sources.push(own.to_owned());
    }
    let items = sources.into_iter().map(|id| {
        view! { <li><SourceName dataset=dataset.clone() id /></li> }
    });
    view! {
        <div class="fine">
            <p>{messages.project_source()} {messages.site_colon()}</p>
            <ul>{items.collect_view()}</ul>
        </div>
    }
}

/// Entries that may be the same project; a click opens one.
fn possible_duplicates(messages: Messages, duplicates: &[PossibleDuplicate]) -> Option<AnyView> {
    let explorer = Explorer::get();
    let items = duplicates.iter().cloned().map(|other| {
        let year = other.year.map(|year| format!(" {year}"));
        let open = move |_| {
            explorer.navigation.open(Opened::Project(other.id.clone()));
            focus_panel_title();
        };
        view! {
            <li>
                <button class="inline-button" type="button" on:click=open>{other.title} {year}</button>
                " "
                <span lang=lang_if_other(Language::English)>{other.reason}</span>
            </li>
        }
    });
    (!duplicates.is_empty()).then(|| {
        view! {
            <div class="fine">
                <p>{messages.project_same()} {messages.site_colon()}</p>
                <ul>{items.collect_view()}</ul>
            </div>
        }
    })
}

fn goal_text(dataset: &Dataset, messages: Messages, goal: Goal) -> String {
    format!("{} {}", messages.panel_goal(&goal.to_string()), dataset.matrix.goal_name(goal))
}

/// A line's name; a click selects it.
fn line_button(dataset: &Dataset, line: Line) -> AnyView {
    let explorer = Explorer::get();
    let name = format!("{} {}", line.parent().unwrap_or(line), dataset.matrix.line_name(line));
    let go = move |_| explorer.activate_selection(Selection::Line(line));
    view! { <button class="inline-button" type="button" on:click=go>{name}</button> " " }
}

/// An organisation's name; a click lists all projects that name it.
fn organisation_button(name: String) -> AnyView {
    let explorer = Explorer::get();
    let words = name.clone();
    let go = move |_| {
        let mut filter = Filter::default();
        filter.query = words.parse().ok();
        explorer.navigation.apply_filter(filter);
        focus_panel_title();
    };
    let label = explorer.messages().project_same_organisation();
    view! { <button class="inline-button" type="button" title=label on:click=go>{name}</button> }
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
            view! { <p class="address">{label} {messages.site_colon()} {link}</p> }
        })
        .collect_view()
}
