//! Overlays of a step: blank stage, overview, keys, and the larger ones in modules of their own.

mod preflight;
mod qr_code;

use leptos::prelude::*;
use wsis_core::presentation::{Command, Overlay};
use wsis_messages::Messages;
use wsis_platform::focus::focus_when_drawn;
use wsis_state::Explorer;
use wsis_state::effect::{effect, memo};

use crate::presentation::handouts::handouts;
use crate::presentation::overlays::preflight::preflight;
use crate::presentation::overlays::qr_code::qr_code;
use crate::presentation::session::PresentationSession;
use crate::presentation::slide::board::board;
use crate::presentation::slide::labels::place_code;
use crate::presentation::slide::labels::step_name;
use crate::ui::any_view::aria_bool;
use crate::ui::any_view::view;

/// The id of the heading, which takes the focus.
const TITLE_ID: &str = "cover-title";

/// The current overlay. Tracked.
pub(crate) fn overlay(session: PresentationSession) -> Option<AnyView> {
    let messages = Explorer::get().messages();
    let shown = memo(move || session.state.with(|state| state.overlay)).get();
    let content = match shown {
        Overlay::None => return None,
        Overlay::Black => {
            return Some(
                view! { <div class="stage-blank black" role="status" aria-label=messages.stage_black()></div> },
            );
        }
        Overlay::White => {
            return Some(
                view! { <div class="stage-blank white" role="status" aria-label=messages.stage_white()></div> },
            );
        }
        Overlay::Overview => overview(session),
        Overlay::Help => help(messages),
        Overlay::Code | Overlay::Closing => qr_code(session),
        Overlay::Check => preflight(session),
        Overlay::Handouts => handouts(session),
    };
    let title = match shown {
        Overlay::Overview => messages.stage_overview(),
        Overlay::Help => messages.stage_help_title(),
        Overlay::Check => messages.stage_check_title(),
        Overlay::Handouts => messages.stage_hand_out_title(),
        Overlay::Closing => messages.stage_closing(),
        _ => messages.stage_code_title(),
    };
    focus_when_drawn(TITLE_ID.to_owned());
    // The closing slide is for the room: Back or Esc leaves it.
    let close = (shown != Overlay::Closing).then(|| {
        view! { <button type="button" on:click=move |_| session.apply(Command::Leave)>{messages.panel_close()}</button> }
    });
    Some(view! {
        <section class="stage-cover" data-cover=shown.id() aria-labelledby=TITLE_ID>
            <div class="cover-head">
                <h2 id=TITLE_ID tabindex="-1">{title}</h2>
                {close}
            </div>
            {content}
        </section>
    })
}

/// All steps. The arrows walk, Enter or a click chooses.
fn overview(session: PresentationSession) -> AnyView {
    let dataset = session.slides.dataset();
    let items = session
        .slides
        .steps()
        .iter()
        .enumerate()
        .map(|(at, step)| {
            let title = step_name(&dataset, step);
            let place = place_code(step);
            let pointed = move || session.state.with(|state| state.highlighted == at);
            effect(move || {
                if pointed() {
                    wsis_platform::focus::scroll_to(&overview_id(at));
                }
            });
            view! {
                <li>
                    <button
                        type="button"
                        id=overview_id(at)
                        class:pointed=pointed
                        aria-current=move || aria_bool(session.state.with(|state| state.step == at))
                        on:click=move |_| session.apply(Command::To(at))
                    >
                        <span class="overview-picture">{board(session, step.view.selection)}</span>
                        <span class="overview-number">{(at + 1).to_string()}</span>
                        <span dir="auto">{title}</span>
                        <span class="overview-place" dir="ltr">{place}</span>
                    </button>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="overview">{items}</ol> }
}

fn overview_id(at: usize) -> String {
    format!("overview-{at}")
}

/// The list of keys and their commands.
fn help(messages: Messages) -> AnyView {
    let rows = [
        ("→  ↓  Space  PageDown", messages.stage_next()),
        ("←  ↑  PageUp", messages.stage_back()),
        ("Home  End", messages.key_ends()),
        ("1 2 … Enter", messages.key_number()),
        ("B  .", messages.stage_black()),
        ("W  ,", messages.stage_white()),
        ("A", messages.key_auto()),
        ("F", messages.stage_full_screen()),
        ("S", messages.stage_notes()),
        ("O", messages.stage_overview()),
        ("Q", messages.stage_code()),
        ("C", messages.key_captions()),
        ("K", messages.stage_check()),
        ("P", messages.stage_hand_out()),
        ("F5  Shift+F5", messages.key_start()),
        ("Esc", messages.key_leave()),
    ];
    let rows = rows
        .map(|(keys, text)| {
            view! {
                <tr>
                    <th scope="row" dir="ltr">{keys}</th>
                    <td>{text}</td>
                </tr>
            }
        })
        .collect_view();
    view! { <table class="keys"><tbody>{rows}</tbody></table> }
}
