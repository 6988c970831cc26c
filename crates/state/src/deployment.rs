//! Deployment settings: the operator's configuration and the addresses of the site.

use reactive_graph::owner::StoredValue;
use reactive_graph::traits::{GetValue as _, WithValue as _};
use wsis_core::Language;
use wsis_core::address::{View, encode, share_path};
use wsis_core::site_config::SiteConfig;
use wsis_platform::location;

/// The settings of this deployment. They do not change while the page is open.
#[derive(Clone, Copy)]
pub struct Deployment(StoredValue<SiteConfig>);

impl Deployment {
    /// From the page's configuration.
    #[must_use]
    pub fn new(config: SiteConfig) -> Self {
        Self(StoredValue::new(config))
    }

    fn get<T>(&self, read: impl FnOnce(&SiteConfig) -> T) -> T {
        self.0.with_value(read)
    }

    /// The whole configuration.
    #[must_use]
    pub fn config(&self) -> SiteConfig {
        self.0.get_value()
    }

    /// The absolute base address of the JSON API, with a closing slash.
    #[must_use]
    pub fn api_address(&self) -> String {
        location::resolve_folder(&self.get(|config| config.api.clone()))
    }

    /// The deadline of a request, in seconds.
    #[must_use]
    pub fn timeout_seconds(&self) -> u32 {
        self.get(|config| config.timeout_seconds)
    }

    /// The languages to choose from, in order.
    #[must_use]
    pub fn languages(&self) -> Vec<Language> {
        self.get(|config| config.languages.clone())
    }

    /// The version of the embed element that never changes, and the integrity hash of its script.
    #[must_use]
    pub fn pinned_element(&self) -> (String, String) {
        self.get(|config| (config.embed_version.clone(), config.embed_integrity.clone()))
    }

    /// Where readers report errors: an `http`, `https` or `mailto` address, if the operator set one.
    #[must_use]
    pub fn contact_address(&self) -> Option<String> {
        let address = self.get(|config| config.contact_address.clone());
        ["https://", "http://", "mailto:"].iter().any(|scheme| address.starts_with(scheme)).then_some(address)
    }

    /// Where ITU registers projects; empty if the operator removed it.
    #[must_use]
    pub fn register_address(&self) -> String {
        self.get(|config| config.register_address.clone())
    }

    /// Whether readers elsewhere can reach the site.
    #[must_use]
    pub fn has_public_address(&self) -> bool {
        self.get(|config| !config.public_address.is_empty()) || location::public_own_address().is_some()
    }

    /// The address of the site's folder with its closing slash, public or not.
    #[must_use]
    pub fn site_address(&self) -> String {
        let configured = self.get(|config| config.public_address.clone());
        let base =
            if configured.is_empty() { location::own_address().unwrap_or_default() } else { configured };
        base.rsplit_once('/').map(|(folder, _)| format!("{folder}/")).unwrap_or(base)
    }

    /// The public address of a view; `None` on a local machine.
    #[must_use]
    pub fn public_address_of(&self, view: &View) -> Option<String> {
        let configured = self.get(|config| config.public_address.clone());
        let base = if configured.is_empty() { location::public_own_address()? } else { configured };
        Some(address_of(&base, view))
    }

    /// The address of a view, public or not.
    #[must_use]
    pub fn address_of(&self, view: &View) -> String {
        let here = || address_of(&location::own_address().unwrap_or_default(), view);
        self.public_address_of(view).unwrap_or_else(here)
    }

    /// The address to share: that of the share page of exactly this view, which has a preview picture, if there is
    /// one; else that of the view itself.
    #[must_use]
    pub fn share_address_of(&self, view: &View) -> String {
        let page = share_path(view).filter(|_| self.get(|config| config.share_pages));
        match page {
            Some(page) => format!("{}{page}", self.site_address()),
            None => self.address_of(view),
        }
    }
}

/// The address of a view on the site at `base`.
fn address_of(base: &str, view: &View) -> String {
    let query = encode(view);
    if query.is_empty() { base.to_owned() } else { format!("{base}?{query}") }
}

#[cfg(test)]
mod tests {
    use wsis_core::address::decode;

    use super::*;
    use crate::test_support::with_owner;

    fn deployment(change: impl FnOnce(&mut SiteConfig)) -> Deployment {
        let mut config = SiteConfig::default();
        change(&mut config);
        Deployment::new(config)
    }

    #[test]
    fn addresses_follow_the_public_address() {
        with_owner(|| {
            let view = decode("line=C2&goal=9").0;
            let public =
                deployment(|config| config.public_address = "https://matrix.example.org/".to_owned());
            let address = "https://matrix.example.org/?line=C2&goal=9";
            assert_eq!(public.public_address_of(&view).as_deref(), Some(address));
            assert_eq!(public.share_address_of(&view), address);
            assert_eq!(public.site_address(), "https://matrix.example.org/");
            assert!(public.has_public_address());
            let local = deployment(|_| ());
            assert_eq!(local.public_address_of(&view), None);
            assert_eq!(local.address_of(&view), "?line=C2&goal=9");
            assert!(!local.has_public_address());
        });
    }

    #[test]
    fn a_view_with_a_share_page_is_shared_by_it() {
        with_owner(|| {
            let shared = deployment(|config| {
                config.public_address = "https://matrix.example.org/".to_owned();
                config.share_pages = true;
            });
            let of = |query: &str| shared.share_address_of(&decode(query).0);
            assert_eq!(of("line=C2&goal=9&lang=fr"), "https://matrix.example.org/share/fr/C2-9.html");
            assert_eq!(of("q=village"), "https://matrix.example.org/?q=village");
        });
    }

    #[test]
    fn only_safe_addresses_are_contacts() {
        with_owner(|| {
            let of = |address: &str| {
                deployment(|config| config.contact_address = address.to_owned()).contact_address()
            };
            assert_eq!(of("mailto:matrix@example.org").as_deref(), Some("mailto:matrix@example.org"));
            assert_eq!(of("javascript:alert(1)"), None);
            assert_eq!(of(""), None);
        });
    }
}
