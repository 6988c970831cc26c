//! The tour editor: adds views as steps, orders them, edits their texts, saves a file. The tour is stored in this window
//! alone.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wsis_core::Language;
use wsis_core::address::{Presenting, TourName, View};
use wsis_core::tour::{MAX_BYTES, MAX_STEPS, Step, Tour, TourText};
use wsis_messages::Messages;
use wsis_platform::clipboard;
use wsis_platform::download;
use wsis_platform::file_input;
use wsis_state::Dataset;
use wsis_state::Explorer;

use crate::presentation::custom_tour;
use crate::presentation::custom_tour::TourFileError;
use crate::presentation::tours::edited_tour::TourEditor;
use crate::presentation::tours::start_buttons::start_buttons;
use crate::presentation::tours::step_fields::StepFields;
use crate::ui::any_view::view;

/// The fields and buttons.
pub(crate) fn editor(dataset: Arc<Dataset>) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let empty = Tour { title: String::new(), language: Language::English, review: None, steps: Vec::new() };
    let editor = TourEditor {
        tour: RwSignal::new(empty),
        status: RwSignal::new(String::new()),
        drawn: RwSignal::new(0),
    };
    if let Some(read) = custom_tour::kept() {
        editor.replace(messages, read);
    }
    let title = editor.tour.with_untracked(|tour| tour.title.clone());
    let add = move |_| {
        let view = explorer.navigation.view.get_untracked();
        editor.change(messages, true, |tour| {
            if tour.steps.len() < MAX_STEPS {
                tour.steps.push(Step::of(View { language: None, ..view.public() }));
            }
        });
    };
    let listed = dataset.clone();
    let steps = move || {
        editor.drawn.track();
        let count = editor.tour.with_untracked(|tour| tour.steps.len());
        let dataset = listed.clone();
        (0..count).map(move |at| StepFields { editor, at }.draw(&dataset, count)).collect_view()
    };
    let any = move || editor.tour.with(|tour| !tour.steps.is_empty());
    view! {
        <section class="own-tour" aria-labelledby="desk-own">
            <h3 id="desk-own">{messages.tour_own()}</h3>
            <p class="fine">{messages.tour_own_meaning()}</p>
            <label class="field">
                <span>{messages.tour_title()}</span>
                <input
                    id="tour-title"
                    dir="auto"
                    maxlength=TourText::Title.max_length().to_string()
                    value=title
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        editor.change(messages, false, |tour| tour.title = text);
                    }
                />
            </label>
            <ol class="own-steps">{steps}</ol>
            <p class="starts">
                <button type="button" id="add-step" on:click=add>{messages.tour_add()}</button>
                {load(editor, messages)}
            </p>
            {move || any().then(|| taken(editor, messages))}
            <p class="tour-said" role="status">{move || editor.status.get()}</p>
        </section>
    }
}

/// Reading a tour from a file.
fn load(editor: TourEditor, messages: Messages) -> AnyView {
    let read = move |event: web_sys::Event| {
        let Some(chosen) = file_input::take_file(&event) else { return };
        if chosen.size() > f64::from(MAX_BYTES) {
            editor.status.set(messages.tour_too_large(&(MAX_BYTES / 1024).to_string()));
            return;
        }
        spawn_local(async move {
            let text = file_input::read_text(chosen).await;
            let read = text
                .ok_or_else(|| TourFileError::Extent(String::new()))
                .and_then(|text| custom_tour::read(&text));
            editor.replace(messages, read);
        });
    };
    view! {
        <label class="load-file">
            <span>{messages.tour_load()}</span>
            <input type="file" id="load-tour" accept=".json,application/json" on:change=read />
        </label>
    }
}

/// The actions for a tour that has steps.
fn taken(editor: TourEditor, messages: Messages) -> AnyView {
    let explorer = Explorer::get();
    let save_file = move |_| {
        let text = editor.tour.with_untracked(custom_tour::written);
        let done = download::save_text("wsis-sdg-tour.json", "application/json", &text);
        editor.status.set(if done { messages.entry_saved() } else { messages.entry_not_saved() }.to_owned());
    };
    let copy = move |_| {
        let packed = editor.tour.with_untracked(custom_tour::packed);
        let Some(packed) = packed else {
            editor.status.set(messages.tour_no_link().to_owned());
            return;
        };
        let view =
            View { presenting: Presenting::Stage, tour: Some(TourName::Packed(packed)), ..View::default() };
        let address = explorer.deployment.address_of(&view);
        spawn_local(async move {
            let done = clipboard::copy(address.clone()).await;
            // Where the browser lets no page copy, the address itself is shown.
            let _ = editor.status.try_set(if done { messages.cite_copied().to_owned() } else { address });
        });
    };
    view! {
        {start_buttons(Some(TourName::Own))}
        <p class="starts">
            <button type="button" id="save-tour" on:click=save_file>{messages.tour_save()}</button>
            <button type="button" id="copy-tour" on:click=copy>{messages.tour_link()}</button>
        </p>
    }
}
