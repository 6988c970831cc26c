//! Downloads: the matrix and the list as they are shown, as files.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wsis_core::address::{Panel, Selection};
use wsis_core::filter::{FacetValue, Filter};
use wsis_core::index::{ProjectIndex, ProjectSet, TitleList};
use wsis_page::export::{ListedRow, Origin, ShownMatrix, list_csv, list_json, matrix_csv, matrix_json};
use wsis_page::picture::matrix::matrix_svg;
use wsis_page::texts;
use wsis_platform::document;
use wsis_platform::download;
use wsis_platform::json;
use wsis_platform::listener::WindowListener;
use wsis_platform::timer;
use wsis_state::Dataset;
use wsis_state::Explorer;

use crate::content::names::Names;
use crate::content::view_title::view_title;
use crate::details::citations::printed_citation;
use crate::details::projects::filtered::passing;
use crate::details::projects::filtered::when_projects_loaded;
use crate::ui::any_view::view;
use crate::ui::loading::Placeholder;

/// How much larger than on screen a picture is saved.
const SCALE: u32 = 2;

/// A button for each file, and one to print the matrix.
pub(crate) fn downloads(dataset: Arc<Dataset>) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let status = RwSignal::new("");
    let report =
        move |done: bool| status.set(if done { messages.entry_saved() } else { messages.take_failed() });
    let file = |form: &'static str, kind: &'static str| {
        let dataset = dataset.clone();
        let save = move |_| {
            let text = matrix_text(explorer, &dataset, form);
            report(download::save_text(&format!("wsis-sdg-matrix.{form}"), kind, &text));
        };
        view! { <button type="button" data-form=form on:click=save>{form.to_uppercase()}</button> }
    };
    let picture = dataset.clone();
    let save_png = move |_| {
        let svg = matrix_text(explorer, &picture, "svg");
        spawn_local(async move {
            let done = download::save_png("wsis-sdg-matrix.png", &svg, SCALE).await;
            let _ = status.try_set(if done { messages.entry_saved() } else { messages.take_failed() });
        });
    };
    // Some browsers go on while they print.
    WindowListener::new("afterprint", |_: web_sys::Event| document::end_print()).keep();
    let listed = dataset.clone();
    let list = move || {
        let shows_list = explorer.navigation.view.with(|view| view.panel() != Panel::Start);
        shows_list.then(|| list_files(explorer, &listed, status))
    };
    view! {
        <h4>{messages.take_matrix()}</h4>
        <p class="forms">
            {file("csv", "text/csv")} {file("json", "application/json")} {file("svg", "image/svg+xml")}
            <button type="button" data-form="png" on:click=save_png>"PNG"</button>
            <button type="button" data-form="print" on:click=|_| document::print("matrix")>
                {messages.take_print()}
            </button>
        </p>
        {list}
        <div class="of-matrix">{printed_citation(dataset)}</div>
        <p class="fine" role="status">{move || status.get()}</p>
    }
}

/// The list, complete: every project that the panel lists, whether it is on screen or not.
fn list_files(explorer: Explorer, dataset: &Arc<Dataset>, status: RwSignal<&'static str>) -> AnyView {
    let messages = explorer.messages;
    let waiting = Placeholder { label: messages.projects_loading(), bars: 1 };
    let of_list = dataset.clone();
    let buttons = when_projects_loaded(explorer, dataset.clone(), waiting, move |index, titles| {
        let file = |form: &'static str, kind: &'static str| {
            let (dataset, index, titles) = (of_list.clone(), index.clone(), titles.clone());
            let save = move |_| {
                let rows = listed_rows(explorer, &dataset, &index, &titles);
                let origin = untrack(|| origin(explorer, &dataset));
                let text = match form {
                    "csv" => list_csv(&rows, &origin),
                    _ => list_json(&rows, &origin, &json::quote),
                };
                let done = download::save_text(&format!("wsis-projects.{form}"), kind, &text);
                status.set(if done { messages.entry_saved() } else { messages.take_failed() });
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

fn matrix_text(explorer: Explorer, dataset: &Arc<Dataset>, form: &str) -> String {
    untrack(|| {
        let (counts, view) = (explorer.data.counts(dataset), explorer.navigation.view.get());
        let arrangement = explorer.layout.arrangement.get();
        let shown = ShownMatrix {
            matrix: &dataset.matrix,
            counts: &counts,
            show: view.show,
            scale: view.scale,
            arrangement: &arrangement,
            opened: view.shows_applications(),
            language: dataset.language,
            messages: explorer.messages,
        };
        let origin = origin(explorer, dataset);
        match form {
            "csv" => matrix_csv(shown, &origin),
            "json" => matrix_json(shown, &origin, &json::quote),
            _ => matrix_svg(shown, &origin),
        }
    })
}

fn listed_rows(
    explorer: Explorer,
    dataset: &Arc<Dataset>,
    index: &ProjectIndex,
    titles: &TitleList,
) -> Vec<ListedRow> {
    untrack(|| {
        let names = Names::get(dataset);
        let links = dataset.matrix.links();
        let panel = explorer.navigation.view.with(|view| view.panel());
        // A cell's declared projects come first: they are a list of their own.
        let sets: Vec<ProjectSet> = match panel {
            Panel::Selected(Selection::Line(line)) => vec![index.of_line(line)],
            Panel::Selected(Selection::Goal(goal)) => vec![index.declaring(goal)],
            Panel::Selected(Selection::Cell(line, goal)) => {
                let (declared, derived) = index.in_cell(line, goal, links);
                vec![declared, derived]
            }
            _ => vec![index.all()],
        };
        let sets: Vec<ProjectSet> = sets.iter().map(|set| passing(explorer, set)).collect();
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

fn origin(explorer: Explorer, dataset: &Arc<Dataset>) -> Origin {
    let messages = explorer.messages;
    let (_, coverage) = dataset.coverage();
    Origin {
        title: view_title(explorer),
        coverage: coverage.to_owned(),
        filter: filter_text(explorer, dataset),
        address: explorer.public_address().unwrap_or_default(),
        snapshot: dataset.manifest.snapshot.clone(),
        note: messages.cite_note(&dataset.manifest.snapshot),
        read: timer::today(),
    }
}

/// The filter in words.
fn filter_text(explorer: Explorer, dataset: &Arc<Dataset>) -> String {
    let (messages, names) = (explorer.messages, Names::get(dataset));
    let filter: Filter = explorer.navigation.view.with(|view| view.filter.clone());
    let value =
        |value: &FacetValue| format!("{}: {}", texts::facet_name(messages, value.facet), names.value(value));
    let words = filter.query.as_ref().map(|query| format!("“{}”", query.as_str()));
    let years = filter.years.map(|years| format!("{}: {years}", messages.project_year()));
    let declared = filter.declared.map(|declared| texts::declared_name(messages, declared).to_owned());
    let parts: Vec<String> =
        words.into_iter().chain(filter.values().iter().map(value)).chain(years).chain(declared).collect();
    parts.join("; ")
}
