//! Downloads: the matrix and the list as they are shown, as files.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wsis_core::address::{Panel, Selection};
use wsis_core::index::{ProjectIndex, ProjectSet, TitleList};
use wsis_page::export::{ExportTable, FileContent, ListedRow, Origin, Separator, ShownMatrix};
use wsis_page::export::{file_name, list_json, list_table, matrix_json, matrix_table};
use wsis_page::grid::CellContent;
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
use crate::details::filter_text::filter_text;
use crate::details::picture::picture;
use crate::details::projects::filtered::passing;
use crate::details::projects::filtered::when_projects_loaded;
use crate::ui::any_view::view;
use crate::ui::loading::Placeholder;

/// How much larger than on screen a picture is saved.
pub(crate) const SCALE: u32 = 2;

/// The type of an XLSX workbook.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A form of a table.
#[derive(Clone, Copy)]
enum TableForm {
    Csv(Separator),
    Xlsx,
}

/// A button for each file, by what a person wants: a picture, a table, data, a page.
pub(crate) fn downloads(dataset: Arc<Dataset>) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let status = RwSignal::new("");
    // Some browsers go on while they print.
    WindowListener::new("afterprint", |_: web_sys::Event| document::end_print()).keep();
    let listed = dataset.clone();
    let list = move || {
        let shows_list = explorer.navigation.view.with(|view| view.panel() != Panel::Start);
        shows_list.then(|| list_files(explorer, &listed, status))
    };
    view! {
        <h3>{messages.download_matrix()}</h3>
        {matrix_files(explorer, &dataset, status)}
        {list}
        <div class="of-matrix">{printed_citation(dataset)}</div>
        <p class="fine" role="status">{move || status.get()}</p>
    }
}

/// A row of the dialog: the kind of file, what it is good for, and its buttons.
fn file_row(kind: &'static str, meaning: Option<&'static str>, buttons: AnyView) -> AnyView {
    let meaning = meaning.map(|meaning| view! { <span class="fine">{meaning}</span> });
    view! {
        <div class="file-row">
            <div>
                <b>{kind}</b>
                " "
                {meaning}
            </div>
            <p class="forms">{buttons}</p>
        </div>
    }
}

/// The buttons of the forms of a table.
fn table_buttons(
    explorer: Explorer,
    name: &'static str,
    save: impl Fn(TableForm) + Clone + 'static,
) -> AnyView {
    let messages = explorer.messages();
    [
        ("csv", TableForm::Csv(Separator::Comma), messages.download_csv_comma()),
        ("csv-semicolon", TableForm::Csv(Separator::Semicolon), messages.download_csv_semicolon()),
        ("xlsx", TableForm::Xlsx, "XLSX"),
    ]
    .map(|(code, form, label)| {
        let save = save.clone();
        view! {
            <button type="button" data-file=format!("{name}-{code}") on:click=move |_| save(form)>{label}</button>
        }
    })
    .collect_view()
    .into_any()
}

/// Saves a table under the name of what is in it; `true` if the browser allows it.
fn save_table(
    explorer: Explorer,
    dataset: &Dataset,
    content: FileContent,
    table: &ExportTable,
    form: TableForm,
) -> bool {
    let name = |extension: &str| name_of(explorer, dataset, content, extension);
    match form {
        TableForm::Csv(separator) => download::save_text(&name("csv"), "text/csv", &table.csv(separator)),
        TableForm::Xlsx => download::save_bytes(&name("xlsx"), XLSX, &table.xlsx()),
    }
}

fn name_of(explorer: Explorer, dataset: &Dataset, content: FileContent, extension: &str) -> String {
    let view = explorer.navigation.view.get_untracked();
    file_name(&view, content, &dataset.manifest.snapshot, extension)
}

pub(crate) fn outcome(explorer: Explorer, done: bool) -> &'static str {
    if done { explorer.messages().entry_saved() } else { explorer.messages().download_failed() }
}

fn matrix_files(explorer: Explorer, dataset: &Arc<Dataset>, status: RwSignal<&'static str>) -> AnyView {
    let messages = explorer.messages();
    let (for_png, for_svg, for_table, for_json) =
        (dataset.clone(), dataset.clone(), dataset.clone(), dataset.clone());
    let save_png = move |_| {
        let svg = with_shown(explorer, &for_png, picture);
        let name = name_of(explorer, &for_png, FileContent::Matrix, "png");
        spawn_local(async move {
            let done = download::save_png(&name, &svg, SCALE).await;
            let _ = status.try_set(outcome(explorer, done));
        });
    };
    let save_svg = move |_| {
        let svg = with_shown(explorer, &for_svg, picture);
        let name = name_of(explorer, &for_svg, FileContent::Matrix, "svg");
        status.set(outcome(explorer, download::save_text(&name, "image/svg+xml", &svg)));
    };
    let save_as_table = move |form: TableForm| {
        let table = with_shown(explorer, &for_table, matrix_table);
        status.set(outcome(explorer, save_table(explorer, &for_table, FileContent::Matrix, &table, form)));
    };
    let save_json = move |_| {
        let text = with_shown(explorer, &for_json, |shown, origin| matrix_json(shown, origin, &json::quote));
        let name = name_of(explorer, &for_json, FileContent::Matrix, "json");
        status.set(outcome(explorer, download::save_text(&name, "application/json", &text)));
    };
    view! {
        {file_row(
            messages.download_picture(),
            Some(messages.download_picture_meaning()),
            view! {
                <button type="button" data-file="matrix-png" on:click=save_png>"PNG"</button>
                <button type="button" data-file="matrix-svg" on:click=save_svg>"SVG"</button>
            },
        )}
        {file_row(
            messages.download_table(),
            Some(messages.download_table_meaning()),
            table_buttons(explorer, "matrix", save_as_table),
        )}
        {file_row(
            messages.download_data(),
            None,
            view! { <button type="button" data-file="matrix-json" on:click=save_json>"JSON"</button> },
        )}
        {file_row(
            messages.download_page(),
            None,
            view! {
                <button type="button" data-file="matrix-print" on:click=|_| document::print("matrix")>
                    {messages.download_print()}
                </button>
            },
        )}
    }
}

/// The list, complete: every project that the panel lists, whether it is on screen or not.
fn list_files(explorer: Explorer, dataset: &Arc<Dataset>, status: RwSignal<&'static str>) -> AnyView {
    let messages = explorer.messages();
    let waiting = Placeholder { label: messages.projects_loading(), bars: 1 };
    let of_list = dataset.clone();
    let buttons = when_projects_loaded(explorer, dataset.clone(), waiting, move |index, titles| {
        let (dataset, index, titles) = (of_list.clone(), index.clone(), titles.clone());
        let (for_json, json_index, json_titles) = (dataset.clone(), index.clone(), titles.clone());
        let save_as_table = move |form: TableForm| {
            let rows = listed_rows(explorer, &dataset, &index, &titles);
            let table = list_table(&rows, &untrack(|| origin(explorer, &dataset)));
            status
                .set(outcome(explorer, save_table(explorer, &dataset, FileContent::Projects, &table, form)));
        };
        let save_json = move |_| {
            let rows = listed_rows(explorer, &for_json, &json_index, &json_titles);
            let text = list_json(&rows, &untrack(|| origin(explorer, &for_json)), &json::quote);
            let name = name_of(explorer, &for_json, FileContent::Projects, "json");
            status.set(outcome(explorer, download::save_text(&name, "application/json", &text)));
        };
        view! {
            {file_row(messages.download_table(), None, table_buttons(explorer, "list", save_as_table))}
            {file_row(
                messages.download_data(),
                None,
                view! { <button type="button" data-file="list-json" on:click=save_json>"JSON"</button> },
            )}
        }
    });
    view! {
        <h3>{messages.download_list()}</h3>
        {buttons}
    }
}

/// Calls `act` with the matrix as it is shown now.
fn with_shown<T>(
    explorer: Explorer,
    dataset: &Arc<Dataset>,
    act: impl FnOnce(ShownMatrix<'_>, &Origin) -> T,
) -> T {
    untrack(|| {
        let (counts, view) = (explorer.data.counts(dataset), explorer.navigation.view.get());
        let arrangement = explorer.layout.arrangement.get();
        let shown = ShownMatrix {
            matrix: &dataset.matrix,
            counts: &counts,
            content: CellContent {
                show: view.show,
                scale: view.scale,
                states_goals: dataset.manifest.states_goals(),
            },
            arrangement: &arrangement,
            opened: view.shows_applications(),
            language: dataset.language,
            messages: explorer.messages(),
        };
        act(shown, &origin(explorer, dataset))
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
            Panel::Margin(margin) => vec![index.in_margin(margin)],
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

pub(crate) fn origin(explorer: Explorer, dataset: &Arc<Dataset>) -> Origin {
    let messages = explorer.messages();
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
