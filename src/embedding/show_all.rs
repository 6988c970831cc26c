//! The button below a shortened panel that shows all of it.

use leptos::prelude::*;
use wsis_state::Explorer;
use wsis_state::effect::effect;

use crate::ui::any_view::view;

/// The button; `whole` says whether all of the panel is shown.
pub(crate) fn show_all(whole: RwSignal<bool>) -> AnyView {
    let explorer = Explorer::get();
    // Another selection begins short again.
    effect(move || {
        let navigation = explorer.navigation;
        let _ = (navigation.selection.get(), navigation.view.with(|view| view.opened.is_some()));
        whole.set(false);
    });
    let button = move || {
        (!whole.get()).then(|| {
            view! {
                <p class="show-all">
                    <button type="button" on:click=move |_| whole.set(true)>
                        {explorer.messages().embed_show_all()}
                    </button>
                </p>
            }
        })
    };
    button.into_any()
}
