//! The browser engines.

use crate::error::Error;

/// The browser engines the product promises to work in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium with chromedriver.
    Chromium,
    /// Firefox with geckodriver.
    Firefox,
    /// `WebKitGTK`'s `MiniBrowser` with its own driver; it needs a display.
    WebKit,
}

impl Engine {
    /// The engine that `WSIS_ENGINE` names; Chromium where it is unset.
    pub fn from_environment() -> Result<Self, Error> {
        match std::env::var("WSIS_ENGINE") {
            Err(_) => Ok(Self::Chromium),
            Ok(name) => Self::from_name(&name),
        }
    }

    /// The engine of that name, in any case.
    pub fn from_name(name: &str) -> Result<Self, Error> {
        match name.to_ascii_lowercase().as_str() {
            "" | "chromium" => Ok(Self::Chromium),
            "firefox" => Ok(Self::Firefox),
            "webkit" => Ok(Self::WebKit),
            _ => Err(Error::new(format!("WSIS_ENGINE={name}: it is chromium, firefox or webkit"))),
        }
    }
}
