//! The invitation below a list: find your project, or prepare an entry for ITU's database.

use leptos::prelude::*;
use wsis_core::draft::categories;
use wsis_core::{Goal, Line};
use wsis_platform::focus::focus_now;
use wsis_platform::focus::focus_when_drawn;
use wsis_state::Explorer;
use wsis_state::element_ids;
use wsis_state::navigation::Sheet;

use crate::ui::any_view::view;

/// "Is yours here?": leads to the search or to the form. An empty form starts with the selection.
pub(crate) fn invitation(line: Option<Line>, goal: Option<Goal>) -> AnyView {
    invitation_from(line, goal, Signal::stored(String::new()))
}

/// The same from a country's profile: an empty form starts with its name.
pub(crate) fn invitation_from(line: Option<Line>, goal: Option<Goal>, country: Signal<String>) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let prepare = move |_| {
        explorer.draft.update(|draft| {
            if draft.is_empty() {
                draft.line = line.filter(|line| categories().any(|category| category == *line));
                draft.country = country.get_untracked();
                goal.into_iter().for_each(|goal| draft.choose_goal(goal, true));
            }
        });
        explorer.navigation.sheet.set(Some(Sheet::Entry));
        focus_when_drawn(element_ids::ENTRY_HEADING.to_owned());
    };
    view! {
        <p class="invitation">
            <strong>{messages.entry_invitation()}</strong>
            <button type="button" on:click=move |_| { let _ = focus_now(element_ids::SEARCH_BOX); }>{messages.entry_search()}</button>
            <button type="button" id=element_ids::ENTRY_BUTTON on:click=prepare>{messages.entry_prepare()}</button>
        </p>
    }
}
