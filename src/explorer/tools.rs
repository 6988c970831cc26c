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
    let messages = explorer.messages;
    let hides_controls = explorer.navigation.view.with_untracked(|view| view.hides_controls);
    let buttons = (!hides_controls).then(|| {
        view! {
            <span class="shows" role="group" aria-label=messages.tools_label()>{shows(explorer)}</span>
            {opener(element_ids::FILTER_BUTTON, Symbol::Filter, messages.tools_filter(), Sheet::Filter)}
            {opener(element_ids::ARRANGE_BUTTON, Symbol::Sort, messages.tools_arrange(), Sheet::Arrange)}
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
                    {show_name(explorer.messages, show)}
                </button>
            }
        })
        .collect_view()
        .into_any()
}

/// A button that opens fields in the panel, and closes them again.
fn opener(id: &'static str, symbol: Symbol, label: &'static str, sheet: Sheet) -> AnyView {
    let open = Explorer::get().navigation.sheet;
    view! {
        <button
            type="button"
            class="tool"
            id=id
            aria-label=label
            aria-expanded=move || aria_bool(open.get() == Some(sheet))
            aria-controls=element_ids::PANEL
            on:click=move |_| open.update(|open| *open = (*open != Some(sheet)).then_some(sheet))
        >
            {icon(symbol)}
            <span class="wide">{label}</span>
        </button>
    }
}
