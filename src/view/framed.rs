//! What is different in a page of others: the panel comes right below what was selected, links open elsewhere, and a
//! line leads to the whole explorer.

use leptos::prelude::*;
use wsis_core::address::{Form, Selection, View};

use super::any::view;
use crate::dom::{links, place, timer};
use crate::embed;
use crate::state::{Explorer, stop_of};

/// The id of the panel.
pub(super) const PANEL_ID: &str = "panel";

/// Follows what is selected with the panel and what is clicked with the links, and listens to the page around.
pub(super) fn follow(explorer: Explorer) {
    embed::start(explorer);
    links::open_elsewhere(move || untrack(|| explorer.own_address()));
    let opened = Memo::new(move |_| explorer.view.with(View::shows_applications));
    Effect::new(move || {
        let (selection, form) = (explorer.selection.get(), explorer.form.get());
        // After these the row may be another element.
        let _ = (explorer.site.get(), opened.get(), explorer.arrangement.get());
        let below = stop_of(selection).filter(|_| form != Form::Cell && selection != Selection::None);
        let id = below.map(|stop| stop.element_id());
        // Now, so that no frame shows it elsewhere; and once more when rows that are being drawn anew are there.
        place::panel_below(PANEL_ID, id.as_deref());
        timer::soon(move || {
            if explorer.selection.try_get_untracked() == Some(selection) {
                place::panel_below(PANEL_ID, id.as_deref());
            }
        });
    });
}

/// The button below a panel that is cut off, which shows all of it.
#[component]
pub(super) fn ShowAll(
    /// Whether all of it is shown.
    whole: RwSignal<bool>,
) -> impl IntoView {
    let explorer = Explorer::get();
    // Something else that is selected begins short again.
    Effect::new(move || {
        let _ = (explorer.selection.get(), explorer.view.with(|view| view.project.is_some()));
        whole.set(false);
    });
    move || {
        (!whole.get()).then(|| {
            view! {
                <p class="show-all">
                    <button type="button" on:click=move |_| whole.set(true)>
                        {explorer.messages.embed_show_all()}
                    </button>
                </p>
            }
        })
    }
}

/// The way to the whole explorer.
#[component]
pub(super) fn WholeExplorer() -> impl IntoView {
    let explorer = Explorer::get();
    view! {
        <p class="whole-explorer">
            <a href=move || explorer.own_address()>{explorer.messages.embed_open()}</a>
        </p>
    }
}
