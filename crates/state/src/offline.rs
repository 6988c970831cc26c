//! Status of the offline copy on this device. The service worker reports it; views read it.

use reactive_graph::signal::RwSignal;
use serde::Deserialize;
use wsis_core::Language;

/// Whether a service worker keeps a copy of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Availability {
    /// Not known yet.
    Unknown,
    /// The browser has no service worker for this page, or it is turned off.
    Off,
    /// The first service worker is being installed.
    Installing,
    /// A service worker is active.
    Ready,
}

/// The copy of a snapshot on this device. Dates are ISO 8601.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct OfflineCopy {
    /// The date of the data that are shown without a network; empty if there are none.
    pub made: String,
    /// The languages that are complete.
    pub languages: Vec<Language>,
    /// The number of cached pages of cells.
    pub cells: u32,
    /// The date on which a complete copy was verified; empty if it never was.
    pub proved: String,
    /// The snapshot that was verified.
    #[serde(rename = "provedSnapshot")]
    pub proved_snapshot: String,
    /// The date of the cached data that this page had to use; empty if the network had newer ones.
    pub stale: String,
}

/// The status of the offline copy.
#[derive(Clone, Copy)]
pub struct OfflineStatus {
    /// Whether a service worker keeps a copy.
    pub availability: RwSignal<Availability>,
    /// The copy, once the service worker has reported it.
    pub copy: RwSignal<Option<OfflineCopy>>,
    /// The date of the cached data on screen, where the network had none.
    pub stale_date: RwSignal<Option<String>>,
}

impl Default for OfflineStatus {
    fn default() -> Self {
        Self {
            availability: RwSignal::new(Availability::Unknown),
            copy: RwSignal::new(None),
            stale_date: RwSignal::new(None),
        }
    }
}
