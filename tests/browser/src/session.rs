//! A WebDriver session with its driver process and browser. Depends on `engine`, `driver_process` and `http_client`.

use thirtyfour::WebDriver;
use thirtyfour::error::WebDriverResult;

use crate::driver_process::DriverProcess;
use crate::engine_name::Engine;
use crate::error::Error;
use crate::http_client::DriverClient;
use crate::options::BrowserOptions;

/// A running browser. Dropping it ends its processes and removes its profile.
pub(crate) struct Session {
    pub(crate) driver: WebDriver,
    /// The languages it was started with.
    pub(crate) languages: String,
    /// Whether other tests may use it.
    pub(crate) is_shared: bool,
    process: DriverProcess,
}

impl Session {
    /// Starts a driver on a free port and a session with a fresh profile.
    pub(crate) async fn start(options: &BrowserOptions) -> Result<Self, Error> {
        let process = options.engine.start_driver().await?;
        let failed = |error: &dyn std::fmt::Display| {
            Error::new(format!("{:?} cannot be started: {error}\n{}", options.engine, process.output()))
        };
        let capabilities = options.engine.capabilities(options, &process).map_err(|error| failed(&error))?;
        let driver = WebDriver::builder(format!("http://127.0.0.1:{}", process.port()), capabilities)
            .client(DriverClient)
            .connect()
            .await
            .map_err(|error| failed(&error))?;
        Ok(Self { driver, languages: options.languages.clone(), is_shared: can_be_shared(options), process })
    }

    /// Replaces all windows by a new one. What was emulated belonged to a window, and pages have other origins: each
    /// test's server has a port of its own.
    pub(crate) async fn renew(&self) -> Result<(), Error> {
        self.replace_windows().await.map_err(|error| Error::new(format!("no new window: {error}")))
    }

    async fn replace_windows(&self) -> WebDriverResult<()> {
        let old = self.driver.windows().await?;
        let new = self.driver.new_window().await?;
        for window in old {
            self.driver.switch_to_window(window).await?;
            self.driver.close_window().await?;
        }
        self.driver.switch_to_window(new).await
    }

    /// The last lines that the driver and the browser's processes wrote.
    pub(crate) fn output(&self) -> String {
        self.process.output()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // The process ends at once; thirtyfour would first ask it to, and block.
        self.driver.clone().leak().ok();
    }
}

/// Whether tests with these options may use a browser one after the other. Not with service workers, which run on when
/// their pages are gone, and only in Chromium, where everything else is emulated for a window.
pub(crate) fn can_be_shared(options: &BrowserOptions) -> bool {
    options.engine == Engine::Chromium && !options.allows_service_workers
}
