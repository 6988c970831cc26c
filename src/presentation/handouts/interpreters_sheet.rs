//! The interpreters' sheet: all that is read and said on stage, in two columns of two languages; and the names of lines and
//! goals in all six.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::address::{Selection, TourName};
use wsis_core::contract::rationales::Rationales;
use wsis_core::tour::{Step, Tour};
use wsis_core::{Goal, Language, Line};
use wsis_messages::Messages;
use wsis_platform::timer;
use wsis_state::Explorer;
use wsis_state::LatestRequest;
use wsis_state::RequestState;
use wsis_state::effect::effect;

use crate::presentation::session::PresentationSession;
use crate::presentation::slide::labels::place_code;
use crate::presentation::slides::SecondLanguage;
use crate::presentation::slides::load_second_language;
use crate::ui::any_view::view;
use crate::ui::loading::Placeholder;
use crate::ui::loading::when_ready;

/// The texts of a language.
type Loaded = Vec<Arc<SecondLanguage>>;

/// The sheet; `then` is called once it has been drawn.
pub(crate) fn sheet(
    session: PresentationSession,
    languages: (Language, Language),
    then: impl Fn() + Clone + Send + 'static,
) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let slot: LatestRequest<Loaded> = explorer.data.request_slot();
    let ask = move || {
        let snapshot = session.slides.dataset().snapshot.clone();
        slot.fetch(|abort| async move {
            let mut loaded = Vec::new();
            for language in Language::ALL {
                loaded.push(Arc::new(load_second_language(snapshot.clone(), language, abort.clone()).await?));
            }
            Ok(loaded)
        });
    };
    ask();
    let waiting = Placeholder { label: messages.stage_loading(), bars: 4 };
    effect(move || {
        if matches!(slot.state(), RequestState::Ready(_)) {
            timer::run_soon(then.clone());
        }
    });
    (move || {
        when_ready(slot.state(), waiting, Callback::new(move |()| ask()), |loaded: Arc<Loaded>| {
            let of = |language: Language| loaded.iter().find(|one| one.language == language).cloned();
            let columns = [of(languages.0), of(languages.1)].into_iter().flatten().collect::<Vec<_>>();
            view! {
                <div class="print-sheet">
                    <h1>{messages.hand_out_sheet_title()}</h1>
                    {words(session, messages, &columns)}
                    {names(messages, &loaded)}
                </div>
            }
        })
    })
    .into_any()
}

/// Step by step, what is read and said.
fn words(session: PresentationSession, messages: Messages, columns: &[Arc<SecondLanguage>]) -> AnyView {
    let heads = columns
        .iter()
        .map(|one| view! { <th scope="col" lang=one.language.code()>{one.language.own_name()}</th> });
    let tours: Vec<Option<Tour>> = columns.iter().map(|one| tour_in(session, one)).collect();
    let steps = session.slides.steps();
    let rows = steps.iter().enumerate().map(|(at, step)| {
        let cells = columns.iter().zip(&tours).map(|(one, tour)| {
            let own = tour.as_ref().and_then(|tour| tour.steps.get(at));
            cell(messages, step, own, one)
        });
        view! {
            <tr>
                <th scope="row"><b>{(at + 1).to_string()}</b> <span dir="ltr">{place_code(step)}</span></th>
                {cells.collect_view()}
            </tr>
        }
    });
    view! {
        <table class="sheet-words">
            <thead><tr><th></th>{heads.collect_view()}</tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

/// The tour as it is written in a language; none where it is not.
fn tour_in(session: PresentationSession, one: &SecondLanguage) -> Option<Tour> {
    let view = Explorer::get().navigation.view.get_untracked();
    let shown = session.slides.tour.get_untracked()?;
    let Some(TourName::Shipped(id)) = view.tour else {
        return (shown.language == one.language).then(|| shown.as_ref().clone());
    };
    let wire = one.tours.tours.iter().find(|tour| tour.id == id)?;
    // What stands in for a translation is not one.
    wire.language.is_none().then(|| Tour::from_data(wire, one.language).ok()).flatten().map(|(tour, _)| tour)
}

fn cell(messages: Messages, step: &Step, own: Option<&Step>, one: &SecondLanguage) -> AnyView {
    let lang = one.language.code();
    let names = place_names(one, step.view.selection);
    let rationale = match step.view.selection {
        Selection::Cell(line, goal) if step.text.is_none() => rationale_in(&one.rationales, line, goal),
        _ => None,
    };
    let direction = one.language.direction().code();
    let words = match own {
        Some(own) => {
            let text = own.text.clone().or(rationale);
            view! {
                <p class="sheet-title">{own.title.clone()}</p>
                <p>{text}</p>
                <p class="sheet-notes">{own.notes.clone()}</p>
            }
        }
        None => match rationale {
            Some(text) => view! { <p>{text}</p> },
            None => {
                view! { <p class="sheet-missing" lang=Explorer::get().page_language().code() dir="auto">{messages.hand_out_not_written()}</p> }
            }
        },
    };
    view! {
        <td lang=lang dir=direction>
            <p class="sheet-place">{names}</p>
            {words}
        </td>
    }
}

/// The rationale, where it is written in the language of the file.
fn rationale_in(all: &Rationales, line: Line, goal: Goal) -> Option<String> {
    let found =
        all.rationales.iter().find(|one| one.goal == goal && line.covers(one.line) && one.language.is_none());
    found.map(|found| found.text.clone())
}

fn place_names(one: &SecondLanguage, selection: Selection) -> String {
    let line = selection.line().map(|line| one.matrix.line_name(line).to_owned());
    let goal = selection.goal().map(|goal| one.matrix.goal_name(goal).to_owned());
    line.into_iter().chain(goal).collect::<Vec<_>>().join(" × ")
}

/// The names of lines and goals in every language.
fn names(messages: Messages, loaded: &Loaded) -> AnyView {
    let heads = loaded
        .iter()
        .map(|one| view! { <th scope="col" lang=one.language.code()>{one.language.own_name()}</th> });
    let row = |code: String, name: &dyn Fn(&SecondLanguage) -> String| {
        let cells = loaded.iter().map(|one| {
            view! { <td lang=one.language.code() dir=one.language.direction().code()>{name(one)}</td> }
        });
        view! { <tr><th scope="row" dir="ltr">{code}</th> {cells.collect_view()}</tr> }
    };
    let lines =
        Line::all().map(|line| row(line.id().to_owned(), &move |one| one.matrix.line_name(line).to_owned()));
    let goals =
        Goal::all().map(|goal| row(goal.to_string(), &move |one| one.matrix.goal_name(goal).to_owned()));
    view! {
        <h2>{messages.hand_out_names()}</h2>
        <table class="sheet-names">
            <thead><tr><th></th>{heads.collect_view()}</tr></thead>
            <tbody>{lines.collect_view()} {goals.collect_view()}</tbody>
        </table>
    }
}

/// The choice of the two languages.
pub(crate) fn choice(languages: RwSignal<(Language, Language)>) -> AnyView {
    let explorer = Explorer::get();
    let select = move |first: bool| {
        let options = explorer.deployment.languages().into_iter().map(move |language| {
            let chosen = move || {
                let (one, other) = languages.get();
                language == if first { one } else { other }
            };
            view! { <option value=language.code() lang=language.code() prop:selected=chosen>{language.own_name()}</option> }
        });
        let choose = move |event| {
            if let Ok(language) = event_target_value(&event).parse() {
                languages.update(|(one, other)| *(if first { one } else { other }) = language);
            }
        };
        let id = if first { "sheet-first" } else { "sheet-second" };
        view! { <select id=id aria-label=explorer.messages().site_language() on:change=choose>{options.collect_view()}</select> }
    };
    view! {
        <p class="sheet-languages">
            <span>{explorer.messages().hand_out_sheet_languages()}</span>
            {select(true)}
            {select(false)}
        </p>
    }
}
