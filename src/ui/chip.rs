//! Chips: what is filtered or arranged, each with a click to remove it.

use leptos::prelude::*;
use wsis_platform::focus::focus_when_drawn;
use wsis_state::element_ids;

use crate::ui::any_view::view;

/// A chip. It disappears with its click, so the focus moves to the main region.
pub(crate) fn chip_button(text: String, label: String, click: impl Fn() + Send + 'static) -> AnyView {
    let click = move |_| {
        click();
        focus_when_drawn(element_ids::MAIN.to_owned());
    };
    view! {
        <button type="button" class="chip" aria-label=label on:click=click>
            <bdi>{text}</bdi>
            <span aria-hidden="true">" ×"</span>
        </button>
    }
}
