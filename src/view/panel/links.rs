//! How the matrix ties a line to a goal: targets, source, and what is doubtful.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::contract::matrix::Link;
use wsis_core::{Goal, Language, Line, TargetCode};
use wsis_page::grid::{LinkMark, link_mark};

use super::basis::source_anchor;
use super::target_element_id;
use crate::state::{Explorer, Site};
use crate::view::any::view;
use crate::view::names::{http_address, language_if_other};

/// The link of a cell; for C7 the links of its e-applications.
#[component]
pub(super) fn LinkOfCell(site: Arc<Site>, line: Line, goal: Goal) -> impl IntoView {
    let messages = Explorer::get().messages;
    let mark = link_mark(&site.matrix, line, goal);
    let what = match mark {
        LinkMark::None => messages.panel_not_linked(line.id(), &goal.to_string()),
        LinkMark::Whole => messages.panel_whole().to_owned(),
        LinkMark::Targets(count) => messages.panel_targets(count),
    };
    let targets = site.matrix.targets_in(line, goal);
    let labels =
        (!targets.is_empty()).then(|| view! { <p class="fine">{messages.panel_target_labels()}</p> });
    let by_application = (line == Line::C7 && mark != LinkMark::None)
        .then(|| view! { <Applications site=site.clone() goal /> });
    let sources = source_facts(&site, line, goal);
    view! {
        <section class="link" aria-labelledby="link-title">
            <h3 id="link-title">{messages.panel_link()}</h3>
            <p>{what}</p>
            <TargetList site=site.clone() targets />
            {by_application}
            {labels}
            {sources}
        </section>
    }
}

/// Targets with their labels.
#[component]
pub(super) fn TargetList(
    /// Labels are taken from here.
    site: Arc<Site>,
    /// The targets, in order.
    targets: Vec<TargetCode>,
    /// Whether each can take the focus, which is so where the list is all there is of them.
    #[prop(optional)]
    reachable: bool,
) -> impl IntoView {
    let items = targets
        .into_iter()
        .map(|code| {
            let target = site.matrix.target(code);
            let language = target.and_then(|target| target.language).unwrap_or(site.language);
            let label = target.map(|target| target.label.clone()).unwrap_or_default();
            view! {
                <li id=reachable.then(|| target_element_id(code)) tabindex=reachable.then_some("-1")>
                    <span class="target-code" dir="ltr" data-goal=code.goal().to_string()>{code.to_string()}</span>
                    <span lang=language_if_other(language)>{label}</span>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="targets">{items}</ul> }
}

/// Targets by their codes alone, or the word that the goal as a whole is meant.
#[component]
pub(super) fn TargetCodes(targets: Vec<TargetCode>) -> impl IntoView {
    let messages = Explorer::get().messages;
    if targets.is_empty() {
        return view! { <bdi class="fine">{messages.panel_whole_short().to_owned()}</bdi> };
    }
    // Codes keep their order in mirrored pages: 9.c, never c.9.
    let codes: Vec<String> = targets.iter().map(|code| format!("\u{2066}{code}\u{2069}")).collect();
    view! { <bdi class="fine">{codes.join(", ")}</bdi> }
}

/// Which of C7's e-applications link to the goal, and through what.
#[component]
fn Applications(site: Arc<Site>, goal: Goal) -> impl IntoView {
    let messages = Explorer::get().messages;
    let items = site
        .matrix
        .links_in(Line::C7, goal)
        .map(|link| {
            let targets = link.targets.clone();
            view! {
                <li>
                    <span lang=language_if_other(site.language)>
                        {site.matrix.line_name(link.line).to_owned()}
                    </span>
                    <TargetCodes targets />
                </li>
            }
        })
        .collect_view();
    view! {
        <p>{messages.panel_applications()}</p>
        <ul class="by-application">{items}</ul>
    }
}

/// Where the links of a cell come from, and the notes on them.
fn source_facts(site: &Arc<Site>, line: Line, goal: Goal) -> impl IntoView + use<> {
    let messages = Explorer::get().messages;
    let notes = site
        .matrix
        .links_in(line, goal)
        .filter_map(|link| link.note.clone())
        .map(|note| {
            view! {
                <p class="doubt">
                    <strong>{messages.panel_doubt()}</strong>
                    " "
                    <span lang=language_if_other(Language::English)>{note}</span>
                </p>
            }
        })
        .collect_view();
    let mut ids: Vec<&str> = site.matrix.links_in(line, goal).map(|link| link.source.as_str()).collect();
    ids.dedup();
    let sources = ids
        .into_iter()
        .map(|id| {
            let links: Vec<&Link> =
                site.matrix.links_in(line, goal).filter(|link| link.source == id).collect();
            view! {
                <p class="fine source">
                    {messages.panel_source()} ": " <SourceName site=site.clone() id=id.to_owned() /> ", "
                    {lists_text(&links)}
                </p>
            }
        })
        .collect_view();
    view! {
        {notes}
        {sources}
    }
}

/// "in 4 of 4 lists of one source"; for C7 the fewest and the most of its e-applications.
fn lists_text(links: &[&Link]) -> String {
    let messages = Explorer::get().messages;
    let fewest = links.iter().map(|link| link.lists).min().unwrap_or(0);
    let most = links.iter().map(|link| link.lists).max().unwrap_or(0);
    let lists = if fewest == most { most.to_string() } else { format!("{fewest}–{most}") };
    messages.panel_lists(&lists)
}

/// A source by its id: its name, linked to where it can be read, or else to what is known of it.
#[component]
pub(in crate::view) fn SourceName(site: Arc<Site>, id: String) -> impl IntoView {
    let Some(source) = site.source(&id) else { return view! { <span>{id}</span> } };
    let name = source.name.clone();
    match source.address.as_deref().and_then(http_address) {
        Some(address) => view! { <a href=address rel="noreferrer">{name}</a> },
        None => view! { <a href=source_anchor(&id)>{name}</a> },
    }
}
