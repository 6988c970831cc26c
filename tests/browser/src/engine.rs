//! The engines: how each one's driver is started and what its session is asked to be. Depends on `driver_process`.
//!
//! Chromium is what the build runs. Firefox and WebKit take the same tests, but for what only Chromium's `DevTools` protocol can
//! do; docs/architecture.md has what each was seen to pass.

use serde_json::{Value, json};
use thirtyfour::Capabilities;
use thirtyfour::error::WebDriverResult;

use crate::driver_process::{DriverProcess, Port};
use crate::engine_name::Engine;
use crate::error::Error;
use crate::options::BrowserOptions;

impl Engine {
    /// Starts the engine's driver on a free port.
    ///
    /// `WSIS_CHROMEDRIVER`, `WSIS_GECKODRIVER` and `WSIS_WEBKITDRIVER` name other programs than those on the `PATH`.
    pub(crate) async fn start_driver(self) -> Result<DriverProcess, Error> {
        match self {
            Self::Chromium => {
                let program = named("WSIS_CHROMEDRIVER", "chromedriver");
                let said = Port::Said("started successfully on port ");
                // It looks for a port that is free for two kinds of address, and gives up where one has just been taken.
                for _ in 0..3 {
                    if let Ok(process) = DriverProcess::start(&program, &["--port=0"], said).await {
                        return Ok(process);
                    }
                }
                DriverProcess::start(&program, &["--port=0"], said).await
            }
            Self::Firefox => {
                let program = named("WSIS_GECKODRIVER", "geckodriver");
                DriverProcess::start(&program, &["--port=0"], Port::Said("Listening on 127.0.0.1:")).await
            }
            Self::WebKit => {
                let program = named("WSIS_WEBKITDRIVER", "WebKitWebDriver");
                let port = free_port()?;
                DriverProcess::start(&program, &[&format!("--port={port}")], Port::Given(port)).await
            }
        }
    }

    /// The capabilities of a session.
    ///
    /// `WSIS_CHROMIUM`, `WSIS_FIREFOX` and `WSIS_MINIBROWSER` name other browsers than those of Debian's packages.
    pub(crate) fn capabilities(
        self,
        options: &BrowserOptions,
        process: &DriverProcess,
    ) -> WebDriverResult<Capabilities> {
        let mut capabilities = Capabilities::new();
        // Opening returns at once and the helpers wait: a page that stalls must not stall the test.
        capabilities.set("pageLoadStrategy", "none")?;
        let profile = process.profile().display().to_string();
        match self {
            Self::Chromium => {
                capabilities.set("browserName", "chrome")?;
                capabilities.set("goog:chromeOptions", chromium(options, &profile))?;
                capabilities.set("goog:loggingPrefs", json!({"browser": "ALL"}))?;
            }
            Self::Firefox => {
                capabilities.set("browserName", "firefox")?;
                capabilities.set("moz:firefoxOptions", firefox(options, &profile))?;
            }
            Self::WebKit => {
                capabilities.set("browserName", "MiniBrowser")?;
                capabilities.set("webkitgtk:browserOptions", webkit())?;
            }
        }
        Ok(capabilities)
    }
}

fn named(variable: &str, usual: &str) -> String {
    std::env::var(variable).unwrap_or_else(|_| usual.to_owned())
}

fn free_port() -> Result<u16, Error> {
    std::net::TcpListener::bind(("127.0.0.1", 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|error| Error::new(format!("no port is free: {error}")))
}

fn chromium(options: &BrowserOptions, profile: &str) -> Value {
    let (width, height) = options.viewport;
    json!({
        "binary": named("WSIS_CHROMIUM", "/usr/bin/chromium"),
        "args": [
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
            format!("--accept-lang={}", options.languages),
            format!("--window-size={width},{height}"),
            format!("--user-data-dir={profile}"),
        ],
        "prefs": {"intl.accept_languages": options.languages},
    })
}

fn firefox(options: &BrowserOptions, profile: &str) -> Value {
    let mut preferences = json!({
        "intl.accept_languages": options.languages,
        "ui.systemUsesDarkTheme": i32::from(options.dark),
        "ui.prefersReducedMotion": i32::from(options.reduced_motion),
        "javascript.enabled": !options.script_disabled,
        "dom.serviceWorkers.enabled": options.allows_service_workers,
        // Every name is this machine: no test leaves it, and names ending in .test play other sites.
        "network.dns.forceResolve": "127.0.0.1",
        // Uncaught errors and what pages log go where the driver's own words go.
        "devtools.console.stdout.content": true,
    });
    if options.allows_service_workers {
        // What a page shows without its server is then what it kept itself.
        for cache in ["disk", "memory"] {
            preferences[format!("browser.cache.{cache}.enable")] = json!(false);
        }
    }
    json!({
        "binary": named("WSIS_FIREFOX", "/usr/bin/firefox-esr"),
        "args": ["-headless", "-profile", profile],
        "prefs": preferences,
    })
}

fn webkit() -> Value {
    let usual = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
    json!({
        "binary": named("WSIS_MINIBROWSER", usual),
        "args": ["--automation", "--enable-write-console-messages-to-stdout=true"],
    })
}
