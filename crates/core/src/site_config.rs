//! Configuration of a deployed site: the JSON in `<script id="wsis-config">` of `index.html`.
//!
//! `wsis site` writes it, an operator may edit it after the build, and the app reads it.

use serde::{Deserialize, Serialize};

use crate::language::Language;

/// The configuration of a site. A missing field has its default.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SiteConfig {
    /// The base address of the JSON API, relative to the page or absolute, with a closing slash.
    pub api: String,
    /// The public address of the site, which citations and links name; empty if there is none.
    pub public_address: String,
    /// Where readers report errors: an `http`, `https` or `mailto` address; empty if nowhere.
    pub contact_address: String,
    /// Where ITU registers projects; empty to leave the link out.
    pub register_address: String,
    /// The languages to choose from, in order.
    pub languages: Vec<Language>,
    /// The deadline of a complete answer, in seconds.
    pub timeout_seconds: u32,
    /// The newest version of the embed element.
    pub embed_version: String,
    /// The integrity hash of that version's script, such as `sha384-…`.
    pub embed_integrity: String,
    /// The style sheet of the presentation, relative to the page; loaded with its chunk.
    pub stage_style: String,
    /// The style sheet of the other lazy chunks, relative to the page; loaded with them.
    pub later_style: String,
    /// Whether the site has share pages.
    pub share_pages: bool,
}

impl Default for SiteConfig {
    fn default() -> Self {
        Self {
            api: "api/v1/".to_owned(),
            public_address: String::new(),
            contact_address: String::new(),
            register_address: String::new(),
            languages: Language::ALL.to_vec(),
            timeout_seconds: 20,
            embed_version: String::new(),
            embed_integrity: String::new(),
            stage_style: String::new(),
            later_style: String::new(),
            share_pages: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_fields_have_their_defaults() {
        let config: SiteConfig = serde_json::from_str(r#"{"api":"https://data.example.org/v1/"}"#).unwrap();
        let expected = SiteConfig { api: "https://data.example.org/v1/".to_owned(), ..SiteConfig::default() };
        assert_eq!(config, expected);
    }

    #[test]
    fn it_is_read_back_as_written() {
        let config = SiteConfig { share_pages: true, timeout_seconds: 5, ..SiteConfig::default() };
        let written = serde_json::to_string(&config).unwrap();
        assert_eq!(serde_json::from_str::<SiteConfig>(&written).unwrap(), config);
        assert!(written.contains("\"publicAddress\""));
    }
}
