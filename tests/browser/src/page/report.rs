//! Console, pictures, and the report of a failure.

use std::fmt::Write as _;
use std::panic::Location;
use std::path::Path;

use thirtyfour::common::print::PrintParameters;
use thirtyfour::error::WebDriverError;

use super::{Page, Place};
use crate::browser::ConsoleEntry;
use crate::error::Error;

impl Page {
    /// The console since the start.
    #[track_caller]
    pub fn console(&self) -> impl Future<Output = Vec<ConsoleEntry>> {
        let at = Location::caller();
        async move {
            match self.browser.console().await {
                Ok(console) => console,
                Err(trouble) => panic!("{at}: {trouble}"),
            }
        }
    }

    /// Ends the test if the console has an error or a violation of the CSP.
    #[track_caller]
    pub fn assert_clean_console(&self) -> impl Future<Output = ()> {
        let at = Location::caller();
        self.console_but_for(at, &[])
    }

    /// The same, but for errors that contain one of these texts: those that a fault is bound to cause.
    #[track_caller]
    pub fn assert_clean_console_but_for<'a>(
        &'a self,
        expected: &'a [&'a str],
    ) -> impl Future<Output = ()> + 'a {
        let at = Location::caller();
        self.console_but_for(at, expected)
    }

    /// The window as PNG.
    #[track_caller]
    pub fn screenshot(&self) -> impl Future<Output = Vec<u8>> {
        let at = Location::caller();
        async move { self.must(at, "a screenshot", self.driver().screenshot_as_png().await).await }
    }

    /// Writes what the window shows to a PNG file.
    #[track_caller]
    pub fn screenshot_to(&self, file: &Path) -> impl Future<Output = ()> {
        let at = Location::caller();
        async move {
            let png = self.must(at, "a screenshot", self.driver().screenshot_as_png().await).await;
            std::fs::write(file, png).unwrap_or_else(|error| panic!("{at}: {}: {error}", file.display()));
        }
    }

    /// The page printed, as PDF; `PrintParameters::default()` is a portrait letter page without backgrounds.
    #[track_caller]
    pub fn pdf(&self, parameters: PrintParameters) -> impl Future<Output = Vec<u8>> {
        let at = Location::caller();
        async move { self.must(at, "printing", self.driver().print_page(parameters).await).await }
    }

    pub(super) async fn console_but_for(&self, at: Place, expected: &[&str]) {
        let console = self.browser.console().await.unwrap_or_else(|trouble| panic!("{at}: {trouble}"));
        let wrong = console
            .iter()
            .any(|entry| entry.is_error() && !expected.iter().any(|text| entry.text.contains(text)));
        if wrong {
            self.fail(at, "the console is not clean").await;
        }
    }

    /// Unwraps, or ends the test.
    pub(super) async fn must<T>(&self, at: Place, what: &str, result: Result<T, WebDriverError>) -> T {
        match result {
            Ok(value) => value,
            Err(error) => self.fail(at, &format!("{what}: {}", without_stack(&error.to_string()))).await,
        }
    }

    /// Ends the test with all that helps to see why; with `WSIS_ARTIFACTS` set, a screenshot is put into that folder.
    pub(super) async fn fail(&self, at: Place, message: &str) -> ! {
        let mut report = format!("{at}: {message}\n");
        let page =
            "return [location.href, document.title, (document.body || {}).innerText || ''].join('\\n');";
        let page = match self.driver().execute(page, vec![]).await {
            Ok(answer) => answer.json().as_str().unwrap_or_default().chars().take(3000).collect(),
            Err(error) => format!("cannot be read: {}", without_stack(&error.to_string())),
        };
        let console = match self.browser.console().await {
            Ok(console) => console.iter().fold(String::new(), |mut text, entry| {
                writeln!(text, "  {} {}: {}", entry.level, entry.source, entry.text).expect("a string");
                text
            }),
            Err(Error { .. }) => "  cannot be read\n".to_owned(),
        };
        write!(report, "--- the page ---\n{page}\n--- its console ---\n{console}")
            .expect("a string takes all");
        if let Some(folder) = std::env::var_os("WSIS_ARTIFACTS")
            && let Ok(png) = self.driver().screenshot_as_png().await
        {
            let name = std::thread::current().name().unwrap_or("test").replace("::", "-");
            let file = Path::new(&folder).join(format!("{name}.png"));
            let written = std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&file, png));
            if written.is_ok() {
                writeln!(report, "--- as it looked: {} ---", file.display()).expect("a string takes all");
            }
        }
        panic!("{report}");
    }
}

/// The driver's messages end with a list of addresses in its own code.
fn without_stack(message: &str) -> &str {
    let end = message.find("#0 0x").unwrap_or(message.len());
    message[..end].trim_end()
}
