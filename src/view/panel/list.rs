//! Lists of projects: a title to open, and one line on who, where, when.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::contract::entry::{ListedProject, Prize};
use wsis_core::found_in;
use wsis_core::{EntryId, Line};
use wsis_messages::Messages;

use super::{focus_title, project_element_id};
use crate::dom::fold::Folder;
use crate::state::{Explorer, Site};
use crate::view::any::view;
use crate::view::names::{Names, language_if_other};

/// Projects in the order they are given.
#[component]
pub(super) fn ProjectList(
    /// Names are taken from here.
    site: Arc<Site>,
    /// The projects to list; the list grows as pages come.
    #[prop(into)]
    projects: Signal<Vec<ListedProject>>,
) -> impl IntoView {
    // Drawn again as it grows, into the same elements: a keyed list would be 4 kB more to load.
    let items = move || {
        projects
            .get()
            .into_iter()
            .map(|project| view! { <ListedItem site=site.clone() project /> })
            .collect_view()
    };
    view! { <ol class="projects">{items}</ol> }
}

#[component]
fn ListedItem(site: Arc<Site>, project: ListedProject) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let id = project.id.clone();
    let applications = (!project.applications.is_empty())
        .then(|| applications_text(&site, messages, &project.applications))
        .map(|text| view! { <span>{text}</span> });
    let facts = project.clone();
    view! {
        <li class="project">
            <button
                class="project-title"
                type="button"
                id=project_element_id(&project.id)
                lang=project.title_language.clone()
                dir="auto"
                on:click=move |_| open(explorer, id.clone())
            >
                {marked(explorer, project.title.clone())}
            </button>
            <p class="project-facts">
                {move || facts_line(&Names::get(&site), messages, &facts)}
                {applications}
            </p>
        </li>
    }
}

/// A text with the words that the filter asks for marked in it.
fn marked(explorer: Explorer, text: String) -> AnyView {
    let mark = move || {
        let query = explorer.view.with(|view| view.filter.query.clone());
        let Some(query) = query else { return text.clone().into_any() };
        let folder = Folder::new();
        let folded = folder.fold(query.as_str());
        let words: Vec<&str> = folded.split(' ').collect();
        let mut parts: Vec<AnyView> = Vec::new();
        let mut before = 0;
        for range in found_in(&text, &words, |lines| folder.fold_lines(lines)) {
            let found = text.get(range.clone()).unwrap_or_default().to_owned();
            parts.push(text.get(before..range.start).unwrap_or_default().to_owned().into_any());
            parts.push(view! { <mark>{found}</mark> });
            before = range.end;
        }
        parts.push(text.get(before..).unwrap_or_default().to_owned().into_any());
        parts.into_any()
    };
    mark.into_any()
}

fn open(explorer: Explorer, id: EntryId) {
    explorer.open_project(id);
    focus_title();
}

/// Organisation, country, year and prize, as far as they are known.
fn facts_line(names: &Names, messages: Messages, project: &ListedProject) -> impl IntoView + use<> {
    let place = match (&project.country, &project.region) {
        (Some(country), _) => Some(names.country(country)),
        (None, Some(region)) if region.as_str() == "INT" => {
            Some(messages.projects_international().to_owned())
        }
        (None, region) => region.as_ref().map(|region| names.region(region)),
    };
    let year = project.year.map(|year| year.to_string());
    let organisation = project.organisation.clone().map(|name| marked(Explorer::get(), name));
    let facts = [organisation, place.map(IntoAny::into_any), year.map(IntoAny::into_any)]
        .into_iter()
        .flatten()
        .map(|fact| view! { <span class="fact"><bdi>{fact}</bdi></span> })
        .collect_view();
    let prize = (project.prize <= Prize::Champion)
        .then(|| names.prize(project.prize))
        .flatten()
        .map(|prize| view! { <span class="fact prize">{prize}</span> });
    view! {
        {facts}
        {prize}
    }
}

/// In C7's own row: which e-applications an entry names, or that it names none.
fn applications_text(site: &Site, messages: Messages, applications: &[Line]) -> String {
    let named: Vec<&str> = applications
        .iter()
        .filter(|line| **line != Line::C7)
        .map(|line| site.matrix.line_name(*line))
        .collect();
    if named.is_empty() { messages.projects_no_application().to_owned() } else { named.join(", ") }
}

/// The button for the next ones of a list, and how many are shown; nothing where all are.
pub(super) fn more_button(shown: usize, total: usize, step: usize, more: Callback<()>) -> Option<AnyView> {
    let messages = Explorer::get().messages;
    let rest = total.saturating_sub(shown);
    let next = u32::try_from(rest.min(step)).unwrap_or(u32::MAX);
    (rest > 0).then(|| {
        view! {
            <p class="next-page">
                <button type="button" on:click=move |_| more.run(())>{messages.projects_more(next)}</button>
                <span class="fine">{messages.projects_shown(&shown.to_string(), &total.to_string())}</span>
            </p>
        }
    })
}

/// A line's code and name, as a row of a chart has it.
pub(super) fn line_label(site: &Site, line: Line) -> AnyView {
    let code = line.parent().unwrap_or(line).id();
    view! { <span>{code} " " {site_name(site, site.matrix.line_name(line))}</span> }
}

/// A name in the language of the site, marked as such where that is not the page's.
pub(super) fn site_name(site: &Site, name: &str) -> impl IntoView + use<> {
    view! { <span lang=language_if_other(site.language)>{name.to_owned()}</span> }
}
