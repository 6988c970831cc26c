//! The header: title, question, and the controls of the first sight.

use leptos::prelude::*;
use wsis_core::Language;
use wsis_core::address::Theme;
use wsis_page::texts;
use wsis_state::Explorer;
use wsis_state::element_ids;
use wsis_state::focus_return::focus_panel_title;
use wsis_state::navigation::Sheet;

use crate::chunks::Chunks;
use crate::explorer::copy_link::CopyLink;
use crate::explorer::search::Search;
use crate::lazy_views::OfflineView;
use crate::ui::any_view::view;

/// The id of what "More" opens.
const MORE_ID: &str = "more";

/// Title and controls.
#[component]
pub(crate) fn Header() -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let is_embedded = explorer.navigation.is_embedded;
    let hides_controls = explorer.navigation.view.with_untracked(|view| view.hides_controls);
    let question = (!is_embedded).then(|| view! { <p class="question">{messages.site_question()}</p> });
    let controls = match (is_embedded, hides_controls) {
        (_, true) => None,
        (true, false) => Some(view! { <nav class="controls"><LanguageChoice /></nav> }),
        (false, false) => Some(view! {
            <nav class="controls">
                <Search />
                <LanguageChoice />
                <CopyLink />
                <a class="control" href="#about">{messages.site_about()}</a>
                <Menu />
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

/// "More": colours, presenting, the offline copy.
#[component]
fn Menu() -> impl IntoView {
    let (explorer, chunks) = (Explorer::get(), Chunks::get());
    let messages = explorer.messages;
    let offline_status = move || {
        let dataset = explorer.data.dataset.get()?;
        chunks.offline.draw_if_ready(OfflineView::Status(dataset))
    };
    let present = move |_| {
        explorer.navigation.sheet.set(Some(Sheet::Tours));
        focus_panel_title();
    };
    view! {
        <button
            class="control"
            type="button"
            id=element_ids::MENU_BUTTON
            popovertarget=MORE_ID
            on:click=move |_| chunks.offline.ensure_loaded()
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
            {offline_status}
        </div>
    }
}

#[component]
fn LanguageChoice() -> impl IntoView {
    let explorer = Explorer::get();
    let options = explorer
        .deployment
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
            explorer.navigation.set_language(language);
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
    let choose = move |event| explorer.navigation.set_theme(event_target_value(&event).parse().ok());
    let options = Theme::ALL
        .map(|theme| {
            view! {
                <option
                    value=theme.code()
                    prop:selected=move || explorer.navigation.view.with(|view| view.theme) == Some(theme)
                >
                    {texts::theme_name(messages, theme)}
                </option>
            }
        })
        .collect_view();
    view! {
        <label class="choice">
            <span class="choice-label">{messages.site_theme()}</span>
            <select id="theme" on:change=choose>
                <option value="" prop:selected=move || explorer.navigation.view.with(|view| view.theme.is_none())>
                    {messages.site_theme_system()}
                </option>
                {options}
            </select>
        </label>
    }
}
