//! The filter as chips above the grid, each with a click that removes it.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::filter::Filter;
use wsis_page::texts;
use wsis_platform::focus::focus_when_drawn;
use wsis_state::Dataset;
use wsis_state::Explorer;
use wsis_state::RequestState;
use wsis_state::element_ids;

use crate::content::names::Names;
use crate::ui::any_view::view;
use crate::ui::chip::chip_button;
use crate::ui::loading::FailureBox;

/// One chip for each thing that is asked.
pub(crate) fn filter_chips(dataset: Arc<Dataset>) -> AnyView {
    let explorer = Explorer::get();
    (move || chips(explorer, &dataset)).into_any()
}

fn chips(explorer: Explorer, dataset: &Arc<Dataset>) -> Option<AnyView> {
    let messages = explorer.messages();
    let filter = explorer.navigation.view.with(|view| view.filter.clone());
    if filter.is_empty() {
        return None;
    }
    let names = Names::get(dataset);
    let colon = messages.site_colon();
    let mut chips: Vec<AnyView> = Vec::new();
    if let Some(query) = &filter.query {
        chips.push(chip(explorer, messages.site_quoted(query.as_str()), |filter| filter.query = None));
    }
    for value in filter.values() {
        let text = format!("{}{colon}{}", texts::facet_name(messages, value.facet), names.value(value));
        let value = value.clone();
        chips.push(chip(explorer, text, move |filter| filter.choose(value.clone(), false)));
    }
    if let Some(years) = filter.years {
        let text = format!("{}{colon}{}–{}", messages.project_year(), years.from(), years.to());
        chips.push(chip(explorer, text, |filter| filter.years = None));
    }
    if let Some(declared) = filter.declared {
        chips.push(chip(explorer, texts::declared_name(messages, declared).to_owned(), |filter| {
            filter.declared = None
        }));
    }
    let several = (chips.len() > 1).then(|| {
        let clear = move |_| {
            explorer.navigation.edit_filter(|filter| *filter = Filter::default());
            focus_when_drawn(element_ids::MAIN.to_owned());
        };
        view! { <button type="button" class="clear" on:click=clear>{messages.filter_clear()}</button> }
    });
    let bar = explorer
        .data
        .is_counting()
        .then(|| view! { <progress aria-label=messages.filter_counting()></progress> });
    Some(view! {
        <div class="chips">
            {bar}
            {chips}
            {several}
            {failed(explorer, dataset)}
        </div>
    })
}

/// A thing that is asked; a click asks it no longer.
fn chip(explorer: Explorer, text: String, drop: impl Fn(&mut Filter) + Send + 'static) -> AnyView {
    let label = explorer.messages().filter_drop(&text);
    chip_button(text, label, move || explorer.navigation.edit_filter(&drop))
}

/// Why it is not known what passes, with a way to try again.
fn failed(explorer: Explorer, dataset: &Arc<Dataset>) -> Option<AnyView> {
    let dataset = dataset.clone();
    if let RequestState::Failed(failure) = explorer.data.index.state() {
        let retry = Callback::new(move |()| explorer.data.index.reload(&dataset));
        return Some(view! { <FailureBox failure retry /> });
    }
    if let RequestState::Failed(failure) = explorer.data.titles.state() {
        let retry = Callback::new(move |()| explorer.data.titles.reload(&dataset));
        return Some(view! { <FailureBox failure retry /> });
    }
    None
}
