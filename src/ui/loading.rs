//! Loading and error states of a request, with retry.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::failure::Failure;
use wsis_page::failure_text::failure_text;
use wsis_state::cached_file::SnapshotFile;
use wsis_state::focus_return::focus_panel_title;
use wsis_state::{CachedFile, Dataset, Explorer, RequestState};

use crate::ui::any_view::view;

/// A failure with its retry. `kept` says that the former content is still on the page.
#[component]
pub(crate) fn FailureBox(
    failure: Failure,
    #[prop(optional)] kept: bool,
    retry: Callback<()>,
) -> impl IntoView {
    let messages = Explorer::get().messages();
    let kept = kept.then(|| view! { <p>{messages.failure_kept()}</p> });
    // The button disappears with the box; the focus stays in the panel.
    let again = move |_| {
        retry.run(());
        focus_panel_title();
    };
    view! {
        <div class="failure" role="alert">
            <p class="failure-title">{messages.failure_title()}</p>
            <p>{failure_text(messages, &failure)}</p>
            {kept}
            <button type="button" on:click=again>{messages.failure_retry()}</button>
        </div>
    }
}

/// A placeholder for content that is loading: grey bars of its size, and a label for screen readers.
#[component]
pub(crate) fn Skeleton(
    /// The text for screen readers.
    label: &'static str,
    /// The number of bars.
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

/// The label and size of a [`Skeleton`].
#[derive(Clone, Copy)]
pub(crate) struct Placeholder {
    /// The text for screen readers.
    pub(crate) label: &'static str,
    /// The number of bars.
    pub(crate) bars: usize,
}

/// The view of a request: nothing, a skeleton, a failure with its retry, or the drawn answer.
pub(crate) fn when_ready<T>(
    state: RequestState<T>,
    placeholder: Placeholder,
    retry: Callback<()>,
    draw: impl FnOnce(T) -> AnyView,
) -> Option<AnyView> {
    match state {
        RequestState::Idle => None,
        RequestState::Loading => Some(view! { <Skeleton label=placeholder.label bars=placeholder.bars /> }),
        RequestState::Failed(failure) => Some(view! { <FailureBox failure retry /> }),
        RequestState::Ready(value) => Some(draw(value)),
    }
}

/// A file that is loaded when it is first needed, drawn once it is there.
pub(crate) fn when_loaded<T: SnapshotFile>(
    file: CachedFile<T>,
    dataset: Arc<Dataset>,
    placeholder: Placeholder,
    draw: impl Fn(Arc<T>) -> AnyView + Send + 'static,
) -> AnyView {
    file.ensure_loaded(&dataset);
    let retry = Callback::new(move |()| file.reload(&dataset));
    (move || when_ready(file.state(), placeholder, retry, &draw)).into_any()
}
