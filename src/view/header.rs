//! The head of the page: title, question, and the few controls of first sight.

use leptos::prelude::*;
use wsis_core::Language;
use wsis_core::address::Theme;
use wsis_messages::Messages;

use crate::state::{Explorer, Sheet};
use crate::view::any::view;
use crate::view::copy_link::CopyLink;
use crate::view::later::Later;
use crate::view::panel::focus_title;
use crate::view::search::Search;

/// The id of what "More" opens.
const MORE_ID: &str = "more";

/// The id of the button that opens it, which takes the focus when what was opened from there closes.
pub(super) const OPENER_ID: &str = "more-button";

/// Title and controls.
#[component]
pub(super) fn Header() -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let (framed, bare) = (explorer.framed, explorer.view.with_untracked(|view| view.bare));
    let later = Later::get();
    let question = (!framed).then(|| view! { <p class="question">{messages.site_question()}</p> });
    let present = move |_| {
        explorer.sheet.set(Some(Sheet::Tours));
        focus_title();
    };
    let controls = match (framed, bare) {
        (_, true) => None,
        (true, false) => Some(view! { <nav class="controls"><LanguageChoice /></nav> }),
        (false, false) => Some(view! {
            <nav class="controls">
                <Search />
                <LanguageChoice />
                <CopyLink />
                <a class="control" href="#about">{messages.site_about()}</a>
                <button
                    class="control"
                    type="button"
                    id=OPENER_ID
                    popovertarget=MORE_ID
                    on:click=move |_| later.need()
                >
                    {messages.site_more()}
                </button>
                <div class="more" id=MORE_ID popover="auto">
                    <ThemeChoice />
                    <button
                        type="button"
                        id="present"
                        popovertarget=MORE_ID
                        popovertargetaction="hide"
                        on:click=present
                    >
                        {messages.stage_present()}
                    </button>
                    {later.shows(|parts| parts.offline)}
                </div>
            </nav>
        }),
    };
    view! {
        <header class="masthead">
            <div class="titles">
                <h1>{messages.site_title()}</h1>
                {question}
            </div>
            {controls}
        </header>
    }
}

#[component]
fn LanguageChoice() -> impl IntoView {
    let explorer = Explorer::get();
    let options = explorer
        .languages()
        .into_iter()
        .map(|language| {
            view! {
                <option
                    value=language.code()
                    lang=language.code()
                    prop:selected=move || explorer.language() == language
                >
                    {language.own_name()}
                </option>
            }
        })
        .collect_view();
    let choose = move |event| {
        if let Ok(language) = event_target_value(&event).parse::<Language>() {
            explorer.set_language(language);
        }
    };
    view! {
        <label class="control choice">
            <span class="visually-hidden">{explorer.messages.site_language()}</span>
            <select id="language" on:change=choose>{options}</select>
        </label>
    }
}

#[component]
fn ThemeChoice() -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let choose = move |event| explorer.set_theme(event_target_value(&event).parse().ok());
    let options = Theme::ALL
        .map(|theme| {
            view! {
                <option
                    value=theme.code()
                    prop:selected=move || explorer.view.with(|view| view.theme) == Some(theme)
                >
                    {theme_name(messages, theme)}
                </option>
            }
        })
        .collect_view();
    view! {
        <label class="choice">
            <span class="choice-label">{messages.site_theme()}</span>
            <select id="theme" on:change=choose>
                <option value="" prop:selected=move || explorer.view.with(|view| view.theme.is_none())>
                    {messages.site_theme_system()}
                </option>
                {options}
            </select>
        </label>
    }
}

/// What colours are called.
pub(super) fn theme_name(messages: Messages, theme: Theme) -> &'static str {
    match theme {
        Theme::Light => messages.site_theme_light(),
        Theme::Dark => messages.site_theme_dark(),
        Theme::Contrast => messages.site_theme_contrast(),
    }
}
