//! What the pages on the report say of the region of a country.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::CountryCode;
use wsis_core::contract::lenses::{LensEntry, LensSummary};
use wsis_state::{Dataset, Explorer};

use super::opening::open_lens;
use crate::content::language::text_lang;
use crate::content::names::Names;
use crate::ui::any_view::view;

/// A list of the items that concern the region, each a way to its page. Tracks names and lenses.
pub(crate) fn of_region(
    explorer: Explorer,
    dataset: &Arc<Dataset>,
    country: &CountryCode,
) -> Option<AnyView> {
    let region = Names::get(dataset).region_of(country)?;
    let all = explorer.data.lenses.ready()?;
    let found = all.lenses.iter().flat_map(|lens| {
        let entries = lens.entries.iter().filter(|entry| entry.regions.contains(&region));
        entries.map(move |entry| (lens, entry))
    });
    let items: Vec<AnyView> = found.map(|(lens, entry)| row(dataset, explorer, lens, entry)).collect();
    (!items.is_empty()).then(|| {
        view! {
            <section class="in-report">
                <h3>{explorer.messages().lens_region_title()}</h3>
                <ul>{items}</ul>
            </section>
        }
    })
}

fn row(dataset: &Dataset, explorer: Explorer, lens: &LensSummary, entry: &LensEntry) -> AnyView {
    let (id, item) = (lens.id.clone(), entry.item.clone());
    view! {
        <li lang=text_lang(dataset, lens.language)>
            <button
                type="button"
                class="inline-button"
                on:click=move |_| open_lens(explorer, id.clone(), Some(item.clone()))
            >
                {entry.title.clone()}
            </button>
            " "
            <span class="fine">{lens.short.clone()}</span>
        </li>
    }
}
