//! The configuration block of `index.html`, filled from `make build API=… PUBLIC=…`.

use std::env;

use anyhow::{Result, bail};
use wsis_core::site_config::SiteConfig;

use super::{embed, lazy_styles, markup};

/// Where ITU registers projects, as the project's sources name it; an operator may change it in the page.
const REGISTER: &str = "https://www.itu.int/net4/wsis/stocktaking/";

/// How the end of the tag begins that the configuration follows.
const PLACE: &str = "wsis-config";

/// Reads the configuration from `WSIS_API`, `WSIS_PUBLIC` and `WSIS_CONTACT`. Without them the site uses embedded data
/// and has neither a public address nor a contact.
///
/// # Errors
/// An address that is not http(s); a contact that is neither that nor an e-mail address.
pub(super) fn from_environment() -> Result<SiteConfig> {
    let api = address("API", "WSIS_API")?.unwrap_or_else(|| SiteConfig::EMBEDDED_API.to_owned());
    let public_address = address("PUBLIC", "WSIS_PUBLIC")?.unwrap_or_default();
    let share_pages = !public_address.is_empty();
    Ok(SiteConfig {
        api,
        public_address,
        contact_address: contact(&env::var("WSIS_CONTACT").unwrap_or_default())?,
        register_address: REGISTER.to_owned(),
        embed_version: embed::NEWEST.to_owned(),
        embed_integrity: embed::integrity()?,
        presentation_style: lazy_styles::PRESENTATION.file_name()?,
        details_style: lazy_styles::DETAILS.file_name()?,
        share_pages,
        ..SiteConfig::default()
    })
}

/// The origin of data outside the site, such as `https://data.example.org`.
pub(super) fn foreign_origin(config: &SiteConfig) -> Option<&str> {
    let scheme = config.api.find("://")? + 3;
    let end = config.api.get(scheme..)?.find('/').map_or(config.api.len(), |at| scheme + at);
    config.api.get(..end)
}

/// An address from the environment. It ends up in a security policy, so only what an address needs is let in.
fn address(name: &str, variable: &str) -> Result<Option<String>> {
    let Ok(address) = env::var(variable) else { return Ok(None) };
    if address.is_empty() {
        return Ok(None);
    }
    check_address(name, &address)?;
    Ok(Some(if address.ends_with('/') { address } else { format!("{address}/") }))
}

/// Where errors are reported: a page, or an e-mail address, which becomes a `mailto:` link.
fn contact(given: &str) -> Result<String> {
    if given.is_empty() || check_address("CONTACT", given).is_ok() {
        return Ok(given.to_owned());
    }
    let plain = |part: &str| {
        !part.is_empty()
            && part.chars().all(|letter| letter.is_ascii_alphanumeric() || "-._+".contains(letter))
    };
    match given.split_once('@') {
        Some((name, host)) if plain(name) && plain(host) => Ok(format!("mailto:{given}")),
        _ => bail!("CONTACT={given} is neither an http(s) address nor an e-mail address"),
    }
}

fn check_address(name: &str, address: &str) -> Result<()> {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let allowed = |character: char| character.is_ascii_alphanumeric() || "-._~:/[]%".contains(character);
    match rest {
        Some(rest) if !rest.is_empty() && !rest.starts_with('/') && rest.chars().all(allowed) => Ok(()),
        _ => bail!("{name}={address} is not an http(s) address such as https://data.example.org/v1/"),
    }
}

/// Puts the configuration into its place.
pub(super) fn fill(page: &str, config: &SiteConfig) -> Result<String> {
    // `<` would end the script element; JSON has another way to write it.
    let json = serde_json::to_string(config)?.replace('<', "\\u003c");
    markup::insert_after_tag(page, PLACE, &json)
}

/// For tests: embedded data, and that public address or none.
#[cfg(test)]
pub(super) fn for_site(public_address: &str) -> SiteConfig {
    SiteConfig {
        public_address: public_address.to_owned(),
        share_pages: !public_address.is_empty(),
        ..SiteConfig::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_addresses_reach_the_policy() {
        for good in ["https://data.example.org", "http://127.0.0.1:8080/v1/", "https://[::1]:9/"] {
            assert!(check_address("API", good).is_ok(), "{good}");
        }
        for bad in [
            "data.example.org",
            "https://",
            "https:///x",
            "https://a.org/ 'unsafe-inline'",
            "https://a;b",
            "javascript:x",
        ] {
            assert!(check_address("API", bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn errors_are_reported_to_a_page_or_by_mail() {
        assert_eq!(contact("").unwrap(), "");
        assert_eq!(contact("https://example.org/issues").unwrap(), "https://example.org/issues");
        assert_eq!(contact("matrix@example.org").unwrap(), "mailto:matrix@example.org");
        for bad in ["matrix", "a@b?subject=x", "javascript:x", "a b@example.org"] {
            assert!(contact(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_origin_of_foreign_data_is_named() {
        let config = |api: &str| SiteConfig { api: api.to_owned(), ..SiteConfig::default() };
        assert_eq!(foreign_origin(&config("https://d.example:81/v1/")), Some("https://d.example:81"));
        assert_eq!(foreign_origin(&config(SiteConfig::EMBEDDED_API)), None);
    }
}
