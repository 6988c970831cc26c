//! The report's initiatives, below the projects and never counted with them.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::Line;
use wsis_core::contract::context::{Initiative, Initiatives, Tie};
use wsis_core::messages::Messages;

use super::links::SourceName;
use crate::state::{Explorer, Site};
use crate::view::any::view;
use crate::view::failure::{Waiting, from_kept};
use crate::view::names::Names;

/// Which initiatives belong to what is selected.
type Belongs = Callback<Initiative, bool>;

/// How many are shown before a person asks for all.
const FIRST: usize = 4;

/// The initiatives that belong to what is selected.
#[component]
pub(super) fn InitiativeList(
    /// Names are taken from here.
    site: Arc<Site>,
    /// Which belong.
    #[prop(into)]
    belongs: Belongs,
) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let waiting = Waiting { label: messages.initiatives_loading(), bars: 3 };
    let content =
        from_kept(explorer.initiatives, site.clone(), waiting, move |all| found(&site, &all, belongs));
    view! {
        <section class="initiatives" aria-labelledby="initiatives-title">
            <h3 id="initiatives-title">{messages.initiatives_title()}</h3>
            <p class="fine">{messages.initiatives_explain()}</p>
            {content}
        </section>
    }
}

/// Those that belong, the first few shown at once.
fn found(site: &Arc<Site>, all: &Initiatives, belongs: Belongs) -> AnyView {
    let messages = Explorer::get().messages;
    let found: Vec<Initiative> =
        all.initiatives.iter().filter(|initiative| belongs.run((*initiative).clone())).cloned().collect();
    if found.is_empty() {
        return view! { <p class="empty">{messages.initiatives_none()}</p> };
    }
    let total = found.len();
    let shows_all = RwSignal::new(total <= FIRST);
    let site = site.clone();
    let items = move || {
        let count = if shows_all.get() { total } else { FIRST };
        found
            .iter()
            .take(count)
            .map(|initiative| view! { <Item site=site.clone() initiative=initiative.clone() /> })
            .collect_view()
    };
    let more = move || {
        (!shows_all.get()).then(|| {
            let count = u32::try_from(total).unwrap_or(u32::MAX);
            view! {
                <p class="next-page">
                    <button type="button" on:click=move |_| shows_all.set(true)>
                        {messages.initiatives_more(count)}
                    </button>
                </p>
            }
        })
    };
    view! {
        <ul class="initiative-list">{items}</ul>
        {more}
    }
}

#[component]
fn Item(site: Arc<Site>, initiative: Initiative) -> impl IntoView {
    let messages = Explorer::get().messages;
    let ties =
        ties(&site, messages, &initiative).into_iter().map(|tie| view! { <li>{tie}</li> }).collect_view();
    let kind = initiative.kind.clone();
    let organisations = initiative.organisations.join(", ");
    let note = initiative.note.clone().map(|note| view! { <p class="fine">{note}</p> });
    let names_site = site.clone();
    view! {
        <li class="initiative">
            <p class="initiative-name">{initiative.name.clone()}</p>
            <p class="project-facts">
                <span class="fact">{move || Names::get(&names_site).entry_kind(&kind)}</span>
                <span class="fact">{organisations}</span>
            </p>
            <p>{initiative.text.clone()}</p>
            <details class="ties">
                <summary>{messages.initiatives_basis(&initiative.basis)}</summary>
                <ul>{ties}</ul>
                {note}
                <p class="fine"><SourceName site id=initiative.source.clone() /></p>
            </details>
        </li>
    }
}

/// How the report ties it to lines and goals, each in a sentence.
fn ties(site: &Site, messages: Messages, initiative: &Initiative) -> Vec<String> {
    let say = |what: &str, tie| match tie {
        Tie::Stated => messages.initiatives_stated(what),
        Tie::Section => messages.initiatives_section(what),
    };
    let line_name = |line: Line| match line {
        Line::C7 => messages.initiatives_no_application().to_owned(),
        other => format!("{} {}", other.parent().unwrap_or(other), site.matrix.line_name(other)),
    };
    let lines = initiative.lines.iter().map(|tie| say(&line_name(tie.line), tie.tie));
    let goals = initiative.goals.iter().map(|tie| say(&messages.panel_goal(&tie.goal.to_string()), tie.tie));
    let no_line = initiative.lines.is_empty().then(|| messages.initiatives_no_line().to_owned());
    let no_goal = initiative.goals.is_empty().then(|| messages.initiatives_no_goal().to_owned());
    lines.chain(goals).chain(no_line).chain(no_goal).collect()
}
