//! The rules of a build: headers of every response, and how long each file may be cached.

use std::collections::BTreeMap;

/// The folder of the forms that a host does not find by itself.
pub const FOLDER: &str = "hosting";

/// Powers of the browser that the app does not use, so that nothing running in its place can. Chromium warns of names it
/// does not know, so only those that it knows are here. Not here, since the app may use them: the full screen, offline_files
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

/// Which files a rule is for; paths count from the site's start and begin with a slash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PathPattern {
    /// One address.
    File(String),
    /// All below a folder, whose path ends with a slash.
    Folder(String),
}

impl PathPattern {
    pub(super) fn matches(&self, path: &str) -> bool {
        match self {
            Self::File(file) => path == file,
            Self::Folder(folder) => path.starts_with(folder.as_str()),
        }
    }

    /// With a star for all below a folder.
    pub(super) fn glob(&self) -> String {
        match self {
            Self::File(file) => file.clone(),
            Self::Folder(folder) => format!("{folder}*"),
        }
    }

    /// A regular expression for an address that ends like this: the site may stand below any path.
    pub(super) fn suffix_regex(&self) -> String {
        match self {
            Self::File(file) => format!("{}$", escaped(file)),
            Self::Folder(folder) => escaped(folder),
        }
    }

    /// Hosts that look only at the end of an address let the last rule win, so what covers more comes first: the end of
    /// the start page's address is also that of other folders' pages.
    pub(super) fn specificity(&self) -> u8 {
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
    /// Files that never change: a year.
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
    pub(super) caching: Vec<(PathPattern, CachePolicy)>,
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
    pub(super) fn expressions(&self) -> Vec<(String, CachePolicy)> {
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
pub(super) fn sample() -> Rules {
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
}
