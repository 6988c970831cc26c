//! The heading of the panel and its way out.

use leptos::prelude::*;
use wsis_core::address::Margin;
use wsis_core::{Goal, Line};
use wsis_state::Dataset;
use wsis_state::Explorer;
use wsis_state::element_ids;

use crate::content::language::lang_if_other;
use crate::ui::any_view::view;
use crate::ui::icon::{Symbol, icon};

/// The selection in full: the line, the goal, or both.
#[component]
pub(crate) fn PanelHeading(
    /// Names are taken from here.
    dataset: std::sync::Arc<Dataset>,
    /// The line, if one is selected.
    #[prop(optional)]
    line: Option<Line>,
    /// The goal, if one is selected.
    #[prop(optional)]
    goal: Option<Goal>,
    /// The kind of thing, where the names alone do not say it.
    #[prop(optional)]
    kind: Option<&'static str>,
) -> impl IntoView {
    let of_goal = goal.map(|goal| goal.to_string());
    let line = line.map(|line| line_part(&dataset, line));
    let goal = goal.map(|goal| goal_part(&dataset, goal));
    view! {
        <div class="panel-head" data-goal=of_goal>
            <div>
                {kind.map(|kind| view! { <p class="panel-kind">{kind}</p> })}
                <h2 id=element_ids::PANEL_TITLE tabindex="-1">{line} {goal}</h2>
            </div>
            <CloseButton />
        </div>
    }
}

/// A place in the margin in full: the line or goal if there is one, and that the other is not stated.
#[component]
pub(crate) fn MarginHeading(
    /// Names are taken from here.
    dataset: std::sync::Arc<Dataset>,
    /// The place.
    margin: Margin,
) -> impl IntoView {
    let messages = Explorer::get().messages();
    let (no_line, no_goal) = (messages.margin_no_line(), messages.margin_no_goal());
    let parts = match margin {
        Margin::NoGoal(line) => {
            let line = line.map(|line| line_part(&dataset, line));
            line.into_iter().chain([unstated_part(no_goal)]).collect_view()
        }
        Margin::NoLine(goal) => {
            let goal = goal.map(|goal| goal_part(&dataset, goal));
            [unstated_part(no_line)].into_iter().chain(goal).collect_view()
        }
        Margin::Neither => [no_line, no_goal].map(unstated_part).into_iter().collect_view(),
    };
    view! {
        <div class="panel-head">
            <h2 id=element_ids::PANEL_TITLE tabindex="-1">{parts}</h2>
            <CloseButton />
        </div>
    }
}

fn line_part(dataset: &Dataset, line: Line) -> AnyView {
    view! {
        <span class="heading-part">
            <span class="line-code">{line.parent().unwrap_or(line).id()}</span>
            <span lang=lang_if_other(dataset.language)>{dataset.matrix.line_name(line).to_owned()}</span>
        </span>
    }
}

fn goal_part(dataset: &Dataset, goal: Goal) -> AnyView {
    view! {
        <span class="heading-part">
            <span class="goal-tile" data-goal=goal.to_string()>
                <span class="visually-hidden">{Explorer::get().messages().panel_goal("")}</span>
                {goal.to_string()}
            </span>
            <span lang=lang_if_other(dataset.language)>{dataset.matrix.goal_name(goal).to_owned()}</span>
        </span>
    }
}

/// That a line or goal is not stated.
fn unstated_part(text: &'static str) -> AnyView {
    view! {
        <span class="heading-part">
            <span class="line-code" aria-hidden="true">"–"</span>
            <span>{text}</span>
        </span>
    }
}

/// The head of a sheet that covers the selection: its title and the way back.
pub(crate) fn sheet_head(title: &'static str) -> AnyView {
    view! {
        <div class="panel-head">
            <h2 id=element_ids::PANEL_TITLE tabindex="-1">{title}</h2>
            <CloseButton />
        </div>
    }
}

/// Goes back one step, as Esc does.
#[component]
pub(crate) fn CloseButton() -> impl IntoView {
    let explorer = Explorer::get();
    view! {
        <button
            class="close"
            type="button"
            aria-label=explorer.messages().panel_close()
            on:click=move |_| explorer.go_back()
        >
            {icon(Symbol::Close)}
        </button>
    }
}
