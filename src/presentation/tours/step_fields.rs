//! The fields of a step in the tour editor.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::tour::{MAX_SECONDS, Step, TourText};
use wsis_messages::Messages;
use wsis_state::{Dataset, Explorer};

use crate::presentation::slide::labels::{place_code, step_name};
use crate::presentation::tours::edited_tour::TourEditor;
use crate::ui::any_view::view;

/// The fields of the step at a place of the tour.
#[derive(Clone, Copy)]
pub(super) struct StepFields {
    pub(super) editor: TourEditor,
    pub(super) at: usize,
}

impl StepFields {
    /// Draws them. `count` is the number of steps.
    pub(super) fn draw(self, dataset: &Arc<Dataset>, count: usize) -> AnyView {
        let (at, messages) = (self.at, Explorer::get().messages());
        let Some(step) = self.editor.tour.with_untracked(|tour| tour.steps.get(at).cloned()) else {
            return ().into_any();
        };
        let shows = match place_code(&step) {
            place if place.is_empty() => step_name(dataset, &Step::of(step.view.clone())),
            place => place,
        };
        let text = step.text.clone().unwrap_or_default();
        let write_text: WriteField =
            |step, text| step.text = Some(text).filter(|text| !text.trim().is_empty());
        view! {
            <li>
                <p class="own-step-head">
                    <b dir="auto">{shows}</b>
                    {self.button(messages, "up", messages.tour_up(), at == 0, |steps, at| steps.swap(at - 1, at))}
                    {self.button(messages, "down", messages.tour_down(), at + 1 == count, |steps, at| {
                        steps.swap(at, at + 1);
                    })}
                    {self.button(messages, "remove", messages.tour_remove(), false, |steps, at| _ = steps.remove(at))}
                </p>
                {self.text_field(messages, "title", messages.tour_title(), TourText::Title, step.title.clone(), |step, text| {
                    step.title = text;
                })}
                {self.text_field(messages, "text", messages.tour_text(), TourText::Text, text, write_text)}
                {self.text_field(messages, "notes", messages.stage_notes(), TourText::Notes, step.notes.clone(), |step, text| {
                    step.notes = text;
                })}
                {self.seconds_field(messages, step.seconds)}
            </li>
        }
    }

    fn text_field(
        self,
        messages: Messages,
        name: &'static str,
        label: &'static str,
        piece: TourText,
        value: String,
        write: WriteField,
    ) -> AnyView {
        let Self { editor, at } = self;
        view! {
            <label class="field">
                <span>{label}</span>
                <textarea
                    id=format!("step-{at}-{name}")
                    rows="2"
                    dir="auto"
                    maxlength=piece.max_length().to_string()
                    prop:value=value
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        editor.change_step(messages, at, |step| write(step, text));
                    }
                ></textarea>
            </label>
        }
    }

    fn seconds_field(self, messages: Messages, seconds: Option<u16>) -> AnyView {
        let Self { editor, at } = self;
        let write = move |event| {
            let seconds = event_target_value(&event).parse().ok();
            let seconds = seconds.map(|seconds: u16| seconds.clamp(1, MAX_SECONDS));
            editor.change_step(messages, at, |step| step.seconds = seconds);
        };
        view! {
            <label class="field short">
                <span>{messages.tour_seconds()}</span>
                <input
                    type="number"
                    id=format!("step-{at}-seconds")
                    min="1"
                    max=MAX_SECONDS.to_string()
                    value=seconds.map(|seconds| seconds.to_string())
                    on:input=write
                />
            </label>
        }
    }

    fn button(
        self,
        messages: Messages,
        name: &'static str,
        label: &'static str,
        disabled: bool,
        edit: fn(&mut Vec<Step>, usize),
    ) -> AnyView {
        let Self { editor, at } = self;
        view! {
            <button
                type="button"
                id=format!("step-{at}-{name}")
                disabled=disabled
                aria-label=messages.tour_of_step(label, &(at + 1).to_string())
                on:click=move |_| editor.change(messages, true, |tour| edit(&mut tour.steps, at))
            >
                {label}
            </button>
        }
    }
}

/// Writes a text into a step.
type WriteField = fn(&mut Step, String);
