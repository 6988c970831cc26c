//! The frame of an entry that is shown in full over its list.

use leptos::prelude::*;
use wsis_core::address::View;
use wsis_state::effect::effect;
use wsis_state::{Explorer, element_ids};

use crate::ui::any_view::view;
use crate::ui::icon::{Symbol, icon};

/// The title of an open entry.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct OpenedTitle {
    /// The name of the entry, or what stands in its place while there is none.
    pub(crate) text: String,
    /// The language of the text.
    pub(crate) language: String,
    /// Whether the text is the name of the entry.
    pub(crate) is_name: bool,
}

/// The way back, the title and the content. The title becomes that of the view.
pub(crate) fn opened_entry(explorer: Explorer, title: Signal<OpenedTitle>, content: AnyView) -> AnyView {
    let navigation = explorer.navigation;
    effect(move || {
        let title = title.get();
        navigation.opened_title.set(title.is_name.then_some(title.text));
    });
    on_cleanup(move || {
        // The whole page may be going.
        let _ = navigation.opened_title.try_set(None);
    });
    let has_list = navigation.view.with_untracked(View::shows_list);
    let label = if has_list { explorer.messages().project_back() } else { explorer.messages().panel_close() };
    view! {
        <article class="details">
            <div class="panel-head">
                <button class="back" type="button" on:click=move |_| explorer.go_back()>
                    {icon(Symbol::Back)}
                    {label}
                </button>
            </div>
            // One heading from the first moment on, so that it keeps the focus while its text comes.
            <h2
                id=element_ids::DETAILS_TITLE
                tabindex="-1"
                lang=move || title.get().language
                dir="auto"
            >{move || title.get().text}</h2>
            {content}
        </article>
    }
}
