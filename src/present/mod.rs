//! A talk that is being given: which steps it has, where it stands, and how the windows of a talk agree on that.
//!
//! [`Running`] is what stage and speaker view draw. A key, a finger or a button becomes an act of the core's
//! [`wsis_core::talk`]; what comes of it goes to the address and to the other window. Depends on `state`, `api`, `dom` and
//! the core; draws nothing.

mod clock;
mod companion;
mod input;
pub(crate) mod own;
mod script;

use std::num::NonZeroU16;
use std::sync::Arc;

use leptos::prelude::*;
use web_sys::Event;
use wsis_core::address::{Presenting, View, encode};
use wsis_core::talk::{Act, Cover, Talk, Wish};
use wsis_core::tour::Step;

use crate::dom::listener::WindowListener;
use crate::dom::stage;
use crate::state::{Explorer, Site};
pub(crate) use clock::{Clock, clock_text};
use companion::Companion;
pub(crate) use input::letters_count;
pub(crate) use script::{Script, ScriptFailure, Second, load_second};

/// How long a screen that nobody stands beside waits after someone touched it, in milliseconds.
const IDLE: u64 = 60_000;

/// The talk that is being given in this window.
#[derive(Clone, Copy)]
pub(crate) struct Running {
    /// The state of the app, for what happens outside of any view.
    pub(crate) explorer: Explorer,
    /// Where it stands.
    pub(crate) talk: RwSignal<Talk>,
    /// What it shows.
    pub(crate) script: Script,
    /// How much of its time has passed.
    pub(crate) clock: Clock,
    /// What the last key was, for the check before a talk.
    pub(crate) last_key: RwSignal<String>,
    /// Whether the other window answers.
    pub(crate) accompanied: RwSignal<bool>,
    /// Whether the browser refused to open it.
    pub(crate) refused: RwSignal<bool>,
    companion: StoredValue<Option<Companion>, LocalStorage>,
    /// Until when a kiosk waits, in milliseconds since 1970.
    waits_until: StoredValue<u64>,
}

impl Running {
    /// Begins the talk that the address asks for; it belongs to the view that is being drawn, and ends with it.
    pub(crate) fn start(explorer: Explorer, site: &Arc<Site>) -> Self {
        let step =
            explorer.view.with_untracked(|view| view.step).map_or(0, |step| usize::from(step.get()) - 1);
        let talk = Talk {
            cover: explorer.cover.try_update_value(std::mem::take).unwrap_or_default(),
            auto: explorer.view.with_untracked(|view| view.presenting) == Presenting::Kiosk,
            // How many there are is not known yet: the step is kept until then.
            step,
            ..Talk::default()
        };
        let running = Self {
            explorer,
            talk: RwSignal::new(talk),
            script: Script::new(explorer, site),
            clock: Clock::start(),
            last_key: RwSignal::new(String::new()),
            accompanied: RwSignal::new(false),
            refused: RwSignal::new(false),
            companion: StoredValue::new_local(None),
            waits_until: StoredValue::new(0),
        };
        running.follow_script();
        running.follow_step();
        input::follow(running);
        running.companion.set_value(Companion::start(running));
        WindowListener::new("pagehide", move |_: Event| running.say_goodbye()).keep();
        on_cleanup(move || running.say_goodbye());
        running.follow_clock();
        stage::keep_awake();
        running
    }

    /// Whether it goes round by itself with nobody beside it.
    pub(crate) fn is_kiosk(&self) -> bool {
        self.explorer.view.with_untracked(|view| view.presenting) == Presenting::Kiosk
    }

    /// The step that is shown, once there is one. Tracks it.
    pub(crate) fn step(&self) -> Option<Arc<Step>> {
        let at = self.talk.with(|talk| talk.step);
        self.script.step(at)
    }

    /// Does what a person asks, here and in the other window.
    pub(crate) fn act(&self, act: Act) {
        let before = self.talk.get_untracked();
        let mut after = before;
        let wish = match act {
            // A screen that nobody stands beside has no end.
            Act::Next if self.is_kiosk() && before.cover == Cover::None => {
                after.turn();
                Wish::Nothing
            }
            act => after.act(act),
        };
        self.waits_until.set_value(self.clock.now.get_untracked() + IDLE);
        if act == Act::Start {
            self.clock.restart();
        }
        if after != before {
            self.talk.set(after);
            self.tell();
        }
        match wish {
            Wish::Nothing => {}
            Wish::FullScreen => stage::toggle_full_screen(),
            Wish::Speaker => self.open_speaker(),
            Wish::Leave => self.leave(),
        }
    }

    /// Leaves the stage for what is shown on it.
    pub(crate) fn leave(&self) {
        stage::leave_full_screen();
        let shown = untrack(|| self.step()).map(|step| step.view.clone()).unwrap_or_default();
        self.explorer.leave_stage(shown);
    }

    /// Opens the window with the notes, or points at the one that is open.
    fn open_speaker(&self) {
        let view = self.explorer.view.get_untracked();
        let speaker = View { presenting: Presenting::Speaker, ..view };
        self.refused.set(!stage::open_companion(&format!("?{}", encode(&speaker))));
    }

    /// Tells the other window where the talk stands.
    fn tell(&self) {
        let (talk, clock) = (self.talk.get_untracked(), self.clock.started.get_untracked());
        self.companion.with_value(|companion| {
            if let Some(companion) = companion {
                companion.tell(&talk, clock);
            }
        });
    }

    fn say_goodbye(&self) {
        let _ = self.companion.try_with_value(|companion| companion.as_ref().map(Companion::say_goodbye));
    }

    /// As many steps as the script has; more may come while it is shown.
    fn follow_script(self) {
        Effect::new(move || {
            let steps = self.script.len();
            if steps > 0 && self.talk.with_untracked(|talk| talk.steps) != steps {
                self.talk.update(|talk| {
                    talk.steps = steps;
                    talk.step = talk.step.min(steps - 1);
                });
            }
        });
    }

    /// The step stands in the address, so that a reload returns to it. A kiosk begins anew, and changes too often.
    fn follow_step(self) {
        let shown = Memo::new(move |_| self.talk.with(|talk| (talk.step, talk.steps)));
        Effect::new(move || {
            let (step, steps) = shown.get();
            self.clock.begin_step();
            if steps == 0 || self.is_kiosk() {
                return;
            }
            let number = u16::try_from(step + 1).ok().and_then(NonZeroU16::new).filter(|_| step > 0);
            self.explorer.show_step(number);
        });
    }

    /// Goes on by itself where it is asked to.
    fn follow_clock(self) {
        Effect::new(move || {
            let now = self.clock.now.get();
            let talk = self.talk.get_untracked();
            if !talk.auto || talk.cover != Cover::None || talk.steps == 0 {
                return;
            }
            let kiosk = self.is_kiosk();
            if kiosk && self.waits_until.get_value() > now {
                return;
            }
            if kiosk && self.waits_until.get_value() > 0 {
                // Whoever touched it has gone.
                self.waits_until.set_value(0);
                self.talk.update(|talk| _ = talk.act(Act::First));
                return;
            }
            let lasts = untrack(|| self.step()).map_or(0, |step| u64::from(step.lasts()) * 1000);
            if self.clock.in_step(now) < lasts {
                return;
            }
            if kiosk {
                self.talk.update(Talk::turn);
            } else if talk.step + 1 < talk.steps {
                self.talk.update(|talk| _ = talk.act(Act::Next));
                self.tell();
            } else {
                self.talk.update(|talk| talk.auto = false);
                self.tell();
            }
        });
    }

    /// How long the step still lasts, in seconds, where the talk goes on by itself. Tracks it.
    pub(crate) fn remains(&self) -> Option<u64> {
        let (auto, covered) = self.talk.with(|talk| (talk.auto, talk.cover != Cover::None));
        let lasts = u64::from(self.step()?.lasts());
        let passed = self.clock.in_step(self.clock.now.get()) / 1000;
        (auto && !covered).then(|| lasts.saturating_sub(passed))
    }
}
