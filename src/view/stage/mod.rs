//! The stage: one step of a talk at a time, in type for a room; what covers it; and the speaker's own view.
//!
//! Comes later, with a style sheet of its own: nobody presents what has not been looked at. No text on it is smaller than
//! 1/45 of its height.

mod bars;
mod board;
mod check;
mod code;
mod controls;
mod covers;
mod hand_out;
mod speaker;
mod step;
mod trouble;

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::Language;
use wsis_core::address::Presenting;
use wsis_core::talk::Cover;

use super::any::{truth, view};
use super::names::language_if_other;
use crate::dom::{page, stage as screen, timer};
use crate::offline::Offline;
use crate::present::{Running, clock_text};
use crate::state::{Explorer, Site};
use controls::{controls, to_full_screen};
use covers::cover;
pub(super) use covers::{place_code, step_name};
use speaker::speaker;
use step::step_view;
pub(super) use trouble::not_read;
use trouble::trouble;

/// What is presented: on stage, or for the speaker alone.
pub(super) fn stage(site: Arc<Site>) -> AnyView {
    let explorer = Explorer::get();
    page::set_root_attribute("data-stage", Some(""));
    on_cleanup(|| page::set_root_attribute("data-stage", None));
    let running = Running::start(explorer, &site);
    if explorer.view.with_untracked(|view| view.presenting) == Presenting::Speaker {
        return speaker(running);
    }
    let messages = explorer.messages;
    let captions = move || running.talk.with(|talk| talk.captions);
    let kiosk = running.is_kiosk();
    let bar = (!kiosk).then(|| controls(running));
    let shown = Memo::new(move |_| running.talk.with(|talk| talk.step));
    let step = move || {
        let at = shown.get();
        running.script.step(at).map(|step| step_view(running, &step, at))
    };
    fit_when_drawn(running, shown);
    view! {
        <div
            class="stage-room"
            id="stage"
            class:with-captions=captions
            class:is-kiosk=kiosk
            lang=Language::English.code()
        >
            <main class="stage-main" aria-label=messages.stage_label()>
                <p class="visually-hidden" role="status">{move || position(running)}</p>
                {move || trouble(running)}
                {step}
            </main>
            <div class="stage-foot">{bar} {strip(running)}</div>
            {move || cover(running)}
        </div>
    }
}

/// The words are made as large as they fit once a step, or what it waits for, has been drawn.
fn fit_when_drawn(running: Running, shown: Memo<usize>) {
    Effect::new(move || {
        shown.track();
        let explorer = Explorer::get();
        running.talk.with(|talk| (talk.captions, talk.cover == Cover::HandOut));
        let step = running.step();
        if let Some(project) = step.and_then(|step| step.view.project.clone()) {
            let _ = running.script.project(&project);
        }
        let _ = (
            explorer.rationales.ready().is_some(),
            running.script.second().is_some(),
            explorer.index.ready().is_some(),
            explorer.vocabulary.ready().is_some(),
        );
        timer::soon(|| screen::fit(".stage-words"));
    });
    let listener =
        crate::dom::listener::WindowListener::new("resize", |_: web_sys::Event| screen::fit(".stage-words"));
    listener.keep();
}

/// Which step it is, in words for those who hear the page.
fn position(running: Running) -> String {
    let (step, steps) = running.talk.with(|talk| (talk.step, talk.steps));
    if steps == 0 {
        return String::new();
    }
    Explorer::get().messages.stage_position(&(step + 1).to_string(), &steps.to_string())
}

/// What always stands: what the collection covers, and where the talk is.
fn strip(running: Running) -> AnyView {
    let site = running.script.site();
    let (language, coverage) = site.coverage();
    let coverage = coverage.to_owned();
    let remains = move || {
        running.remains().map(|seconds| view! { <span class="stage-clock">{clock_text(seconds)}</span> })
    };
    // Without a network the room is told of which day the data are.
    let offline = Offline::get();
    offline.look(site.clone());
    let stale = move || {
        let messages = running.explorer.messages;
        offline.stale.get().map(|day| view! { <p class="stage-stale">{messages.offline_stale(&day)}</p> })
    };
    let refused = move || {
        let text = running.explorer.messages.stage_refused();
        running.refused.get().then(|| view! { <p class="stage-stale" role="alert">{text}</p> })
    };
    let number = move || {
        let talk = running.talk.get();
        let typed = talk.typed.map(|typed| view! { <b class="stage-typed">{typed.to_string()}</b> });
        let steps = (talk.steps > 0).then(|| format!("{} / {}", talk.step + 1, talk.steps));
        view! { {typed} <span dir="ltr">{steps}</span> }
    };
    view! {
        <footer class="stage-strip">
            <p class="coverage" lang=language_if_other(language)>{coverage}</p>
            {stale}
            {refused}
            {to_full_screen(running)}
            <p class="stage-number" aria-hidden=truth(true)>{remains} {number}</p>
        </footer>
    }
}
