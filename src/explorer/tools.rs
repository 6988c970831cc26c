//! The row above the grid: what the cells show, the buttons for filters and order, and what the numbers cover.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::address::DisplayMode;
use wsis_page::texts::show_name;
use wsis_state::navigation::Sheet;
use wsis_state::{Dataset, Explorer, element_ids};

use crate::explorer::filters::Filters;
use crate::ui::any_view::aria_bool;
use crate::ui::any_view::view;
use crate::ui::icon::{Symbol, icon};

/// The row.
#[component]
pub(crate) fn Tools(dataset: Arc<Dataset>) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let hides_controls = explorer.navigation.view.with_untracked(|view| view.hides_controls);
    let buttons = (!hides_controls).then(|| {
        view! {
            <span class="shows" role="group" aria-label=messages.tools_label()>{shows(explorer)}</span>
            {tool(element_ids::FILTER_BUTTON, Symbol::Filter, messages.tools_filter(), Some(Sheet::Filter))}
            {tool(element_ids::ARRANGE_BUTTON, Symbol::Sort, messages.tools_arrange(), Some(Sheet::Arrange))}
            {tool(element_ids::REPORT_BUTTON, Symbol::Report, messages.lens_explore_short(), None)}
        }
    });
    view! {
        <div class="tools">
            {buttons}
            <Filters dataset />
        </div>
    }
}

fn shows(explorer: Explorer) -> AnyView {
    DisplayMode::ALL
        .map(|show| {
            view! {
                <button
                    type="button"
                    aria-pressed=move || aria_bool(explorer.navigation.show.get() == show)
                    on:click=move |_| explorer.navigation.set_show(show)
                >
                    {show_name(explorer.messages(), show)}
                </button>
            }
        })
        .collect_view()
        .into_any()
}

/// A button that opens fields in the panel, and closes them again; without fields it opens the pages on the report.
fn tool(id: &'static str, symbol: Symbol, label: &'static str, sheet: Option<Sheet>) -> AnyView {
    let explorer = Explorer::get();
    let open = explorer.navigation.sheet;
    let act = move |_| match sheet {
        Some(_) => open.update(|open| *open = if *open == sheet { None } else { sheet }),
        None => explorer.open_report(),
    };
    view! {
        <button
            type="button"
            class="tool"
            id=id
            aria-label=label
            aria-expanded=move || sheet.map(|sheet| aria_bool(open.get() == Some(sheet)))
            aria-controls=element_ids::PANEL
            on:click=act
        >
            {icon(symbol)}
            <span class="wide">{label}</span>
        </button>
    }
}
