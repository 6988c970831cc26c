//! The presentation session of this window: its slides, its state, its clock, and the sync with the other window.
//!
//! A key, a finger or a button becomes a command of [`wsis_core::presentation`]; the result goes to the address and to the other
//! window.

use std::num::NonZeroU16;
use std::sync::Arc;

use leptos::prelude::*;
use web_sys::Event;
use wsis_core::address::{Presenting, View, encode};
use wsis_core::presentation::{BrowserEffect, Command, Overlay, Presentation};
use wsis_core::tour::Step;
use wsis_platform::listener::WindowListener;
use wsis_state::effect::{effect, memo};
use wsis_state::{Dataset, Explorer};

use crate::lazy_views::OfflineSlots;
use crate::presentation::clock::Clock;
use crate::presentation::screen;
use crate::presentation::slides::Slides;
use crate::presentation::speaker_sync::{SpeakerSync, SyncMessage};

/// How long a kiosk waits after a touch, in milliseconds.
const KIOSK_IDLE: u64 = 60_000;

/// The session. Cheap to copy: every field is a handle.
#[derive(Clone, Copy)]
pub(crate) struct PresentationSession {
    /// The state of the app, for code outside of any view.
    pub(crate) explorer: Explorer,
    /// The state of the presentation.
    pub(crate) state: RwSignal<Presentation>,
    /// The slides.
    pub(crate) slides: Slides,
    /// Elapsed time.
    pub(crate) clock: Clock,
    /// The offline views, filled in by the app.
    pub(crate) offline: OfflineSlots,
    /// The last key of a clicker, for the preflight.
    pub(crate) last_key: RwSignal<String>,
    /// Whether the other window answers.
    pub(crate) has_other_window: RwSignal<bool>,
    /// Whether the browser blocked the other window.
    pub(crate) is_blocked: RwSignal<bool>,
    sync: StoredValue<Option<SpeakerSync>, LocalStorage>,
    /// Until when a kiosk waits, in milliseconds since 1970.
    waits_until: StoredValue<u64>,
}

impl PresentationSession {
    /// Starts the presentation of the address. It ends with the current reactive owner.
    pub(crate) fn start(explorer: Explorer, dataset: &Arc<Dataset>, offline: OfflineSlots) -> Self {
        let (step, mode) = explorer.navigation.view.with_untracked(|view| (view.step, view.presenting));
        let overlay = explorer.navigation.opening_overlay.try_update_value(std::mem::take);
        let state = Presentation {
            overlay: overlay.unwrap_or_default(),
            auto: mode == Presenting::Kiosk,
            // Kept until the number of steps is known.
            step: step.map_or(0, |step| usize::from(step.get()) - 1),
            ..Presentation::default()
        };
        let session = Self {
            explorer,
            state: RwSignal::new(state),
            slides: Slides::new(explorer, dataset),
            clock: Clock::start(),
            offline,
            last_key: RwSignal::new(String::new()),
            has_other_window: RwSignal::new(false),
            is_blocked: RwSignal::new(false),
            sync: StoredValue::new_local(None),
            waits_until: StoredValue::new(0),
        };
        session.sync_step_count();
        session.sync_address();
        session.sync.set_value(SpeakerSync::start(move |message| session.receive(message)));
        WindowListener::new("pagehide", move |_: Event| session.send_goodbye()).keep();
        on_cleanup(move || session.send_goodbye());
        session.advance_with_clock();
        screen::keep_awake();
        session
    }

    /// Whether it runs in a loop without a speaker.
    pub(crate) fn is_kiosk(&self) -> bool {
        self.explorer.navigation.view.with_untracked(|view| view.presenting) == Presenting::Kiosk
    }

    /// The current step, once there is one. Tracked.
    pub(crate) fn step(&self) -> Option<Arc<Step>> {
        let at = self.state.with(|state| state.step);
        self.slides.step(at)
    }

    /// Carries out a command, here and in the other window.
    pub(crate) fn apply(&self, command: Command) {
        let before = self.state.get_untracked();
        let mut after = before;
        let effect = match command {
            // A kiosk has no end.
            Command::Next if self.is_kiosk() && before.overlay == Overlay::None => {
                after.advance_in_loop();
                BrowserEffect::None
            }
            command => after.apply(command),
        };
        self.waits_until.set_value(self.clock.now.get_untracked() + KIOSK_IDLE);
        if command == Command::Start {
            self.clock.restart();
        }
        if after != before {
            self.state.set(after);
            self.send_state();
        }
        match effect {
            BrowserEffect::None => {}
            BrowserEffect::FullScreen => screen::toggle_full_screen(),
            BrowserEffect::Speaker => self.open_speaker_view(),
            BrowserEffect::Leave => self.leave(),
        }
    }

    /// Leaves the presentation for the view that it shows.
    pub(crate) fn leave(&self) {
        screen::leave_full_screen();
        let shown = untrack(|| self.step()).map(|step| step.view.clone()).unwrap_or_default();
        self.explorer.navigation.leave_presentation(shown);
    }

    fn open_speaker_view(&self) {
        let view = self.explorer.navigation.view.get_untracked();
        let speaker = View { presenting: Presenting::Speaker, ..view };
        self.is_blocked.set(!screen::open_speaker_window(&format!("?{}", encode(&speaker))));
    }

    fn send_state(&self) {
        let (state, started) = (self.state.get_untracked(), self.clock.started.get_untracked());
        self.sync.with_value(|sync| {
            if let Some(sync) = sync {
                sync.send_state(&state, started);
            }
        });
    }

    fn send_goodbye(&self) {
        let _ = self.sync.try_with_value(|sync| sync.as_ref().map(SpeakerSync::send_goodbye));
    }

    /// Handles a message of the other window. The session may be disposed already.
    fn receive(&self, message: SyncMessage) {
        let _ = self.has_other_window.try_set(message != SyncMessage::Goodbye);
        match message {
            SyncMessage::Goodbye => {}
            SyncMessage::Hello => self.send_state(),
            SyncMessage::State(received, started) => self.merge(received, started),
        }
    }

    fn merge(&self, received: Presentation, started: u64) {
        let known = self.state.get_untracked();
        // Each window knows the number of steps itself.
        let step = if known.steps > 0 { received.step.min(known.steps - 1) } else { received.step };
        self.clock.started.set(started);
        // An overlay of one window alone stays there.
        let is_own =
            known.overlay != Overlay::None && !known.overlay.is_shared() && received.overlay == Overlay::None;
        let overlay = if is_own { known.overlay } else { received.overlay };
        let state =
            Presentation { steps: known.steps, step, overlay, highlighted: known.highlighted, ..received };
        if state != known {
            self.state.set(state);
        }
    }

    /// Keeps the number of steps current; more may be loaded while one is shown.
    fn sync_step_count(self) {
        effect(move || {
            let steps = self.slides.len();
            if steps > 0 && self.state.with_untracked(|state| state.steps) != steps {
                self.state.update(|state| {
                    state.steps = steps;
                    state.step = state.step.min(steps - 1);
                });
            }
        });
    }

    /// Writes the step into the address, so that a reload returns to it. A kiosk starts again instead.
    fn sync_address(self) {
        let shown = memo(move || self.state.with(|state| (state.step, state.steps)));
        effect(move || {
            let (step, steps) = shown.get();
            self.clock.begin_step();
            if steps == 0 || self.is_kiosk() {
                return;
            }
            let number = u16::try_from(step + 1).ok().and_then(NonZeroU16::new).filter(|_| step > 0);
            self.explorer.navigation.set_step(number);
        });
    }

    /// Advances in autoplay and in a kiosk.
    fn advance_with_clock(self) {
        effect(move || {
            let now = self.clock.now.get();
            let state = self.state.get_untracked();
            if !state.auto || state.overlay != Overlay::None || state.steps == 0 {
                return;
            }
            let kiosk = self.is_kiosk();
            if kiosk && self.waits_until.get_value() > now {
                return;
            }
            if kiosk && self.waits_until.get_value() > 0 {
                // Whoever touched it has gone.
                self.waits_until.set_value(0);
                self.state.update(|state| _ = state.apply(Command::First));
                return;
            }
            let duration = untrack(|| self.step()).map_or(0, |step| u64::from(step.duration()) * 1000);
            if self.clock.in_step(now) >= duration {
                self.advance(kiosk, state);
            }
        });
    }

    fn advance(&self, kiosk: bool, state: Presentation) {
        if kiosk {
            self.state.update(Presentation::advance_in_loop);
            return;
        }
        self.state.update(|current| {
            if state.step + 1 < state.steps {
                let _ = current.apply(Command::Next);
            } else {
                current.auto = false;
            }
        });
        self.send_state();
    }

    /// The remaining time of the step in autoplay, in seconds. Tracked.
    pub(crate) fn remaining_seconds(&self) -> Option<u64> {
        let (auto, covered) = self.state.with(|state| (state.auto, state.overlay != Overlay::None));
        let duration = u64::from(self.step()?.duration());
        let passed = self.clock.in_step(self.clock.now.get()) / 1000;
        (auto && !covered).then(|| duration.saturating_sub(passed))
    }
}
