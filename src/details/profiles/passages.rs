//! The texts on a line: scope, ITU's role, figures, an example, challenges, road maps.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::Line;
use wsis_core::contract::Review;
use wsis_core::contract::passages::{Part, Passage, Passages};
use wsis_messages::Messages;
use wsis_page::texts;
use wsis_state::Dataset;
use wsis_state::Explorer;

use crate::content::evidence::evidence;
use crate::content::language::text_lang;
use crate::details::marked::marked_by_search;
use crate::ui::any_view::view;
use crate::ui::loading::Placeholder;
use crate::ui::loading::when_loaded;

/// Passages of a line. Where the report lists no challenges for it, the common ones stand.
#[component]
pub(crate) fn PassagesOfLine(
    /// Texts and names are taken from here.
    dataset: Arc<Dataset>,
    /// The line.
    line: Line,
    /// The parts that are shown, in order.
    parts: &'static [Part],
) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let waiting = Placeholder { label: messages.profile_loading(), bars: 3 };
    let texts = dataset.clone();
    when_loaded(explorer.data.passages, dataset, waiting, move |all: Arc<Passages>| {
        let sections: Vec<_> =
            parts.iter().map(|part| section(&texts, messages, &all.passages, line, *part)).collect();
        view! {
            {sections}
            <p class="fine">{messages.passage_words(texts::review_text(messages, least_reviewed(&all.passages)))}</p>
        }
    })
}

fn section(
    dataset: &Dataset,
    messages: Messages,
    passages: &[Passage],
    line: Line,
    part: Part,
) -> Option<AnyView> {
    let of = |line: Option<Line>| -> Vec<&Passage> {
        passages.iter().filter(|passage| passage.line == line && passage.part == part).collect()
    };
    let mut found = of(Some(line));
    let common = found.is_empty() && part == Part::Challenge;
    if common {
        found = of(None);
    }
    let items = found
        .iter()
        .map(|passage| {
            view! {
                <li>
                    <p lang=text_lang(dataset, passage.language)>
                        {marked_by_search(Explorer::get(), passage.text.clone())}
                    </p>
                    <p class="fine">{evidence(dataset, messages.passage_basis(), &passage.basis)}</p>
                </li>
            }
        })
        .collect_view();
    (!found.is_empty()).then(|| {
        view! {
            <section class="passages" data-part=part.id()>
                <h3>{texts::passage_part_name(messages, part)}</h3>
                {common.then(|| view! { <p class="fine">{messages.passage_common()}</p> })}
                <ul>{items}</ul>
            </section>
        }
    })
}

/// How far all of the texts have been checked: as far as the least checked of them.
fn least_reviewed(passages: &[Passage]) -> Review {
    let has = |review| passages.iter().any(|passage| passage.review == review);
    [Review::Machine, Review::Written].into_iter().find(|review| has(*review)).unwrap_or(Review::Reviewed)
}
