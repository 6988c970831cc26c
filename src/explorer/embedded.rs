//! The difference of an embedded page's header: a link to the whole explorer.

use leptos::prelude::*;
use wsis_state::Explorer;

use crate::ui::any_view::view;
use crate::ui::icon::{Symbol, icon};

/// The link to the whole explorer.
#[component]
pub(crate) fn WholeExplorer() -> impl IntoView {
    let explorer = Explorer::get();
    view! {
        <a class="whole-explorer" href=move || explorer.own_address()>
            {explorer.messages().embed_open()}
            {icon(Symbol::Out)}
        </a>
    }
}
