//! A short message over the page.

use leptos::prelude::*;
use wsis_platform::timer::Timer;
use wsis_state::Explorer;
use wsis_state::layout::Toast;

use crate::ui::any_view::view;
use crate::ui::icon::{Symbol, icon};

/// How long a message stays, in milliseconds; one with an address to copy stays until it is closed.
const STAYS: u32 = 6000;

/// The result of an action, with a button that closes the message.
pub(crate) fn toast_message(toast: Toast) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    leave_in_time(explorer, toast);
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

/// Takes the message away after its time, and when something else is shown, which has not been copied yet.
fn leave_in_time(explorer: Explorer, toast: Toast) {
    let leave = move || {
        let _ = explorer.layout.toast.try_set(None);
    };
    Effect::new(move |before: Option<()>| {
        explorer.navigation.view.track();
        if before.is_some() && toast != Toast::StepAdded {
            leave();
        }
    });
    // Owned by the view: it stops when another message takes its place.
    StoredValue::new_local((toast != Toast::LinkByHand).then(|| Timer::after(STAYS, leave)));
}
