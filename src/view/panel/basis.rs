//! What a text rests on, each part leading to its source in the account of the page.

use leptos::prelude::*;
use wsis_core::basis::parts;

use crate::view::any::view;

/// The parts of a basis after a word on what they are.
pub(super) fn basis_of(label: &'static str, basis: &str) -> AnyView {
    let parts = parts(basis)
        .into_iter()
        .enumerate()
        .map(|(at, part)| {
            let gap = if at > 0 { "; " } else { " " };
            let text = part.text.to_owned();
            let text = match part.source {
                Some(id) => view! { <a class="basis" href=source_anchor(id)>{text}</a> },
                None => text.into_any(),
            };
            view! { {gap} {text} }
        })
        .collect_view();
    view! { {label} {parts} ". " }
}

/// Where a source stands in the account of the page, as the address of a link.
pub(super) fn source_anchor(id: &str) -> String {
    format!("#source-{id}")
}
