//! The offline service: asks the service worker for the status of the offline copy, and removes the copy.
//!
//! The service worker stores and reads files; this only sends it messages. The boot script registers it.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wsis_core::Language;
use wsis_platform::{history, json, timer};
use wsis_state::offline::{Availability, OfflineCopy, OfflineStatus};
use wsis_state::{Dataset, Explorer};

use crate::offline::service_worker;
use crate::offline::worker_protocol::{MissingFile, StaleReport, message};

/// The interval between status requests during a first visit, in milliseconds.
const POLL_INTERVAL: u32 = 500;

/// The most status requests.
const MAX_POLLS: u32 = 60;

/// The most status requests while there is no service worker.
const MAX_POLLS_WITHOUT_WORKER: u32 = 12;

/// The progress of completing the offline copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Precache {
    /// Not started.
    Idle,
    /// Loading files.
    Loading {
        /// Files that were loaded or have failed.
        done: u32,
        /// All files.
        all: u32,
    },
    /// Reading all files back.
    Verifying,
    /// The reader cancelled it.
    Cancelled,
    /// Every file is in the copy.
    Complete {
        /// The number of files that were read back.
        files: u32,
        /// The reader's date, ISO 8601.
        day: String,
    },
    /// Some files are missing.
    Incomplete(Vec<MissingFile>),
}

/// The service, one for the whole app. Cheap to copy: every field is a handle.
#[derive(Clone, Copy)]
pub(crate) struct OfflineService {
    /// The status, which other rooms read.
    pub(crate) status: OfflineStatus,
    /// The languages to complete.
    pub(crate) languages: RwSignal<Vec<Language>>,
    /// The progress of completing the copy.
    pub(crate) precache: RwSignal<Precache>,
    /// Whether the browser promised not to evict the copy; `None` until it has answered.
    pub(crate) is_persistent: RwSignal<Option<bool>>,
    /// Used and allowed storage, in MB.
    pub(crate) storage: RwSignal<Option<(u32, u32)>>,
    /// Whether a newer version of the page waits.
    pub(crate) has_newer_version: RwSignal<bool>,
    /// Whether the copy was removed.
    pub(crate) is_removed: RwSignal<bool>,
}

impl OfflineService {
    /// The service of the app. It outlives the views that show it, so that precaching goes on without them.
    pub(crate) fn get() -> Self {
        thread_local! {
            static SERVICE: OfflineService = {
                let status = Explorer::get().offline;
                let new = || OfflineService::new(status);
                let service = outermost_owner().map_or_else(new, |owner| owner.with(new));
                service.start();
                service
            };
        }
        SERVICE.with(|service| *service)
    }

    fn new(status: OfflineStatus) -> Self {
        Self {
            status,
            languages: RwSignal::new(Vec::new()),
            precache: RwSignal::new(Precache::Idle),
            is_persistent: RwSignal::new(None),
            storage: RwSignal::new(None),
            has_newer_version: RwSignal::new(false),
            is_removed: RwSignal::new(false),
        }
    }

    fn start(self) {
        if history::query().contains("sw=off") {
            spawn_local(async move {
                service_worker::remove_everything().await;
                self.status.availability.set(Availability::Off);
                self.is_removed.set(true);
            });
            return;
        }
        service_worker::on_message(move |text| {
            if let Ok(report) = json::parse::<StaleReport>(&text) {
                self.status.stale_date.set(Some(report.kept).filter(|day| !day.is_empty()));
            }
        });
        spawn_local(async move {
            if let Some(registration) = service_worker::registration().await {
                service_worker::on_newer_version(registration, move || self.has_newer_version.set(true));
            }
        });
    }

    /// Requests the status for a dataset.
    pub(crate) fn refresh(self, dataset: Arc<Dataset>) {
        spawn_local(async move {
            // During a first visit the copy is being made.
            for poll in 0..MAX_POLLS {
                self.refresh_once(&dataset).await;
                match self.status.availability.get_untracked() {
                    Availability::Installing => {}
                    // On a slow network the service worker itself is still loading.
                    Availability::Off
                        if poll < MAX_POLLS_WITHOUT_WORKER && service_worker::is_supported() =>
                    {
                        self.status.availability.set(Availability::Unknown);
                    }
                    _ => break,
                }
                timer::wait(POLL_INTERVAL).await;
            }
        });
    }

    async fn refresh_once(self, dataset: &Dataset) {
        let known = service_worker::registration().await;
        let known =
            known.filter(|known| service_worker::is_active(known) || service_worker::is_installing(known));
        let Some(registration) = known else {
            self.status.availability.set(Availability::Off);
            return;
        };
        if !service_worker::is_active(&registration) {
            self.status.availability.set(Availability::Installing);
            service_worker::wait_until_active().await;
        }
        let request = message("state", &[("base", dataset.snapshot.base())]);
        let answer = service_worker::send(request).await;
        if let Some(copy) = answer.and_then(|answer| json::parse::<OfflineCopy>(&answer).ok()) {
            self.is_removed.set(false);
            let is_empty = copy.made.is_empty();
            self.status.availability.set(if is_empty {
                Availability::Installing
            } else {
                Availability::Ready
            });
            if !copy.stale.is_empty() {
                self.status.stale_date.set(Some(copy.stale.clone()));
            }
            self.status.copy.set(Some(copy));
        }
        self.storage.set(service_worker::storage_estimate().await);
    }

    /// Removes the copy.
    pub(crate) fn remove(self) {
        spawn_local(async move {
            service_worker::send(message("remove", &[])).await;
            service_worker::remove_everything().await;
            self.precache.set(Precache::Idle);
            self.status.copy.set(None);
            self.status.availability.set(Availability::Off);
            self.is_removed.set(true);
            self.storage.set(service_worker::storage_estimate().await);
        });
    }

    /// Whether a newer version may be offered: not during a presentation. Tracked.
    pub(crate) fn may_offer_newer_version(explorer: Explorer) -> bool {
        explorer.navigation.view.with(|view| !view.on_stage())
    }

    /// Loads the newer version; the reader agreed.
    pub(crate) fn load_newer_version(self) {
        spawn_local(service_worker::load_newer_version());
    }

    /// Whether a language is chosen. Tracked.
    pub(crate) fn is_chosen(self, language: Language) -> bool {
        self.languages.with(|chosen| chosen.contains(&language))
    }

    /// Chooses a language to complete, or not.
    pub(crate) fn choose(self, language: Language, wanted: bool) {
        self.languages.update(|chosen| {
            chosen.retain(|known| *known != language);
            if wanted {
                chosen.push(language);
            }
        });
    }
}

/// The reactive owner of the whole app.
fn outermost_owner() -> Option<Owner> {
    let mut owner = Owner::current()?;
    while let Some(parent) = owner.parent() {
        owner = parent;
    }
    Some(owner)
}
