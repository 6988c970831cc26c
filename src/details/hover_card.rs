//! The card at the cell, line or goal that the pointer or the keyboard is at: names, targets, counts, the first sentence.
//!
//! It repeats what the label of the place and the panel say, so screen readers pass over it.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::navigation::Stop;
use wsis_core::{Goal, Line};
use wsis_platform::element_by_id;
use wsis_state::Dataset;
use wsis_state::Explorer;

use crate::content::language::{lang_if_other, text_lang};
use crate::content::sentence::first_sentence;
use crate::details::targets::TargetCodes;
use crate::ui::any_view::view;

/// The width of the card, in CSS pixels, as the style sheet has it.
const WIDTH: f64 = 288.0;

/// The distance between the place and the card, in CSS pixels.
const GAP: f64 = 8.0;

/// The card; nothing while nothing is pointed at.
pub(crate) fn hover_card(dataset: Arc<Dataset>) -> AnyView {
    let explorer = Explorer::get();
    let is_embedded = explorer.navigation.is_embedded;
    let card = move || {
        let stop = explorer.layout.pointed.get().filter(|stop| !is_embedded && *stop != Stop::Opener)?;
        // What is selected stands in the panel already.
        let (line, goal) = parts(stop)?;
        if Stop::of(explorer.navigation.selection.get()) == Some(stop) {
            return None;
        }
        let (left, top, is_above) = place(stop)?;
        Some(view! {
            <div
                class="hover-card"
                class:above=is_above
                aria-hidden="true"
                style:left=format!("{left}px")
                style:top=format!("{top}px")
            >
                {names(&dataset, line, goal)}
                {facts(explorer, &dataset, line, goal)}
            </div>
        })
    };
    card.into_any()
}

fn parts(stop: Stop) -> Option<(Option<Line>, Option<Goal>)> {
    match stop {
        Stop::Cell(line, goal) => Some((Some(line), Some(goal))),
        Stop::Row(line) => Some((Some(line), None)),
        Stop::Column(goal) => Some((None, Some(goal))),
        Stop::Opener | Stop::Margin(_) => None,
    }
}

/// Below the place, or above it where the window ends; within the window in any case. In whole pixels.
#[allow(clippy::cast_possible_truncation, reason = "a place on a screen")]
fn place(stop: Stop) -> Option<(i32, i32, bool)> {
    let rect = element_by_id(&stop.element_id())?.get_bounding_client_rect();
    let window = wsis_platform::window()?;
    let size = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|value| value.as_f64());
    let (width, height) = (size(window.inner_width())?, size(window.inner_height())?);
    let middle = rect.left() + rect.width() / 2.0 - WIDTH / 2.0;
    let left = middle.clamp(GAP, (width - WIDTH - GAP).max(GAP));
    let is_above = rect.bottom() > height * 0.62;
    let top = if is_above { rect.top() - GAP } else { rect.bottom() + GAP };
    Some((left as i32, top as i32, is_above))
}

fn names(dataset: &Dataset, line: Option<Line>, goal: Option<Goal>) -> AnyView {
    let language = lang_if_other(dataset.language);
    let line = line.map(|line| {
        view! {
            <p class="heading-part">
                <span class="line-code">{line.parent().unwrap_or(line).id()}</span>
                <span lang=language>{dataset.matrix.line_name(line).to_owned()}</span>
            </p>
        }
    });
    let goal = goal.map(|goal| {
        view! {
            <p class="heading-part">
                <span class="goal-tile" data-goal=goal.to_string()>{goal.to_string()}</span>
                <span lang=language>{dataset.matrix.goal_name(goal).to_owned()}</span>
            </p>
        }
    });
    view! { {line} {goal} }
}

fn facts(explorer: Explorer, dataset: &Arc<Dataset>, line: Option<Line>, goal: Option<Goal>) -> AnyView {
    let messages = explorer.messages();
    let counts = explorer.data.counts(dataset);
    match (line, goal) {
        (Some(line), Some(goal)) if !dataset.matrix.links().contains(line, goal) => {
            let declared = counts.cell(line, goal).declared;
            let declared = (declared > 0).then(|| messages.fact_projects(declared));
            view! { <p class="fine">{messages.grid_not_linked()} {declared.map(|text| format!(" · {text}"))}</p> }
        }
        (Some(line), Some(goal)) => {
            let count = counts.cell(line, goal);
            let declared = (count.declared > 0).then(|| messages.fact_projects(count.declared));
            let derived = (count.derived > 0).then(|| messages.fact_projects_of_line(count.derived));
            let numbers: Vec<String> = [declared, derived].into_iter().flatten().collect();
            let doubt = dataset
                .matrix
                .is_doubtful(line, goal)
                .then(|| view! { <p class="fine">{messages.legend_doubtful()}</p> });
            view! {
                <p class="fine">
                    <TargetCodes targets=dataset.matrix.targets_in(line, goal) />
                    " · "
                    {numbers.join(" · ")}
                </p>
                {doubt}
                {gist(explorer, dataset, line, goal)}
            }
        }
        (Some(line), None) => view! { <p class="fine">{messages.fact_projects(counts.of_line(line))}</p> },
        (None, Some(goal)) => {
            let lines = wsis_page::grid::lines_linked_to(&dataset.matrix, goal);
            view! { <p class="fine">{messages.fact_lines(lines)}</p> }
        }
        (None, None) => ().into_any(),
    }
}

/// The first sentence of the rationale, once the rationales are loaded.
fn gist(explorer: Explorer, dataset: &Arc<Dataset>, line: Line, goal: Goal) -> Option<AnyView> {
    let kept = explorer.data.rationales;
    let all = kept.ready()?;
    let one = all.rationales.iter().find(|one| one.goal == goal && line.covers(one.line))?;
    let sentence = first_sentence(&one.text).to_owned();
    Some(view! { <p class="voice" lang=text_lang(dataset, one.language)>{sentence}</p> })
}
