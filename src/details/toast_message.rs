//! The text of a short message over the page.

use leptos::prelude::*;
use wsis_state::Explorer;
use wsis_state::layout::Toast;

use crate::ui::any_view::view;
use crate::ui::icon::{Symbol, icon};

/// The result of an action, with a button that closes the message.
pub(crate) fn toast_message(toast: Toast) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let text = match toast {
        Toast::LinkCopied if explorer.deployment.has_public_address() => messages.link_copied(),
        Toast::LinkCopied => messages.link_local(),
        Toast::LinkByHand => messages.link_by_hand(),
        Toast::StepAdded => messages.tour_step_added(),
    };
    let address = (toast == Toast::LinkByHand).then(|| {
        let address = untrack(|| explorer.share_address());
        view! { <code class="copy-note" tabindex="0">{address}</code> }
    });
    view! {
        <span>{text}</span>
        {address}
        <button
            type="button"
            class="close"
            aria-label=messages.notice_dismiss()
            on:click=move |_| explorer.layout.toast.set(None)
        >
            {icon(Symbol::Close)}
        </button>
    }
}
