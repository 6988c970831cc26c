//! The projects of a profile from the index, a page at a time.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::index::{ProjectIndex, ProjectSet, TitleList};
use wsis_core::{Goal, Line};
use wsis_platform::focus::focus_when_drawn;
use wsis_platform::listener::WindowListener;
use wsis_state::Dataset;
use wsis_state::Explorer;
use wsis_state::element_ids;

use crate::details::entry::invitation_from;
use crate::details::projects::filtered::passing;
use crate::details::projects::filtered::when_projects_loaded;
use crate::details::projects::list::ProjectList;
use crate::details::projects::list::more_button;
use crate::ui::any_view::view;
use crate::ui::loading::Placeholder;

/// How many projects of a list are printed.
const ON_PAPER: usize = 300;

/// How many projects are shown at a time; a page of a cell holds as many.
const STEP: usize = wsis_core::contract::PAGE_SIZE;

/// Which projects of the index belong to a list.
pub(crate) type Pick = Callback<Arc<ProjectIndex>, ProjectSet>;

/// The projects of a line, goal or country that pass the filter, from the index, which is loaded at the first need.
#[component]
pub(crate) fn IndexedProjects(
    /// Names are taken from here.
    dataset: Arc<Dataset>,
    /// How many there are, as a sentence.
    #[prop(into)]
    title: Signal<String>,
    /// The text for an empty list.
    empty: Signal<&'static str>,
    /// Which projects of the index belong, whether they pass the filter or not.
    pick: Pick,
    /// The line of the profile, for an entry that is prepared from here.
    #[prop(optional)]
    line: Option<Line>,
    /// Its goal, likewise.
    #[prop(optional)]
    goal: Option<Goal>,
    /// The name of its country, likewise.
    #[prop(optional)]
    country: Option<Signal<String>>,
) -> impl IntoView {
    let explorer = Explorer::get();
    let list = filtered_list(explorer, dataset, pick, empty);
    view! {
        <section class="profile-projects" aria-labelledby="projects-title">
            <h3 class="list-title" id="projects-title">{move || title.get()}</h3>
            {list}
            {invitation_from(line, goal, country.unwrap_or_else(|| Signal::stored(String::new())))}
        </section>
    }
}

/// The projects of a set that pass the filter; drawn anew when the filter changes.
pub(crate) fn filtered_list(
    explorer: Explorer,
    dataset: Arc<Dataset>,
    pick: Pick,
    empty: Signal<&'static str>,
) -> AnyView {
    let messages = explorer.messages();
    let waiting = Placeholder { label: messages.projects_loading(), bars: 6 };
    let names = dataset.clone();
    when_projects_loaded(explorer, dataset, waiting, move |index, titles| {
        let (dataset, index, titles) = (names.clone(), index.clone(), titles.clone());
        let list = move || {
            let rows: Vec<usize> = passing(explorer, &pick.run(index.clone())).iter().collect();
            picked_list(dataset.clone(), index.clone(), titles.clone(), rows, empty.get())
        };
        list.into_any()
    })
}

/// The first of the projects with a button for more, or what it means that there are none.
fn picked_list(
    dataset: Arc<Dataset>,
    index: Arc<ProjectIndex>,
    titles: Arc<TitleList>,
    rows: Vec<usize>,
    empty: &'static str,
) -> AnyView {
    if rows.is_empty() {
        return view! { <p class="empty">{empty}</p> };
    }
    let total = rows.len();
    let shown = RwSignal::new(STEP.min(total));
    let rows = Arc::new(rows);
    let (listed, all) = (rows.clone(), index.clone());
    let visible = Signal::derive(move || {
        let shown = listed.iter().take(shown.get());
        shown.filter_map(|row| all.project(&titles, *row)).collect::<Vec<_>>()
    });
    // The button may go with its click: the focus moves to the first of those that came.
    let show_more = Callback::new(move |()| {
        if let Some(id) = rows.get(shown.get_untracked()).and_then(|row| index.id(*row)) {
            focus_when_drawn(element_ids::project(id));
        }
        shown.update(|shown| *shown = total.min(*shown + STEP));
    });
    // Paper has no button for more. Of thousands it has as many as someone may want to read, and says so.
    let on_paper = total.min(ON_PAPER).max(shown.get_untracked());
    let listener = WindowListener::new("beforeprint", move |_: web_sys::Event| shown.set(on_paper));
    listener.keep();
    let more = move || more_button(shown.get(), total, STEP, show_more);
    view! {
        <ProjectList dataset projects=visible />
        {more}
    }
}
