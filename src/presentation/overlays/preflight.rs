//! The preflight check before a presentation.

use leptos::prelude::*;
use wsis_core::Language;
use wsis_core::contract::Review;
use wsis_core::presentation::Command;
use wsis_state::effect::memo;
use wsis_state::offline::Availability;
use wsis_state::shortcuts::{letters_are_on, set_letters};

use wsis_messages::Messages;
use wsis_page::texts;
use wsis_platform::listener::WindowListener;
use wsis_platform::timer;
use wsis_state::Explorer;

use crate::presentation::clock::clock_text;
use crate::presentation::screen;
use crate::presentation::session::PresentationSession;
use crate::ui::any_view::view;

/// Text on stage must not be smaller than this, in thousandths of its height: 1/45.
const SMALLEST: u32 = 22;

/// The list, with what can be changed about it, and the way to begin.
pub(crate) fn preflight(session: PresentationSession) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    view! {
        <ul class="check">
            {item(messages.check_key(), move || last_key(messages, session))}
            {item(messages.check_screen(), second_screen(messages))}
            {item(messages.stage_full_screen(), full_screen(messages))}
            {item(messages.stage_notes(), move || speaker_window(messages, session))}
            {item(messages.check_languages(), move || languages(explorer, session))}
            {item(messages.offline_title(), move || offline_copy(explorer))}
            {item(messages.stage_code(), move || code_address(explorer, session))}
            {item(messages.check_text(), text_size(messages))}
            {item(messages.check_length(), move || length(messages, session))}
        </ul>
        <details class="check-offline">
            <summary>{messages.check_make_offline()}</summary>
            {(session.offline.status)()}
        </details>
        <div class="check-choices">{second_language(explorer)} {letters()}</div>
        <p class="check-start">
            <button type="button" on:click=move |_| session.apply(Command::FullScreen)>{messages.stage_full_screen()}</button>
            <button type="button" on:click=move |_| session.apply(Command::Speaker)>{messages.stage_notes()}</button>
            <button type="button" class="primary" on:click=move |_| session.apply(Command::Start)>{messages.check_start()}</button>
        </p>
    }
}

/// The state of a check.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CheckState {
    Good,
    Open,
    Bad,
}

fn item(name: &'static str, state: impl Fn() -> (CheckState, String) + Send + Sync + 'static) -> AnyView {
    let state = memo(state);
    let mark = move || match state.get().0 {
        CheckState::Good => "✓",
        CheckState::Open => "○",
        CheckState::Bad => "!",
    };
    view! {
        <li class:good=move || state.get().0 == CheckState::Good class:bad=move || state.get().0 == CheckState::Bad>
            <span class="check-mark" aria-hidden="true">{mark}</span>
            <b>{name}</b>
            <span dir="auto">{move || state.get().1}</span>
        </li>
    }
}

/// Whether a key or a clicker has arrived here.
fn last_key(messages: Messages, session: PresentationSession) -> (CheckState, String) {
    match session.last_key.get() {
        key if key.is_empty() => (CheckState::Open, messages.check_key_none().to_owned()),
        key => (CheckState::Good, messages.check_key_seen(&key)),
    }
}

/// Whether there is a second screen; asked once.
fn second_screen(messages: Messages) -> impl Fn() -> (CheckState, String) {
    let (state, text) = match screen::has_second_screen() {
        Some(true) => (CheckState::Good, messages.check_screen_two()),
        Some(false) => (CheckState::Open, messages.check_screen_one()),
        None => (CheckState::Open, messages.check_screen_unknown()),
    };
    move || (state, text.to_owned())
}

/// Whether the stage fills the screen, or may.
fn full_screen(messages: Messages) -> impl Fn() -> (CheckState, String) {
    let is_full = RwSignal::new(screen::is_full_screen());
    let update = move |_: web_sys::Event| is_full.set(screen::is_full_screen());
    WindowListener::new("fullscreenchange", update).keep();
    move || {
        let (state, text) = match (is_full.get(), screen::allows_full_screen()) {
            (true, _) => (CheckState::Good, messages.check_full()),
            (false, true) => (CheckState::Open, messages.check_not_full()),
            (false, false) => (CheckState::Bad, messages.check_no_full()),
        };
        (state, text.to_owned())
    }
}

/// Whether the window with the notes is open.
fn speaker_window(messages: Messages, session: PresentationSession) -> (CheckState, String) {
    match session.has_other_window.get() {
        true => (CheckState::Good, messages.check_notes_open().to_owned()),
        false => (CheckState::Open, messages.check_notes_closed().to_owned()),
    }
}

/// The address that phones are given.
fn code_address(explorer: Explorer, session: PresentationSession) -> (CheckState, String) {
    let shown = session.step().map(|step| step.view.clone()).unwrap_or_default();
    match explorer.deployment.public_address_of(&shown) {
        Some(address) => (CheckState::Good, address),
        None => (CheckState::Bad, explorer.messages().stage_code_none().to_owned()),
    }
}

/// The size of the smallest text on stage, measured once it is drawn.
fn text_size(messages: Messages) -> impl Fn() -> (CheckState, String) {
    let smallest = RwSignal::new(None::<u32>);
    timer::run_soon(move || _ = smallest.try_set(screen::smallest_text(".stage-room")));
    move || match smallest.get() {
        None => (CheckState::Open, String::new()),
        Some(share) => {
            let part = 1000 / share.max(1);
            let state = if share >= SMALLEST { CheckState::Good } else { CheckState::Bad };
            (state, messages.check_text_size(&part.to_string()))
        }
    }
}

/// The planned time of all steps.
fn length(messages: Messages, session: PresentationSession) -> (CheckState, String) {
    let seconds: u64 = session.slides.steps().iter().map(|step| u64::from(step.duration())).sum();
    (CheckState::Good, messages.check_time(&clock_text(seconds), &session.slides.len().to_string()))
}

/// Whether the presentation works without a network.
fn offline_copy(explorer: Explorer) -> (CheckState, String) {
    let (messages, offline) = (explorer.messages(), explorer.offline);
    match (offline.availability.get(), offline.copy.get()) {
        (Availability::Ready, Some(copy)) if !copy.proved.is_empty() => {
            (CheckState::Good, messages.offline_proved(&copy.proved))
        }
        (Availability::Ready, Some(copy)) => (CheckState::Good, messages.offline_kept(&copy.made)),
        (Availability::Off, _) => (CheckState::Bad, messages.offline_none().to_owned()),
        _ => (CheckState::Open, messages.offline_coming().to_owned()),
    }
}

/// The languages of the room, and how far the words in them have been checked.
fn languages(explorer: Explorer, session: PresentationSession) -> (CheckState, String) {
    let messages = explorer.messages();
    let (first, second) = explorer
        .navigation
        .view
        .with(|view| (view.language.unwrap_or(Language::English), view.second_language));
    let tour = session.slides.tour.get();
    let written = tour.as_ref().map(|tour| tour.language);
    let review = tour
        .and_then(|tour| tour.review)
        .map(|review: Review| texts::review_text(messages, review))
        .unwrap_or_default();
    let names: Vec<&str> = [Some(first), second].into_iter().flatten().map(Language::own_name).collect();
    let mut text = names.join(" · ");
    if let Some(written) = written.filter(|written| *written != first) {
        text = format!("{text}. {}", messages.check_written_in(written.own_name()));
        return (CheckState::Open, format!("{text} {review}"));
    }
    (CheckState::Good, format!("{text}. {review}"))
}

/// The choice of a second language.
fn second_language(explorer: Explorer) -> AnyView {
    let messages = explorer.messages();
    let options = explorer.deployment.languages().into_iter().map(|language| {
        let chosen = move || explorer.navigation.view.with(|view| view.second_language) == Some(language);
        view! { <option value=language.code() lang=language.code() prop:selected=chosen>{language.own_name()}</option> }
    });
    view! {
        <label class="field">
            <span>{messages.check_second()}</span>
            <select id="second-language" on:change=move |event| explorer.navigation.set_second_language(event_target_value(&event).parse().ok())>
                <option value="" prop:selected=move || explorer.navigation.view.with(|view| view.second_language.is_none())>
                    {messages.check_second_none()}
                </option>
                {options.collect_view()}
            </select>
        </label>
    }
}

/// Whether single letters count.
fn letters() -> AnyView {
    let messages = Explorer::get().messages();
    let count = RwSignal::new(letters_are_on());
    let choose = move |event| {
        let chosen = event_target_checked(&event);
        set_letters(chosen);
        count.set(chosen);
    };
    view! {
        <label class="choice-box">
            <input type="checkbox" id="letters" prop:checked=move || count.get() on:change=choose />
            <span>{messages.check_letters()}</span>
        </label>
    }
}
