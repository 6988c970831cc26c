//! The configuration of a site: `wsis site` writes it into `index.html`, and the app reads it there.

use serde::{Deserialize, Serialize};

use crate::Language;

/// The configuration in `<script type="application/json" id="wsis-config">`. A host may edit it after the build; a
/// missing field has its default.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SiteConfig {
    /// The base address of the API, relative to the page or absolute, with a closing slash.
    pub api: String,
    /// The public address of the site with a closing slash; empty if the site has none.
    pub public_address: String,
    /// Where readers report errors, an http(s) or mailto address; empty if nowhere.
    pub contact_address: String,
    /// The page on which ITU registers projects; empty if unknown.
    pub register_address: String,
    /// The languages offered, in order.
    pub languages: Vec<Language>,
    /// The time limit of a request in seconds.
    pub timeout_seconds: u32,
    /// The newest version of the embed element.
    pub embed_version: String,
    /// The hash of that version, as a page's `integrity` attribute names it.
    pub embed_integrity: String,
    /// The style sheet of presentations, relative to the page; loaded with them.
    pub presentation_style: String,
    /// The style sheet of the lazy part of the program, relative to the page; loaded with it.
    pub details_style: String,
    /// Whether the site has share pages.
    pub share_pages: bool,
}

impl SiteConfig {
    /// The address of the data that are built into the site, relative to the page.
    pub const EMBEDDED_API: &str = "api/v1/";

    /// Whether the data are built into the site.
    #[must_use]
    pub fn uses_embedded_data(&self) -> bool {
        self.api == Self::EMBEDDED_API
    }
}

impl Default for SiteConfig {
    fn default() -> Self {
        Self {
            api: Self::EMBEDDED_API.to_owned(),
            public_address: String::new(),
            contact_address: String::new(),
            register_address: String::new(),
            languages: Language::ALL.to_vec(),
            timeout_seconds: 20,
            embed_version: String::new(),
            embed_integrity: String::new(),
            presentation_style: String::new(),
            details_style: String::new(),
            share_pages: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::SiteConfig;

    #[test]
    fn a_missing_field_has_its_default() {
        let config: SiteConfig =
            serde_json::from_str(r#"{"timeoutSeconds": 5, "later": "unknown"}"#).unwrap();
        assert_eq!(config, SiteConfig { timeout_seconds: 5, ..SiteConfig::default() });
    }

    #[test]
    fn what_is_written_is_read_again() {
        let config = SiteConfig { public_address: "https://a.example/".to_owned(), ..SiteConfig::default() };
        let text = serde_json::to_string(&config).unwrap();
        assert!(text.starts_with(r#"{"api":"api/v1/","publicAddress":"https://a.example/","#), "{text}");
        assert_eq!(serde_json::from_str::<SiteConfig>(&text).unwrap(), config);
    }
}
