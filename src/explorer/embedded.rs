//! Differences of an embedded page: a short panel with a button, and a link to the whole explorer.

use leptos::prelude::*;
use wsis_state::Explorer;

use crate::ui::any_view::view;
use crate::ui::icon::{Symbol, icon};

/// The button below a shortened panel that shows all of it.
#[component]
pub(crate) fn ShowAll(
    /// Whether all of the panel is shown.
    whole: RwSignal<bool>,
) -> impl IntoView {
    let explorer = Explorer::get();
    // Another selection begins short again.
    Effect::new(move || {
        let navigation = explorer.navigation;
        let _ = (navigation.selection.get(), navigation.view.with(|view| view.opened.is_some()));
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

/// The link to the whole explorer.
#[component]
pub(crate) fn WholeExplorer() -> impl IntoView {
    let explorer = Explorer::get();
    view! {
        <a class="whole-explorer" href=move || explorer.own_address()>
            {explorer.messages.embed_open()}
            {icon(Symbol::Out)}
        </a>
    }
}
