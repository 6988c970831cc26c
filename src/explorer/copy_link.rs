//! "Copy link": the address of what is shown, to give to others.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wsis_platform::clipboard;
use wsis_state::Explorer;

use crate::ui::any_view::view;

/// The button; where the browser lets no page copy, the address is shown instead.
#[component]
pub(crate) fn CopyLink() -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let copied = RwSignal::new(None::<bool>);
    // Something else that is shown has not been copied yet.
    Effect::new(move || {
        explorer.navigation.view.track();
        copied.set(None);
    });
    let copy = move |_| {
        let address = untrack(|| explorer.share_address());
        spawn_local(async move {
            let done = clipboard::copy(address).await;
            let _ = copied.try_set(Some(done));
        });
    };
    let label = move || match copied.get() {
        Some(true) => messages.cite_copied(),
        _ => messages.link_copy(),
    };
    let by_hand = move || {
        let shown = copied.get() == Some(false);
        shown.then(|| view! { <code class="copy-note" tabindex="0">{explorer.share_address()}</code> })
    };
    let local = move || {
        (copied.get() == Some(true) && !explorer.deployment.has_public_address())
            .then(|| view! { <span class="copy-note fine" role="status">{messages.link_local()}</span> })
    };
    view! {
        <span class="copy-link">
            <button type="button" class="control" on:click=copy>{label}</button>
            {by_hand}
            {local}
        </span>
    }
}
