//! What a host has to say with the site's files: one list of rules, written in the form of each kind of host, so that
//! they cannot disagree.
//!
//! The rules are made here and nowhere else. A module for each form turns them into text and decides nothing. All of
//! it is put into the built site: it belongs to exactly this build (the policy names hashes of its page), and it says
//! nothing that the responses do not say as well.
//!
//! May depend on the file system and on `markup` for escaping; not on how the page was made.

mod apache;
mod caddy;
mod iis;
mod netlify;
mod nginx;
mod object_storage;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// The folder of the forms that a host does not find by itself.
pub const FOLDER: &str = "hosting";

/// Powers of the browser that the app does not use, so that nothing running in its place can. Chromium warns of names it
/// does not know, so only those that it knows are here. Not here, since the app may use them: the full screen, keeping
/// the screen on, writing to the clipboard, sharing, and placing windows.
const DENIED_FEATURES: &[&str] = &[
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "encrypted-media",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "serial",
    "usb",
    "xr-spatial-tracking",
];

/// The types of the files that a build can have.
const MEDIA_TYPES: &[MediaType] = &[
    MediaType::text("css", "text/css"),
    MediaType::text("html", "text/html"),
    MediaType::data("ico", "image/x-icon"),
    MediaType::text("js", "text/javascript"),
    MediaType::text("json", "application/json"),
    MediaType::data("png", "image/png"),
    MediaType::data("svg", "image/svg+xml"),
    // The declarations of the element's types, to be read.
    MediaType::text("ts", "text/plain"),
    MediaType::text("txt", "text/plain"),
    // Under any other type browsers refuse to compile a program while it arrives.
    MediaType::data("wasm", "application/wasm"),
    MediaType::data("webmanifest", "application/manifest+json"),
    MediaType::data("woff2", "font/woff2"),
    MediaType::data("xml", "application/xml"),
];

/// What is worth compressing; pictures and fonts are small already. `text/html` is left out: nginx always compresses it
/// and warns when it is told to.
const COMPRESSIBLE: &[&str] = &[
    "application/json",
    "application/manifest+json",
    "application/wasm",
    "application/xml",
    "image/svg+xml",
    "text/css",
    "text/javascript",
    "text/plain",
];

/// The type of files with an extension.
struct MediaType {
    extension: &'static str,
    name: &'static str,
    /// Whether it is text in UTF-8, and said to be.
    utf8: bool,
}

impl MediaType {
    const fn text(extension: &'static str, name: &'static str) -> Self {
        Self { extension, name, utf8: true }
    }

    const fn data(extension: &'static str, name: &'static str) -> Self {
        Self { extension, name, utf8: false }
    }

    /// As the header has it.
    fn header(&self) -> String {
        if self.utf8 { format!("{}; charset=utf-8", self.name) } else { self.name.to_owned() }
    }
}

/// The type of a file by its name, as the header has it.
#[must_use]
pub fn content_type(name: &str) -> Option<String> {
    let extension = name.rsplit_once('.')?.1;
    MEDIA_TYPES.iter().find(|media| media.extension == extension).map(MediaType::header)
}

/// Which files a rule is for; paths count from the site's start and begin with a slash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PathPattern {
    /// One address.
    File(String),
    /// All below a folder, whose path ends with a slash.
    Folder(String),
}

impl PathPattern {
    fn matches(&self, path: &str) -> bool {
        match self {
            Self::File(file) => path == file,
            Self::Folder(folder) => path.starts_with(folder.as_str()),
        }
    }

    /// With a star for all below a folder.
    fn glob(&self) -> String {
        match self {
            Self::File(file) => file.clone(),
            Self::Folder(folder) => format!("{folder}*"),
        }
    }

    /// A regular expression for an address that ends like this: the site may stand below any path.
    fn suffix_regex(&self) -> String {
        match self {
            Self::File(file) => format!("{}$", escaped(file)),
            Self::Folder(folder) => escaped(folder),
        }
    }

    /// Hosts that look only at the end of an address let the last rule win, so what covers more comes first: the end of
    /// the start page's address is also that of other folders' pages.
    fn specificity(&self) -> u8 {
        match self {
            Self::File(file) if file == "/" || file == "/index.html" => 0,
            Self::Folder(_) => 1,
            Self::File(_) => 2,
        }
    }
}

/// How long an answer may be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CachePolicy {
    /// Kept, but asked for again each time.
    Revalidate,
    /// Kept by everybody for so many seconds, and what else is said of that.
    MaxAge(u32, &'static str),
}

impl CachePolicy {
    /// What never changes: a year.
    pub const IMMUTABLE: Self = Self::MaxAge(31_536_000, "immutable");

    /// As `Cache-Control` has it.
    #[must_use]
    pub fn header(self) -> String {
        match self {
            Self::Revalidate => "no-cache".to_owned(),
            Self::MaxAge(seconds, "") => format!("public, max-age={seconds}"),
            Self::MaxAge(seconds, more) => format!("public, max-age={seconds}, {more}"),
        }
    }
}

/// The rules of one build.
#[derive(Debug)]
pub struct Rules {
    headers: Vec<(&'static str, String)>,
    caching: Vec<(PathPattern, CachePolicy)>,
}

impl Rules {
    /// The rules for a page with this security policy. `lasting` are the places whose content never changes: files with
    /// a hash in their name, folders of a snapshot or of a full version.
    #[must_use]
    pub fn new(policy: &str, immutable: &[PathPattern]) -> Self {
        let off: Vec<String> = DENIED_FEATURES.iter().map(|name| format!("{name}=()")).collect();
        // Anyone may frame the page, which only a header can say, and read its files: so do its embeds in sandboxed
        // frames. The last one lets in pages that shut out what does not ask to be let in. No `X-Frame-Options`.
        let headers = vec![
            ("Content-Security-Policy", format!("{policy}; frame-ancestors *")),
            ("Access-Control-Allow-Origin", "*".to_owned()),
            ("X-Content-Type-Options", "nosniff".to_owned()),
            ("Referrer-Policy", "strict-origin-when-cross-origin".to_owned()),
            ("Permissions-Policy", off.join(", ")),
            ("Cross-Origin-Resource-Policy", "cross-origin".to_owned()),
        ];
        let file = |path: &str| PathPattern::File(path.to_owned());
        let mut caching = vec![
            (file("/"), CachePolicy::Revalidate),
            (file("/index.html"), CachePolicy::Revalidate),
            (file("/api/v1/manifest.json"), CachePolicy::Revalidate),
            // A worker that is kept would keep a version of the app past the next one.
            (file("/sw.js"), CachePolicy::Revalidate),
            (file("/manifest.webmanifest"), CachePolicy::Revalidate),
            (file("/embed/1/embed.js"), CachePolicy::MaxAge(3600, "stale-while-revalidate=86400")),
            (PathPattern::Folder("/share/".to_owned()), CachePolicy::MaxAge(3600, "")),
        ];
        caching.extend(immutable.iter().map(|place| (place.clone(), CachePolicy::IMMUTABLE)));
        Self { headers, caching }
    }

    /// The headers of every response, failures too.
    #[must_use]
    pub fn headers(&self) -> &[(&'static str, String)] {
        &self.headers
    }

    /// How long the file at a path may be kept, where a rule says so. A failure may never be kept.
    #[must_use]
    pub fn caching(&self, path: &str) -> Option<CachePolicy> {
        self.caching.iter().find(|(place, _)| place.matches(path)).map(|(_, caching)| *caching)
    }

    /// A regular expression for each kind of place and caching; of those that match an address, the last is meant.
    fn expressions(&self) -> Vec<(String, CachePolicy)> {
        let mut groups: BTreeMap<(u8, CachePolicy), Vec<String>> = BTreeMap::new();
        for (place, caching) in &self.caching {
            groups.entry((place.specificity(), *caching)).or_default().push(place.suffix_regex());
        }
        groups
            .into_iter()
            .map(|((_, caching), patterns)| match patterns.as_slice() {
                [one] => (one.clone(), caching),
                several => (format!("({})", several.join("|")), caching),
            })
            .collect()
    }
}

/// Writes every form into a built site that has all its other files.
///
/// # Errors
/// A file that cannot be listed or written.
pub fn write(site: &Path, rules: &Rules) -> Result<()> {
    let files = object_storage::files(site)?;
    fs::create_dir_all(site.join(FOLDER)).with_context(|| format!("cannot make {FOLDER}"))?;
    for (name, text) in [
        ("_headers".to_owned(), netlify::render(rules)),
        (".htaccess".to_owned(), apache::render(rules)),
        ("web.config".to_owned(), iis::render(rules)),
        (format!("{FOLDER}/nginx.conf"), nginx::render(rules)),
        (format!("{FOLDER}/Caddyfile"), caddy::render(rules)),
        (format!("{FOLDER}/object-storage.json"), object_storage::uploads(rules, &files)?),
        (format!("{FOLDER}/cloudfront.json"), object_storage::cloudfront(rules)?),
    ] {
        fs::write(site.join(&name), text).with_context(|| format!("cannot write {name}"))?;
    }
    Ok(())
}

/// A path as a regular expression for itself.
fn escaped(path: &str) -> String {
    let mut expression = String::with_capacity(path.len());
    for character in path.chars() {
        if !character.is_alphanumeric() && !matches!(character, '/' | '-' | '_') {
            expression.push('\\');
        }
        expression.push(character);
    }
    expression
}

/// Rules such as those of a real build, for the tests of the forms.
#[cfg(test)]
fn sample() -> Rules {
    Rules::new(
        "default-src 'none'; connect-src 'self' https://a%b.example",
        &[PathPattern::File("/a-0.js".to_owned()), PathPattern::Folder("/api/v1/x/".to_owned())],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_path_has_one_rule() {
        let rules = sample();
        for (path, expected) in [
            ("/", Some("no-cache")),
            ("/index.html", Some("no-cache")),
            ("/api/v1/manifest.json", Some("no-cache")),
            ("/sw.js", Some("no-cache")),
            ("/manifest.webmanifest", Some("no-cache")),
            ("/api/v1/x/counts.json", Some("public, max-age=31536000, immutable")),
            ("/a-0.js", Some("public, max-age=31536000, immutable")),
            ("/embed/1/embed.js", Some("public, max-age=3600, stale-while-revalidate=86400")),
            ("/share/C2.html", Some("public, max-age=3600")),
            ("/robots.txt", None),
        ] {
            assert_eq!(rules.caching(path).map(CachePolicy::header).as_deref(), expected, "{path}");
            assert!(rules.caching.iter().filter(|(place, _)| place.matches(path)).count() <= 1, "{path}");
        }
    }

    #[test]
    fn the_last_expression_that_matches_says_the_same_below_any_path() {
        let rules = sample();
        for mount in ["", "/matrix"] {
            for path in [
                "/",
                "/index.html",
                "/share/a/",
                "/share/a/index.html",
                "/a-0.js",
                "/api/v1/x/y.json",
                "/aa0.js",
            ] {
                let address = format!("{mount}{path}");
                let last = rules
                    .expressions()
                    .into_iter()
                    .rfind(|(expression, _)| regex::Regex::new(expression).unwrap().is_match(&address));
                assert_eq!(last.map(|(_, caching)| caching), rules.caching(path), "{address}");
            }
        }
    }

    #[test]
    fn what_the_app_uses_is_not_switched_off() {
        for used in ["fullscreen", "screen-wake-lock", "clipboard-write", "web-share", "window-management"] {
            assert!(!DENIED_FEATURES.contains(&used), "{used}");
        }
    }

    #[test]
    fn what_is_compressed_has_a_type() {
        for name in COMPRESSIBLE {
            assert!(MEDIA_TYPES.iter().any(|media| media.name == *name), "{name}");
        }
    }
}
