//! A page under test: open, wait, click, press, read. Depends on `browser`.
//!
//! A helper that fails ends the test, names the line that called it, and shows the page's text and console. Waiting
//! happens in the page, at each change and each frame; only a page without scripts, and one that is being replaced, is polled. A selector is CSS; `host >>> inner` goes through an open shadow root.
//! Everything acts on the top document until `enter_frame`.

mod input;
mod reading;
mod report;
mod script;
mod waiting;

use std::panic::Location;

use serde_json::json;
use thirtyfour::WebDriver;

use crate::browser::Browser;
use crate::engine_name::Engine;

/// Where a helper was called; failures name it.
type Place = &'static Location<'static>;

/// The page of one browser.
pub struct Page {
    browser: Browser,
}

impl Page {
    /// The page of a browser that was started.
    pub fn new(browser: Browser) -> Self {
        Self { browser }
    }

    /// The browser behind it: emulation, CDP, console.
    pub fn browser(&self) -> &Browser {
        &self.browser
    }

    /// The WebDriver session, for what the helpers do not offer (windows, cookies, elements).
    pub fn driver(&self) -> &WebDriver {
        self.browser.driver()
    }

    /// Opens an address and waits until the document and all it names is loaded.
    #[track_caller]
    pub fn open(&self, address: &str) -> impl Future<Output = ()> {
        self.open_from(Location::caller(), address)
    }

    /// `open`, called from elsewhere.
    pub(crate) async fn open_from(&self, at: Place, address: &str) {
        self.go(at, address).await;
        self.wait(at, "document.readyState === 'complete'", &format!("{address} to be loaded")).await;
    }

    /// Opens an address and waits only until its document is there: for pages whose parts stall.
    #[track_caller]
    pub fn open_partly(&self, address: &str) -> impl Future<Output = ()> {
        let at = Location::caller();
        self.go(at, address)
    }

    /// Loads the page again and waits until it is loaded.
    #[track_caller]
    pub fn reload(&self) -> impl Future<Output = ()> {
        let at = Location::caller();
        async move {
            let address = self.address().await;
            self.leave(at).await;
            if self.browser.engine() == Engine::Firefox {
                // Its driver's way passes by the page's worker, as Shift and F5 do.
                self.eval::<()>(at, "location.reload();", vec![]).await;
            } else {
                self.must(at, "reload", self.driver().refresh().await).await;
            }
            self.arrived(at, &address).await;
            self.wait(at, "document.readyState === 'complete'", &format!("{address} to be loaded")).await;
        }
    }

    /// The address of the document, with what the page made of it.
    #[track_caller]
    pub fn address(&self) -> impl Future<Output = String> {
        let at = Location::caller();
        async move { self.must(at, "the address", self.driver().current_url().await).await.to_string() }
    }

    /// Goes back in the session's history; wait for what shows that it happened.
    #[track_caller]
    pub fn back(&self) -> impl Future<Output = ()> {
        let at = Location::caller();
        async move { self.must(at, "go back", self.driver().back().await).await }
    }

    /// Asks for an address and waits until its document has taken the place of the former.
    async fn go(&self, at: Place, address: &str) {
        self.must(at, "leave the frames", self.driver().enter_default_frame().await).await;
        self.leave(at).await;
        self.must(at, &format!("open {address}"), self.driver().goto(address).await).await;
        self.arrived(at, address).await;
    }

    /// Marks the document that is about to go. (Without scripts of the page, ours still run.)
    async fn leave(&self, at: Place) {
        self.eval::<()>(at, "window.__former = true;", vec![]).await;
    }

    /// Waits until the marked document is gone, and looks whether the new one is the browser's error page.
    async fn arrived(&self, at: Place, address: &str) {
        let arrived = "!window.__former && document.documentElement \
             && [location.protocol === 'chrome-error:' || document.documentURI.startsWith('about:neterror')]";
        if self.wait(at, arrived, &format!("{address} to answer")).await == json!([true]) {
            self.fail(at, &format!("{address} cannot be reached")).await;
        }
    }
}
