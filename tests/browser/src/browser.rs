//! A browser for one test: its window, emulation and console. Depends on `session`, `idle`, `engine_name` and `options`.

use std::sync::Mutex;

use serde_json::{Value, json};
use thirtyfour::WebDriver;
use thirtyfour::error::WebDriverError;

use crate::engine_name::Engine;
use crate::error::Error;
use crate::idle;
use crate::options::BrowserOptions;
use crate::session::Session;

/// One entry of the browser's console.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsoleEntry {
    /// SEVERE, WARNING, INFO or DEBUG.
    pub level: String,
    /// Who speaks: `javascript` (uncaught errors), `console-api`, `network`, `security` (the CSP), ….
    pub source: String,
    /// Where and what.
    pub text: String,
}

impl ConsoleEntry {
    /// Whether a test that wants a clean console objects: anything severe, and every violation of the CSP.
    pub fn is_error(&self) -> bool {
        (self.level == "SEVERE" && !self.is_left_behind()) || self.is_violation()
    }

    /// Whether a chunk was still on its way when the page was left for another address: the loader of chunks says so
    /// as an error. A chunk that the server failed to give is reported by `network` as well.
    fn is_left_behind(&self) -> bool {
        self.source == "console-api"
            && self.text.contains("/split-")
            && ["Response body loading was aborted", "TypeError: Failed to fetch"]
                .iter()
                .any(|end| self.text.contains(end))
    }

    /// Whether it reports a violation of the content security policy.
    pub fn is_violation(&self) -> bool {
        self.source == "security" || self.text.contains("Content Security Policy")
    }
}

/// A browser for one test: a window of its own, in a process that later tests use too where that is safe.
///
/// Dropping it gives the process back, or ends it with its profile.
pub struct Browser {
    session: Option<Session>,
    driver: WebDriver,
    engine: Engine,
    /// The log of the driver is emptied when read: what was read is kept here.
    console: Mutex<Vec<ConsoleEntry>>,
    script_disabled: bool,
}

impl Browser {
    /// A browser with a fresh window: an idle one of the same kind, or a new one.
    pub async fn start(options: &BrowserOptions) -> Result<Self, Error> {
        let session = match idle::take(options) {
            Some(session) => match session.renew().await {
                Ok(()) => session,
                // It crashed or hangs: its process ends with it.
                Err(_) => Session::start(options).await?,
            },
            None => Session::start(options).await?,
        };
        let browser = Self {
            driver: session.driver.clone(),
            session: Some(session),
            engine: options.engine,
            console: Mutex::default(),
            script_disabled: options.script_disabled,
        };
        // The driver answered with a session, which says more than /status does.
        browser.resize(options.viewport).await?;
        if options.engine == Engine::Chromium {
            browser.prepare_chromium(options).await?;
            // Of the tests before.
            browser.clear_console().await?;
        }
        Ok(browser)
    }

    /// The settings for Chromium once it runs; the others get theirs before.
    async fn prepare_chromium(&self, options: &BrowserOptions) -> Result<(), Error> {
        let scheme = if options.dark { "dark" } else { "light" };
        let motion = if options.reduced_motion { "reduce" } else { "no-preference" };
        self.emulate_media("", &[("prefers-color-scheme", scheme), ("prefers-reduced-motion", motion)])
            .await?;
        if options.script_disabled {
            self.cdp("Emulation.setScriptExecutionDisabled", json!({"value": true})).await?;
        }
        if !options.allows_service_workers {
            let source = "delete Navigator.prototype.serviceWorker";
            self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": source})).await?;
        }
        Ok(())
    }

    /// The WebDriver session, for what the helpers do not offer.
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// The engine.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Whether the page's scripts are off.
    pub fn script_disabled(&self) -> bool {
        self.script_disabled
    }

    /// Sends a command of Chromium's `DevTools` protocol; no other engine has it.
    pub async fn cdp(&self, command: &str, parameters: Value) -> Result<Value, Error> {
        if self.engine != Engine::Chromium {
            return Err(Error::new(format!("{command}: {:?} cannot do this", self.engine)));
        }
        let answer = self.driver.cdp().send_raw(command, parameters).await;
        answer.map_err(|error| Error::new(format!("{command}: {error}")))
    }

    /// Gives the page's area another size, of the first window only. Engines other than Chromium have a smallest window.
    pub async fn resize(&self, (width, height): (u32, u32)) -> Result<(), Error> {
        if self.engine == Engine::Chromium {
            let metrics = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
            return self.cdp("Emulation.setDeviceMetricsOverride", metrics).await.map(drop);
        }
        let trouble = |error: WebDriverError| Error::new(format!("the window keeps its size: {error}"));
        // The window is as much larger as its edges are wide.
        let edges = "return [outerWidth - innerWidth, outerHeight - innerHeight]";
        self.driver.set_window_rect(0, 0, width, height).await.map_err(trouble)?;
        let edges = self.driver.execute(edges, vec![]).await.map_err(trouble)?;
        let (across, down): (u32, u32) = edges.convert().map_err(trouble)?;
        self.driver.set_window_rect(0, 0, width + across, height + down).await.map_err(trouble)
    }

    /// Empties the browser's own cache of answers, not what pages keep. The others have none where pages may keep themselves.
    pub async fn forget_answers(&self) -> Result<(), Error> {
        if self.engine != Engine::Chromium {
            return Ok(());
        }
        self.cdp("Network.clearBrowserCache", json!({})).await.map(drop)
    }

    /// Sets the medium (`print`, `screen` or empty for the real one) and media features such as `forced-colors`,
    /// `prefers-contrast`; it replaces what was emulated before, for the first window only.
    pub async fn emulate_media(&self, medium: &str, features: &[(&str, &str)]) -> Result<(), Error> {
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({"name": name, "value": value})).collect();
        self.cdp("Emulation.setEmulatedMedia", json!({"media": medium, "features": features})).await.map(drop)
    }

    /// The console since the start, of all pages and frames. Only Chromium tells it.
    pub async fn console(&self) -> Result<Vec<ConsoleEntry>, Error> {
        if self.engine != Engine::Chromium {
            return Ok(Vec::new());
        }
        let read = self.driver.browser_log().await;
        let fresh = read.map_err(|error| Error::new(format!("the console cannot be read: {error}")))?;
        let mut console = self.console.lock().unwrap();
        console.extend(fresh.into_iter().map(|entry| ConsoleEntry {
            level: entry.level,
            source: entry.source.unwrap_or_default(),
            text: entry.message,
        }));
        Ok(console.clone())
    }

    /// Empties the console.
    pub async fn clear_console(&self) -> Result<(), Error> {
        self.console().await?;
        self.console.lock().unwrap().clear();
        Ok(())
    }

    /// The last lines that the driver and the browser's processes wrote.
    pub fn process_output(&self) -> String {
        self.session.as_ref().map(Session::output).unwrap_or_default()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            idle::give_back(session);
        }
    }
}
