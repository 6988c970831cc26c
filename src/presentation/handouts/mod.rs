//! Handouts: a cover and three steps a page, with or without notes; slides, a sheet for interpreters, and one HTML file. All draw the steps as the
//! stage does.

mod interpreters_sheet;

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::Event;
use wsis_core::Language;
use wsis_core::address::{Theme, View};
use wsis_core::tour::Step;
use wsis_page::export::{StandalonePage, standalone_page};
use wsis_platform::document;
use wsis_platform::download;
use wsis_platform::listener::WindowListener;
use wsis_platform::timer;
use wsis_state::Explorer;
use wsis_state::RequestState;
use wsis_state::effect::effect;

use crate::presentation::qr_picture::qr_picture;
use crate::presentation::screen;
use crate::presentation::session::PresentationSession;
use crate::presentation::slide::labels::step_name;
use crate::presentation::slide::step_view;
use crate::ui::any_view::view;

/// The kind of handout.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Made {
    /// A page a step with the speaker's notes.
    WithNotes,
    /// A page a step without them.
    Plain,
    /// The steps as the room sees them, each on a page of 16 to 9.
    Slides,
    /// The words in two languages.
    Sheet,
    /// One file with all slides.
    StandalonePage,
}

impl Made {
    /// The value of `data-print` of the root while it is printed.
    fn print(self) -> &'static str {
        match self {
            Self::WithNotes | Self::Plain => "handout",
            Self::Slides | Self::StandalonePage => "slides",
            Self::Sheet => "sheet",
        }
    }
}

/// The choices; what is chosen is drawn below for paper, and goes to the printer once all of it is there.
pub(crate) fn handouts(session: PresentationSession) -> AnyView {
    let messages = Explorer::get().messages();
    let made = RwSignal::new(None::<Made>);
    let status = RwSignal::new("");
    WindowListener::new("afterprint", |_: Event| document::end_print()).keep();
    let button = move |what: Made, text: &'static str, meaning: &'static str| {
        view! {
            <li>
                <button type="button" on:click=move |_| { made.set(None); made.set(Some(what)); }>{text}</button>
                <span>{meaning}</span>
            </li>
        }
    };
    let languages = RwSignal::new((Language::English, Language::French));
    let drawn = move || {
        let what = made.get()?;
        Some(match what {
            Made::Sheet => {
                interpreters_sheet::sheet(session, languages.get(), move || document::print(what.print()))
            }
            _ => steps_on_paper(session, what, status),
        })
    };
    view! {
        <ul class="hand-out">
            {button(Made::WithNotes, messages.hand_out_notes(), messages.hand_out_notes_meaning())}
            {button(Made::Plain, messages.hand_out_plain(), messages.hand_out_plain_meaning())}
            {button(Made::Slides, messages.hand_out_slides(), messages.hand_out_slides_meaning())}
            {button(Made::StandalonePage, messages.hand_out_single(), messages.hand_out_single_meaning())}
            {button(Made::Sheet, messages.hand_out_sheet(), messages.hand_out_sheet_meaning())}
        </ul>
        {interpreters_sheet::choice(languages)}
        <p class="hand-out-said" role="status">{move || status.get()}</p>
        <div class="printout" aria-hidden="true">{drawn}</div>
    }
}

/// Every step on a page of its own.
fn steps_on_paper(session: PresentationSession, made: Made, status: RwSignal<&'static str>) -> AnyView {
    let messages = Explorer::get().messages();
    let steps = session.slides.steps();
    status.set(messages.hand_out_making());
    when_all_is_there(session, steps.clone(), move || {
        screen::fit(".print-step .stage-words");
        match made {
            Made::StandalonePage => {
                let done = save_single(session);
                status.set(if done { messages.entry_saved() } else { messages.entry_not_saved() });
            }
            made => {
                document::print(made.print());
                status.set("");
            }
        }
    });
    let slides = matches!(made, Made::Slides | Made::StandalonePage);
    let pages = steps
        .iter()
        .enumerate()
        .map(|(at, step)| page_of(session, step, at, made == Made::WithNotes, slides))
        .collect_view();
    let cover = (!slides).then(|| cover(session));
    view! { <div class="print-steps" class:slides=slides class:handout=!slides>{cover} {pages}</div> }
}

/// The first page of a handout: what the talk is called, how long it is, and the one code that opens it.
fn cover(session: PresentationSession) -> AnyView {
    let explorer = session.explorer;
    let messages = explorer.messages();
    let dataset = session.slides.dataset();
    let tour = session.slides.tour.get_untracked();
    let title = tour.as_ref().map(|tour| tour.title.clone()).filter(|title| !title.is_empty());
    let title = title.unwrap_or_else(|| messages.site_title().to_owned());
    let steps = messages.tours_steps(u32::try_from(session.slides.len()).unwrap_or(u32::MAX));
    let (language, coverage) = dataset.coverage();
    let view = explorer.navigation.view.get_untracked();
    let address = explorer.deployment.public_address_of(&View { step: None, ..view });
    let code = address.map(|address| {
        view! {
            <p class="print-link" dir="ltr">
                {qr_picture(&address, messages.stage_code())} <a href=address.clone()>{address.clone()}</a>
            </p>
        }
    });
    view! {
        <section class="print-cover">
            <p class="fine">{messages.site_title()}</p>
            <h1 dir="auto">{title}</h1>
            <p>{steps}</p>
            {code}
            <p class="fine" lang=language.code()>{coverage.to_owned()}</p>
        </section>
    }
}

fn page_of(
    session: PresentationSession,
    step: &Arc<Step>,
    at: usize,
    with_notes: bool,
    slide: bool,
) -> AnyView {
    let explorer = Explorer::get();
    let dataset = session.slides.dataset();
    let number = format!("{} / {}", at + 1, session.slides.len());
    let (language, coverage) = dataset.coverage();
    let notes = (with_notes && !step.notes.is_empty())
        .then(|| view! { <p class="print-notes" dir="auto">{step.notes.clone()}</p> });
    let link = (!slide).then(|| {
        let room = explorer.navigation.view.with_untracked(|view| view.language);
        let address = explorer.deployment.public_address_of(&View { language: room, ..step.view.clone() })?;
        Some(view! {
            <p class="print-link" dir="ltr">
                {qr_picture(&address, explorer.messages().stage_code())} <a href=address.clone()>{address.clone()}</a>
            </p>
        })
    });
    view! {
        <section class="print-step stage-room" aria-label=step_name(&dataset, step)>
            <div class="print-slide">{step_view(session, step, at)}</div>
            {notes}
            {link.flatten()}
            <footer class="stage-strip">
                <p class="coverage" lang=language.code()>{coverage.to_owned()}</p>
                <p class="stage-number" dir="ltr">{number}</p>
            </footer>
        </section>
    }
}

/// Calls `then` once everything that the steps show has come, or has failed to.
fn when_all_is_there(
    session: PresentationSession,
    steps: Arc<Vec<Arc<Step>>>,
    then: impl Fn() + Clone + 'static,
) {
    let explorer = Explorer::get();
    let done = StoredValue::new(false);
    effect(move || {
        let mut projects = steps.iter().filter_map(|step| step.view.project().cloned());
        let waits = projects.any(|id| matches!(session.slides.project(&id), RequestState::Loading));
        let waits = waits || explorer.data.rationales.is_loading() || explorer.data.index.is_loading();
        if !waits && !done.get_value() {
            done.set_value(true);
            let then = then.clone();
            timer::run_soon(then);
        }
    });
}

/// Saves all slides as one page.
fn save_single(session: PresentationSession) -> bool {
    let explorer = session.explorer;
    let title = session.slides.tour.with_untracked(|tour| tour.as_ref().map(|tour| tour.title.clone()));
    let title = title.unwrap_or_else(|| explorer.messages().site_title().to_owned());
    let (Some(slides), Some(style)) = (screen::markup(".print-steps"), screen::all_styles()) else {
        return false;
    };
    let (language, theme) = explorer.navigation.view.with_untracked(|view| (view.language, view.theme));
    let text = standalone_page(StandalonePage {
        title: &title,
        language: explorer.page_language().code(),
        direction: language.unwrap_or(Language::English).direction().code(),
        theme: theme.map(Theme::code).unwrap_or_default(),
        style: &style,
        slides: &slides,
    });
    download::save_text("wsis-sdg-talk.html", "text/html", &text)
}
