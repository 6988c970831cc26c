//! The page's own address, and addresses relative to it.

use web_sys::Url;

use crate::{document, window};

/// An address as an absolute one with a closing slash.
#[must_use]
pub fn resolve_folder(address: &str) -> String {
    let base = document().and_then(|document| document.base_uri().ok().flatten()).unwrap_or_default();
    let mut resolved = absolute(address, &base).unwrap_or_else(|| address.to_owned());
    if !resolved.ends_with('/') {
        resolved.push('/');
    }
    resolved
}

fn absolute(address: &str, base: &str) -> Option<String> {
    window()?;
    Url::new_with_base(address, base).ok().map(|url| url.href())
}

/// The page's own address without query and fragment.
#[must_use]
pub fn own_address() -> Option<String> {
    let location = window()?.location();
    Some(format!("{}{}", location.origin().ok()?, location.pathname().ok()?))
}

/// The page's own address with something appended, such as a query.
#[must_use]
pub fn own_address_with(suffix: &str) -> String {
    format!("{}{suffix}", own_address().unwrap_or_default())
}

/// The page's own address without query; `None` on a host that only this machine reaches.
#[must_use]
pub fn public_own_address() -> Option<String> {
    let host = window()?.location().hostname().ok()?;
    let local = host == "localhost" || host == "[::1]" || host.starts_with("127.");
    if local { None } else { own_address() }
}

/// An address that is safe to link to, in its normal form: `http` or `https` and nothing else.
#[cfg(target_arch = "wasm32")]
#[must_use]
pub fn http_address(address: &str) -> Option<String> {
    let url = Url::new(address).ok()?;
    matches!(url.protocol().as_str(), "http:" | "https:").then(|| url.href())
}

/// An address that is safe to link to, in its normal form: `http` or `https` and nothing else.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn http_address(address: &str) -> Option<String> {
    let url = url::Url::parse(address).ok()?;
    matches!(url.scheme(), "http" | "https").then(|| url.to_string())
}

/// Goes to the part of the page that the address leads to once more, for parts that were drawn after the page was loaded.
pub fn seek_fragment() {
    let Some(location) = window().map(|window| window.location()) else { return };
    // The same address with a fragment loads nothing and adds no history entry.
    let _ = location.href().and_then(|address| location.replace(&address));
}

/// Whether the address leads to a part of the page.
#[must_use]
pub fn has_fragment() -> bool {
    let hash = window().and_then(|window| window.location().hash().ok());
    hash.is_some_and(|hash| hash.len() > 1)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::http_address;

    #[test]
    fn only_web_addresses_are_links() {
        assert_eq!(http_address("https://example.org").as_deref(), Some("https://example.org/"));
        for unsafe_address in ["javascript:alert(1)", "data:text/html,x", "mailto:a@example.org", "/page", ""]
        {
            assert_eq!(http_address(unsafe_address), None, "{unsafe_address}");
        }
    }
}
