//! The contents of the menus "Share" and "More" in the header.

use leptos::prelude::*;
use wsis_core::address::Theme;
use wsis_page::texts;
use wsis_platform::document;
use wsis_platform::focus::focus_when_drawn;
use wsis_state::navigation::{Dialog, Sheet};
use wsis_state::{Explorer, element_ids};

use crate::ui::any_view::view;
use crate::ui::icon::{Symbol, icon};

/// Ways to pass the view on.
pub(crate) fn share_menu() -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let item = |symbol, label, act: Box<dyn Fn()>| menu_item(element_ids::SHARE_MENU, symbol, label, act);
    let open = move |dialog: Dialog| Box::new(move || explorer.navigation.dialog.set(Some(dialog)));
    view! {
        {item(Symbol::Link, messages.link_copy(), Box::new(move || explorer.copy_link()))}
        {item(Symbol::Code, messages.embed_title(), open(Dialog::Embed))}
        {item(Symbol::Cite, messages.cite_title(), open(Dialog::Cite))}
        {item(Symbol::Download, messages.download_title(), open(Dialog::Download))}
        {item(Symbol::Print, messages.download_print(), Box::new(|| document::print("matrix")))}
    }
}

/// The account of the data, an entry of one's own, keys, colours.
pub(crate) fn more_menu() -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let prepare_entry = move || {
        explorer.navigation.sheet.set(Some(Sheet::Entry));
        focus_when_drawn(element_ids::ENTRY_HEADING.to_owned());
    };
    let item = |symbol, label, act: Box<dyn Fn()>| menu_item(element_ids::MORE_MENU, symbol, label, act);
    view! {
        <a class="menu-item" href="#about">{icon(Symbol::Info)} <span>{messages.site_about()}</span></a>
        {item(Symbol::Pen, messages.entry_prepare(), Box::new(prepare_entry))}
        {item(
            Symbol::Keys,
            messages.keys_title(),
            Box::new(move || explorer.navigation.dialog.set(Some(Dialog::Keys))),
        )}
        <ThemeChoice />
    }
}

/// An entry of a menu, which closes with its click.
fn menu_item(menu: &'static str, symbol: Symbol, label: &'static str, act: Box<dyn Fn()>) -> AnyView {
    view! {
        <button
            type="button"
            class="menu-item"
            popovertarget=menu
            popovertargetaction="hide"
            on:click=move |_| act()
        >
            {icon(symbol)}
            <span>{label}</span>
        </button>
    }
}

#[component]
fn ThemeChoice() -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
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
