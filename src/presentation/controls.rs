//! Controls of the stage as buttons. They take the place of the foot when the pointer moves and leave it by themselves, but
//! never while focused, and never lie on the slide.

use leptos::prelude::*;
use web_sys::{Event, PointerEvent};
use wsis_core::presentation::{Command, Overlay};
use wsis_platform::listener::WindowListener;
use wsis_platform::timer::Timer;
use wsis_state::Explorer;

use crate::presentation::screen;
use crate::presentation::session::PresentationSession;
use crate::ui::any_view::view;

/// How long they stay after the last movement, in milliseconds.
const STAY: u32 = 3000;

/// The buttons.
pub(crate) fn controls(session: PresentationSession) -> AnyView {
    let messages = Explorer::get().messages();
    let awake = RwSignal::new(true);
    let sleep = StoredValue::new_local(None::<Timer>);
    let wake = move || {
        awake.set(true);
        sleep.set_value(Some(Timer::after(STAY, move || _ = awake.try_set(false))));
    };
    wake();
    WindowListener::new("pointermove", move |_: PointerEvent| wake()).keep();
    WindowListener::new("pointerdown", move |_: PointerEvent| wake()).keep();
    on_cleanup(move || {
        sleep.try_update_value(Option::take);
    });
    let button = move |command: Command, text: &'static str| {
        view! { <button type="button" on:click=move |_| session.apply(command)>{text}</button> }
    };
    view! {
        <nav class="stage-controls" class:awake=move || awake.get() aria-label=messages.stage_controls()>
            {button(Command::Back, messages.stage_back())} {button(Command::Next, messages.stage_next())}
            {button(Command::Toggle(Overlay::Overview), messages.stage_overview())}
            {button(Command::Speaker, messages.stage_notes())}
            {button(Command::Toggle(Overlay::Code), messages.stage_code())}
            {button(Command::Toggle(Overlay::Handouts), messages.stage_hand_out())}
            {button(Command::Toggle(Overlay::Check), messages.stage_check())}
            {button(Command::Toggle(Overlay::Help), messages.stage_help())}
            {to_full_screen(session)}
            <button type="button" on:click=move |_| session.leave()>{messages.stage_leave()}</button>
            {move || stale(session)}
            {move || refused(session)}
        </nav>
    }
}

/// Without a network, the date of the data; for the speaker, not for the wall.
fn stale(session: PresentationSession) -> Option<AnyView> {
    let day = session.explorer.offline.stale_date.get()?;
    Some(view! { <p class="stage-stale">{session.explorer.messages().offline_stale(&day)}</p> })
}

/// That the browser blocked the second window.
fn refused(session: PresentationSession) -> Option<AnyView> {
    let text = session.explorer.messages().stage_refused();
    session.is_blocked.get().then(|| view! { <p class="stage-stale" role="alert">{text}</p> })
}

/// Back to the whole screen with one button, as after a reload; it stays until it is not needed.
fn to_full_screen(session: PresentationSession) -> AnyView {
    let messages = Explorer::get().messages();
    let full = RwSignal::new(screen::is_full_screen());
    WindowListener::new("fullscreenchange", move |_: Event| full.set(screen::is_full_screen())).keep();
    (move || {
        let offered = !full.get() && screen::allows_full_screen();
        offered.then(|| {
            view! {
                <button type="button" class="to-full-screen" on:click=move |_| session.apply(Command::FullScreen)>
                    {messages.stage_full_screen()}
                </button>
            }
        })
    })
    .into_any()
}
