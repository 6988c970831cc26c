//! The header in one row: title, search, language, and the menus "Share" and "More".

use leptos::prelude::*;
use wsis_core::Language;
use wsis_state::Explorer;
use wsis_state::element_ids;
use wsis_state::navigation::Dialog;

use crate::chunks::Chunks;
use crate::explorer::embedded::WholeExplorer;
use crate::explorer::search::Search;
use crate::lazy_views::{DetailsView, OfflineView};
use crate::ui::any_view::view;
use crate::ui::icon::{Symbol, icon};
use crate::ui::loading::Placeholder;

/// Title and controls.
#[component]
pub(crate) fn Header() -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let is_embedded = explorer.navigation.is_embedded;
    let hides_controls = explorer.navigation.view.with_untracked(|view| view.hides_controls);
    let skip_link =
        (!is_embedded).then(|| view! { <a class="skip" href="#matrix">{messages.site_skip()}</a> });
    let search = (!is_embedded && !hides_controls).then(|| view! { <Search /> });
    let controls = match (is_embedded, hides_controls) {
        (true, true) => Some(view! { <nav class="controls"><WholeExplorer /></nav> }),
        (false, true) => None,
        (true, false) => Some(view! { <nav class="controls"><LanguageChoice /> <WholeExplorer /></nav> }),
        (false, false) => Some(view! {
            <nav class="controls">
                <LanguageChoice />
                <ShareMenu />
                <PresentButton />
                <Menu />
            </nav>
        }),
    };
    view! {
        <header class="masthead">
            {skip_link}
            <div class="titles">
                {icon(Symbol::Mark)}
                <h1>{messages.site_title()}</h1>
            </div>
            {search}
            {controls}
        </header>
    }
}

/// Ways to pass the view on.
#[component]
fn ShareMenu() -> impl IntoView {
    let (explorer, chunks) = (Explorer::get(), Chunks::get());
    let messages = explorer.messages();
    let opened = RwSignal::new(false);
    let placeholder = Placeholder { label: messages.panel_loading(), bars: 4 };
    let content = move || opened.get().then(|| chunks.details.draw(placeholder, DetailsView::ShareMenu));
    view! {
        <button
            class="control"
            type="button"
            id="share-button"
            popovertarget=element_ids::SHARE_MENU
            aria-label=messages.site_share()
            on:click=move |_| opened.set(true)
        >
            {icon(Symbol::Share)}
            <span class="wide">{messages.site_share()}</span>
        </button>
        // The browser closes it at Esc and at a click elsewhere.
        <div class="menu" id=element_ids::SHARE_MENU popover="auto">{content}</div>
    }
}

/// Opens the list of tours and the ways to present the view.
#[component]
fn PresentButton() -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    view! {
        <button
            class="control primary"
            type="button"
            id="present"
            aria-label=messages.site_present()
            on:click=move |_| explorer.navigation.dialog.set(Some(Dialog::Tours))
        >
            {icon(Symbol::Present)}
            <span class="wide">{messages.site_present()}</span>
        </button>
    }
}

/// "More": the account of the data, an entry of one's own, keys, colours, the offline copy.
#[component]
fn Menu() -> impl IntoView {
    let (explorer, chunks) = (Explorer::get(), Chunks::get());
    let opened = RwSignal::new(false);
    let open = move |_| {
        chunks.offline.ensure_loaded();
        opened.set(true);
    };
    let button = view! {
        <button
            class="control"
            type="button"
            id=element_ids::MENU_BUTTON
            popovertarget=element_ids::MORE_MENU
            aria-label=explorer.messages().site_more()
            on:click=open
        >
            {icon(Symbol::More)}
        </button>
    };
    let offline_status = move || {
        let dataset = explorer.data.dataset.get()?;
        chunks.offline.draw_if_ready(OfflineView::Status(dataset))
    };
    let placeholder = Placeholder { label: explorer.messages().panel_loading(), bars: 4 };
    let content = move || opened.get().then(|| chunks.details.draw(placeholder, DetailsView::MoreMenu));
    view! {
        {button}
        <div class="menu" id=element_ids::MORE_MENU popover="auto">
            {content}
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
            {icon(Symbol::Globe)}
            <span class="visually-hidden">{explorer.messages().site_language()}</span>
            <select id="language" on:change=choose>{options}</select>
        </label>
    }
}
