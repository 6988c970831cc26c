//! A step: what is looked at on one side, its words on the other. Drawn alike on stage, for the speaker and on paper.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::address::{Selection, View};
use wsis_core::basis::parts;
use wsis_core::contract::Review;
use wsis_core::contract::entry::{Project, ProjectFile};
use wsis_core::contract::rationales::Rationales;
use wsis_core::contract::tours::{Figure, FigureValue};
use wsis_core::matrix::Matrix;
use wsis_core::tour::Step;
use wsis_core::{EntryId, Goal, Language, Line};

use super::bars::bars;
use super::board::board;
use crate::api::Remote;
use crate::present::Running;
use crate::state::{Explorer, Site};
use crate::view::any::view;
use crate::view::failure::FailureBox;
use crate::view::names::{Names, language_if_other};
use crate::view::panel::{review_text, text_language};

/// The step at a place of the script.
pub(super) fn step_view(running: Running, step: &Arc<Step>, at: usize) -> AnyView {
    let explorer = Explorer::get();
    let site = running.script.site();
    let shown = &step.view;
    let figure = step.figure.as_ref().map(bars);
    let counted = (figure.is_none() && is_filtered(shown)).then(|| counted(running, shown.clone()));
    let has_figure = figure.is_some() || counted.is_some();
    let picture = match (figure, counted) {
        (Some(figure), _) => figure,
        (None, Some(counted)) => counted,
        (None, None) => board(running, shown.selection),
    };
    let places = move |step: &Step| {
        let second = running.script.second();
        let names = place(&site.matrix, site.language, step.view.selection);
        let others = second.map(|second| place(&second.matrix, second.language, step.view.selection));
        view! { {names} {others} }
    };
    let (of_place, of_second) = (step.clone(), step.clone());
    let title = title(explorer, running, step);
    let text = text(explorer, running, step);
    let second = move || {
        let other = running.script.in_second(at)?;
        Some(second_text(running, &of_second, &other))
    };
    let project = shown.project.clone().map(|id| project_view(running, id, step.clone()));
    view! {
        <article class="stage-step" class:with-figure=has_figure>
            <div class="stage-picture">{picture}</div>
            <div class="stage-words">
                {move || places(&of_place)}
                {title}
                {text}
                {project}
                {second}
                {basis(running, step)}
                {move || dropped(running, at)}
            </div>
        </article>
    }
}

/// Whether a part of the collection is looked at, and not a place of the matrix.
fn is_filtered(view: &View) -> bool {
    !view.filter.is_empty() && view.selection == Selection::None && view.project.is_none()
}

/// The names of line and goal, each with its code.
fn place(matrix: &Matrix, language: Language, selection: Selection) -> AnyView {
    let lang = language_if_other(language);
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

/// What the step is about: its own words, else the names of what it shows.
fn title(explorer: Explorer, running: Running, step: &Arc<Step>) -> AnyView {
    if !step.title.is_empty() {
        return view! { <h1 dir="auto" lang=tour_language(running)>{step.title.clone()}</h1> };
    }
    let site = running.script.site();
    let title = match (&step.view.project, step.view.filter.country(), step.view.selection) {
        // Its own title says more.
        (Some(_), ..) => return ().into_any(),
        (None, Some(country), Selection::None) => {
            return view! { <h1>{move || Names::get(&site).country(&country)}</h1> };
        }
        (None, _, Selection::None) => explorer.messages.site_title().to_owned(),
        // The names stand above.
        (None, _, Selection::Cell(..)) => explorer.messages.rationale_title().to_owned(),
        (None, _, Selection::Line(line)) => of_line(explorer, &site, line),
        (None, _, Selection::Goal(goal)) => of_goal(explorer, &site, goal),
    };
    view! { <h1>{title}</h1> }
}

fn of_line(explorer: Explorer, site: &Site, line: Line) -> String {
    let linked = Goal::all().filter(|goal| site.matrix.links().contains(line, *goal)).count();
    explorer.messages.stage_of_line(u32::try_from(linked).unwrap_or_default())
}

fn of_goal(explorer: Explorer, site: &Site, goal: Goal) -> String {
    let lines =
        Line::all().filter(|line| line.parent().is_none() && site.matrix.links().contains(*line, goal));
    explorer.messages.stage_of_goal(u32::try_from(lines.count()).unwrap_or_default())
}

/// The words of the step; those of a cell that has none are its rationale.
fn text(explorer: Explorer, running: Running, step: &Arc<Step>) -> AnyView {
    if let Some(text) = &step.text {
        return view! { <p class="stage-text" dir="auto" lang=tour_language(running)>{text.clone()}</p> };
    }
    let site = running.script.site();
    match step.view.selection {
        Selection::Cell(line, goal) if step.view.project.is_none() => {
            rationale(explorer, running, site, line, goal)
        }
        Selection::Line(line) if step.figure.is_none() => {
            let projects = explorer.messages.stage_projects_of(site.numbers.of_line(line));
            view! { <p class="stage-text">{projects}</p> }
        }
        _ => ().into_any(),
    }
}

/// Why the cell is linked, in the languages of the room.
fn rationale(explorer: Explorer, running: Running, site: Arc<Site>, line: Line, goal: Goal) -> AnyView {
    let messages = explorer.messages;
    if !site.matrix.links().contains(line, goal) {
        let text = messages.panel_not_linked(line.id(), &goal.to_string());
        return view! { <p class="stage-text">{text}</p> };
    }
    let first = move |all: &Rationales| {
        all.rationales.iter().find(|one| one.goal == goal && line.covers(one.line)).cloned()
    };
    (move || {
        {
        let found = explorer.rationales.ready().and_then(|all| first(&all));
        let Some(found) = found else {
            let waiting = matches!(explorer.rationales.remote(), Remote::Loading);
            let text = if waiting { messages.rationale_loading() } else { messages.rationale_none() };
            return view! { <p class="stage-text">{text}</p> };
        };
        let second = running.script.second().and_then(|second| {
            // What stands in for a translation is shown already.
            let other = first(&second.rationales).filter(|other| other.language.is_none())?;
            Some(view! { <p class="stage-text second" dir="auto" lang=second.language.code()>{other.text}</p> })
        });
        view! {
            <p class="stage-text" dir="auto" lang=text_language(&site, found.language)>{found.text}</p>
            {second}
            <p class="stage-basis">{rests_on(running, &found.basis)} {review_text(messages, found.review)}</p>
        }
    }
    })
    .into_any()
}

/// The step's words in the second language.
fn second_text(running: Running, step: &Step, other: &Step) -> AnyView {
    let language = running.script.second().map(|second| second.language.code());
    let title = (!other.title.is_empty())
        .then(|| view! { <p class="stage-second-title" dir="auto">{other.title.clone()}</p> });
    let text = step
        .text
        .as_ref()
        .and(other.text.clone())
        .map(|text| view! { <p class="stage-text second" dir="auto">{text}</p> });
    view! { <div class="stage-second" lang=language>{title} {text}</div> }
}

/// A project: what the source says of it, and whether it is declared here.
fn project_view(running: Running, id: EntryId, step: Arc<Step>) -> AnyView {
    (move || match running.script.project(&id) {
        Remote::Idle | Remote::Loading => {
            view! { <p class="stage-text">{Explorer::get().messages.project_loading()}</p> }
        }
        Remote::Failed(failure) => {
            let id = id.clone();
            let retry = Callback::new(move |()| running.script.ask_project(&id));
            view! { <FailureBox failure retry /> }
        }
        Remote::Ready(file) => match file.as_ref() {
            ProjectFile::Withdrawn(_) => {
                view! { <p class="stage-text">{Explorer::get().messages.project_withdrawn()}</p> }
            }
            ProjectFile::Project(project) => project_facts(running, project, &step),
        },
    })
    .into_any()
}

fn project_facts(running: Running, project: &Project, step: &Step) -> AnyView {
    let messages = Explorer::get().messages;
    let site = running.script.site();
    let names = Names::get(&site);
    let country = project.country.as_ref().map(|country| names.country(country));
    let year = project.year.map(|year| year.to_string());
    let prize = names.prize(project.prize);
    let facts = [project.organisation.clone(), country, year, prize].into_iter().flatten().enumerate();
    // Each by itself, since they may run in different directions.
    let facts =
        facts.map(|(at, fact)| view! { {(at > 0).then_some(" · ")} <bdi>{fact}</bdi> }).collect_view();
    let stated =
        if project.goals.is_empty() { messages.project_no_goals() } else { messages.stage_states_goals() };
    // Often the step is called what the project is.
    let named = step.title.trim().eq_ignore_ascii_case(project.title.trim());
    let title = (!named).then(|| {
        let language = project.title_language.clone();
        view! { <h2 class="stage-project" dir="auto" lang=language>{project.title.clone()}</h2> }
    });
    // Where the step has words of its own, they say what matters.
    let stated = step.text.is_none().then(|| view! { <p class="stage-text">{stated}</p> });
    view! {
        {title}
        <p class="stage-facts">{facts}</p>
        {stated}
    }
}

/// The projects that pass the filter of the step, by line.
fn counted(running: Running, shown: View) -> AnyView {
    let explorer = Explorer::get();
    let site = running.script.site();
    explorer.index.need(&site);
    (move || {
        let messages = explorer.messages;
        let Some(index) = explorer.index.ready() else {
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
        let country = shown.filter.country().map(|country| Names::get(&site).country(&country));
        let caption = country.map_or(counted.clone(), |country| format!("{country}: {counted}"));
        bars(&Figure { caption, unit: String::new(), values })
    })
    .into_any()
}

/// What the step's own words rest on, and how far they have been checked.
fn basis(running: Running, step: &Step) -> AnyView {
    let messages = Explorer::get().messages;
    // A rationale brings its own.
    let is_rationale = step.text.is_none() && matches!(step.view.selection, Selection::Cell(..));
    let Some(basis) = step.basis.as_ref().filter(|_| !is_rationale || step.view.project.is_some()) else {
        return ().into_any();
    };
    let review = running.script.tour.get_untracked().and_then(|tour| tour.review);
    let review = review.map(|review: Review| review_text(messages, review));
    view! { <p class="stage-basis">{rests_on(running, basis)} {review}</p> }
}

/// What the step's view had that means nothing: it is shown without, and says so. Tracks it.
fn dropped(running: Running, at: usize) -> AnyView {
    let messages = Explorer::get().messages;
    let dropped = running.script.dropped.get();
    let of_this = dropped.iter().filter(|one| one.step == at + 1);
    let texts = of_this.map(|one| {
        let text = messages.tour_dropped(&one.step.to_string(), one.value.name, &one.value.value);
        view! { <p class="stage-basis">{text}</p> }
    });
    texts.collect_view().into_any()
}

/// A basis with the names of sources in the place of their ids.
fn rests_on(running: Running, basis: &str) -> String {
    let site = running.script.site();
    let named = parts(basis).into_iter().map(|part| match site.source(part.text) {
        Some(source) => source.name.clone(),
        None => part.text.to_owned(),
    });
    let named: Vec<String> = named.collect();
    format!("{} {}. ", Explorer::get().messages.rationale_rests_on(), named.join("; "))
}

/// The `lang` attribute of the tour's own words.
fn tour_language(running: Running) -> Option<&'static str> {
    let language = running.script.tour.with_untracked(|tour| tour.as_ref().map(|tour| tour.language));
    language.and_then(language_if_other)
}
