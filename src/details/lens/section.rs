//! The sections of a page on the report: headings that open and close, charts, items.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::contract::lenses::{Lens, LensSection, SectionForm};
use wsis_state::{Dataset, Explorer};

use super::chart::chart_figure;
use super::highlight::PointedItem;
use super::items::item;
use super::timeline::timeline;
use crate::content::evidence::evidence;
use crate::ui::any_view::{aria_bool, view};

/// All sections. The first is open, or that of the item that the reader goes to.
pub(super) fn sections(
    dataset: &Arc<Dataset>,
    explorer: Explorer,
    lens: &Lens,
    pointed: PointedItem,
) -> AnyView {
    let wanted = explorer.layout.lens_item.get_untracked();
    let has = |section: &LensSection| section.items.iter().any(|item| Some(&item.id) == wanted.as_ref());
    let found = lens.sections.iter().position(has).unwrap_or(0);
    lens.sections
        .iter()
        .enumerate()
        .map(|(at, one)| section(dataset, explorer, one, pointed, at == found))
        .collect_view()
        .into_any()
}

fn section(
    dataset: &Arc<Dataset>,
    explorer: Explorer,
    section: &LensSection,
    pointed: PointedItem,
    is_open: bool,
) -> AnyView {
    let open = RwSignal::new(is_open);
    let id = format!("lens-{}", section.id);
    let text = section.text.clone().map(|text| {
        let basis = section.basis.as_deref().map(|basis| {
            view! { <p class="fine">{evidence(dataset, explorer.messages().rationale_rests_on(), basis)}</p> }
        });
        view! {
            <p dir="auto">{text}</p>
            {basis}
        }
    });
    let charts = section.charts.iter().map(|chart| chart_figure(explorer, dataset, chart)).collect_view();
    let timeline = (section.form == SectionForm::Timeline).then(|| timeline(explorer, section));
    let list = |section: &LensSection| {
        section.items.iter().map(|one| item(dataset, explorer, section, one, pointed)).collect_view()
    };
    let form = match section.form {
        SectionForm::Table => "lens-items table",
        SectionForm::Timeline => "lens-items years",
        SectionForm::List => "lens-items short",
        SectionForm::Cards => "lens-items",
    };
    let items = (!section.items.is_empty()).then(|| view! { <ul class=form>{list(section)}</ul> });
    let controls = id.clone();
    view! {
        <section class="lens-section">
            <h3>
                <button
                    type="button"
                    class="lens-opener"
                    aria-expanded=move || aria_bool(open.get())
                    aria-controls=controls
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    <span dir="auto">{section.title.clone()}</span>
                    <span class="count">{section.items.len().to_string()}</span>
                </button>
            </h3>
            <div class="lens-content" id=id data-closed=move || (!open.get()).then_some("")>
                {text}
                {charts}
                {timeline}
                {items}
            </div>
        </section>
    }
}
