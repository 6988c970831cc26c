//! Static folders and the `_headers` file: what a plain static host would answer. Depends on `pattern`.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::pattern;

/// The content of the folders for a path.
pub(crate) enum Found {
    /// A file.
    File {
        /// Its content type, by its name.
        content_type: &'static str,
        /// Its bytes.
        bytes: Vec<u8>,
        /// Changes with the bytes.
        etag: String,
    },
    /// A folder that was asked for without its slash: the path to go to.
    Moved(String),
    /// Nothing.
    Missing,
}

/// One folder laid over a path.
struct Layer {
    /// Starts and ends with a slash.
    prefix: String,
    folder: PathBuf,
}

/// The site below its mount, further folders over it, and the header rules.
pub(crate) struct Site {
    mount: String,
    /// Oldest first: a newer layer's file hides an older one's.
    layers: Vec<Layer>,
    rules: Vec<HeaderRule>,
}

impl Site {
    /// Serves `folder` below `mount`, with the rules of its `_headers` file if it has one.
    pub(crate) fn new(mount: &str, folder: &Path) -> Self {
        let mount = with_slashes(mount);
        let rules = std::fs::read_to_string(folder.join("_headers")).unwrap_or_default();
        Self {
            layers: vec![Layer { prefix: mount.clone(), folder: folder.to_owned() }],
            mount,
            rules: parse_headers(&rules),
        }
    }

    /// Where the site begins: starts and ends with a slash.
    pub(crate) fn mount(&self) -> &str {
        &self.mount
    }

    /// Lays a folder over all others below a prefix.
    pub(crate) fn lay_over(&mut self, prefix: &str, folder: &Path) {
        self.layers.push(Layer { prefix: with_slashes(prefix), folder: folder.to_owned() });
    }

    /// Looks a path up, newest layer first.
    pub(crate) fn find(&self, path: &str) -> Found {
        let Some(plain) = decode(path) else { return Found::Missing };
        for layer in self.layers.iter().rev() {
            if format!("{plain}/") == layer.prefix {
                return Found::Moved(format!("{path}/"));
            }
            let Some(rest) = plain.strip_prefix(&layer.prefix) else { continue };
            // The host's own files are not served, as on the hosts that read them.
            if rest.split('/').any(|part| part == ".." || part == "_headers" || part == "_redirects") {
                continue;
            }
            let mut file = layer.folder.join(rest);
            if file.is_dir() {
                if !plain.ends_with('/') {
                    return Found::Moved(format!("{path}/"));
                }
                file.push("index.html");
            }
            if let Ok(bytes) = std::fs::read(&file) {
                let mut hasher = DefaultHasher::new();
                bytes.hash(&mut hasher);
                return Found::File {
                    content_type: content_type(&file),
                    etag: format!("\"{:016x}\"", hasher.finish()),
                    bytes,
                };
            }
        }
        Found::Missing
    }

    /// The headers that `_headers` gives to a path, counted from the mount where the path is below it.
    pub(crate) fn headers(&self, path: &str) -> Vec<(String, String)> {
        let below = path.strip_prefix(self.mount.trim_end_matches('/')).unwrap_or(path);
        let mut headers: Vec<(String, String)> = Vec::new();
        for rule in self.rules.iter().filter(|rule| pattern::covers(&rule.pattern, below)) {
            for (name, value) in &rule.lines {
                let known = headers.iter().position(|(key, _)| key.eq_ignore_ascii_case(name));
                match (value, known) {
                    (Some(value), None) => headers.push((name.clone(), value.clone())),
                    // Both hosts join what several rules say with a comma.
                    (Some(value), Some(at)) => headers[at].1 = format!("{}, {value}", headers[at].1),
                    (None, Some(at)) => drop(headers.remove(at)),
                    (None, None) => {}
                }
            }
        }
        headers
    }
}

/// One block of `_headers`; a line without a value takes the header away (`! Name`).
struct HeaderRule {
    pattern: String,
    lines: Vec<(String, Option<String>)>,
}

/// Reads the format of Netlify and Cloudflare: a path pattern, then indented `Name: value` lines. Patterns with a host name
/// are left out.
fn parse_headers(text: &str) -> Vec<HeaderRule> {
    let mut rules: Vec<HeaderRule> = Vec::new();
    for line in text.lines() {
        let words = line.trim();
        if words.is_empty() || words.starts_with('#') {
            continue;
        }
        if !line.starts_with([' ', '\t']) {
            rules.push(HeaderRule { pattern: words.to_owned(), lines: Vec::new() });
        } else if let Some(rule) = rules.last_mut() {
            if let Some(name) = words.strip_prefix('!') {
                rule.lines.push((name.trim().to_owned(), None));
            } else if let Some((name, value)) = words.split_once(':') {
                rule.lines.push((name.trim().to_owned(), Some(value.trim().to_owned())));
            }
        }
    }
    rules.retain(|rule| rule.pattern.starts_with('/'));
    rules
}

/// `any/folder` and `/any/folder/` mean the same.
fn with_slashes(prefix: &str) -> String {
    let inner = prefix.trim_matches('/');
    if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") }
}

/// Percent-decodes a path; none where it is not UTF-8 or has a NUL.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok().filter(|plain| !plain.contains('\0'))
}

/// The content type by a file's name, as static hosts have it.
fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "xml" => "application/xml",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{Site, decode};

    #[test]
    fn headers_of_several_rules_join_and_go() {
        let folder = tempfile::tempdir().unwrap();
        let rules = "# all\n/*\n  X-One: 1\n  X-Two: a: b\n/api/*\n  X-One: 2\n  ! x-two\nhttps://x.test/*\n  X-No: 1\n";
        std::fs::write(folder.path().join("_headers"), rules).unwrap();
        let site = Site::new("any/folder", folder.path());
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(site.headers("/any/folder/"), [pair("X-One", "1"), pair("X-Two", "a: b")]);
        assert_eq!(site.headers("/any/folder/api/x.json"), [pair("X-One", "1, 2")]);
        assert_eq!(decode("/a%20b%C3%A9").as_deref(), Some("/a bé"));
        assert_eq!(decode("/%F"), None);
    }
}
