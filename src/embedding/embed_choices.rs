//! The choices for an embedded view: theme, language, extent, height.

use leptos::prelude::*;
use wsis_core::Language;
use wsis_core::address::{Selection, Theme, View};
use wsis_page::snippet::Snippet;
use wsis_page::texts;
use wsis_state::Explorer;
use wsis_state::effect::memo;

use crate::content::view_title::view_title;
use crate::ui::any_view::view;

/// The height of a frame that has not been measured yet, in CSS pixels.
const DEFAULT_HEIGHT: u32 = 640;

/// The choices for an embedded view.
#[derive(Clone, Copy)]
pub(crate) struct Choices {
    pub(crate) theme: RwSignal<Option<Theme>>,
    pub(crate) language: RwSignal<Language>,
    pub(crate) whole: RwSignal<bool>,
    pub(crate) bare: RwSignal<bool>,
    pub(crate) most: RwSignal<Option<u32>>,
    pub(crate) height: RwSignal<u32>,
    pub(crate) title: RwSignal<String>,
}

impl Choices {
    /// Theme and language of the current view.
    pub(crate) fn new(explorer: Explorer) -> Self {
        Self {
            theme: RwSignal::new(explorer.navigation.view.with_untracked(|view| view.theme)),
            language: RwSignal::new(untrack(|| explorer.language())),
            whole: RwSignal::new(false),
            bare: RwSignal::new(false),
            most: RwSignal::new(None),
            height: RwSignal::new(DEFAULT_HEIGHT),
            title: RwSignal::new(String::new()),
        }
    }

    /// The code to paste for the current view and the choices. Tracks both.
    pub(crate) fn snippet(self, explorer: Explorer) -> Snippet {
        let view = View {
            theme: self.theme.get(),
            // English too: else the element would take the language of the page that it stands in.
            language: Some(self.language.get()),
            shows_whole_matrix: self.whole.get(),
            hides_controls: self.bare.get(),
            ..explorer.navigation.view.get().public()
        };
        // As the preview says it in its language; until it has, as this page does.
        let title = self.title.get();
        let title = if title.is_empty() { view_title(explorer) } else { title };
        let base = explorer.deployment.site_address();
        Snippet { base, view, title, height: self.height.get(), most: self.most.get() }
    }
}

/// The fields to choose them.
pub(crate) fn choice_fields(explorer: Explorer, choices: Choices) -> AnyView {
    let messages = explorer.messages();
    let themes = Theme::ALL.map(|theme| {
        let chosen = move || choices.theme.get() == Some(theme);
        view! { <option value=theme.code() prop:selected=chosen>{texts::theme_name(messages, theme)}</option> }
    });
    let languages = explorer.deployment.languages().into_iter().map(|language| {
        let chosen = move || choices.language.get() == language;
        view! {
            <option value=language.code() lang=language.code() prop:selected=chosen>
                {language.own_name()}
            </option>
        }
    });
    // Only a part of the matrix can be more than a part.
    let part = memo(move || explorer.navigation.view.with(|view| view.selection != Selection::None));
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
