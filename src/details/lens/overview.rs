//! The list of all pages on the report, with their events on one axis of years.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::contract::lenses::{LensSummary, Lenses};
use wsis_state::{Dataset, Explorer};

use super::opening::open;
use crate::content::language::text_lang;
use crate::content::sentence::first_sentence;
use crate::ui::any_view::view;
use crate::ui::icon::{Symbol, icon};
use crate::ui::loading::{Placeholder, when_loaded};

/// A card for each page.
pub(super) fn overview(dataset: Arc<Dataset>) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let waiting = Placeholder { label: messages.lens_loading(), bars: 8 };
    let names = dataset.clone();
    let pages = when_loaded(explorer.data.lenses, dataset, waiting, move |all: Arc<Lenses>| {
        if all.lenses.is_empty() {
            return view! { <p class="empty">{messages.lens_none()}</p> };
        }
        let cards = all.lenses.iter().map(|one| card(&names, explorer, one)).collect_view();
        view! { <ul class="lens-list">{cards}</ul> }
    });
    view! {
        <p class="lens-lead">{messages.lens_overview_text()}</p>
        {pages}
    }
}

fn card(dataset: &Dataset, explorer: Explorer, lens: &LensSummary) -> AnyView {
    let id = lens.id.clone();
    view! {
        <li>
            <button
                type="button"
                class="lens-card"
                lang=text_lang(dataset, lens.language)
                on:click=move |_| open(explorer, id.clone())
            >
                <strong dir="auto">{lens.title.clone()}</strong>
                <span dir="auto">{first_sentence(&lens.text).to_owned()}</span>
                {icon(Symbol::Forward)}
            </button>
        </li>
    }
}
