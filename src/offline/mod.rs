//! What the device keeps of this page: whether it does, how much, making all of it ready, proving that, removing it.
//!
//! The worker keeps and looks; here it is asked. Part of what comes later, but for the boot script that starts the worker.
//! May use `state`, `api`, `dom` and the core.

pub(crate) mod making;
mod told;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wsis_core::Language;
use wsis_core::failure::Failure;

use crate::dom::{history, json, page, timer, worker};
use crate::state::{Explorer, Site};
pub(crate) use told::State;
use told::{Age, question};

/// How often is looked again while the first visit is being kept, in milliseconds.
const LOOK_AGAIN: u32 = 500;

/// How many times.
const LOOKS: u32 = 60;

/// How many times where no worker is seen.
const PATIENCE: u32 = 12;

/// Whether a worker keeps the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Not known yet.
    Unknown,
    /// The browser has none, or is not to.
    Off,
    /// The first one is on its way.
    Coming,
    /// It does.
    Ready,
}

/// What making ready has come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Making {
    /// Nothing was asked for.
    Idle,
    /// So many of all files have been asked for.
    Loading {
        /// How many have come, or have not.
        done: u32,
        /// How many there are.
        all: u32,
    },
    /// All of it is being read back.
    Checking,
    /// The reader has called it off.
    Cancelled,
    /// Everything is there: so many files, on that day.
    Complete {
        /// How many were read back.
        files: u32,
        /// The reader's day.
        day: String,
    },
    /// Not everything is.
    Missing(Vec<Missing>),
}

/// A file that could not be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Missing {
    /// Its path.
    pub(crate) file: String,
    /// Why.
    pub(crate) why: Why,
}

/// Why a file is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Why {
    /// It could not be had.
    Failure(Failure),
    /// There was no room for it.
    NoRoom,
    /// It was had and is not there.
    NotThere,
}

/// What is known of it: one for the whole app. Cheap to copy: every field is a handle.
#[derive(Clone, Copy)]
pub(crate) struct Offline {
    /// Whether a worker keeps the page.
    pub(crate) standing: RwSignal<Standing>,
    /// What it keeps, once it has been asked.
    pub(crate) state: RwSignal<Option<State>>,
    /// The languages to be made ready.
    pub(crate) chosen: RwSignal<Vec<Language>>,
    /// What making ready has come to.
    pub(crate) making: RwSignal<Making>,
    /// What the browser said when it was asked to keep it all.
    pub(crate) promised: RwSignal<Option<bool>>,
    /// How much room is taken up and how much may be, in MB.
    pub(crate) room: RwSignal<Option<(u32, u32)>>,
    /// The day of the kept data that had to do, where the network had none.
    pub(crate) stale: RwSignal<Option<String>>,
    /// Whether a newer version waits.
    pub(crate) newer: RwSignal<bool>,
    /// Whether everything was removed.
    pub(crate) removed: RwSignal<bool>,
}

impl Offline {
    /// The one of the app. It outlives the views that show it, so that what is being made ready goes on without them.
    pub(crate) fn get() -> Self {
        thread_local! {
            static KNOWN: Offline = {
                let offline = outermost_owner().map_or_else(Offline::new, |owner| owner.with(Offline::new));
                offline.start();
                offline
            };
        }
        KNOWN.with(|offline| *offline)
    }

    fn new() -> Self {
        Self {
            standing: RwSignal::new(Standing::Unknown),
            state: RwSignal::new(None),
            chosen: RwSignal::new(Vec::new()),
            making: RwSignal::new(Making::Idle),
            promised: RwSignal::new(None),
            room: RwSignal::new(None),
            stale: RwSignal::new(None),
            newer: RwSignal::new(false),
            removed: RwSignal::new(false),
        }
    }

    fn start(self) {
        if history::query().contains("sw=off") {
            spawn_local(async move {
                worker::remove_everything().await;
                self.standing.set(Standing::Off);
                self.removed.set(true);
            });
            return;
        }
        worker::hear(move |said| {
            if let Ok(age) = json::parse::<Age>(&said) {
                self.stale.set(Some(age.kept).filter(|day| !day.is_empty()));
            }
        });
        spawn_local(async move {
            if let Some(registration) = worker::registration().await {
                worker::when_newer_waits(registration, move || self.newer.set(true));
            }
        });
    }

    /// Asks the worker what it keeps of what is looked at.
    pub(crate) fn look(self, site: Arc<Site>) {
        spawn_local(async move {
            // A first visit is being kept while the reader looks.
            for at in 0..LOOKS {
                self.look_now(&site).await;
                match self.standing.get_untracked() {
                    Standing::Coming => {}
                    // On a slow network the worker itself is still on its way.
                    Standing::Off if at < PATIENCE && worker::can_be() => {
                        self.standing.set(Standing::Unknown)
                    }
                    _ => break,
                }
                timer::pause(LOOK_AGAIN).await;
            }
        });
    }

    async fn look_now(self, site: &Site) {
        let known = worker::registration().await;
        let known = known.filter(|known| worker::is_at_work(known) || worker::is_coming(known));
        let Some(registration) = known else {
            self.standing.set(Standing::Off);
            return;
        };
        if !worker::is_at_work(&registration) {
            self.standing.set(Standing::Coming);
            worker::ready().await;
        }
        let asked = question("state", &[("base", site.snapshot.base())]);
        let answer = worker::ask(asked).await.and_then(|told| json::parse::<State>(&told).ok());
        if let Some(state) = answer {
            self.removed.set(false);
            self.standing.set(if state.made.is_empty() { Standing::Coming } else { Standing::Ready });
            if !state.stale.is_empty() {
                self.stale.set(Some(state.stale.clone()));
            }
            self.state.set(Some(state));
        }
        self.room.set(worker::room().await);
    }

    /// Takes everything away that is kept.
    pub(crate) fn remove(self) {
        spawn_local(async move {
            worker::ask(question("remove", &[])).await;
            worker::remove_everything().await;
            self.making.set(Making::Idle);
            self.state.set(None);
            self.standing.set(Standing::Off);
            self.removed.set(true);
            self.room.set(worker::room().await);
        });
    }

    /// Whether a newer version may be spoken of: not while something is presented. Tracks the view.
    pub(crate) fn may_offer(explorer: Explorer) -> bool {
        explorer.view.with(|view| !view.on_stage())
    }

    /// Loads the version that waits; the reader agreed.
    pub(crate) fn load_newer(self) {
        spawn_local(worker::load_newer());
    }

    /// Whether a language is to be made ready; the one that is read is, until the reader says otherwise. Tracks it.
    pub(crate) fn is_chosen(self, language: Language) -> bool {
        self.chosen.with(|chosen| chosen.contains(&language))
    }

    /// Chooses a language, or does not.
    pub(crate) fn choose(self, language: Language, wanted: bool) {
        self.chosen.update(|chosen| {
            chosen.retain(|known| *known != language);
            if wanted {
                chosen.push(language);
            }
        });
    }
}

/// The owner of the whole app.
fn outermost_owner() -> Option<Owner> {
    let mut owner = Owner::current()?;
    while let Some(parent) = owner.parent() {
        owner = parent;
    }
    Some(owner)
}

/// The reader's day.
fn today() -> String {
    page::today()
}
