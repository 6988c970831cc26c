//! A step as a slide: a picture of its place in the matrix and its text. Stage, speaker view and handouts draw it alike.

mod bars;
pub(crate) mod board;
pub(crate) mod labels;
mod lens;
mod project;
mod rationale;

use wsis_page::texts;
use wsis_state::Dataset;
use wsis_state::Explorer;

use crate::content::language::lang_if_other;
use crate::content::names::Names;
use crate::presentation::session::PresentationSession;
use crate::presentation::slide::bars::bars;
use crate::presentation::slide::board::board;
use crate::presentation::slide::lens::{fetch_lens, lens_picture, lens_words};
use crate::presentation::slide::project::project_view;
use crate::presentation::slide::rationale::{rationale, rests_on};
use crate::ui::any_view::view;

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::address::{Selection, View};
use wsis_core::contract::Review;
use wsis_core::contract::tours::{Figure, FigureValue};
use wsis_core::matrix::Matrix;
use wsis_core::tour::Step;
use wsis_core::{Goal, Language, Line};

/// The step at a place of the slides.
pub(crate) fn step_view(session: PresentationSession, step: &Arc<Step>, at: usize) -> AnyView {
    let explorer = Explorer::get();
    let dataset = session.slides.dataset();
    let shown = &step.view;
    let lens = shown.lens().cloned().map(|id| (fetch_lens(explorer, &dataset, &id), id));
    let figure = match (&step.figure, &lens) {
        (Some(figure), _) => Some(bars(&dataset, figure)),
        (None, Some((request, _))) => Some(lens_picture(dataset.clone(), *request)),
        (None, None) => None,
    };
    let counted = (figure.is_none() && is_filtered(shown)).then(|| counted(session, shown.clone()));
    let has_figure = figure.is_some() || counted.is_some();
    let picture = match (figure, counted) {
        (Some(figure), _) => figure,
        (None, Some(counted)) => counted,
        (None, None) => board(session, shown.selection),
    };
    let places = move |step: &Step| {
        let second = session.slides.second();
        let names = place(&dataset.matrix, dataset.language, step.view.selection);
        let others = second.map(|second| place(&second.matrix, second.language, step.view.selection));
        view! { {names} {others} }
    };
    let (of_place, of_second) = (step.clone(), step.clone());
    let title = title(explorer, session, step);
    let text = text(explorer, session, step);
    let second = move || {
        let other = session.slides.in_second(at)?;
        Some(second_text(session, &of_second, &other))
    };
    let lens = lens.map(|(request, id)| lens_words(session.slides.dataset(), request, id, step.clone()));
    let project = shown.project().cloned().map(|id| project_view(session, id, step.clone()));
    view! {
        <article class="stage-step" class:with-figure=has_figure>
            <div class="stage-picture">{picture}</div>
            <div class="stage-words">
                {move || places(&of_place)}
                {title}
                {text}
                {lens}
                {project}
                {second}
                {basis(session, step)}
                {move || dropped(session, at)}
            </div>
        </article>
    }
}

/// Whether a part of the collection is looked at, and not a place of the matrix.
fn is_filtered(view: &View) -> bool {
    !view.filter.is_empty() && view.selection == Selection::None && view.project().is_none()
}

/// The names of line and goal, each with its code.
fn place(matrix: &Matrix, language: Language, selection: Selection) -> AnyView {
    let lang = lang_if_other(language);
    let line = selection.line().map(|line| {
        view! {
            <span class="stage-name" lang=lang dir="auto">
                <b class="line-code" dir="ltr">{line.parent().unwrap_or(line).id()}</b>
                " "
                {matrix.line_name(line).to_owned()}
            </span>
        }
    });
    let goal = selection.goal().map(|goal| {
        view! {
            <span class="stage-name" lang=lang dir="auto">
                <b class="goal-tile" data-goal=goal.to_string()>{goal.to_string()}</b>
                " "
                {matrix.goal_name(goal).to_owned()}
            </span>
        }
    });
    (line.is_some() || goal.is_some()).then(|| view! { <p class="stage-place">{line} {goal}</p> }).into_any()
}

/// The title of the step: its own, else the names of what it shows.
fn title(explorer: Explorer, session: PresentationSession, step: &Arc<Step>) -> AnyView {
    if !step.title.is_empty() {
        return view! { <h1 dir="auto" lang=tour_language(session)>{step.title.clone()}</h1> };
    }
    let dataset = session.slides.dataset();
    let title = match (step.view.project(), step.view.filter.country(), step.view.selection) {
        // Its own title says more.
        (Some(_), ..) => return ().into_any(),
        _ if step.view.lens().is_some() => return ().into_any(),
        (None, Some(country), Selection::None) => {
            return view! { <h1>{move || Names::get(&dataset).country(&country)}</h1> };
        }
        (None, _, Selection::None) => explorer.messages().site_title().to_owned(),
        // The names stand above.
        (None, _, Selection::Cell(..)) => explorer.messages().rationale_title().to_owned(),
        (None, _, Selection::Line(line)) => of_line(explorer, &dataset, line),
        (None, _, Selection::Goal(goal)) => of_goal(explorer, &dataset, goal),
    };
    view! { <h1>{title}</h1> }
}

fn of_line(explorer: Explorer, dataset: &Dataset, line: Line) -> String {
    let linked = Goal::all().filter(|goal| dataset.matrix.links().contains(line, *goal)).count();
    explorer.messages().stage_of_line(u32::try_from(linked).unwrap_or_default())
}

fn of_goal(explorer: Explorer, dataset: &Dataset, goal: Goal) -> String {
    let lines =
        Line::all().filter(|line| line.parent().is_none() && dataset.matrix.links().contains(*line, goal));
    explorer.messages().stage_of_goal(u32::try_from(lines.count()).unwrap_or_default())
}

/// The words of the step; those of a cell that has none are its rationale.
fn text(explorer: Explorer, session: PresentationSession, step: &Arc<Step>) -> AnyView {
    if let Some(text) = &step.text {
        return view! { <p class="stage-text" dir="auto" lang=tour_language(session)>{text.clone()}</p> };
    }
    let dataset = session.slides.dataset();
    match step.view.selection {
        _ if step.view.lens().is_some() => ().into_any(),
        Selection::Cell(line, goal) if step.view.project().is_none() => {
            rationale(session, dataset, line, goal)
        }
        Selection::Line(line) if step.figure.is_none() => {
            let projects = explorer.messages().stage_projects_of(dataset.counts.of_line(line));
            view! { <p class="stage-text">{projects}</p> }
        }
        _ => ().into_any(),
    }
}

/// The step's words in the second language.
fn second_text(session: PresentationSession, step: &Step, other: &Step) -> AnyView {
    let language = session.slides.second().map(|second| second.language.code());
    let title = (!other.title.is_empty())
        .then(|| view! { <p class="stage-second-title" dir="auto">{other.title.clone()}</p> });
    let text = step
        .text
        .as_ref()
        .and(other.text.clone())
        .map(|text| view! { <p class="stage-text second" dir="auto">{text}</p> });
    view! { <div class="stage-second" lang=language>{title} {text}</div> }
}

/// The projects that pass the filter of the step, by line.
fn counted(session: PresentationSession, shown: View) -> AnyView {
    let explorer = Explorer::get();
    let dataset = session.slides.dataset();
    explorer.data.index.ensure_loaded(&dataset);
    (move || {
        let messages = explorer.messages();
        let Some(index) = explorer.data.index.ready() else {
            return view! { <p class="stage-text">{messages.projects_loading()}</p> };
        };
        let passing = index.passing(&shown.filter, None);
        let values: Vec<FigureValue> = Line::all()
            .filter(|line| line.parent().is_none())
            .map(|line| (line, index.of_line(line).count_both(&passing)))
            .filter(|(_, count)| *count > 0)
            .map(|(line, count)| FigureValue { label: line.id().to_owned(), value: f64::from(count) })
            .collect();
        let counted = messages.stage_by_line(passing.count());
        let country = shown.filter.country().map(|country| Names::get(&dataset).country(&country));
        let caption =
            country.map_or(counted.clone(), |country| format!("{country}{}{counted}", messages.site_colon()));
        bars(&dataset, &Figure { caption, unit: String::new(), values })
    })
    .into_any()
}

/// The evidence and the review status of the step's own texts.
fn basis(session: PresentationSession, step: &Step) -> AnyView {
    let messages = Explorer::get().messages();
    // A rationale brings its own.
    let is_rationale = step.text.is_none() && matches!(step.view.selection, Selection::Cell(..));
    let Some(basis) = step.basis.as_ref().filter(|_| !is_rationale || step.view.project().is_some()) else {
        return ().into_any();
    };
    let review = session.slides.tour.get_untracked().and_then(|tour| tour.review);
    let review = review.map(|review: Review| texts::review_text(messages, review));
    view! { <p class="stage-basis">{rests_on(session, basis)} {review}</p> }
}

/// The invalid values of the step's view. The step is shown without them and says so. Tracked.
fn dropped(session: PresentationSession, at: usize) -> AnyView {
    let messages = Explorer::get().messages();
    let dropped = session.slides.dropped.get();
    let of_this = dropped.iter().filter(|one| one.step == at + 1);
    let texts = of_this.map(|one| {
        let text = messages.tour_dropped(&one.step.to_string(), one.value.name, &one.value.value);
        view! { <p class="stage-basis">{text}</p> }
    });
    texts.collect_view().into_any()
}

/// The `lang` attribute of the tour's own words.
fn tour_language(session: PresentationSession) -> Option<&'static str> {
    let language = session.slides.tour.with_untracked(|tour| tour.as_ref().map(|tour| tour.language));
    language.and_then(lang_if_other)
}
