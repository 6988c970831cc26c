//! A tour of one's own: views are added as steps, put in order, given words, and saved to a file. It is kept in this window
//! alone.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wsis_core::Language;
use wsis_core::address::{Presenting, TourName, View};
use wsis_core::tour::{Dropped, MOST_BYTES, MOST_SECONDS, MOST_STEPS, Piece, Step, Tour};
use wsis_messages::Messages;

use super::stage::{not_read, place_code, step_name};
use super::starts;
use crate::dom::{file, page, save};
use crate::present::own::{self, NotRead};
use crate::state::{Explorer, Site};
use crate::view::any::view;

/// The tour that is being made, and what is to be told of it.
#[derive(Clone, Copy)]
struct Making {
    tour: RwSignal<Tour>,
    said: RwSignal<String>,
    /// Changes when steps come, go or move: only then are the fields drawn anew, so that none loses the focus while one
    /// writes in it.
    drawn: RwSignal<u32>,
}

/// The fields and buttons.
pub(super) fn editor(site: Arc<Site>) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let empty = Tour { title: String::new(), language: Language::English, review: None, steps: Vec::new() };
    let making =
        Making { tour: RwSignal::new(empty), said: RwSignal::new(String::new()), drawn: RwSignal::new(0) };
    if let Some(read) = own::kept() {
        making.take(messages, read);
    }
    let title = making.tour.with_untracked(|tour| tour.title.clone());
    let add = move |_| {
        let view = explorer.view.get_untracked();
        making.change(messages, true, |tour| {
            if tour.steps.len() < MOST_STEPS {
                tour.steps.push(Step::of(View { language: None, ..view.public() }));
            }
        });
    };
    let listed = site.clone();
    let steps = move || {
        making.drawn.track();
        let count = making.tour.with_untracked(|tour| tour.steps.len());
        let site = listed.clone();
        (0..count).map(move |at| fields(making, &site, at, count)).collect_view()
    };
    let any = move || making.tour.with(|tour| !tour.steps.is_empty());
    view! {
        <section class="own-tour" aria-labelledby="desk-own">
            <h3 id="desk-own">{messages.tour_own()}</h3>
            <p class="fine">{messages.tour_own_meaning()}</p>
            <label class="field">
                <span>{messages.tour_title()}</span>
                <input
                    id="tour-title"
                    dir="auto"
                    maxlength=Piece::Title.longest().to_string()
                    value=title
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        making.change(messages, false, |tour| tour.title = text);
                    }
                />
            </label>
            <ol class="own-steps">{steps}</ol>
            <p class="starts">
                <button type="button" id="add-step" on:click=add>{messages.tour_add()}</button>
                {load(making, messages)}
            </p>
            {move || any().then(|| taken(making, messages))}
            <p class="tour-said" role="status">{move || making.said.get()}</p>
        </section>
    }
}

impl Making {
    /// Takes a tour that was read; one that cannot be read leaves what is there.
    fn take(self, messages: Messages, read: Result<(Tour, Vec<Dropped>), NotRead>) {
        match read {
            Ok((tour, dropped)) => {
                self.said.set(dropped_text(messages, &dropped));
                self.change(messages, true, |kept| *kept = tour);
            }
            Err(why) => self.said.set(not_read(messages, &why)),
        }
    }

    /// Changes the tour and keeps it; `redraw` where steps come, go or move.
    fn change(self, messages: Messages, redraw: bool, act: impl FnOnce(&mut Tour)) {
        self.tour.update(act);
        if !self.tour.with_untracked(own::keep) {
            self.said.set(messages.tour_not_kept().to_owned());
        }
        if redraw {
            self.drawn.update(|drawn| *drawn += 1);
        }
    }

    fn change_step(self, messages: Messages, at: usize, act: impl FnOnce(&mut Step)) {
        self.change(messages, false, |tour| {
            if let Some(step) = tour.steps.get_mut(at) {
                act(step);
            }
        });
    }
}

/// What the steps of a file had that means nothing.
fn dropped_text(messages: Messages, dropped: &[Dropped]) -> String {
    let each = dropped
        .iter()
        .map(|one| messages.tour_dropped(&one.step.to_string(), one.value.name, &one.value.value));
    each.collect::<Vec<_>>().join(" ")
}

/// The fields of a step.
fn fields(making: Making, site: &Arc<Site>, at: usize, count: usize) -> AnyView {
    let messages = Explorer::get().messages;
    let Some(step) = making.tour.with_untracked(|tour| tour.steps.get(at).cloned()) else {
        return ().into_any();
    };
    let shows = match place_code(&step) {
        place if place.is_empty() => step_name(site, &Step::of(step.view.clone())),
        place => place,
    };
    let area = move |name: &'static str,
                     label: &'static str,
                     piece: Piece,
                     value: String,
                     write: fn(&mut Step, String)| {
        view! {
            <label class="field">
                <span>{label}</span>
                <textarea
                    id=format!("step-{at}-{name}")
                    rows="2"
                    dir="auto"
                    maxlength=piece.longest().to_string()
                    prop:value=value
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        making.change_step(messages, at, |step| write(step, text));
                    }
                ></textarea>
            </label>
        }
    };
    let button = move |name: &'static str, label: &'static str, off: bool, act: fn(&mut Vec<Step>, usize)| {
        view! {
            <button
                type="button"
                id=format!("step-{at}-{name}")
                disabled=off
                aria-label=messages.tour_of_step(label, &(at + 1).to_string())
                on:click=move |_| making.change(messages, true, |tour| act(&mut tour.steps, at))
            >
                {label}
            </button>
        }
    };
    let optional = |text: String| Some(text).filter(|text| !text.trim().is_empty());
    view! {
        <li>
            <p class="own-step-head">
                <b dir="auto">{shows}</b>
                {button("up", messages.tour_up(), at == 0, |steps, at| steps.swap(at - 1, at))}
                {button("down", messages.tour_down(), at + 1 == count, |steps, at| steps.swap(at, at + 1))}
                {button("remove", messages.tour_remove(), false, |steps, at| _ = steps.remove(at))}
            </p>
            {area("title", messages.tour_title(), Piece::Title, step.title.clone(), |step, text| step.title = text)}
            {area("text", messages.tour_text(), Piece::Text, step.text.clone().unwrap_or_default(), |step, text| {
                step.text = Some(text).filter(|text| !text.trim().is_empty());
            })}
            {area("notes", messages.stage_notes(), Piece::Notes, step.notes.clone(), |step, text| step.notes = text)}
            <label class="field short">
                <span>{messages.tour_seconds()}</span>
                <input
                    type="number"
                    id=format!("step-{at}-seconds")
                    min="1"
                    max=MOST_SECONDS.to_string()
                    value=step.seconds.map(|seconds| seconds.to_string())
                    on:input=move |event| {
                        let seconds = optional(event_target_value(&event)).and_then(|text| text.parse().ok());
                        let seconds = seconds.map(|seconds: u16| seconds.clamp(1, MOST_SECONDS));
                        making.change_step(messages, at, |step| step.seconds = seconds);
                    }
                />
            </label>
        </li>
    }
}

/// Reading a tour from a file.
fn load(making: Making, messages: Messages) -> AnyView {
    let read = move |event: web_sys::Event| {
        let Some(chosen) = file::chosen(&event) else { return };
        if chosen.size() > f64::from(MOST_BYTES) {
            making.said.set(messages.tour_too_large(&(MOST_BYTES / 1024).to_string()));
            return;
        }
        spawn_local(async move {
            let text = file::text(chosen).await;
            let read = text.ok_or_else(|| NotRead::Form(String::new())).and_then(|text| own::read(&text));
            making.take(messages, read);
        });
    };
    view! {
        <label class="load-file">
            <span>{messages.tour_load()}</span>
            <input type="file" id="load-tour" accept=".json,application/json" on:change=read />
        </label>
    }
}

/// What can be done with a tour that has steps.
fn taken(making: Making, messages: Messages) -> AnyView {
    let explorer = Explorer::get();
    let save_file = move |_| {
        let text = making.tour.with_untracked(own::written);
        let done = save::text("wsis-sdg-tour.json", "application/json", &text);
        making.said.set(if done { messages.entry_saved() } else { messages.entry_not_saved() }.to_owned());
    };
    let copy = move |_| {
        let packed = making.tour.with_untracked(own::packed);
        let Some(packed) = packed else {
            making.said.set(messages.tour_no_link().to_owned());
            return;
        };
        let view =
            View { presenting: Presenting::Stage, tour: Some(TourName::Packed(packed)), ..View::default() };
        let address = explorer.address_here(&view);
        spawn_local(async move {
            let done = page::copy(address.clone()).await;
            // Where the browser lets no page copy, the address itself is shown.
            let _ = making.said.try_set(if done { messages.cite_copied().to_owned() } else { address });
        });
    };
    view! {
        {starts(Some(TourName::Own))}
        <p class="starts">
            <button type="button" id="save-tour" on:click=save_file>{messages.tour_save()}</button>
            <button type="button" id="copy-tour" on:click=copy>{messages.tour_link()}</button>
        </p>
    }
}
