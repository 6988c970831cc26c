//! The projects of a profile: a list picked from the index, a few at a time.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::contract::entry::ListedProject;
use wsis_core::index::ProjectIndex;
use wsis_core::{Goal, Line};

use super::entry::invitation;
use super::list::{ProjectList, more_button};
use super::project_element_id;
use crate::dom::focus::focus_when_drawn;
use crate::dom::listener::WindowListener;
use crate::state::{Explorer, Site};
use crate::view::any::view;
use crate::view::failure::{Waiting, from_kept};

/// How many projects are shown at a time; a page of a cell holds as many.
const STEP: usize = wsis_core::contract::PAGE_SIZE;

/// The projects of a line, goal or country, from the index, which is loaded at the first need.
#[component]
pub(super) fn IndexedProjects(
    /// Names are taken from here.
    site: Arc<Site>,
    /// How many there are, as a sentence.
    #[prop(into)]
    title: String,
    /// What it means when there are none.
    empty: &'static str,
    /// Which projects of the index belong.
    #[prop(into)]
    pick: Callback<Arc<ProjectIndex>, Vec<ListedProject>>,
    /// The line of the profile, for an entry that is prepared from here.
    #[prop(optional)]
    line: Option<Line>,
    /// Its goal, likewise.
    #[prop(optional)]
    goal: Option<Goal>,
) -> impl IntoView {
    let explorer = Explorer::get();
    let waiting = Waiting { label: explorer.messages.projects_loading(), bars: 6 };
    let names = site.clone();
    let list = from_kept(explorer.index, site, waiting, move |index| {
        picked_list(names.clone(), pick.run(index), empty)
    });
    view! {
        <section class="profile-projects" aria-labelledby="projects-title">
            <h3 id="projects-title">{title}</h3>
            {list}
            {invitation(line, goal)}
        </section>
    }
}

/// The first of the projects with a button for more, or what it means that there are none.
fn picked_list(site: Arc<Site>, picked: Vec<ListedProject>, empty: &'static str) -> AnyView {
    if picked.is_empty() {
        return view! { <p class="empty">{empty}</p> };
    }
    let total = picked.len();
    let shown = RwSignal::new(STEP.min(total));
    let picked = Arc::new(picked);
    let listed = picked.clone();
    let visible = Signal::derive(move || listed.iter().take(shown.get()).cloned().collect::<Vec<_>>());
    // The button may go with its click: the focus moves to the first of those that came.
    let show_more = Callback::new(move |()| {
        if let Some(next) = picked.get(shown.get_untracked()) {
            focus_when_drawn(project_element_id(&next.id));
        }
        shown.update(|shown| *shown = total.min(*shown + STEP));
    });
    // Paper has no button for more.
    let listener = WindowListener::new("beforeprint", move |_: web_sys::Event| shown.set(total));
    let listener = StoredValue::new_local(Some(listener));
    on_cleanup(move || {
        listener.try_update_value(Option::take);
    });
    let more = move || more_button(shown.get(), total, STEP, show_more);
    view! {
        <ProjectList site projects=visible />
        {more}
    }
}
