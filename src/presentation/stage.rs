//! The stage: one step at a time in large type, with overlays and controls. No text on it is smaller than 1/45 of its
//! height.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::address::Presenting;
use wsis_core::presentation::Overlay;
use wsis_platform::document;
use wsis_platform::listener::WindowListener;
use wsis_platform::timer;
use wsis_state::Dataset;
use wsis_state::Explorer;
use wsis_state::effect::{effect, memo};

use crate::content::language::lang_if_other;
use crate::lazy_views::OfflineSlots;
use crate::presentation::clock::clock_text;
use crate::presentation::controls::controls;
use crate::presentation::errors::slides_error;
use crate::presentation::input;
use crate::presentation::overlays::overlay;
use crate::presentation::screen;
use crate::presentation::session::PresentationSession;
use crate::presentation::slide::step_view;
use crate::presentation::speaker_view::speaker_view;
use crate::ui::any_view::aria_bool;
use crate::ui::any_view::view;

/// The presentation on stage, or its speaker view.
pub(crate) fn stage(dataset: Arc<Dataset>, offline: OfflineSlots) -> AnyView {
    let explorer = Explorer::get();
    document::set_root_attribute("data-stage", Some(""));
    on_cleanup(|| document::set_root_attribute("data-stage", None));
    let session = PresentationSession::start(explorer, &dataset, offline);
    input::listen(session);
    if explorer.navigation.view.with_untracked(|view| view.presenting) == Presenting::Speaker {
        return speaker_view(session);
    }
    let messages = explorer.messages();
    let captions = move || session.state.with(|state| state.captions);
    let kiosk = session.is_kiosk();
    // Where there is nothing to show, the list of tours is all there is to do.
    let bar = move || (!kiosk && session.slides.len() > 0).then(|| controls(session));
    let shown = memo(move || session.state.with(|state| state.step));
    let step = move || {
        let at = shown.get();
        session.slides.step(at).map(|step| step_view(session, &step, at))
    };
    fit_when_drawn(session, shown);
    view! {
        <div
            class="stage-room"
            id="stage"
            class:with-captions=captions
            class:is-kiosk=kiosk
            lang=explorer.page_language().code()
        >
            <main class="stage-main" aria-label=messages.stage_label()>
                <p class="visually-hidden" role="status">{move || position(session)}</p>
                {move || slides_error(session)}
                {step}
            </main>
            <div class="stage-foot">{bar} {strip(session)} {step_number(session)}</div>
            {move || overlay(session)}
        </div>
    }
}

/// Fits the text once a step, or what it waits for, has been drawn.
fn fit_when_drawn(session: PresentationSession, shown: Memo<usize>) {
    effect(move || {
        shown.track();
        let explorer = Explorer::get();
        session.state.with(|state| (state.captions, state.overlay == Overlay::Handouts));
        let step = session.step();
        if let Some(project) = step.and_then(|step| step.view.project().cloned()) {
            let _ = session.slides.project(&project);
        }
        let _ = (
            explorer.data.rationales.ready().is_some(),
            session.slides.second().is_some(),
            explorer.data.index.ready().is_some(),
            explorer.data.vocabulary.ready().is_some(),
        );
        timer::run_soon(|| screen::fit(".stage-words"));
    });
    let listener = WindowListener::new("resize", |_: web_sys::Event| screen::fit(".stage-words"));
    listener.keep();
}

/// The position, for screen readers.
fn position(session: PresentationSession) -> String {
    let (step, steps) = session.state.with(|state| (state.step, state.steps));
    if steps == 0 {
        return String::new();
    }
    Explorer::get().messages().stage_position(&(step + 1).to_string(), &steps.to_string())
}

/// The strip at the foot: the coverage. The controls take its place.
fn strip(session: PresentationSession) -> AnyView {
    let dataset = session.slides.dataset();
    let (language, coverage) = dataset.coverage();
    let coverage = coverage.to_owned();
    let watch = (session.offline.watch)();
    view! {
        <footer class="stage-strip">
            <p class="coverage" lang=lang_if_other(language)>{coverage}</p>
            {watch}
        </footer>
    }
}

/// The position at the end of the foot, and in autoplay the time that remains.
fn step_number(session: PresentationSession) -> AnyView {
    let remains = move || {
        session
            .remaining_seconds()
            .map(|seconds| view! { <span class="stage-clock">{clock_text(seconds)}</span> })
    };
    let number = move || {
        let state = session.state.get();
        let typed = state.typed.map(|typed| view! { <b class="stage-typed">{typed.to_string()}</b> });
        let steps = (state.steps > 0).then(|| format!("{} / {}", state.step + 1, state.steps));
        view! { {typed} <span dir="ltr">{steps}</span> }
    };
    view! { <p class="stage-number" aria-hidden=aria_bool(true)>{remains} {number}</p> }
}
