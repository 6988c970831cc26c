//! One browser of its own: a driver process, a session with a fresh profile, its console. Depends on `engine`, `keeper` and `wire`.

use std::sync::Mutex;

use serde_json::{Value, json};
use thirtyfour::WebDriver;
use thirtyfour::error::WebDriverError;

use crate::engine::Engine;
use crate::keeper::Keeper;
use crate::trouble::Trouble;
use crate::wire::Wire;

/// What the browser is like.
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
    /// Whether pages may keep themselves on the device. If not, the browser has no workers for that: what a test deals is
    /// then what the page meets, also at a second load. `WSIS_KEEPS=1` lets every page.
    pub keeps: bool,
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
            keeps: std::env::var_os("WSIS_KEEPS").is_some(),
        }
    }
}

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
        self.level == "SEVERE" || self.is_violation()
    }

    /// Whether it reports a violation of the content security policy.
    pub fn is_violation(&self) -> bool {
        self.source == "security" || self.text.contains("Content Security Policy")
    }
}

/// A running browser. Dropping it ends its processes and removes its profile.
pub struct Browser {
    driver: WebDriver,
    engine: Engine,
    /// The log of the driver is emptied when read: what was read is kept here.
    console: Mutex<Vec<ConsoleEntry>>,
    script_disabled: bool,
    keeper: Keeper,
}

impl Browser {
    /// Starts a driver on a free port and a session with a fresh profile.
    pub async fn start(options: &BrowserOptions) -> Result<Self, Trouble> {
        let keeper = options.engine.start_driver().await?;
        let trouble = |error: &dyn std::fmt::Display| {
            Trouble::new(format!("{:?} cannot be started: {error}\n{}", options.engine, keeper.output()))
        };
        let capabilities = options.engine.capabilities(options, &keeper).map_err(|error| trouble(&error))?;
        let driver = WebDriver::builder(format!("http://127.0.0.1:{}", keeper.port()), capabilities)
            .client(Wire)
            .connect()
            .await
            .map_err(|error| trouble(&error))?;
        let browser = Self {
            driver,
            engine: options.engine,
            console: Mutex::default(),
            script_disabled: options.script_disabled,
            keeper,
        };
        // The driver answered with a session, which says more than /status does.
        browser.resize(options.viewport).await?;
        if options.engine == Engine::Chromium {
            browser.prepare_chromium(options).await?;
        }
        Ok(browser)
    }

    /// What Chromium is told once it runs; the others are told before.
    async fn prepare_chromium(&self, options: &BrowserOptions) -> Result<(), Trouble> {
        let scheme = if options.dark { "dark" } else { "light" };
        let motion = if options.reduced_motion { "reduce" } else { "no-preference" };
        self.emulate_media("", &[("prefers-color-scheme", scheme), ("prefers-reduced-motion", motion)])
            .await?;
        if options.script_disabled {
            self.cdp("Emulation.setScriptExecutionDisabled", json!({"value": true})).await?;
        }
        if !options.keeps {
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
    pub async fn cdp(&self, command: &str, parameters: Value) -> Result<Value, Trouble> {
        if self.engine != Engine::Chromium {
            return Err(Trouble::new(format!("{command}: {:?} cannot do this", self.engine)));
        }
        let answer = self.driver.cdp().send_raw(command, parameters).await;
        answer.map_err(|error| Trouble::new(format!("{command}: {error}")))
    }

    /// Gives the page's area another size, of the first window only. Engines other than Chromium have a smallest window.
    pub async fn resize(&self, (width, height): (u32, u32)) -> Result<(), Trouble> {
        if self.engine == Engine::Chromium {
            let metrics = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
            return self.cdp("Emulation.setDeviceMetricsOverride", metrics).await.map(drop);
        }
        let trouble = |error: WebDriverError| Trouble::new(format!("the window keeps its size: {error}"));
        // The window is as much larger as its edges are wide.
        let edges = "return [outerWidth - innerWidth, outerHeight - innerHeight]";
        self.driver.set_window_rect(0, 0, width, height).await.map_err(trouble)?;
        let edges = self.driver.execute(edges, vec![]).await.map_err(trouble)?;
        let (across, down): (u32, u32) = edges.convert().map_err(trouble)?;
        self.driver.set_window_rect(0, 0, width + across, height + down).await.map_err(trouble)
    }

    /// Empties the browser's own cache of answers, not what pages keep. The others have none where pages may keep themselves.
    pub async fn forget_answers(&self) -> Result<(), Trouble> {
        if self.engine != Engine::Chromium {
            return Ok(());
        }
        self.cdp("Network.clearBrowserCache", json!({})).await.map(drop)
    }

    /// Sets the medium (`print`, `screen` or empty for the real one) and media features such as `forced-colors`,
    /// `prefers-contrast`; it replaces what was emulated before, for the first window only.
    pub async fn emulate_media(&self, medium: &str, features: &[(&str, &str)]) -> Result<(), Trouble> {
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({"name": name, "value": value})).collect();
        self.cdp("Emulation.setEmulatedMedia", json!({"media": medium, "features": features})).await.map(drop)
    }

    /// The console since the start, of all pages and frames. Only Chromium tells it.
    pub async fn console(&self) -> Result<Vec<ConsoleEntry>, Trouble> {
        if self.engine != Engine::Chromium {
            return Ok(Vec::new());
        }
        let read = self.driver.browser_log().await;
        let fresh = read.map_err(|error| Trouble::new(format!("the console cannot be read: {error}")))?;
        let mut console = self.console.lock().unwrap();
        console.extend(fresh.into_iter().map(|entry| ConsoleEntry {
            level: entry.level,
            source: entry.source.unwrap_or_default(),
            text: entry.message,
        }));
        Ok(console.clone())
    }

    /// Empties the console.
    pub async fn clear_console(&self) -> Result<(), Trouble> {
        self.console().await?;
        self.console.lock().unwrap().clear();
        Ok(())
    }

    /// The last lines that the driver and the browser's processes wrote.
    pub fn process_output(&self) -> String {
        self.keeper.output()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The keeper ends the processes at once; thirtyfour would first ask them to, and block.
        self.driver.clone().leak().ok();
    }
}
