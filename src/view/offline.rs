//! What the device keeps of this page, in words; the button that keeps all of it; and what is to be said of it unasked.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::Language;
use wsis_core::contract::keeping;
use wsis_messages::Messages;
use wsis_page::failure_text::failure_text;

use super::any::view;
use crate::dom::focus::focus_when_drawn;
use crate::offline::making::keeps_projects;
use crate::offline::{Making, Missing, Offline, Standing, State, Why};
use crate::state::{Explorer, Site};

/// How many missing files are named.
const NAMED: usize = 5;

/// The box "Offline".
pub(super) fn readiness(site: Arc<Site>) -> AnyView {
    let (explorer, offline) = (Explorer::get(), Offline::get());
    let messages = explorer.messages;
    offline.look(site.clone());
    if offline.chosen.with_untracked(Vec::is_empty) {
        offline.choose(site.language, true);
    }
    let kept = site.clone();
    let is_kept = Memo::new(move |_| matches!(offline.standing.get(), Standing::Coming | Standing::Ready));
    let acts = move || {
        let site = site.clone();
        is_kept
            .get()
            .then(|| view! { <div>{making(explorer, offline, site)} {removal(messages, offline)}</div> })
    };
    view! {
        <section class="offline" aria-labelledby="offline-title">
            <h3 id="offline-title">{messages.offline_title()}</h3>
            <p class="fine">{messages.offline_meaning()}</p>
            <div role="status">{move || standing(messages, offline, &kept)}</div>
            {acts}
        </section>
    }
}

/// The box for whatever is looked at.
pub(super) fn here() -> AnyView {
    let explorer = Explorer::get();
    (move || explorer.site.get().map(readiness)).into_any()
}

/// What is kept, in words.
fn standing(messages: Messages, offline: Offline, site: &Site) -> AnyView {
    if offline.removed.get() {
        return view! {
            <p id="offline-standing">{messages.offline_removed()} " " {messages.offline_removed_meaning()}</p>
        };
    }
    let text = match (offline.standing.get(), offline.state.get()) {
        (Standing::Off, _) => messages.offline_none().to_owned(),
        (Standing::Ready, Some(state)) => return what_is_kept(messages, offline, &state, site),
        (Standing::Unknown, _) => messages.offline_loading().to_owned(),
        (Standing::Coming | Standing::Ready, _) => messages.offline_coming().to_owned(),
    };
    view! { <p id="offline-standing">{text}</p> }
}

fn what_is_kept(messages: Messages, offline: Offline, state: &State, site: &Site) -> AnyView {
    let names: Vec<&str> = state.languages.iter().map(|language| language.own_name()).collect();
    let all = keeping::cell_pages(&site.numbers, site.manifest.page_size).len();
    let room = offline.room.get().map(|(used, allowed)| {
        view! { <li>{messages.offline_room(&used.to_string(), &allowed.to_string())}</li> }
    });
    let proved = (!state.proved.is_empty()).then(|| {
        let of_this = state.proved_snapshot == site.manifest.snapshot;
        let text = if of_this { Messages::offline_proved } else { Messages::offline_proved_older };
        view! { <li>{text(messages, &state.proved)}</li> }
    });
    view! {
        <p id="offline-standing">{messages.offline_kept(&state.made)}</p>
        <ul class="fine">
            <li>{messages.offline_languages_kept(&names.join(", "))}</li>
            <li>{messages.offline_cells(state.cells, &all.to_string())}</li>
            {proved}
            {room}
        </ul>
    }
}

/// The choice of languages, the button, and what it has come to.
fn making(explorer: Explorer, offline: Offline, site: Arc<Site>) -> AnyView {
    let messages = explorer.messages;
    let languages = explorer.languages().into_iter().filter(|one| site.manifest.languages.contains(one));
    let choices = languages.map(|language| language_choice(offline, language)).collect_view();
    let works =
        move || offline.making.with(|making| matches!(making, Making::Loading { .. } | Making::Checking));
    let make = {
        let site = site.clone();
        move |_| offline.make_ready(site.clone())
    };
    view! {
        <fieldset class="offline-languages">
            <legend>{messages.offline_languages()}</legend>
            <div class="choice-boxes">{choices}</div>
        </fieldset>
        <p class="fine">{messages.offline_make_meaning()}</p>
        {(!keeps_projects(&site)).then(|| view! { <p class="fine">{messages.offline_lists_alone()}</p> })}
        <button
            type="button"
            id="offline-make"
            prop:disabled=move || works() || offline.chosen.with(Vec::is_empty)
            on:click=make
        >
            {messages.offline_make()}
        </button>
        {move || progress(messages, offline)}
        <div role="status" id="offline-outcome">{move || outcome(messages, offline)}</div>
    }
}

fn language_choice(offline: Offline, language: Language) -> AnyView {
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
fn progress(messages: Messages, offline: Offline) -> Option<AnyView> {
    let loads = Memo::new(move |_| offline.making.with(|making| matches!(making, Making::Loading { .. })));
    let (done, all) = (move || counts(offline).0.to_string(), move || counts(offline).1.max(1).to_string());
    let text = move || {
        let (done, all) = counts(offline);
        messages.offline_progress(&done.to_string(), &all.to_string())
    };
    let cancel = move |_| {
        offline.cancel();
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

fn counts(offline: Offline) -> (u32, u32) {
    match offline.making.get() {
        Making::Loading { done, all } => (done, all),
        _ => (0, 0),
    }
}

/// What it has come to; said once, and not with every file.
fn outcome(messages: Messages, offline: Offline) -> Option<AnyView> {
    let promise = || {
        let text = match offline.promised.get()? {
            true => messages.offline_stays(),
            false => messages.offline_may_go(),
        };
        Some(view! { <p class="fine">{text}</p> })
    };
    offline.making.with(|making| match making {
        Making::Idle | Making::Loading { .. } => None,
        Making::Checking => Some(view! { <p>{messages.offline_checking()}</p> }),
        Making::Cancelled => Some(view! { <p>{messages.offline_cancelled()}</p> }),
        Making::Complete { files, day } => Some(view! {
            <p class="offline-complete">{messages.offline_complete(*files, day)}</p>
            {promise()}
        }),
        Making::Missing(missing) => Some(failure(messages, missing)),
    })
}

fn failure(messages: Messages, missing: &[Missing]) -> AnyView {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let named = missing.iter().take(NAMED).map(|one| {
        view! { <li>{messages.offline_missing_file(&one.file, &reason(messages, &one.why))}</li> }
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

fn reason(messages: Messages, why: &Why) -> String {
    match why {
        Why::Failure(failure) => failure_text(messages, failure),
        Why::NoRoom => messages.offline_no_room().to_owned(),
        Why::NotThere => messages.offline_not_kept().to_owned(),
    }
}

fn removal(messages: Messages, offline: Offline) -> AnyView {
    view! {
        <button type="button" id="offline-remove" on:click=move |_| offline.remove()>
            {messages.offline_remove()}
        </button>
    }
}

/// What is to be said unasked: that there is no network, that a newer version waits, that everything was removed.
pub(super) fn notes() -> AnyView {
    let (explorer, offline) = (Explorer::get(), Offline::get());
    let messages = explorer.messages;
    if let Some(site) = explorer.site.get_untracked() {
        offline.look(site);
    }
    let stale =
        move || offline.stale.get().map(|day| view! { <p class="notice">{messages.offline_stale(&day)}</p> });
    let newer = move || {
        (offline.newer.get() && Offline::may_offer(explorer)).then(|| newer_version(messages, offline))
    };
    let removed =
        move || offline.removed.get().then(|| view! { <p class="notice">{messages.offline_removed()}</p> });
    view! { <div class="offline-notes" role="status">{stale} {newer} {removed}</div> }
}

fn newer_version(messages: Messages, offline: Offline) -> AnyView {
    let dismiss = move |_| {
        offline.newer.set(false);
        focus_when_drawn("matrix".to_owned());
    };
    view! {
        <p class="notice">
            <span>{messages.offline_newer()}</span>
            <span>
                <button type="button" id="load-newer" on:click=move |_| offline.load_newer()>
                    {messages.offline_load_newer()}
                </button>
                " "
                <button type="button" on:click=dismiss>{messages.notice_dismiss()}</button>
            </span>
        </p>
    }
}
