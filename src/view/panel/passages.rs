//! What is said of a line: what it covers, ITU's part in it, figures, an example, what stands in its way, road maps.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::Line;
use wsis_core::contract::Review;
use wsis_core::contract::passages::{Part, Passage, Passages};
use wsis_messages::Messages;

use super::basis::basis_of;
use super::rationale::{review_text, text_language};
use crate::state::{Explorer, Site};
use crate::view::any::view;
use crate::view::failure::{Waiting, from_kept};

/// The passages of a line. Where the report lists no challenges for it, the common ones stand.
#[component]
pub(super) fn PassagesOfLine(site: Arc<Site>, line: Line) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let waiting = Waiting { label: messages.profile_loading(), bars: 3 };
    let texts = site.clone();
    from_kept(explorer.passages, site, waiting, move |all: Arc<Passages>| {
        let sections: Vec<_> =
            Part::ALL.into_iter().map(|part| section(&texts, messages, &all.passages, line, part)).collect();
        view! {
            {sections}
            <p class="fine">{messages.passage_words(review_text(messages, least_reviewed(&all.passages)))}</p>
        }
    })
}

fn section(site: &Site, messages: Messages, passages: &[Passage], line: Line, part: Part) -> Option<AnyView> {
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
                    <p lang=text_language(site, passage.language)>{passage.text.clone()}</p>
                    <p class="fine">{basis_of(messages.passage_basis(), &passage.basis)}</p>
                </li>
            }
        })
        .collect_view();
    (!found.is_empty()).then(|| {
        view! {
            <section class="passages" data-part=part.id()>
                <h3>{part_name(messages, part)}</h3>
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

/// What a part is called.
pub(in crate::view) fn part_name(messages: Messages, part: Part) -> &'static str {
    match part {
        Part::Covers => messages.passage_covers(),
        Part::Role => messages.passage_role(),
        Part::Figure => messages.passage_figure(),
        Part::Story => messages.passage_story(),
        Part::Challenge => messages.passage_challenge(),
        Part::RoadMap => messages.passage_road_map(),
    }
}
