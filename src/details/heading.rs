//! The heading of the panel and its way out.

use leptos::prelude::*;
use wsis_core::address::Selection;
use wsis_core::comparison::Compared;
use wsis_core::{Goal, Line};
use wsis_state::Dataset;
use wsis_state::Explorer;
use wsis_state::element_ids;

use crate::content::language::lang_if_other;
use crate::details::compare_button::compare_button;
use crate::ui::any_view::view;

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
    let messages = Explorer::get().messages;
    let language = lang_if_other(dataset.language);
    let compared = Selection::of(line, goal);
    let compared = (compared != Selection::None).then_some(Compared::Selection(compared));
    let line = line.map(|line| {
        view! {
            <span class="heading-part">
                <span class="line-code">{line.parent().unwrap_or(line).id()}</span>
                <span lang=language>{dataset.matrix.line_name(line).to_owned()}</span>
            </span>
        }
    });
    let goal = goal.map(|goal| {
        view! {
            <span class="heading-part">
                <span class="goal-tile" data-goal=goal.to_string()>
                    <span class="visually-hidden">{messages.panel_goal("")}</span>
                    {goal.to_string()}
                </span>
                <span lang=language>{dataset.matrix.goal_name(goal).to_owned()}</span>
            </span>
        }
    });
    view! {
        <div class="panel-head">
            <div>
                {kind.map(|kind| view! { <p class="panel-kind">{kind}</p> })}
                <h2 id=element_ids::PANEL_TITLE tabindex="-1">{line} {goal}</h2>
            </div>
            <div class="panel-buttons">
                <CloseButton />
                {compared.map(compare_button)}
            </div>
        </div>
    }
}

/// Goes back one step, as Esc does.
#[component]
pub(crate) fn CloseButton() -> impl IntoView {
    let explorer = Explorer::get();
    view! {
        <button class="close" type="button" on:click=move |_| explorer.go_back()>
            {explorer.messages.panel_close()}
        </button>
    }
}
