//! The content security policy: computed from the page itself, so that every inline script and style is named by its
//! hash and nothing else runs.

use anyhow::Result;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use wsis_core::escape::escape_markup;
use wsis_core::site_config::SiteConfig;

use super::config::foreign_origin;
use super::markup::{CHARSET_TAG, insert_after_tag};

/// The policy of a complete page.
pub(super) fn policy(page: &str, config: &SiteConfig) -> String {
    let scripts = sources(&inline(page, "script"));
    let styles = sources(&inline(page, "style"));
    let foreign = foreign_origin(config).map(|origin| format!(" {origin}")).unwrap_or_default();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{styles}; \
         img-src 'self' blob:; frame-src 'self'; connect-src 'self'{foreign}; worker-src 'self'; \
         manifest-src 'self'; base-uri 'none'; form-action 'none'"
    )
}

/// Puts the policy into the page, before anything it applies to.
pub(super) fn fill(page: &str, policy: &str) -> Result<String> {
    let meta =
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\" />", escape_markup(policy));
    insert_after_tag(page, CHARSET_TAG, &meta)
}

/// The contents of inline elements of a name. A script with a type of its own that is no module is data.
fn inline<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    page.split(open.as_str())
        .skip(1)
        .filter_map(|part| {
            let (attributes, rest) = part.split_once('>')?;
            let (content, _) = rest.split_once(close.as_str())?;
            let attributes = attributes.replace('"', "");
            let runs = !attributes.contains("src=")
                && (!attributes.contains("type=") || attributes.contains("type=module"));
            runs.then_some(content)
        })
        .collect()
}

fn sources(contents: &[&str]) -> String {
    contents.iter().map(|content| format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(content)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_scripts_are_found_and_data_is_not() {
        let page = "<script>one()</script><script type=\"application/json\">{}</script>\
                    <script type=\"module\">two()</script><script type=module>three()</script>\
                    <script id=c type=application/json>{}</script><script src=\"x.js\"></script>";
        assert_eq!(inline(page, "script"), ["one()", "two()", "three()"]);
    }

    #[test]
    fn the_talk_in_one_file_lets_its_own_script_run() {
        let named = format!(" '{}'", wsis_page::export::PLAYER_HASH);
        assert_eq!(sources(&[wsis_page::export::PLAYER]), named);
    }

    #[test]
    fn a_hash_is_the_one_browsers_compute() {
        // From the CSP specification's example of an inline script.
        assert_eq!(
            sources(&["alert('Hello, world.');"]),
            " 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
        );
    }
}
