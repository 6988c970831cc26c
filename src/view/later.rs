//! The parts of the program that come later: what nobody sees before something is selected, looked for or cited; and what
//! is only for presenting.
//!
//! The build splits each off into a file of its own (`xtask split`): whatever only [`split::parts`] or
//! [`split::stage_parts`] reaches, and what both do into a third. The rest of the views knows them as [`Parts`] and
//! [`StageParts`] alone, and asks for them as for a file of the API: with a deadline, a word while they are on their way,
//! and a retry.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::EntryId;
use wsis_core::address::Panel;
use wsis_core::search::Entry;
use wsis_messages::Messages;

use super::failure::{Waiting, when_ready};
use super::search::Offer;
use crate::api::{Latest, Remote};
use crate::dom::page;
use crate::state::{Explorer, Site};

/// The ways into the part that comes later.
#[derive(Clone, Copy)]
pub(super) struct Parts {
    /// Draws what is selected.
    pub(super) selected: fn(Arc<Site>, Panel) -> AnyView,
    /// Draws a project in full.
    pub(super) project: fn(Arc<Site>, EntryId) -> AnyView,
    /// Draws the entry that is being prepared.
    pub(super) entry: fn(Arc<Site>) -> AnyView,
    /// Draws the fields of the filter.
    pub(super) filter_fields: fn(Arc<Site>) -> AnyView,
    /// Draws the fields of order and shades.
    pub(super) arrange_fields: fn() -> AnyView,
    /// Draws what is arranged otherwise than at first.
    pub(super) arranged: fn() -> AnyView,
    /// Puts the grid into the order that is asked for.
    pub(super) follow_order: fn(Explorer, &Site),
    /// Starts what is different in a page of others.
    pub(super) framed: fn(Explorer),
    /// Draws where sources differ.
    pub(super) conflicts: fn(Arc<Site>) -> AnyView,
    /// Draws what can be taken along.
    pub(super) take_away: fn(Arc<Site>) -> AnyView,
    /// Draws the citations of what is shown.
    pub(super) citations: fn(Arc<Site>) -> AnyView,
    /// Draws what the device keeps, and how to keep all of it.
    pub(super) offline: fn() -> AnyView,
    /// Draws what is to be said of it unasked.
    pub(super) offline_notes: fn() -> AnyView,
    /// Draws how the view is shown in other pages.
    pub(super) embedding: fn(Arc<Site>) -> AnyView,
    /// Everything that can be found, as far as it is loaded.
    pub(super) things: fn(Explorer) -> Vec<Entry>,
    /// What of it fits a text.
    pub(super) offered: fn(Messages, &[Entry], &str) -> Offer,
}

/// The ways into the part for presenting, which comes later still: few present.
#[derive(Clone, Copy)]
pub(super) struct StageParts {
    /// Draws the tours, and the making of one.
    pub(super) desk: fn(Arc<Site>) -> AnyView,
    /// Draws what is presented.
    pub(super) stage: fn(Arc<Site>) -> AnyView,
}

/// The split points.
mod split {
    #![allow(
        unsafe_code,
        reason = "the macro imports and exports the split function; nothing here is written so"
    )]

    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    use super::{Parts, StageParts};
    use crate::view::{arrange, conflicts, desk, filter_fields, finder, framed, offline, panel, stage};

    /// The part that comes later.
    ///
    /// # Errors
    /// It could not be loaded; the browser's console has the reason.
    #[wasm_split(later, fallible)]
    pub(super) fn parts() -> Result<Parts, SplitLoaderError> {
        Ok(Parts {
            selected: panel::selected,
            project: panel::project,
            entry: panel::entry,
            filter_fields: filter_fields::filter_fields,
            arrange_fields: arrange::arrange_fields,
            arranged: arrange::arranged,
            follow_order: arrange::follow_order,
            framed: framed::follow,
            conflicts: conflicts::conflicts,
            take_away: panel::take_away,
            citations: panel::citations,
            offline: offline::here,
            offline_notes: offline::notes,
            embedding: panel::embedding,
            things: finder::things,
            offered: finder::offered,
        })
    }

    /// The part for presenting.
    ///
    /// # Errors
    /// As [`parts`].
    #[wasm_split(stage, fallible)]
    pub(super) fn stage_parts() -> Result<StageParts, SplitLoaderError> {
        Ok(StageParts { desk: desk::desk, stage: stage::stage })
    }
}

/// The part that comes later, wherever it is on its way.
#[derive(Clone, Copy)]
pub(super) struct Later {
    explorer: Explorer,
    slot: Latest<Parts>,
    asked_for: StoredValue<bool>,
    stage_slot: Latest<StageParts>,
    stage_asked_for: StoredValue<bool>,
}

impl Later {
    /// Nothing asked for yet.
    pub(super) fn new(explorer: Explorer) -> Self {
        Self {
            explorer,
            slot: explorer.slot(),
            asked_for: StoredValue::new(false),
            stage_slot: explorer.slot(),
            stage_asked_for: StoredValue::new(false),
        }
    }

    /// The one of the app that the calling view belongs to.
    pub(super) fn get() -> Self {
        expect_context()
    }

    /// Loads it unless it has been, is being, or failed: a retry is a person's act.
    pub(super) fn need(self) {
        if !self.asked_for.get_value() {
            self.asked_for.set_value(true);
            page::need_style(&self.explorer.later_style());
            self.again();
        }
    }

    fn again(self) {
        self.slot.ask(|cancel| async move { cancel.in_time(split::parts()).await });
    }

    /// What the part for presenting draws, or that it is on its way, or why it did not come. Tracks it.
    pub(super) fn draw_stage(
        self,
        waiting: Waiting,
        draw: impl FnOnce(&StageParts) -> AnyView,
    ) -> Option<AnyView> {
        let again =
            move || self.stage_slot.ask(|cancel| async move { cancel.in_time(split::stage_parts()).await });
        if !self.stage_asked_for.get_value() {
            self.stage_asked_for.set_value(true);
            page::need_style(&self.explorer.later_style());
            page::need_style(&self.explorer.stage_style());
            again();
        }
        let retry = Callback::new(move |()| again());
        when_ready(self.stage_slot.remote(), waiting, retry, |parts| draw(&parts))
    }

    /// The part, once it is there. Tracks it.
    pub(super) fn ready(self) -> Option<Arc<Parts>> {
        match self.slot.remote() {
            Remote::Ready(parts) => Some(parts),
            _ => None,
        }
    }

    /// What a piece of it draws, and nothing as long as it is not there.
    pub(super) fn shows(self, piece: fn(&Parts) -> fn() -> AnyView) -> impl Fn() -> Option<AnyView> + Copy {
        move || self.ready().map(|parts| piece(&parts)())
    }

    /// What it draws, or that it is on its way, or why it did not come. Tracks it.
    pub(super) fn draw(self, waiting: Waiting, draw: impl FnOnce(&Parts) -> AnyView) -> Option<AnyView> {
        let retry = Callback::new(move |()| self.again());
        self.need();
        when_ready(self.slot.remote(), waiting, retry, |parts| draw(&parts))
    }
}
