//! What covers a step: a blank stage, all steps to choose from, what the keys do; and the larger ones from their own
//! modules.

use leptos::prelude::*;
use wsis_core::talk::{Act, Cover};
use wsis_core::tour::Step;
use wsis_messages::Messages;

use super::check::check;
use super::code::code;
use super::hand_out::hand_out;
use crate::dom::focus::focus_when_drawn;
use crate::present::Running;
use crate::state::{Explorer, Site};
use crate::view::any::{truth, view};

/// The id of the heading of a cover, which takes the focus.
const TITLE_ID: &str = "cover-title";

/// What covers the step now. Tracks which.
pub(super) fn cover(running: Running) -> Option<AnyView> {
    let messages = Explorer::get().messages;
    let shown = Memo::new(move |_| running.talk.with(|talk| talk.cover)).get();
    let content = match shown {
        Cover::None => return None,
        Cover::Black => {
            return Some(
                view! { <div class="stage-blank black" role="status" aria-label=messages.stage_black()></div> },
            );
        }
        Cover::White => {
            return Some(
                view! { <div class="stage-blank white" role="status" aria-label=messages.stage_white()></div> },
            );
        }
        Cover::Overview => overview(running),
        Cover::Help => help(messages),
        Cover::Code => code(running),
        Cover::Check => check(running),
        Cover::HandOut => hand_out(running),
    };
    let title = match shown {
        Cover::Overview => messages.stage_overview(),
        Cover::Help => messages.stage_help_title(),
        Cover::Check => messages.stage_check_title(),
        Cover::HandOut => messages.stage_hand_out_title(),
        _ => messages.stage_code_title(),
    };
    focus_when_drawn(TITLE_ID.to_owned());
    Some(view! {
        <section class="stage-cover" data-cover=shown.id() aria-labelledby=TITLE_ID>
            <div class="cover-head">
                <h2 id=TITLE_ID tabindex="-1">{title}</h2>
                <button type="button" on:click=move |_| running.act(Act::Leave)>{messages.panel_close()}</button>
            </div>
            {content}
        </section>
    })
}

/// All steps. The arrows walk, Enter or a click chooses.
fn overview(running: Running) -> AnyView {
    let site = running.script.site();
    let items = running
        .script
        .steps()
        .iter()
        .enumerate()
        .map(|(at, step)| {
            let title = step_name(&site, step);
            let place = place_code(step);
            let pointed = move || running.talk.with(|talk| talk.pointed == at);
            Effect::new(move || {
                if pointed() {
                    crate::dom::focus::scroll_to(&overview_id(at));
                }
            });
            view! {
                <li>
                    <button
                        type="button"
                        id=overview_id(at)
                        class:pointed=pointed
                        aria-current=move || truth(running.talk.with(|talk| talk.step == at))
                        on:click=move |_| running.act(Act::To(at))
                    >
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

/// What a step is called in a list: its title, else what it shows.
pub(in crate::view) fn step_name(site: &Site, step: &Step) -> String {
    if !step.title.is_empty() {
        return step.title.clone();
    }
    if let Some(project) = &step.view.project {
        return project.to_string();
    }
    let line = step.view.selection.line().map(|line| site.matrix.line_name(line).to_owned());
    let goal = step.view.selection.goal().map(|goal| site.matrix.goal_name(goal).to_owned());
    let names: Vec<String> = line.into_iter().chain(goal).collect();
    if names.is_empty() { Explorer::get().messages.site_title().to_owned() } else { names.join(" × ") }
}

/// Where in the matrix a step is.
pub(in crate::view) fn place_code(step: &Step) -> String {
    let line = step.view.selection.line().map(|line| line.id().to_owned());
    let goal = step.view.selection.goal().map(|goal| goal.to_string());
    line.into_iter().chain(goal).collect::<Vec<_>>().join(" × ")
}

/// What the keys do.
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
