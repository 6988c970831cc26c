//! The evidence of a text, each part linked to its source in the account of the page.

use leptos::prelude::*;
use wsis_core::basis::parts;
use wsis_messages::Messages;
use wsis_state::{Dataset, Explorer};

use crate::content::sources::source_anchor;
use crate::ui::any_view::view;

/// The parts of the evidence behind a label. A part that is the id of a source reads as the source's name.
pub(crate) fn evidence(dataset: &Dataset, label: &'static str, basis: &str) -> AnyView {
    let parts = parts(basis, |text| dataset.source(text).is_some())
        .into_iter()
        .enumerate()
        .map(|(at, part)| {
            let gap = if at > 0 { Explorer::get().messages().site_semicolon() } else { "" };
            let text = evidence_text(dataset, part.text);
            // The headings of the report are in English, whatever runs around them.
            let text = view! { <bdi>{text}</bdi> };
            let text = match part.source {
                Some(id) => view! { <a class="basis" href=source_anchor(id)>{text}</a> },
                None => text,
            };
            view! { {gap} {text} }
        })
        .collect_view();
    view! { {label} " " {parts} ". " }
}

/// The beginning of a part and its text in the interface.
type KnownWord = (&'static str, fn(Messages) -> &'static str);

/// Beginnings of parts, longer ones first, with their words in the language of the page.
const WORDS: [KnownWord; 8] = [
    ("tie to the line by subject: editorial", Messages::basis_tie_line),
    ("tie by subject: editorial", Messages::basis_tie),
    ("Geneva Plan of Action", Messages::basis_plan),
    ("other accounts", Messages::basis_accounts),
    ("editorial", Messages::basis_editorial),
    ("web copy", Messages::basis_web_copy),
    ("recalled", Messages::basis_recalled),
    ("report", Messages::basis_report),
];

/// A part of the evidence: the name of the source if it is an id, else as written with its first words translated.
pub(crate) fn evidence_text(dataset: &Dataset, part: &str) -> String {
    if let Some(source) = dataset.source(part) {
        return source.name.clone();
    }
    let messages = Explorer::get().messages();
    let known = WORDS.iter().find_map(|(word, text)| Some((text(messages), part.strip_prefix(word)?)));
    known.map_or_else(|| part.to_owned(), |(word, rest)| format!("{word}{rest}"))
}
