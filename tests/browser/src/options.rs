//! The options of a browser.

use crate::engine_name::Engine;

/// The options of a browser.
#[derive(Clone, Debug)]
pub struct BrowserOptions {
    /// The engine.
    pub engine: Engine,
    /// Width and height of the page's area in CSS pixels; any size, also a phone's.
    pub viewport: (u32, u32),
    /// Whether the visitor prefers a dark scheme; false says light.
    pub dark: bool,
    /// Whether the visitor prefers reduced motion.
    pub reduced_motion: bool,
    /// Whether pages may run no scripts (the test's own still run, but no promises and timers in them).
    pub script_disabled: bool,
    /// The visitor's languages as a list with commas, the first preferred: `fr-CH,fr,en`.
    pub languages: String,
    /// Whether pages may register service workers. Without, a page meets every fault, also at a second load.
    /// `WSIS_SERVICE_WORKERS=1` allows them everywhere.
    pub allows_service_workers: bool,
}

impl Default for BrowserOptions {
    fn default() -> Self {
        Self {
            engine: Engine::Chromium,
            viewport: (1280, 800),
            dark: false,
            reduced_motion: false,
            script_disabled: false,
            languages: "en".to_owned(),
            allows_service_workers: std::env::var_os("WSIS_SERVICE_WORKERS").is_some(),
        }
    }
}
