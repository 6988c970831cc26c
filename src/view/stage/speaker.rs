//! What the speaker alone sees: what the room sees now, what comes next, the notes, and the time.

use leptos::prelude::*;
use wsis_core::Language;
use wsis_core::talk::{Act, Cover};

use super::covers::{cover, step_name};
use super::step::step_view;
use super::trouble::trouble;
use crate::present::{Running, clock_text};
use crate::state::Explorer;
use crate::view::any::view;

/// The speaker view.
pub(super) fn speaker(running: Running) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let at = Memo::new(move |_| running.talk.with(|talk| talk.step));
    let now = move || running.script.step(at.get()).map(|step| step_view(running, &step, at.get()));
    let next = move || {
        let next = running.script.step(at.get() + 1);
        let text = next.map_or_else(
            || messages.stage_last().to_owned(),
            |step| step_name(&running.script.site(), &step),
        );
        view! { <p class="speaker-next" dir="auto"><b>{messages.stage_next_is()}</b> " " {text}</p> }
    };
    let notes = move || {
        let notes = running.script.step(at.get()).map(|step| step.notes.clone()).unwrap_or_default();
        let empty = notes.is_empty();
        let text = if empty { messages.stage_no_notes().to_owned() } else { notes };
        view! { <p class="speaker-notes" class:empty=empty dir="auto">{text}</p> }
    };
    let blank = move || {
        let covered = running.talk.with(|talk| matches!(talk.cover, Cover::Black | Cover::White));
        covered.then(|| view! { <p class="speaker-blank" role="status">{messages.stage_is_blank()}</p> })
    };
    let alone = move || {
        (!running.accompanied.get())
            .then(|| view! { <p class="speaker-alone" role="status">{messages.stage_alone()}</p> })
    };
    let button = move |act: Act, text: &'static str| {
        view! { <button type="button" on:click=move |_| running.act(act)>{text}</button> }
    };
    view! {
        <div class="speaker-room" lang=Language::English.code()>
            <header class="speaker-head">
                <h1>{messages.stage_notes_title()}</h1>
                {times(running)}
            </header>
            {alone}
            {move || trouble(running)}
            <div class="speaker-now" inert>{now}</div>
            <div class="speaker-words" role="region" aria-label=messages.stage_notes() tabindex="0">
                {blank}
                {notes}
                {next}
            </div>
            <nav class="speaker-controls" aria-label=messages.stage_controls()>
                {button(Act::Back, messages.stage_back())} {button(Act::Next, messages.stage_next())}
                {button(Act::Cover(Cover::Black), messages.stage_black())}
                {button(Act::Cover(Cover::Code), messages.stage_code())}
                {button(Act::Cover(Cover::Overview), messages.stage_overview())}
                {button(Act::Auto, messages.key_auto())}
                {button(Act::Start, messages.key_start())}
            </nav>
            {move || own_cover(running)}
        </div>
    }
}

/// What is covered here: what the room alone sees is only told of.
fn own_cover(running: Running) -> Option<AnyView> {
    let shown = running.talk.with(|talk| talk.cover);
    (!shown.is_for_the_room()).then(|| cover(running)).flatten()
}

/// Where the talk is, how long it has been going on, and how long it still takes.
fn times(running: Running) -> AnyView {
    let messages = Explorer::get().messages;
    let lasts = move || -> u64 { running.script.steps().iter().map(|step| u64::from(step.lasts())).sum() };
    let remaining = move || {
        let (elapsed, lasts) = (running.clock.elapsed(), lasts());
        if elapsed <= lasts {
            clock_text(lasts - elapsed)
        } else {
            format!("−{}", clock_text(elapsed - lasts))
        }
    };
    let number = move || {
        let (step, steps) = running.talk.with(|talk| (talk.step, talk.steps));
        if steps > 0 { format!("{} / {steps}", step + 1) } else { String::new() }
    };
    let over = move || running.clock.elapsed() > lasts();
    view! {
        <dl class="speaker-times">
            <div><dt>{messages.stage_step()}</dt><dd dir="ltr" id="speaker-step">{number}</dd></div>
            <div><dt>{messages.stage_elapsed()}</dt><dd dir="ltr" id="speaker-elapsed">{move || clock_text(running.clock.elapsed())}</dd></div>
            <div class:over=over><dt>{messages.stage_remaining()}</dt><dd dir="ltr">{remaining}</dd></div>
        </dl>
    }
}
