//! One browser of its own: a driver process, a session with a fresh profile, its console. Depends on `keeper` and `wire`.

use std::sync::Mutex;

use serde_json::{Value, json};
use thirtyfour::{
    BrowserCapabilitiesHelper as _, CapabilitiesHelper as _, ChromeCapabilities,
    ChromiumLikeCapabilities as _, LoggingPrefsLogLevel, PageLoadStrategy, WebDriver,
};

use crate::keeper::Keeper;
use crate::trouble::Trouble;
use crate::wire::Wire;

/// The browser engines the product promises to work in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium with chromedriver.
    Chromium,
    /// Firefox with geckodriver; joins later.
    Firefox,
    /// `WebKitGTK`'s `MiniBrowser` with its own driver; joins later.
    WebKit,
}

impl Engine {
    /// The engine that `WSIS_ENGINE` names; Chromium where it is unset.
    pub fn from_environment() -> Result<Self, Trouble> {
        match std::env::var("WSIS_ENGINE") {
            Err(_) => Ok(Self::Chromium),
            Ok(name) => Self::from_name(&name),
        }
    }

    /// The engine of that name, in any case.
    pub fn from_name(name: &str) -> Result<Self, Trouble> {
        match name.to_ascii_lowercase().as_str() {
            "" | "chromium" => Ok(Self::Chromium),
            "firefox" => Ok(Self::Firefox),
            "webkit" => Ok(Self::WebKit),
            _ => Err(Trouble::new(format!("WSIS_ENGINE={name}: it is chromium, firefox or webkit"))),
        }
    }
}

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
    /// The log of the driver is emptied when read: what was read is kept here.
    console: Mutex<Vec<ConsoleEntry>>,
    script_disabled: bool,
    keeper: Keeper,
}

impl Browser {
    /// Starts a driver on a free port and a session with a fresh profile.
    ///
    /// `WSIS_CHROMIUM` and `WSIS_CHROMEDRIVER` name other programs than `/usr/bin/chromium` and `chromedriver`.
    pub async fn start(options: &BrowserOptions) -> Result<Self, Trouble> {
        match options.engine {
            Engine::Chromium => Self::start_chromium(options).await,
            Engine::Firefox | Engine::WebKit => Err(Trouble::new(format!(
                "{:?} joins later: only chromium is wired up in tests/browser so far",
                options.engine
            ))),
        }
    }

    /// A driver. It looks for a port that is free for two kinds of address, and gives up where one has just been taken.
    async fn driver_of(program: &str) -> Result<Keeper, Trouble> {
        let start = || Keeper::start(program, &["--port=0"], "started successfully on port ");
        for _ in 0..3 {
            if let Ok(keeper) = start().await {
                return Ok(keeper);
            }
        }
        start().await
    }

    async fn start_chromium(options: &BrowserOptions) -> Result<Self, Trouble> {
        let program = std::env::var("WSIS_CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        let keeper = Self::driver_of(&program).await?;
        let trouble = |error: &dyn std::fmt::Display| {
            Trouble::new(format!("chromium cannot be started: {error}\n{}", keeper.output()))
        };
        let capabilities = chromium(options, &keeper).map_err(|error| trouble(&error))?;
        let driver = WebDriver::builder(format!("http://127.0.0.1:{}", keeper.port()), capabilities)
            .client(Wire)
            .connect()
            .await
            .map_err(|error| trouble(&error))?;
        let browser =
            Self { driver, console: Mutex::default(), script_disabled: options.script_disabled, keeper };
        // The driver answered with a session, which says more than /status does.
        browser.resize(options.viewport).await?;
        let scheme = if options.dark { "dark" } else { "light" };
        let motion = if options.reduced_motion { "reduce" } else { "no-preference" };
        browser
            .emulate_media("", &[("prefers-color-scheme", scheme), ("prefers-reduced-motion", motion)])
            .await?;
        if options.script_disabled {
            browser.cdp("Emulation.setScriptExecutionDisabled", json!({"value": true})).await?;
        }
        if !options.keeps {
            let source = "delete Navigator.prototype.serviceWorker";
            browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": source})).await?;
        }
        Ok(browser)
    }

    /// The WebDriver session, for what the helpers do not offer.
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// Whether the page's scripts are off.
    pub fn script_disabled(&self) -> bool {
        self.script_disabled
    }

    /// Sends a command of Chromium's `DevTools` protocol.
    pub async fn cdp(&self, command: &str, parameters: Value) -> Result<Value, Trouble> {
        let answer = self.driver.cdp().send_raw(command, parameters).await;
        answer.map_err(|error| Trouble::new(format!("{command}: {error}")))
    }

    /// Gives the page's area another size, of the first window only.
    pub async fn resize(&self, (width, height): (u32, u32)) -> Result<(), Trouble> {
        let metrics = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.cdp("Emulation.setDeviceMetricsOverride", metrics).await.map(drop)
    }

    /// Sets the medium (`print`, `screen` or empty for the real one) and media features such as `forced-colors`,
    /// `prefers-contrast`; it replaces what was emulated before, for the first window only.
    pub async fn emulate_media(&self, medium: &str, features: &[(&str, &str)]) -> Result<(), Trouble> {
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({"name": name, "value": value})).collect();
        self.cdp("Emulation.setEmulatedMedia", json!({"media": medium, "features": features})).await.map(drop)
    }

    /// The console since the start, of all pages and frames.
    pub async fn console(&self) -> Result<Vec<ConsoleEntry>, Trouble> {
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

/// What the session is asked to be.
fn chromium(
    options: &BrowserOptions,
    keeper: &Keeper,
) -> thirtyfour::error::WebDriverResult<ChromeCapabilities> {
    let mut capabilities = ChromeCapabilities::new();
    let binary = std::env::var("WSIS_CHROMIUM").unwrap_or_else(|_| "/usr/bin/chromium".to_owned());
    capabilities.set_binary(&binary)?;
    let (width, height) = options.viewport;
    let arguments = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-proxy-server",
        "--lang=en-US",
        // No test leaves this machine; names ending in .test are this machine, to play other sites.
        "--host-resolver-rules=MAP *.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
        &format!("--accept-lang={}", options.languages),
        &format!("--window-size={width},{height}"),
        &format!("--user-data-dir={}", keeper.profile().display()),
    ];
    for argument in arguments {
        capabilities.add_arg(argument)?;
    }
    // Opening returns at once and the helpers wait: a page that stalls must not stall the test.
    capabilities.set_page_load_strategy(PageLoadStrategy::None)?;
    capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    capabilities.set_browser_option("prefs", json!({"intl.accept_languages": options.languages}))?;
    Ok(capabilities)
}
