//! The events of a section on the axis of years that all pages share.

use leptos::prelude::*;
use wsis_core::contract::lenses::{LensItem, LensSection};
use wsis_core::language::Direction;
use wsis_page::picture::chart::{TimelineEvent, draw_timeline};
use wsis_state::Explorer;

use super::items::years;
use crate::content::chart_view::chart_view;

/// The years of the process, from its proposal to the review: the axis of every timeline.
const AXIS: std::ops::RangeInclusive<u16> = 1998..=2025;

/// The timeline of a section.
pub(super) fn timeline(explorer: Explorer, section: &LensSection) -> AnyView {
    let messages = explorer.messages();
    let mut events: Vec<TimelineEvent> = section
        .items
        .iter()
        .flat_map(|item| item.years.iter().map(move |span| (item, *span)))
        .filter(|(_, span)| AXIS.contains(&span.from) && AXIS.contains(&span.to))
        .map(|(item, span)| TimelineEvent { from: span.from, to: span.to, text: event_text(explorer, item) })
        .collect();
    events.sort_by_key(|event| event.from);
    let is_mirrored = explorer.language().direction() == Direction::RightToLeft;
    let label = format!("{}. {}", section.title, messages.lens_timeline_keys());
    chart_view(draw_timeline(&events, &AXIS, is_mirrored), label, is_mirrored)
}

fn event_text(explorer: Explorer, item: &LensItem) -> String {
    let messages = explorer.messages();
    format!("{}{}{}", years(messages, item), messages.site_colon(), item.title)
}
