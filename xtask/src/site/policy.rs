//! The content security policy: computed from the page itself, so that every inline script and style is named by its
//! hash and nothing else runs.

use std::fmt::Write as _;

use anyhow::Result;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use super::CHARSET;
use super::config::Config;
use super::markup::{insert_behind, text};

/// The policy of a complete page.
pub(super) fn policy(page: &str, config: &Config) -> String {
    let scripts = sources(&inline(page, "script"));
    let styles = sources(&inline(page, "style"));
    let foreign = config.foreign_origin().map(|origin| format!(" {origin}")).unwrap_or_default();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{styles}; \
         img-src 'self' blob:; frame-src 'self'; connect-src 'self'{foreign}; base-uri 'none'; form-action 'none'"
    )
}

/// Puts the policy into the page, before anything it applies to.
pub(super) fn fill(page: &str, policy: &str) -> Result<String> {
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\" />", text(policy));
    insert_behind(page, CHARSET, &meta)
}

/// `_headers`, as Netlify, Cloudflare Pages and the project's own test server read it: at most one `*`, at the end of
/// a path, and no header given twice to one path. The page may be framed by anyone; only a header can say so.
///
/// `lasting` are the paths whose content never changes: files with a hash in their name, folders of a snapshot.
pub(super) fn headers(policy: &str, lasting: &[String]) -> String {
    let mut headers = format!(
        "/*\n  Content-Security-Policy: {policy}; frame-ancestors *\n  Access-Control-Allow-Origin: *\n  \
         X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n"
    );
    for path in ["/", "/index.html", "/api/v1/manifest.json"] {
        let _ = write!(headers, "{path}\n  Cache-Control: no-cache\n");
    }
    for path in lasting {
        let _ = write!(headers, "{path}\n  Cache-Control: public, max-age=31536000, immutable\n");
    }
    headers
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
    fn no_path_of_the_headers_has_more_than_one_star_and_none_before_its_end() {
        let written = headers("default-src 'none'", &["/a-0.js".to_owned(), "/api/v1/x/*".to_owned()]);
        let paths: Vec<&str> = written.lines().filter(|line| line.starts_with('/')).collect();
        assert_eq!(paths, ["/*", "/", "/index.html", "/api/v1/manifest.json", "/a-0.js", "/api/v1/x/*"]);
        assert!(paths.iter().all(|path| !path.trim_end_matches('*').contains('*')));
        let cached = written.matches("Cache-Control").count();
        assert_eq!(cached, paths.len() - 1, "none for all paths, one for each other");
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
