//! Elapsed time of a presentation and of its current step.

use leptos::prelude::*;
use wsis_platform::storage::{self, Scope};
use wsis_platform::timer::{Interval, now};
use wsis_state::effect::effect;
use wsis_state::navigation::PRESENTATION_STARTED;

/// The interval of the clock, in milliseconds.
const TICK: i32 = 250;

/// The clock of a presentation. Times are milliseconds since 1970.
#[derive(Clone, Copy)]
pub(crate) struct Clock {
    /// The current time, updated four times a second.
    pub(crate) now: RwSignal<u64>,
    /// When the presentation started.
    pub(crate) started: RwSignal<u64>,
    step_began: RwSignal<u64>,
}

impl Clock {
    /// Starts the clock; it stops with the current reactive owner.
    pub(crate) fn start() -> Self {
        let began = now();
        // A reload, or another language, does not restart the presentation.
        let stored = storage::get(Scope::Window, PRESENTATION_STARTED);
        let clock = Self {
            now: RwSignal::new(began),
            started: RwSignal::new(stored.and_then(|stored| stored.parse().ok()).unwrap_or(began)),
            step_began: RwSignal::new(began),
        };
        effect(move || {
            // Where it cannot be stored, a reload restarts the clock.
            storage::set(Scope::Window, PRESENTATION_STARTED, &clock.started.get().to_string());
        });
        let interval = StoredValue::new_local(Some(Interval::new(TICK, move || {
            // The owner may be disposed already.
            let _ = clock.now.try_set(now());
        })));
        on_cleanup(move || {
            interval.try_update_value(Option::take);
        });
        clock
    }

    /// Restarts the presentation's time.
    pub(crate) fn restart(&self) {
        self.started.set(now());
    }

    /// Restarts the step's time.
    pub(crate) fn begin_step(&self) {
        self.step_began.set(now());
    }

    /// The elapsed time of the step, in milliseconds.
    pub(crate) fn in_step(&self, now: u64) -> u64 {
        now.saturating_sub(self.step_began.get_untracked())
    }

    /// The elapsed time of the presentation, in whole seconds. Tracked.
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

#[cfg(test)]
mod tests {
    use super::clock_text;

    #[test]
    fn seconds_have_two_digits() {
        assert_eq!([0, 65, 600].map(clock_text), ["0:00", "1:05", "10:00"]);
    }
}
