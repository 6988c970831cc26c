//! The evidence of a text, each part linked to its source in the account of the page.

use leptos::prelude::*;
use wsis_core::basis::parts;
use wsis_state::Dataset;

use crate::content::sources::source_anchor;
use crate::ui::any_view::view;

/// The parts of the evidence behind a label. A part that is the id of a source reads as the source's name.
pub(crate) fn evidence(dataset: &Dataset, label: &'static str, basis: &str) -> AnyView {
    let parts = parts(basis, |text| dataset.source(text).is_some())
        .into_iter()
        .enumerate()
        .map(|(at, part)| {
            let gap = if at > 0 { "; " } else { "" };
            let text = dataset.source(part.text).map_or(part.text, |source| &source.name).to_owned();
            let text = match part.source {
                Some(id) => view! { <a class="basis" href=source_anchor(id)>{text}</a> },
                None => text.into_any(),
            };
            view! { {gap} {text} }
        })
        .collect_view();
    // The parts are in English, whatever runs around them.
    view! { {label} " " <bdi>{parts}</bdi> ". " }
}
