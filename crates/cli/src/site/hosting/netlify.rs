//! `_headers`, as Netlify, Cloudflare Pages and the project's own test server read it: at most one `*`, at the end of
//! a path, and no header given twice to one path, since these hosts would join the values.
//!
//! Types are not said: the form has no rule for an extension, and these hosts know them. Depends on the rules alone.

use std::fmt::Write as _;

use super::rules::Rules;

/// The whole file.
pub(super) fn render(rules: &Rules) -> String {
    let mut text = "/*\n".to_owned();
    for (name, value) in rules.headers() {
        let _ = writeln!(text, "  {name}: {value}");
    }
    for (place, caching) in &rules.caching {
        let _ = writeln!(text, "{}\n  Cache-Control: {}", place.glob(), caching.header());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::rules::sample;
    use super::render;

    /// The headers that these hosts send for a path: those of every block that fits, a name again if it is twice.
    fn read(text: &str, path: &str) -> Vec<(String, String)> {
        let mut fits = false;
        let mut headers = Vec::new();
        for line in text.lines() {
            if let Some(header) = line.strip_prefix("  ") {
                headers.extend(fits.then(|| header.split_once(": ").unwrap()));
            } else {
                fits = line.strip_suffix('*').map_or(line == path, |start| path.starts_with(start));
            }
        }
        headers.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }

    #[test]
    fn each_path_has_the_headers_of_the_rules_once() {
        let (rules, text) = (sample(), render(&sample()));
        for path in
            ["/", "/index.html", "/share/C2.html", "/a-0.js", "/api/v1/x/y.json", "/robots.txt", "/share"]
        {
            let headers = rules.headers().iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
            let caching = rules.caching(path).map(|caching| ("Cache-Control".to_owned(), caching.header()));
            assert_eq!(read(&text, path), headers.chain(caching).collect::<Vec<_>>(), "{path}");
        }
    }

    #[test]
    fn no_path_has_more_than_one_star_and_none_before_its_end() {
        let rendered = render(&sample());
        let paths: Vec<&str> = rendered.lines().filter(|line| line.starts_with('/')).collect();
        assert_eq!(
            paths,
            [
                "/*",
                "/",
                "/index.html",
                "/api/v1/manifest.json",
                "/sw.js",
                "/manifest.webmanifest",
                "/embed/1/embed.js",
                "/share/*",
                "/a-0.js",
                "/api/v1/x/*"
            ]
        );
        assert!(paths.iter().all(|path| !path.trim_end_matches('*').contains('*')));
        let cached = rendered.matches("Cache-Control").count();
        assert_eq!(cached, paths.len() - 1, "none for all paths, one for each other");
    }
}
