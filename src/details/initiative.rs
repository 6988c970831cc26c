//! An initiative of the ITU Secretary-General's report in full.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::address::Selection;
use wsis_core::contract::context::{Initiative, Initiatives, Tie};
use wsis_core::{EntryId, Goal, Line};
use wsis_messages::Messages;
use wsis_page::texts;
use wsis_state::{Dataset, Explorer, RequestState};

use crate::content::evidence::evidence;
use crate::content::language::text_lang;
use crate::content::names::Names;
use crate::content::sources::SourceName;
use crate::details::country_button::country_button;
use crate::details::opened::{OpenedTitle, opened_entry};
use crate::ui::any_view::view;
use crate::ui::loading::{Placeholder, when_loaded};

/// The details of an initiative. All initiatives come in one file.
#[component]
pub(crate) fn InitiativeDetails(dataset: Arc<Dataset>, id: EntryId) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let initiatives = explorer.data.initiatives;
    let named = id.clone();
    let title = Signal::derive(move || {
        let ours = |text: &str| OpenedTitle {
            text: text.to_owned(),
            language: explorer.page_language().code().to_owned(),
            is_name: false,
        };
        match initiatives.state() {
            RequestState::Ready(all) => match find(&all, &named) {
                Some(one) => OpenedTitle { is_name: true, ..ours(&one.name) },
                None => ours(&messages.initiative_unknown(named.as_str())),
            },
            RequestState::Failed(_) => ours(messages.failure_title()),
            RequestState::Idle | RequestState::Loading => ours(messages.initiatives_loading()),
        }
    });
    let waiting = Placeholder { label: messages.initiatives_loading(), bars: 5 };
    let content = when_loaded(initiatives, dataset.clone(), waiting, move |all| {
        find(&all, &id).map(|initiative| content(&dataset, explorer, initiative)).into_any()
    });
    opened_entry(explorer, title, content)
}

fn find<'a>(all: &'a Initiatives, id: &EntryId) -> Option<&'a Initiative> {
    all.initiatives.iter().find(|one| one.id == *id)
}

/// Everything that is known of an initiative.
fn content(dataset: &Arc<Dataset>, explorer: Explorer, initiative: &Initiative) -> AnyView {
    let messages = explorer.messages();
    let note = initiative.note.clone().map(|note| view! { <p class="fine">{note}</p> });
    let (source, names, shown) = (initiative.source.clone(), dataset.clone(), initiative.clone());
    view! {
        <p class="fine">{messages.initiatives_explain()}</p>
        <p lang=text_lang(dataset, initiative.language) dir="auto">{initiative.text.clone()}</p>
        <dl class="facts">{move || facts(&names, explorer, &shown)}</dl>
        {note}
        <p class="fine">
            {texts::review_text(messages, initiative.review)} " · "
            {evidence(dataset, messages.rationale_rests_on(), &initiative.basis)} <SourceName dataset=dataset.clone() id=source />
        </p>
    }
}

/// Kind, organisations, ties, countries and years as terms and values.
fn facts(dataset: &Arc<Dataset>, explorer: Explorer, initiative: &Initiative) -> AnyView {
    let messages = explorer.messages();
    let names = Names::get(dataset);
    let text = |text: String| (!text.is_empty()).then(|| text.into_any());
    let list = |buttons: Vec<AnyView>, none: &'static str| {
        Some(if buttons.is_empty() { none.into_any() } else { buttons.into_any() })
    };
    let lines =
        initiative.lines.iter().map(|tie| line_button(dataset, explorer, tie.line, tie.tie)).collect();
    let goals =
        initiative.goals.iter().map(|tie| goal_button(dataset, explorer, tie.goal, tie.tie)).collect();
    let countries = initiative
        .countries
        .iter()
        .map(|code| view! { {country_button(&names, code.clone())} " " })
        .collect::<Vec<_>>();
    let years = initiative.years.iter().map(u16::to_string).collect::<Vec<_>>().join(", ");
    [
        (messages.initiative_kind(), text(names.entry_kind(&initiative.kind))),
        (messages.initiative_organisations(), text(initiative.organisations.join(", "))),
        (messages.project_lines(), list(lines, messages.initiatives_no_line())),
        (messages.initiative_goals(), list(goals, messages.initiatives_no_goal())),
        (messages.initiative_countries(), (!countries.is_empty()).then(|| countries.into_any())),
        (messages.initiative_years(), text(years)),
    ]
    .into_iter()
    .filter_map(|(term, value)| {
        Some(view! {
            <div>
                <dt>{term}</dt>
                <dd>{value?}</dd>
            </div>
        })
    })
    .collect_view()
    .into_any()
}

/// A line the initiative is tied to, and how; a click selects it.
fn line_button(dataset: &Dataset, explorer: Explorer, line: Line, tie: Tie) -> AnyView {
    select_button(
        explorer,
        Selection::Line(line),
        tie_text(explorer.messages(), &line_name(dataset, explorer.messages(), line), tie),
    )
}

/// A goal the initiative is tied to, and how; a click selects it.
fn goal_button(dataset: &Dataset, explorer: Explorer, goal: Goal, tie: Tie) -> AnyView {
    let name =
        format!("{} {}", explorer.messages().panel_goal(&goal.to_string()), dataset.matrix.goal_name(goal));
    select_button(explorer, Selection::Goal(goal), tie_text(explorer.messages(), &name, tie))
}

fn select_button(explorer: Explorer, selection: Selection, text: String) -> AnyView {
    let go = move |_| explorer.activate_selection(selection);
    view! { <button class="inline-button" type="button" on:click=go>{text}</button> " " }
}

/// The code and name of a line; C7 itself stands for an application that the report does not name.
pub(crate) fn line_name(dataset: &Dataset, messages: Messages, line: Line) -> String {
    match line {
        Line::C7 => messages.initiatives_no_application().to_owned(),
        other => format!("{} {}", other.parent().unwrap_or(other), dataset.matrix.line_name(other)),
    }
}

/// The thing that an initiative is tied to, with the kind of tie.
pub(crate) fn tie_text(messages: Messages, what: &str, tie: Tie) -> String {
    match tie {
        Tie::Stated => messages.initiatives_stated(what),
        Tie::Section => messages.initiatives_section(what),
        Tie::Collective => messages.initiatives_collective(what),
        Tie::Subject => messages.initiatives_by_subject(what),
    }
}
