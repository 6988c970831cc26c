//! The link of a cell: its targets, its source and doubts.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::contract::matrix::Link;
use wsis_core::{Goal, Language, Line};
use wsis_page::grid::{LinkMark, link_mark};
use wsis_state::Dataset;
use wsis_state::Explorer;

use crate::content::language::lang_if_other;
use crate::content::sources::SourceName;
use crate::details::targets::TargetCodes;
use crate::details::targets::TargetList;
use crate::ui::any_view::view;

/// The link of a cell; for C7 the links of its e-applications.
#[component]
pub(crate) fn LinkOfCell(dataset: Arc<Dataset>, line: Line, goal: Goal) -> impl IntoView {
    let messages = Explorer::get().messages();
    let mark = link_mark(&dataset.matrix, line, goal);
    let what = match mark {
        LinkMark::None => messages.panel_not_linked(line.id(), &goal.to_string()),
        LinkMark::Whole => messages.panel_whole().to_owned(),
        LinkMark::Targets(count) => messages.panel_targets(count),
    };
    let targets = dataset.matrix.targets_in(line, goal);
    let labels =
        (!targets.is_empty()).then(|| view! { <p class="fine">{messages.panel_target_labels()}</p> });
    let by_application = (line == Line::C7 && mark != LinkMark::None)
        .then(|| view! { <Applications dataset=dataset.clone() goal /> });
    view! {
        <section class="link" aria-labelledby="link-title">
            <h3 class="tab-title" id="link-title">{messages.panel_link()}</h3>
            <p>{what}</p>
            <TargetList dataset=dataset.clone() targets />
            {by_application}
            {labels}
        </section>
    }
}

/// Where the link of a cell comes from, and what is doubtful about it; of an unlinked cell, that it is not linked.
#[component]
pub(crate) fn SourceOfLink(dataset: Arc<Dataset>, line: Line, goal: Goal) -> impl IntoView {
    let messages = Explorer::get().messages();
    let unlinked = (link_mark(&dataset.matrix, line, goal) == LinkMark::None)
        .then(|| view! { <p class="empty">{messages.panel_not_linked(line.id(), &goal.to_string())}</p> });
    view! {
        {unlinked}
        {source_facts(&dataset, line, goal)}
    }
}

/// Which of C7's e-applications link to the goal, and through what.
#[component]
fn Applications(dataset: Arc<Dataset>, goal: Goal) -> impl IntoView {
    let messages = Explorer::get().messages();
    let items = dataset
        .matrix
        .links_in(Line::C7, goal)
        .map(|link| {
            let targets = link.targets.clone();
            view! {
                <li>
                    <span lang=lang_if_other(dataset.language)>
                        {dataset.matrix.line_name(link.line).to_owned()}
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
fn source_facts(dataset: &Arc<Dataset>, line: Line, goal: Goal) -> impl IntoView + use<> {
    let messages = Explorer::get().messages();
    let notes = dataset
        .matrix
        .links_in(line, goal)
        .filter_map(|link| link.note.clone())
        .map(|note| {
            view! {
                <p class="doubt">
                    <strong>{messages.panel_doubt()}</strong>
                    " "
                    <span lang=lang_if_other(Language::English)>{note}</span>
                </p>
            }
        })
        .collect_view();
    let mut ids: Vec<&str> = dataset.matrix.links_in(line, goal).map(|link| link.source.as_str()).collect();
    ids.dedup();
    let sources = ids
        .into_iter()
        .map(|id| {
            let links: Vec<&Link> =
                dataset.matrix.links_in(line, goal).filter(|link| link.source == id).collect();
            view! {
                <p class="fine source">
                    {messages.panel_source()} {messages.site_colon()} <SourceName dataset=dataset.clone() id=id.to_owned() /> ", "
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
    let messages = Explorer::get().messages();
    let fewest = links.iter().map(|link| link.lists).min().unwrap_or(0);
    let most = links.iter().map(|link| link.lists).max().unwrap_or(0);
    let lists = if fewest == most { most.to_string() } else { format!("{fewest}–{most}") };
    messages.panel_lists(&lists)
}
