//! The status of the offline copy: a box with the button that completes it, and notices.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::Language;
use wsis_core::contract::offline_files;
use wsis_messages::Messages;

use wsis_page::failure_text::failure_text;
use wsis_platform::focus::focus_when_drawn;
use wsis_state::Dataset;
use wsis_state::Explorer;
use wsis_state::effect::memo;
use wsis_state::element_ids;
use wsis_state::offline::{Availability, OfflineCopy};

use crate::offline::precache::{self, includes_projects};
use crate::offline::service::{OfflineService, Precache};
use crate::offline::worker_protocol::{MissingFile, MissingReason};
use crate::ui::any_view::view;

/// How many missing files are named.
const NAMED: usize = 5;

/// The status box, with the button that completes the copy.
pub(crate) fn status(dataset: Arc<Dataset>) -> AnyView {
    let (explorer, offline) = (Explorer::get(), OfflineService::get());
    let messages = explorer.messages();
    offline.refresh(dataset.clone());
    if offline.languages.with_untracked(Vec::is_empty) {
        offline.choose(dataset.language, true);
    }
    let kept = dataset.clone();
    let is_kept = memo(move || {
        matches!(offline.status.availability.get(), Availability::Installing | Availability::Ready)
    });
    let acts = move || {
        let dataset = dataset.clone();
        is_kept
            .get()
            .then(|| view! { <div>{precache_controls(explorer, offline, dataset)} {removal(messages, offline)}</div> })
    };
    view! {
        <section class="offline" aria-labelledby="offline-title">
            <h2 id="offline-title">{messages.offline_title()}</h2>
            <p class="fine">{messages.offline_meaning()}</p>
            <div role="status">{move || standing(messages, offline, &kept)}</div>
            {acts}
        </section>
    }
}

/// The contents of the offline copy, in words.
fn standing(messages: Messages, offline: OfflineService, dataset: &Dataset) -> AnyView {
    if offline.is_removed.get() {
        return view! {
            <p id="offline-standing">{messages.offline_removed()} " " {messages.offline_removed_meaning()}</p>
        };
    }
    let text = match (offline.status.availability.get(), offline.status.copy.get()) {
        (Availability::Off, _) => messages.offline_none().to_owned(),
        (Availability::Ready, Some(copy)) => return copy_facts(messages, offline, &copy, dataset),
        (Availability::Unknown, _) => messages.offline_loading().to_owned(),
        (Availability::Installing | Availability::Ready, _) => messages.offline_coming().to_owned(),
    };
    view! { <p id="offline-standing">{text}</p> }
}

fn copy_facts(messages: Messages, offline: OfflineService, copy: &OfflineCopy, dataset: &Dataset) -> AnyView {
    let names: Vec<&str> = copy.languages.iter().map(|language| language.own_name()).collect();
    let all = offline_files::cell_pages(&dataset.counts, dataset.manifest.page_size).len();
    let room = offline.storage.get().map(|(used, allowed)| {
        view! { <li>{messages.offline_room(&used.to_string(), &allowed.to_string())}</li> }
    });
    let proved = (!copy.proved.is_empty()).then(|| {
        let of_this = copy.proved_snapshot == dataset.manifest.snapshot;
        let text = if of_this { Messages::offline_proved } else { Messages::offline_proved_older };
        view! { <li>{text(messages, &copy.proved)}</li> }
    });
    view! {
        <p id="offline-standing">{messages.offline_kept(&copy.made)}</p>
        <ul class="fine">
            <li>{messages.offline_languages_kept(&names.join(", "))}</li>
            <li>{messages.offline_cells(copy.cells, &all.to_string())}</li>
            {proved}
            {room}
        </ul>
    }
}

/// The choice of languages, the button, and what it has come to.
fn precache_controls(explorer: Explorer, offline: OfflineService, dataset: Arc<Dataset>) -> AnyView {
    let messages = explorer.messages();
    let languages =
        explorer.deployment.languages().into_iter().filter(|one| dataset.manifest.languages.contains(one));
    let choices = languages.map(|language| language_choice(offline, language)).collect_view();
    let works = move || {
        offline.precache.with(|precache| matches!(precache, Precache::Loading { .. } | Precache::Verifying))
    };
    let make = {
        let dataset = dataset.clone();
        move |_| precache::start(offline, dataset.clone())
    };
    view! {
        <fieldset class="offline-languages">
            <legend>{messages.offline_languages()}</legend>
            <div class="choice-boxes">{choices}</div>
        </fieldset>
        <p class="fine">{messages.offline_make_meaning()}</p>
        {(!includes_projects(&dataset)).then(|| view! { <p class="fine">{messages.offline_lists_alone()}</p> })}
        <button
            type="button"
            id="offline-make"
            prop:disabled=move || works() || offline.languages.with(Vec::is_empty)
            on:click=make
        >
            {messages.offline_make()}
        </button>
        {move || progress(messages, offline)}
        <div role="status" id="offline-outcome">{move || outcome(messages, offline)}</div>
    }
}

fn language_choice(offline: OfflineService, language: Language) -> AnyView {
    view! {
        <label class="choice-box" lang=language.code()>
            <input
                type="checkbox"
                value=language.code()
                prop:checked=move || offline.is_chosen(language)
                on:change=move |event| offline.choose(language, event_target_checked(&event))
            />
            <span>{language.own_name()}</span>
        </label>
    }
}

/// How far it is, while it is being loaded.
fn progress(messages: Messages, offline: OfflineService) -> Option<AnyView> {
    let loads = memo(move || offline.precache.with(|precache| matches!(precache, Precache::Loading { .. })));
    let (done, all) = (move || counts(offline).0.to_string(), move || counts(offline).1.max(1).to_string());
    let text = move || {
        let (done, all) = counts(offline);
        messages.offline_progress(&done.to_string(), &all.to_string())
    };
    let cancel = move |_| {
        precache::cancel(offline);
        focus_when_drawn("offline-make".to_owned());
    };
    loads.get().then(|| {
        view! {
            <div class="offline-progress">
                <label>
                    <progress max=all value=done></progress>
                    " "
                    <span>{text}</span>
                </label>
                " "
                <button type="button" on:click=cancel>{messages.offline_cancel()}</button>
            </div>
        }
    })
}

fn counts(offline: OfflineService) -> (u32, u32) {
    match offline.precache.get() {
        Precache::Loading { done, all } => (done, all),
        _ => (0, 0),
    }
}

/// The result; announced once, and not for every file.
fn outcome(messages: Messages, offline: OfflineService) -> Option<AnyView> {
    let promise = || {
        let text = match offline.is_persistent.get()? {
            true => messages.offline_stays(),
            false => messages.offline_may_go(),
        };
        Some(view! { <p class="fine">{text}</p> })
    };
    offline.precache.with(|precache| match precache {
        Precache::Idle | Precache::Loading { .. } => None,
        Precache::Verifying => Some(view! { <p>{messages.offline_checking()}</p> }),
        Precache::Cancelled => Some(view! { <p>{messages.offline_cancelled()}</p> }),
        Precache::Complete { files, day } => Some(view! {
            <p class="offline-complete">{messages.offline_complete(*files, day)}</p>
            {promise()}
        }),
        Precache::Incomplete(missing) => Some(failure(messages, missing)),
    })
}

fn failure(messages: Messages, missing: &[MissingFile]) -> AnyView {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let named = missing.iter().take(NAMED).map(|one| {
        view! { <li>{messages.offline_missing_file(&one.file, &reason(messages, &one.reason))}</li> }
    });
    let more = missing.len().checked_sub(NAMED).filter(|more| *more > 0);
    let more = more.map(|more| view! { <li>{messages.offline_more(count(more))}</li> });
    view! {
        <div class="failure">
            <p class="failure-title">{messages.offline_missing(count(missing.len()))}</p>
            <ul>{named.collect_view()} {more}</ul>
            <p>{messages.offline_again()}</p>
        </div>
    }
}

fn reason(messages: Messages, why: &MissingReason) -> String {
    match why {
        MissingReason::Failure(failure) => failure_text(messages, failure),
        MissingReason::NoSpace => messages.offline_no_room().to_owned(),
        MissingReason::NotThere => messages.offline_not_kept().to_owned(),
    }
}

fn removal(messages: Messages, offline: OfflineService) -> AnyView {
    view! {
        <button type="button" id="offline-remove" on:click=move |_| offline.remove()>
            {messages.offline_remove()}
        </button>
    }
}

/// Announcements without a question: no network, a newer version, the copy removed.
pub(crate) fn notices() -> AnyView {
    let (explorer, offline) = (Explorer::get(), OfflineService::get());
    let messages = explorer.messages();
    if let Some(dataset) = explorer.data.dataset.get_untracked() {
        offline.refresh(dataset);
    }
    let stale = move || {
        offline
            .status
            .stale_date
            .get()
            .map(|day| view! { <p class="notice">{messages.offline_stale(&day)}</p> })
    };
    let newer = move || {
        (offline.has_newer_version.get() && OfflineService::may_offer_newer_version(explorer))
            .then(|| newer_version(messages, offline))
    };
    let removed = move || {
        offline.is_removed.get().then(|| view! { <p class="notice">{messages.offline_removed()}</p> })
    };
    view! { <div class="offline-notes" role="status">{stale} {newer} {removed}</div> }
}

fn newer_version(messages: Messages, offline: OfflineService) -> AnyView {
    let dismiss = move |_| {
        offline.has_newer_version.set(false);
        focus_when_drawn(element_ids::MAIN.to_owned());
    };
    view! {
        <p class="notice">
            <span>{messages.offline_newer()}</span>
            <span>
                <button type="button" id="load-newer" on:click=move |_| offline.load_newer_version()>
                    {messages.offline_load_newer()}
                </button>
                " "
                <button type="button" on:click=dismiss>{messages.notice_dismiss()}</button>
            </span>
        </p>
    }
}
