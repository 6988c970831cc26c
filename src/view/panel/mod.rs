//! The panel beside the grid (below it on a phone): what is selected, in full. Never empty.

mod basis;
mod cell;
mod chart;
mod cite;
mod compare;
mod copying;
mod country;
mod embedding;
mod entry;
mod found;
mod goal;
mod heading;
mod indexed;
mod initiatives;
mod line;
mod links;
mod list;
mod measuring;
mod passages;
mod project;
mod rationale;
mod spread;
mod start;
mod take;

use std::sync::Arc;

pub(super) use cite::citations;
use cite::printed_citation;
use embedding::EmbedThis;
pub(super) use embedding::embedding;
pub(super) use entry::{OPENER_ID, entry};
pub(super) use initiatives::initiative_element_id;
use leptos::prelude::*;
pub(super) use links::SourceName;
pub(super) use passages::part_name;
pub(super) use rationale::{review_text, text_language};
use wsis_core::address::{Panel as Shown, Selection, View};
use wsis_core::{EntryId, TargetCode};

use crate::dom::focus::focus_first_when_drawn;
use crate::state::{Explorer, Sheet, Site};
use crate::view::any::view;
use crate::view::failure::Waiting;
use crate::view::framed::ShowAll;
use crate::view::later::Later;
use cell::CellPanel;
use cite::Cite;
use compare::ComparePanel;
use country::CountryPanel;
use found::FoundPanel;
use goal::GoalPanel;
use line::LinePanel;
use project::ProjectDetails;
use start::Start;
use take::TakeAway;
pub(super) use take::take_away;

/// The id of the panel's heading, which takes the focus when something is selected.
pub(super) const TITLE_ID: &str = "panel-title";

/// The id of the heading of a project's details, which stand in the place of the selection.
const DETAILS_ID: &str = "details-title";

/// Moves the focus to the panel's heading, once what was chosen has been drawn.
pub(super) fn focus_title() {
    focus_first_when_drawn(vec![DETAILS_ID.to_owned(), TITLE_ID.to_owned()]);
}

/// The id of a target in its goal's profile, which takes the focus when the target was looked for.
pub(super) fn target_element_id(code: TargetCode) -> String {
    format!("target-{code}")
}

/// The id of a project's button in a list, which takes the focus when its details close.
pub(super) fn project_element_id(id: &EntryId) -> String {
    format!("project-{id}")
}

/// The panel.
#[component]
pub(super) fn Panel() -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let shown = Memo::new(move |_| explorer.view.with(View::panel));
    let project = Memo::new(move |_| View { project: explorer.view.get().project, ..View::default() });
    let later = Later::get();
    let waiting = Waiting { label: messages.panel_loading(), bars: 8 };
    // Another language brings another site; what is selected is then drawn anew in it.
    let selected = move || {
        let site = explorer.site.get()?;
        match shown.get() {
            Shown::Start if explorer.framed => None,
            Shown::Start => Some(view! { <Start site /> }),
            shown => later.draw(waiting, |parts| (parts.selected)(site, shown)),
        }
    };
    let details = move || {
        let (site, id) = (explorer.site.get()?, project.get().project?);
        later.draw(waiting, |parts| (parts.project)(site, id))
    };
    let sheet = move || {
        let (site, sheet) = (explorer.site.get()?, explorer.sheet.get()?);
        match sheet {
            Sheet::Entry => later.draw(waiting, |parts| (parts.entry)(site)),
            Sheet::Tours => later.draw_stage(waiting, |parts| (parts.desk)(site)),
        }
    };
    let covered = move || explorer.sheet.get().is_some() || project.with(|view| view.project.is_some());
    let whole = RwSignal::new(!explorer.framed);
    // In a page of others the panel begins short.
    let show_all = explorer.framed.then(|| view! { <ShowAll whole /> });
    // What a page of others cannot offer, such as files to save, is on the page of the explorer.
    let own = (!explorer.framed).then(|| {
        view! {
            <Cite />
            <EmbedThis />
            <TakeAway />
        }
    });
    view! {
        <aside class="panel" class:short=move || !whole.get() id="panel" aria-label=messages.panel_label()>
            // Kept while a project is open, so that its list is as it was on the way back.
            <div class="selected" hidden=covered>{selected}</div>
            <div hidden=move || explorer.sheet.get().is_some()>{details}</div>
            {sheet}
            {show_all}
            {own}
        </aside>
    }
}

/// What is selected, or what the filter lists, in full.
pub(super) fn selected(site: Arc<Site>, shown: Shown) -> AnyView {
    let printed = printed_citation(site.clone());
    let content = match shown {
        Shown::Selected(Selection::Line(line)) => view! { <LinePanel site line /> },
        Shown::Selected(Selection::Goal(goal)) => view! { <GoalPanel site goal /> },
        Shown::Selected(Selection::Cell(line, goal)) => view! { <CellPanel site line goal /> },
        Shown::Country(country) => view! { <CountryPanel site country /> },
        Shown::Comparison => view! { <ComparePanel site /> },
        Shown::List => view! { <FoundPanel site /> },
        Shown::Start | Shown::Selected(Selection::None) => ().into_any(),
    };
    view! { {content} {printed} }
}

/// A project in full, in the place of the selection.
pub(super) fn project(site: Arc<Site>, id: EntryId) -> AnyView {
    let printed = printed_citation(site.clone());
    view! { <ProjectDetails site id /> {printed} }
}
