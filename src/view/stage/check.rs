//! One screen before a talk: what should be in order, and whether it is.

use leptos::prelude::*;
use wsis_core::Language;
use wsis_core::contract::Review;
use wsis_core::talk::Act;
use wsis_messages::Messages;

use crate::dom::{stage as screen, storage, timer};
use crate::offline::{Offline, Standing};
use crate::present::{Running, clock_text, letters_count};
use crate::state::Explorer;
use crate::view::any::view;
use crate::view::offline::readiness;
use crate::view::panel::review_text;

/// Text on stage must not be smaller than this, in thousandths of its height: 1/45.
const SMALLEST: u32 = 22;

/// The list, with what can be changed about it, and the way to begin.
pub(super) fn check(running: Running) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let full = RwSignal::new(screen::is_full_screen());
    crate::dom::listener::WindowListener::new("fullscreenchange", move |_: web_sys::Event| {
        full.set(screen::is_full_screen())
    })
    .keep();
    let key = move || match running.last_key.get() {
        key if key.is_empty() => (State::Open, messages.check_key_none().to_owned()),
        key => (State::Good, messages.check_key_seen(&key)),
    };
    let second_screen = || match screen::has_second_screen() {
        Some(true) => (State::Good, messages.check_screen_two()),
        Some(false) => (State::Open, messages.check_screen_one()),
        None => (State::Open, messages.check_screen_unknown()),
    };
    let (screen_state, screen_text) = second_screen();
    let whole = move || match (full.get(), screen::may_be_full_screen()) {
        (true, _) => (State::Good, messages.check_full()),
        (false, true) => (State::Open, messages.check_not_full()),
        (false, false) => (State::Bad, messages.check_no_full()),
    };
    let notes = move || match running.accompanied.get() {
        true => (State::Good, messages.check_notes_open()),
        false => (State::Open, messages.check_notes_closed()),
    };
    let address = move || {
        let shown = running.step().map(|step| step.view.clone()).unwrap_or_default();
        match explorer.public_address_of(&shown) {
            Some(address) => (State::Good, address),
            None => (State::Bad, messages.stage_code_none().to_owned()),
        }
    };
    let smallest = RwSignal::new(None::<u32>);
    timer::soon(move || _ = smallest.try_set(screen::smallest_text(".stage-room")));
    let text_size = move || match smallest.get() {
        None => (State::Open, String::new()),
        Some(share) => {
            let part = 1000 / share.max(1);
            let state = if share >= SMALLEST { State::Good } else { State::Bad };
            (state, messages.check_text_size(&part.to_string()))
        }
    };
    let offline = Offline::get();
    offline.look(running.script.site());
    let time = move || {
        let seconds: u64 = running.script.steps().iter().map(|step| u64::from(step.lasts())).sum();
        (State::Good, messages.check_time(&clock_text(seconds), &running.script.len().to_string()))
    };
    view! {
        <ul class="check">
            {item(messages.check_key(), key)}
            {item(messages.check_screen(), move || (screen_state, screen_text.to_owned()))}
            {item(messages.stage_full_screen(), move || { let (state, text) = whole(); (state, text.to_owned()) })}
            {item(messages.stage_notes(), move || { let (state, text) = notes(); (state, text.to_owned()) })}
            {item(messages.check_languages(), move || languages(explorer, running))}
            {item(messages.offline_title(), move || kept(messages, offline))}
            {item(messages.stage_code(), address)}
            {item(messages.check_text(), text_size)}
            {item(messages.check_length(), time)}
        </ul>
        <details class="check-offline">
            <summary>{messages.check_make_offline()}</summary>
            {readiness(running.script.site())}
        </details>
        <div class="check-choices">{second_language(explorer)} {letters()}</div>
        <p class="check-start">
            <button type="button" on:click=move |_| running.act(Act::FullScreen)>{messages.stage_full_screen()}</button>
            <button type="button" on:click=move |_| running.act(Act::Speaker)>{messages.stage_notes()}</button>
            <button type="button" class="primary" on:click=move |_| running.act(Act::Start)>{messages.check_start()}</button>
        </p>
    }
}

/// How it stands with a thing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Good,
    Open,
    Bad,
}

fn item(name: &'static str, state: impl Fn() -> (State, String) + Send + Sync + 'static) -> AnyView {
    let state = Memo::new(move |_| state());
    let mark = move || match state.get().0 {
        State::Good => "✓",
        State::Open => "○",
        State::Bad => "!",
    };
    view! {
        <li class:good=move || state.get().0 == State::Good class:bad=move || state.get().0 == State::Bad>
            <span class="check-mark" aria-hidden="true">{mark}</span>
            <b>{name}</b>
            <span dir="auto">{move || state.get().1}</span>
        </li>
    }
}

/// Whether the talk works without a network.
fn kept(messages: Messages, offline: Offline) -> (State, String) {
    match (offline.standing.get(), offline.state.get()) {
        (Standing::Ready, Some(state)) if !state.proved.is_empty() => {
            (State::Good, messages.offline_proved(&state.proved))
        }
        (Standing::Ready, Some(state)) => (State::Good, messages.offline_kept(&state.made)),
        (Standing::Off, _) => (State::Bad, messages.offline_none().to_owned()),
        _ => (State::Open, messages.offline_coming().to_owned()),
    }
}

/// The languages of the room, and how far the words in them have been checked.
fn languages(explorer: Explorer, running: Running) -> (State, String) {
    let messages = explorer.messages;
    let (first, second) =
        explorer.view.with(|view| (view.language.unwrap_or(Language::English), view.second));
    let tour = running.script.tour.get();
    let written = tour.as_ref().map(|tour| tour.language);
    let review = tour
        .and_then(|tour| tour.review)
        .map(|review: Review| review_text(messages, review))
        .unwrap_or_default();
    let names: Vec<&str> = [Some(first), second].into_iter().flatten().map(Language::own_name).collect();
    let mut text = names.join(" · ");
    if let Some(written) = written.filter(|written| *written != first) {
        text = format!("{text}. {}", messages.check_written_in(written.own_name()));
        return (State::Open, format!("{text} {review}"));
    }
    (State::Good, format!("{text}. {review}"))
}

/// The choice of a second language.
fn second_language(explorer: Explorer) -> AnyView {
    let messages = explorer.messages;
    let options = explorer.languages().into_iter().map(|language| {
        let chosen = move || explorer.view.with(|view| view.second) == Some(language);
        view! { <option value=language.code() lang=language.code() prop:selected=chosen>{language.own_name()}</option> }
    });
    view! {
        <label class="field">
            <span>{messages.check_second()}</span>
            <select id="second-language" on:change=move |event| explorer.set_second(event_target_value(&event).parse().ok())>
                <option value="" prop:selected=move || explorer.view.with(|view| view.second.is_none())>
                    {messages.check_second_none()}
                </option>
                {options.collect_view()}
            </select>
        </label>
    }
}

/// Whether single letters count.
fn letters() -> AnyView {
    let messages = Explorer::get().messages;
    let count = letters_count();
    let choose = move |event| {
        let chosen = event_target_checked(&event);
        storage::set_letters(chosen);
        count.set(chosen);
    };
    view! {
        <label class="choice-box">
            <input type="checkbox" id="letters" prop:checked=move || count.get() on:change=choose />
            <span>{messages.check_letters()}</span>
        </label>
    }
}
