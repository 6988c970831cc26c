//! What a person sees when something could not be loaded: why, in plain words, and a way to try again.

use leptos::prelude::*;
use wsis_core::failure::Failure;

use crate::state::Explorer;
use crate::view::any::view;

/// A failure with its retry. `kept` says that what was on screen before is still there.
#[component]
pub(super) fn FailureBox(
    failure: Failure,
    #[prop(optional)] kept: bool,
    retry: Callback<()>,
) -> impl IntoView {
    let messages = Explorer::get().messages;
    let kept = kept.then(|| view! { <p>{messages.failure_kept()}</p> });
    view! {
        <div class="failure" role="alert">
            <p class="failure-title">{messages.failure_title()}</p>
            <p>{failure.explain(messages)}</p>
            {kept}
            <button type="button" on:click=move |_| retry.run(())>{messages.failure_retry()}</button>
        </div>
    }
}

/// What stands in the place of something on its way: a few grey bars of its size, and a word for screen readers.
#[component]
pub(super) fn Skeleton(
    /// What is on its way, in words.
    label: &'static str,
    /// How many bars.
    bars: usize,
) -> impl IntoView {
    let bars = (0..bars).map(|_| view! { <span class="skeleton-bar"></span> }).collect_view();
    view! {
        <div class="skeleton" role="status">
            <span class="visually-hidden">{label}</span>
            {bars}
        </div>
    }
}
