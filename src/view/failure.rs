//! What a person sees of something that has to be loaded: that it is on its way; or why it could not be had, in plain
//! words, with a way to try again.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::failure::Failure;
use wsis_core::index::{ProjectIndex, TitleList};
use wsis_page::failure_text::failure_text;

use crate::api::Remote;
use crate::state::{Explorer, Kept, OfSnapshot, Site};
use crate::view::any::view;
use crate::view::panel::focus_title;

/// A failure with its retry. `kept` says that what was on screen before is still there.
#[component]
pub(super) fn FailureBox(
    failure: Failure,
    #[prop(optional)] kept: bool,
    retry: Callback<()>,
) -> impl IntoView {
    let messages = Explorer::get().messages;
    let kept = kept.then(|| view! { <p>{messages.failure_kept()}</p> });
    // The button goes with the box; the focus stays in the panel.
    let again = move |_| {
        retry.run(());
        focus_title();
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

/// What stands for a loaded thing at each moment: a skeleton, a failure with its retry, or the thing itself.
pub(super) fn when_ready<T>(
    remote: Remote<T>,
    waiting: Waiting,
    retry: Callback<()>,
    draw: impl FnOnce(T) -> AnyView,
) -> Option<AnyView> {
    match remote {
        Remote::Idle => None,
        Remote::Loading => Some(view! { <Skeleton label=waiting.label bars=waiting.bars /> }),
        Remote::Failed(failure) => Some(view! { <FailureBox failure retry /> }),
        Remote::Ready(value) => Some(draw(value)),
    }
}

/// How long a thing is that is on its way.
#[derive(Clone, Copy)]
pub(super) struct Waiting {
    /// What is on its way, in words.
    pub(super) label: &'static str,
    /// How many bars stand for it.
    pub(super) bars: usize,
}

/// The projects with what they are called: two files that are loaded at their first need.
pub(super) fn from_projects(
    explorer: Explorer,
    site: Arc<Site>,
    waiting: Waiting,
    draw: impl Fn(&Arc<ProjectIndex>, &Arc<TitleList>) -> AnyView + Clone + Send + 'static,
) -> AnyView {
    let of_titles = site.clone();
    from_kept(explorer.index, site, waiting, move |index| {
        let draw = draw.clone();
        from_kept(explorer.titles, of_titles.clone(), waiting, move |titles| draw(&index, &titles))
    })
}

/// A file that is loaded at its first need, drawn once it is there.
pub(super) fn from_kept<T: OfSnapshot>(
    kept: Kept<T>,
    site: Arc<Site>,
    waiting: Waiting,
    draw: impl Fn(Arc<T>) -> AnyView + Send + 'static,
) -> AnyView {
    kept.need(&site);
    let retry = Callback::new(move |()| kept.again(&site));
    (move || when_ready(kept.remote(), waiting, retry, &draw)).into_any()
}
