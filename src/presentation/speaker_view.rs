//! The speaker view: current step, next step, notes and time.

use leptos::prelude::*;
use wsis_core::presentation::{Command, Overlay};
use wsis_state::Explorer;
use wsis_state::effect::memo;

use crate::presentation::clock::clock_text;
use crate::presentation::errors::slides_error;
use crate::presentation::overlays::overlay;
use crate::presentation::session::PresentationSession;
use crate::presentation::slide::board::board;
use crate::presentation::slide::labels::step_name;
use crate::presentation::slide::step_view;
use crate::ui::any_view::view;

/// The speaker view.
pub(crate) fn speaker_view(session: PresentationSession) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let at = memo(move || session.state.with(|state| state.step));
    let now = move || session.slides.step(at.get()).map(|step| step_view(session, &step, at.get()));
    let next = move || next_step(session, at.get());
    let notes = move || {
        let notes = session.slides.step(at.get()).map(|step| step.notes.clone()).unwrap_or_default();
        let empty = notes.is_empty();
        let text = if empty { messages.stage_no_notes().to_owned() } else { notes };
        view! { <p class="speaker-notes" class:empty=empty dir="auto">{text}</p> }
    };
    let blank = move || {
        let covered = session.state.with(|state| matches!(state.overlay, Overlay::Black | Overlay::White));
        covered.then(|| view! { <p class="speaker-blank" role="status">{messages.stage_is_blank()}</p> })
    };
    let alone = move || {
        (!session.has_other_window.get())
            .then(|| view! { <p class="speaker-alone" role="status">{messages.stage_alone()}</p> })
    };
    let button = move |command: Command, text: &'static str| {
        view! { <button type="button" on:click=move |_| session.apply(command)>{text}</button> }
    };
    view! {
        <div class="speaker-room" lang=explorer.page_language().code()>
            <header class="speaker-head">
                <h1>{messages.stage_notes_title()}</h1>
                {times(session)}
            </header>
            {alone}
            {move || slides_error(session)}
            <div class="speaker-now" inert>{now}</div>
            <div class="speaker-words" role="region" aria-label=messages.stage_notes() tabindex="0">
                {blank}
                {notes}
                {next}
            </div>
            <nav class="speaker-controls" aria-label=messages.stage_controls()>
                {button(Command::Back, messages.stage_back())} {button(Command::Next, messages.stage_next())}
                {button(Command::Toggle(Overlay::Black), messages.stage_black())}
                {button(Command::Toggle(Overlay::Code), messages.stage_code())}
                {button(Command::Toggle(Overlay::Overview), messages.stage_overview())}
                {button(Command::Auto, messages.key_auto())}
                {button(Command::Start, messages.key_start())}
            </nav>
            {move || own_overlay(session)}
        </div>
    }
}

/// The step behind the current one, with its place in the matrix. Tracked.
fn next_step(session: PresentationSession, at: usize) -> AnyView {
    let messages = session.explorer.messages();
    let next = session.slides.step(at + 1);
    let picture = next.as_ref().map(|step| {
        view! { <span class="overview-picture">{board(session, step.view.selection)}</span> }
    });
    let text = next
        .map_or_else(|| messages.stage_last().to_owned(), |step| step_name(&session.slides.dataset(), &step));
    view! {
        <div class="speaker-next">
            {picture}
            <p dir="auto">
                <b>{messages.stage_next_is()}</b>
                " "
                {text}
            </p>
        </div>
    }
}

/// The overlay of this window. An overlay of the room alone is only reported.
fn own_overlay(session: PresentationSession) -> Option<AnyView> {
    let shown = session.state.with(|state| state.overlay);
    (!shown.is_shared()).then(|| overlay(session)).flatten()
}

/// Where the state is, how long it has been going on, and how long it still takes.
fn times(session: PresentationSession) -> AnyView {
    let messages = Explorer::get().messages();
    let lasts = move || -> u64 { session.slides.steps().iter().map(|step| u64::from(step.duration())).sum() };
    let remaining = move || {
        let (elapsed, lasts) = (session.clock.elapsed(), lasts());
        if elapsed <= lasts {
            clock_text(lasts - elapsed)
        } else {
            format!("−{}", clock_text(elapsed - lasts))
        }
    };
    let number = move || {
        let (step, steps) = session.state.with(|state| (state.step, state.steps));
        if steps > 0 { format!("{} / {steps}", step + 1) } else { String::new() }
    };
    let over = move || session.clock.elapsed() > lasts();
    view! {
        <dl class="speaker-times">
            <div><dt>{messages.stage_step()}</dt><dd dir="ltr" id="speaker-step">{number}</dd></div>
            <div><dt>{messages.stage_elapsed()}</dt><dd dir="ltr" id="speaker-elapsed">{move || clock_text(session.clock.elapsed())}</dd></div>
            <div class:over=over><dt>{messages.stage_remaining()}</dt><dd dir="ltr">{remaining}</dd></div>
        </dl>
    }
}
