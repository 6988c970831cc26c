//! The time of a talk: how long it has been going on, and how long its step.

use leptos::prelude::*;

use crate::dom::storage;
use crate::dom::timer::{Every, now};

/// How often a clock ticks, in milliseconds.
const TICK: i32 = 250;

/// The clock of a talk. Times are milliseconds since 1970.
#[derive(Clone, Copy)]
pub(crate) struct Clock {
    /// The time, four times a second.
    pub(crate) now: RwSignal<u64>,
    /// When the talk began.
    pub(crate) started: RwSignal<u64>,
    step_began: RwSignal<u64>,
}

impl Clock {
    /// Starts; it ticks as long as the view that is being drawn.
    pub(crate) fn start() -> Self {
        let began = now();
        // A reload, or another language, does not begin the talk again.
        let started =
            storage::of_window(storage::TALK_STARTED).and_then(|kept| kept.parse().ok()).unwrap_or(began);
        let clock = Self {
            now: RwSignal::new(began),
            started: RwSignal::new(started),
            step_began: RwSignal::new(began),
        };
        Effect::new(move || {
            // Where it cannot be kept, a reload begins it again.
            let _ = storage::keep_for_window(storage::TALK_STARTED, &clock.started.get().to_string());
        });
        let ticking = StoredValue::new_local(Some(Every::new(TICK, move || {
            // The view may be going.
            let _ = clock.now.try_set(now());
        })));
        on_cleanup(move || {
            ticking.try_update_value(Option::take);
        });
        clock
    }

    /// Begins again.
    pub(super) fn restart(&self) {
        self.started.set(now());
    }

    /// Another step is shown.
    pub(super) fn begin_step(&self) {
        self.step_began.set(now());
    }

    /// How long the step has been shown, in milliseconds.
    pub(super) fn in_step(&self, now: u64) -> u64 {
        now.saturating_sub(self.step_began.get_untracked())
    }

    /// How long the talk has been going on, in whole seconds. Tracks it.
    pub(crate) fn elapsed(&self) -> u64 {
        self.now.get().saturating_sub(self.started.get()) / 1000
    }
}

/// Seconds as minutes and seconds, such as `4:05`.
pub(crate) fn clock_text(seconds: u64) -> String {
    let rest = seconds % 60;
    let zero = if rest < 10 { "0" } else { "" };
    format!("{}:{zero}{rest}", seconds / 60)
}
