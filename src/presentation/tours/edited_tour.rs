//! The custom tour while it is edited, stored in this window after each change.

use leptos::prelude::*;
use wsis_core::tour::{DroppedParameter, Step, Tour};
use wsis_messages::Messages;

use crate::presentation::custom_tour;
use crate::presentation::custom_tour::TourFileError;
use crate::presentation::errors::tour_error_text;

/// The custom tour and the message about it. Cheap to copy: every field is a handle.
#[derive(Clone, Copy)]
pub(super) struct TourEditor {
    /// The tour.
    pub(super) tour: RwSignal<Tour>,
    /// The latest message for the reader.
    pub(super) status: RwSignal<String>,
    /// Changes when steps are added, removed or moved. Only then are the fields drawn again, so that the one in use
    /// keeps the focus.
    pub(super) drawn: RwSignal<u32>,
}

impl TourEditor {
    /// Replaces the tour by one that was read. A file that cannot be read changes nothing.
    pub(super) fn replace(
        self,
        messages: Messages,
        read: Result<(Tour, Vec<DroppedParameter>), TourFileError>,
    ) {
        match read {
            Ok((tour, dropped)) => {
                self.status.set(dropped_text(messages, &dropped));
                self.change(messages, true, |kept| *kept = tour);
            }
            Err(why) => self.status.set(tour_error_text(messages, &why)),
        }
    }

    /// Changes the tour and stores it; `redraw` where steps are added, removed or moved.
    pub(super) fn change(self, messages: Messages, redraw: bool, edit: impl FnOnce(&mut Tour)) {
        self.tour.update(edit);
        if !self.tour.with_untracked(custom_tour::keep) {
            self.status.set(messages.tour_not_kept().to_owned());
        }
        if redraw {
            self.drawn.update(|drawn| *drawn += 1);
        }
    }

    /// Changes one step.
    pub(super) fn change_step(self, messages: Messages, at: usize, edit: impl FnOnce(&mut Step)) {
        self.change(messages, false, |tour| {
            if let Some(step) = tour.steps.get_mut(at) {
                edit(step);
            }
        });
    }
}

/// The values of a file that do not exist, a sentence each.
fn dropped_text(messages: Messages, dropped: &[DroppedParameter]) -> String {
    let each = dropped
        .iter()
        .map(|one| messages.tour_dropped(&one.step.to_string(), one.value.name, &one.value.value));
    each.collect::<Vec<_>>().join(" ")
}
