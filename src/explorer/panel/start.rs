//! The panel before anything is selected: what will be there, and three ways in.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::navigation::Stop;
use wsis_platform::focus::focus_when_drawn;
use wsis_state::Dataset;
use wsis_state::Explorer;
use wsis_state::element_ids;
use wsis_state::navigation::{Dialog, Sheet};

use crate::content::language::lang_if_other;
use crate::explorer::prerendered::EXAMPLE_PREFIX;
use crate::ui::any_view::view;
use crate::ui::icon::{Symbol, icon};

/// A cell, a line and a goal to begin with, as their places in the grid.
const EXAMPLES: [&str; 3] = ["cell-C2-9", "line-C5", "goal-4"];

/// The first steps for a new reader.
#[component]
pub(crate) fn Start(dataset: Arc<Dataset>) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let examples = examples(explorer, &dataset);
    let prepare_entry = |explorer: Explorer| {
        explorer.navigation.sheet.set(Some(Sheet::Entry));
        focus_when_drawn(element_ids::ENTRY_HEADING.to_owned());
    };
    let show_tours = |explorer: Explorer| explorer.navigation.dialog.set(Some(Dialog::Tours));
    view! {
        <div class="start">
            <h2 class="voice">{messages.site_question()}</h2>
            <p>{messages.start_text()}</p>
            <h3>{messages.start_examples()}</h3>
            <ul class="examples">{examples}</ul>
            <h3>{messages.lens_explore()}</h3>
            <p>{messages.start_why()}</p>
            {way(explorer, Symbol::Report, messages.start_report(), |explorer| explorer.open_report())}
            <h3>{messages.tours_list()}</h3>
            {way(explorer, Symbol::Play, messages.start_tours(), show_tours)}
            <h3>{messages.start_own_title()}</h3>
            {way(explorer, Symbol::Pen, messages.start_own(), prepare_entry)}
        </div>
    }
}

/// A button that opens something else than a place of the grid.
fn way(explorer: Explorer, symbol: Symbol, label: &'static str, open: fn(Explorer)) -> AnyView {
    view! {
        <button class="example" type="button" on:click=move |_| open(explorer)>
            {icon(symbol)}
            <span>{label}</span>
            {icon(Symbol::Forward)}
        </button>
    }
}

/// The examples, each a card that opens it.
fn examples(explorer: Explorer, dataset: &Dataset) -> AnyView {
    let language = lang_if_other(dataset.language);
    EXAMPLES
        .iter()
        .filter_map(|id| Stop::from_element_id(id))
        .map(|stop| {
            let (code, goal, name) = match stop {
                Stop::Cell(line, goal) => (Some(line.id()), Some(goal), dataset.matrix.goal_name(goal)),
                Stop::Row(line) => (Some(line.id()), None, dataset.matrix.line_short_name(line)),
                Stop::Column(goal) => (None, Some(goal), dataset.matrix.goal_name(goal)),
                Stop::Opener | Stop::Margin(_) => (None, None, ""),
            };
            let goal = goal.map(|goal| {
                view! { <span class="goal-tile" data-goal=goal.to_string()>{goal.to_string()}</span> }
            });
            view! {
                <li>
                    <button
                        class="example"
                        type="button"
                        id=format!("{EXAMPLE_PREFIX}{}", stop.element_id())
                        on:click=move |_| explorer.activate(stop)>
                        {code.map(|code| view! { <span class="line-code">{code}</span> })}
                        {goal}
                        <span lang=language>{name.to_owned()}</span>
                        {icon(Symbol::Forward)}
                    </button>
                </li>
            }
        })
        .collect_view()
        .into_any()
}
