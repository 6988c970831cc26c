//! "Embed this view": what it is to look like in another page, a preview of exactly that, and what is pasted there.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::Language;
use wsis_core::address::{Selection, Theme, View};
use wsis_page::snippet::{Pinned, Snippet};

use super::cite::later_section;
use super::copying::text_to_take;
use super::measuring::all_languages;
use crate::dom::{page, preview};
use crate::state::{Explorer, Site};
use crate::view::any::view;
use crate::view::theme_name;
use crate::view::window_title;

/// The id of the preview.
const PREVIEW_ID: &str = "embed-preview";

/// The height of a frame that has not been drawn yet.
const USUAL_HEIGHT: u32 = 640;

/// The button; the rest is drawn when it is asked for.
#[component]
pub(super) fn EmbedThis() -> impl IntoView {
    later_section("cite embed", Explorer::get().messages.embed_title(), |parts, site| (parts.embedding)(site))
}

/// What was chosen for the other page.
#[derive(Clone, Copy)]
pub(super) struct Choices {
    theme: RwSignal<Option<Theme>>,
    language: RwSignal<Language>,
    whole: RwSignal<bool>,
    bare: RwSignal<bool>,
    most: RwSignal<Option<u32>>,
    height: RwSignal<u32>,
    title: RwSignal<String>,
}

impl Choices {
    fn new(explorer: Explorer) -> Self {
        Self {
            theme: RwSignal::new(explorer.view.with_untracked(|view| view.theme)),
            language: RwSignal::new(untrack(|| explorer.language())),
            whole: RwSignal::new(false),
            bare: RwSignal::new(false),
            most: RwSignal::new(None),
            height: RwSignal::new(USUAL_HEIGHT),
            title: RwSignal::new(String::new()),
        }
    }

    /// What is pasted for the view that is shown. Tracks both.
    pub(super) fn snippet(self, explorer: Explorer) -> Snippet {
        let view = View {
            theme: self.theme.get(),
            // English too: else the element would take the language of the page that it stands in.
            language: Some(self.language.get()),
            whole: self.whole.get(),
            bare: self.bare.get(),
            ..explorer.view.get().public()
        };
        // As the preview says it in its language; until it has, as this page does.
        let title = self.title.get();
        let title = if title.is_empty() { window_title(explorer) } else { title };
        let base = explorer.site_address();
        Snippet { base, view, title, height: self.height.get(), most: self.most.get() }
    }
}

/// Choices, preview, and what is pasted.
pub(in crate::view) fn embedding(_: Arc<Site>) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let choices = Choices::new(explorer);
    preview::follow(PREVIEW_ID, move |told| {
        choices.height.set(told.height);
        choices.title.set(told.title);
    });
    let local = move || {
        (!explorer.has_public_address()).then(|| view! { <p class="fine">{messages.embed_local()}</p> })
    };
    // Only if something else is to be seen.
    let shown = Memo::new(move |_| {
        page::beside(&Snippet { base: String::new(), ..choices.snippet(explorer) }.framed())
    });
    let first = shown.get_untracked();
    Effect::new(move |before: Option<String>| {
        let now = shown.get();
        if before.is_some_and(|before| before != now) {
            preview::show(PREVIEW_ID, &now);
        }
        now
    });
    let height = move || format!("{}px", choices.most.get().unwrap_or(u32::MAX).min(choices.height.get()));
    let text = move |title: &'static str, of: fn(&Snippet) -> String| {
        let text = Signal::derive(move || of(&choices.snippet(explorer)));
        view! {
            <h4>{title}</h4>
            {text_to_take(messages, text, None)}
        }
    };
    let pinned = Signal::derive(move || {
        let (version, integrity) = explorer.pinned_element();
        choices.snippet(explorer).pinned(Pinned { version: &version, integrity: &integrity })
    });
    view! {
        {local}
        {choice_fields(explorer, choices)}
        <h4>{messages.embed_preview()}</h4>
        <iframe
            id=PREVIEW_ID
            class="embed-preview"
            title=messages.embed_preview()
            src=first
            style:height=height
        ></iframe>
        {text(messages.embed_element(), Snippet::element)}
        <p class="fine">{messages.embed_element_meaning()}</p>
        {text(messages.embed_frame(), Snippet::frame)}
        <p class="fine">{messages.embed_frame_meaning()}</p>
        <h4>{messages.embed_pinned()}</h4>
        {text_to_take(messages, pinned, None)}
        <p class="fine">{messages.embed_pinned_meaning()}</p>
        {text(messages.embed_link(), Snippet::link)}
        {all_languages(explorer, choices)}
    }
}

fn choice_fields(explorer: Explorer, choices: Choices) -> AnyView {
    let messages = explorer.messages;
    let themes = Theme::ALL.map(|theme| {
        let chosen = move || choices.theme.get() == Some(theme);
        view! { <option value=theme.code() prop:selected=chosen>{theme_name(messages, theme)}</option> }
    });
    let languages = explorer.languages().into_iter().map(|language| {
        let chosen = move || choices.language.get() == language;
        view! {
            <option value=language.code() lang=language.code() prop:selected=chosen>
                {language.own_name()}
            </option>
        }
    });
    // Only a part of the matrix can be more than a part.
    let part = Memo::new(move |_| explorer.view.with(|view| view.selection != Selection::None));
    let whole = move || {
        part.get().then(|| check("embed-whole", messages.embed_whole(), choices.whole, |whole| whole))
    };
    view! {
        <div class="embed-choices">
            <label class="field">
                <span>{messages.site_theme()}</span>
                <select id="embed-theme" on:change=move |event| choices.theme.set(event_target_value(&event).parse().ok())>
                    <option value="" prop:selected=move || choices.theme.get().is_none()>
                        {messages.embed_theme_reader()}
                    </option>
                    {themes.collect_view()}
                </select>
            </label>
            <label class="field">
                <span>{messages.site_language()}</span>
                <select id="embed-language" on:change=move |event| choose_language(choices, &event)>
                    {languages.collect_view()}
                </select>
            </label>
            <label class="field">
                <span>{messages.embed_most()}</span>
                <input
                    id="embed-most"
                    type="number"
                    min="200"
                    max="5000"
                    step="10"
                    on:input=move |event| {
                        let most = event_target_value(&event).parse::<u32>().ok();
                        choices.most.set(most.filter(|most| (200..=5000).contains(most)));
                    }
                />
            </label>
            {whole}
            {check("embed-bare", messages.embed_choices(), choices.bare, |shown| !shown)}
        </div>
    }
}

fn choose_language(choices: Choices, event: &web_sys::Event) {
    if let Ok(language) = event_target_value(event).parse() {
        choices.language.set(language);
    }
}

/// A box to tick; `map` turns between what it shows and what it keeps, and is its own inverse.
fn check(id: &'static str, label: &'static str, kept: RwSignal<bool>, map: fn(bool) -> bool) -> AnyView {
    view! {
        <label class="choice-box">
            <input
                type="checkbox"
                id=id
                prop:checked=move || map(kept.get())
                on:change=move |event| kept.set(map(event_target_checked(&event)))
            />
            <span>{label}</span>
        </label>
    }
}
