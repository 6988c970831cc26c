//! "Take this along": the matrix and the list as they are shown, as files.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wsis_core::address::{Panel, Selection};
use wsis_core::filter::{FacetValue, Filter};
use wsis_core::index::{Bits, ProjectIndex, TitleList};
use wsis_page::export::{ListedRow, Origin, Shown, list_csv, list_json, matrix_csv, matrix_json, matrix_svg};

use super::cite::{later_section, printed_citation};
use super::indexed::passing;
use crate::dom::listener::WindowListener;
use crate::dom::{json, page, save};
use crate::state::{Explorer, Site};
use crate::view::any::view;
use crate::view::failure::{Waiting, from_projects};
use crate::view::filters::{declared_name, facet_name};
use crate::view::names::Names;
use crate::view::window_title;

/// How much larger than on screen a picture is saved.
const SCALE: u32 = 2;

/// The button; what can be taken is drawn when it is asked for.
#[component]
pub(super) fn TakeAway() -> impl IntoView {
    later_section("cite take", Explorer::get().messages.take_title(), |parts, site| (parts.take_away)(site))
}

/// What can be taken, each as a button.
pub(in crate::view) fn take_away(site: Arc<Site>) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let said = RwSignal::new("");
    let tell = move |done: bool| said.set(if done { messages.entry_saved() } else { messages.take_failed() });
    let file = |form: &'static str, kind: &'static str| {
        let site = site.clone();
        let save = move |_| {
            let text = matrix_text(explorer, &site, form);
            tell(save::text(&format!("wsis-sdg-matrix.{form}"), kind, &text));
        };
        view! { <button type="button" data-form=form on:click=save>{form.to_uppercase()}</button> }
    };
    let picture = site.clone();
    let save_png = move |_| {
        let svg = matrix_text(explorer, &picture, "svg");
        spawn_local(async move {
            let done = save::png("wsis-sdg-matrix.png", &svg, SCALE).await;
            let _ = said.try_set(if done { messages.entry_saved() } else { messages.take_failed() });
        });
    };
    // Some browsers go on while they print.
    WindowListener::new("afterprint", |_: web_sys::Event| page::printed()).keep();
    let listed = site.clone();
    let list = move || {
        let shows_list = explorer.view.with(|view| view.panel() != Panel::Start);
        shows_list.then(|| list_files(explorer, &listed, said))
    };
    view! {
        <h4>{messages.take_matrix()}</h4>
        <p class="forms">
            {file("csv", "text/csv")} {file("json", "application/json")} {file("svg", "image/svg+xml")}
            <button type="button" data-form="png" on:click=save_png>"PNG"</button>
            <button type="button" data-form="print" on:click=|_| page::print("matrix")>
                {messages.take_print()}
            </button>
        </p>
        {list}
        <div class="of-matrix">{printed_citation(site)}</div>
        <p class="fine" role="status">{move || said.get()}</p>
    }
}

/// The list, complete: every project that the panel lists, whether it is on screen or not.
fn list_files(explorer: Explorer, site: &Arc<Site>, said: RwSignal<&'static str>) -> AnyView {
    let messages = explorer.messages;
    let waiting = Waiting { label: messages.projects_loading(), bars: 1 };
    let of_list = site.clone();
    let buttons = from_projects(explorer, site.clone(), waiting, move |index, titles| {
        let file = |form: &'static str, kind: &'static str| {
            let (site, index, titles) = (of_list.clone(), index.clone(), titles.clone());
            let save = move |_| {
                let rows = listed_rows(explorer, &site, &index, &titles);
                let origin = untrack(|| origin(explorer, &site));
                let text = match form {
                    "csv" => list_csv(&rows, &origin),
                    _ => list_json(&rows, &origin, &json::quote),
                };
                let done = save::text(&format!("wsis-projects.{form}"), kind, &text);
                said.set(if done { messages.entry_saved() } else { messages.take_failed() });
            };
            view! { <button type="button" data-list=form on:click=save>{form.to_uppercase()}</button> }
        };
        view! { <p class="forms">{file("csv", "text/csv")} {file("json", "application/json")}</p> }
    });
    view! {
        <h4>{messages.take_list()}</h4>
        {buttons}
    }
}

fn matrix_text(explorer: Explorer, site: &Arc<Site>, form: &str) -> String {
    untrack(|| {
        let (numbers, view) = (explorer.numbers(site), explorer.view.get());
        let arrangement = explorer.arrangement.get();
        let shown = Shown {
            matrix: &site.matrix,
            numbers: &numbers,
            show: view.show,
            scale: view.scale,
            arrangement: &arrangement,
            opened: view.shows_applications(),
            language: site.language,
            messages: explorer.messages,
        };
        let origin = origin(explorer, site);
        match form {
            "csv" => matrix_csv(shown, &origin),
            "json" => matrix_json(shown, &origin, &json::quote),
            _ => matrix_svg(shown, &origin),
        }
    })
}

fn listed_rows(
    explorer: Explorer,
    site: &Arc<Site>,
    index: &ProjectIndex,
    titles: &TitleList,
) -> Vec<ListedRow> {
    untrack(|| {
        let names = Names::get(site);
        let links = site.matrix.links();
        let panel = explorer.view.with(|view| view.panel());
        // A cell's declared projects come first: they are a list of their own.
        let sets: Vec<Bits> = match panel {
            Panel::Selected(Selection::Line(line)) => vec![index.of_line(line)],
            Panel::Selected(Selection::Goal(goal)) => vec![index.declaring(goal)],
            Panel::Selected(Selection::Cell(line, goal)) => {
                let (declared, derived) = index.in_cell(line, goal, links);
                vec![declared, derived]
            }
            _ => vec![index.all()],
        };
        let sets: Vec<Bits> = sets.iter().map(|set| passing(explorer, set)).collect();
        let projects = sets.iter().flat_map(|set| index.list(titles, set));
        projects
            .map(|project| ListedRow {
                country: project.country.as_ref().map(|code| names.country(code)).unwrap_or_default(),
                region: project.region.as_ref().map(|id| names.region(id)).unwrap_or_default(),
                prize: names.prize(project.prize).unwrap_or_default(),
                project,
            })
            .collect()
    })
}

fn origin(explorer: Explorer, site: &Arc<Site>) -> Origin {
    let messages = explorer.messages;
    let (_, coverage) = site.coverage();
    Origin {
        title: window_title(explorer),
        coverage: coverage.to_owned(),
        filter: filter_text(explorer, site),
        address: explorer.public_address().unwrap_or_default(),
        snapshot: site.manifest.snapshot.clone(),
        note: messages.cite_note(&site.manifest.snapshot),
        read: page::today(),
    }
}

/// What is asked of the collection, in words.
fn filter_text(explorer: Explorer, site: &Arc<Site>) -> String {
    let (messages, names) = (explorer.messages, Names::get(site));
    let filter: Filter = explorer.view.with(|view| view.filter.clone());
    let value = |value: &FacetValue| format!("{}: {}", facet_name(messages, value.facet), names.value(value));
    let words = filter.query.as_ref().map(|query| format!("“{}”", query.as_str()));
    let years = filter.years.map(|years| format!("{}: {years}", messages.project_year()));
    let declared = filter.declared.map(|declared| declared_name(messages, declared).to_owned());
    let parts: Vec<String> =
        words.into_iter().chain(filter.values().iter().map(value)).chain(years).chain(declared).collect();
    parts.join("; ")
}
