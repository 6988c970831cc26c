//! The action bar at the foot of the panel: what can be done with the view, always in the same place.

use leptos::prelude::*;
use wsis_core::address::View;
use wsis_core::comparison::MAX_COMPARED;
use wsis_state::Explorer;
use wsis_state::navigation::Dialog;

use crate::ui::any_view::view;
use crate::ui::icon::{Symbol, icon};

/// The buttons of the bar.
#[component]
pub(crate) fn ActionBar() -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let navigation = explorer.navigation;
    let open = move |dialog: Dialog| move || navigation.dialog.set(Some(dialog));
    view! {
        <div class="actions" role="group" aria-label=messages.actions_label()>
            {action("copy-link", Symbol::Link, messages.link_copy(), move || explorer.copy_link())}
            <CompareButton />
            {action("cite-button", Symbol::Cite, messages.action_cite(), open(Dialog::Cite))}
            {action("embed-button", Symbol::Code, messages.action_embed(), open(Dialog::Embed))}
            {action("download-button", Symbol::Download, messages.action_download(), open(Dialog::Download))}
            {action("tour-button", Symbol::Add, messages.tour_add_short(), move || {
                explorer.layout.add_step(navigation.view.get_untracked());
            })}
            {action("present-button", Symbol::Present, messages.site_present(), open(Dialog::Tours))}
        </div>
    }
}

/// A button of the bar: its icon above its word.
fn action(class: &'static str, symbol: Symbol, label: &'static str, act: impl Fn() + 'static) -> AnyView {
    view! { <button type="button" class=class on:click=move |_| act()>{icon(symbol)} <span>{label}</span></button> }
}

/// Adds what is shown to the comparison; without effect where nothing is selected, or it is in it already.
#[component]
fn CompareButton() -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let navigation = explorer.navigation;
    let subject = move |view: &View| view.comparable();
    let unavailable = move || {
        navigation.view.with(|view| {
            let subject = subject(view);
            view.compare.len() >= MAX_COMPARED
                || subject.is_none_or(|subject| view.compare.contains(&subject))
        })
    };
    let add = move |_| {
        if let Some(subject) = navigation.view.with_untracked(View::comparable) {
            navigation.add_to_comparison(subject);
        }
    };
    view! {
        <button type="button" class="compare-button" disabled=unavailable on:click=add>
            {icon(Symbol::Compare)}
            <span>{messages.compare_start()}</span>
        </button>
    }
}
