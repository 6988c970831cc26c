//! Rationales of links.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::contract::rationales::{Rationale, Rationales};
use wsis_core::{Goal, Line};
use wsis_page::texts;
use wsis_state::Dataset;
use wsis_state::Explorer;
use wsis_state::layout::PanelTab;

use crate::content::evidence::evidence;
use crate::content::language::lang_if_other;
use crate::content::language::text_lang;
use crate::details::marked::marked_by_search;
use crate::ui::any_view::view;
use crate::ui::loading::Placeholder;
use crate::ui::loading::when_loaded;

/// The rationale of a linked cell; for C7 those of its e-applications, each under its name.
#[component]
pub(crate) fn RationaleOfCell(dataset: Arc<Dataset>, line: Line, goal: Goal) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let waiting = Placeholder { label: messages.rationale_loading(), bars: 2 };
    let names = dataset.clone();
    let content = when_loaded(explorer.data.rationales, dataset, waiting, move |all: Arc<Rationales>| {
        let found: Vec<&Rationale> =
            all.rationales.iter().filter(|one| one.goal == goal && line.covers(one.line)).collect();
        if found.is_empty() {
            return view! { <p class="empty">{messages.rationale_none()}</p> };
        }
        found
            .into_iter()
            .map(|one| {
                let name = (one.line != line).then(|| {
                    let name = names.matrix.line_name(one.line).to_owned();
                    view! { <h4 lang=lang_if_other(names.language)>{name}</h4> }
                });
                view! {
                    {name}
                    <p class="voice" lang=text_lang(&names, one.language)>{marked_by_search(explorer, one.text.clone())}</p>
                    <p class="fine">
                        {texts::review_text(messages, one.review)} " · " {evidence(&names, messages.rationale_rests_on(), &one.basis)}
                    </p>
                }
            })
            .collect_view()
            .into_any()
    });
    view! {
        <section class="rationale" aria-labelledby="rationale-title">
            <h3 class="tab-title" id="rationale-title">{messages.rationale_title()}</h3>
            {content}
        </section>
    }
}

/// The beginning of the rationale below the heading, which opens the whole of it; nothing until it is there.
#[component]
pub(crate) fn RationaleTeaser(dataset: Arc<Dataset>, line: Line, goal: Goal) -> impl IntoView {
    let explorer = Explorer::get();
    let kept = explorer.data.rationales;
    kept.ensure_loaded(&dataset);
    let text = move || {
        let all = kept.ready()?;
        let one = all.rationales.iter().find(|one| one.goal == goal && line.covers(one.line))?;
        let open = move |_| explorer.layout.tab.set(Some(PanelTab::Why));
        Some(view! {
            <button class="teaser voice" type="button" on:click=open>
                <span lang=text_lang(&dataset, one.language)>{one.text.clone()}</span>
            </button>
        })
    };
    // Its place is kept, so that nothing below moves when the text comes.
    view! { <div class="teaser-place">{text}</div> }
}

/// The rationale of a link as a short text in a list of links; nothing until it is there.
#[component]
pub(crate) fn RationaleOfLink(dataset: Arc<Dataset>, line: Line, goal: Goal) -> impl IntoView {
    let kept = Explorer::get().data.rationales;
    kept.ensure_loaded(&dataset);
    move || {
        let all = kept.ready()?;
        let one = all.rationales.iter().find(|one| one.line == line && one.goal == goal)?;
        Some(view! { <p class="link-why" lang=text_lang(&dataset, one.language)>{one.text.clone()}</p> })
    }
}
