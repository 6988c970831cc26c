//! `web.config` for IIS 10. It works in whatever folder it lies, so nothing in it names the site's path.
//!
//! How long a file may be kept is said with `clientCache`, which IIS uses for files it has and not for failures. IIS
//! puts the same words into another order. Depends on the rules and on `markup` for escaping.

use std::fmt::Write as _;

use wsis_core::escape::escape_markup;

use super::media_types::MEDIA_TYPES;
use super::rules::{CachePolicy, PathPattern, Rules};

const HEAD: &str = "\
<?xml version=\"1.0\" encoding=\"utf-8\"?>
<!-- For IIS 10. Nothing has to be changed in it. Compression of .wasm has to be switched on for the whole server.
     Made by the build; take it with every new one. -->
<configuration>
  <system.webServer>
    <directoryBrowse enabled=\"false\" />
    <defaultDocument>
      <files>
        <clear />
        <add value=\"index.html\" />
      </files>
    </defaultDocument>
    <urlCompression doStaticCompression=\"true\" />
    <httpProtocol>
      <customHeaders>
";

const TYPING: &str = "      </customHeaders>
    </httpProtocol>
    <staticContent>
";

/// The whole file.
pub(super) fn render(rules: &Rules) -> String {
    let mut text = HEAD.to_owned();
    for (name, value) in rules.headers() {
        // What the server says already would otherwise be an error.
        let _ = writeln!(text, "        <remove name=\"{name}\" />");
        let _ = writeln!(text, "        <add name=\"{name}\" value=\"{}\" />", escape_markup(value));
    }
    text.push_str(TYPING);
    for media in MEDIA_TYPES {
        let (extension, name) = (media.extension, media.header());
        let _ = writeln!(text, "      <remove fileExtension=\".{extension}\" />");
        let _ = writeln!(text, "      <mimeMap fileExtension=\".{extension}\" mimeType=\"{name}\" />");
    }
    text.push_str("    </staticContent>\n  </system.webServer>\n");
    for (place, caching) in &rules.caching {
        push(&mut text, place, *caching);
    }
    text.push_str("</configuration>\n");
    text
}

/// A location; the start of the site needs none, since IIS answers it with `index.html` and its rule.
fn push(text: &mut String, place: &PathPattern, caching: CachePolicy) {
    let path = match place {
        PathPattern::File(path) | PathPattern::Folder(path) => path.trim_matches('/'),
    };
    if path.is_empty() {
        return;
    }
    let _ = writeln!(
        text,
        "  <location path=\"{}\"><system.webServer><staticContent>\n    <clientCache {} />\n  \
         </staticContent></system.webServer></location>",
        escape_markup(path),
        attributes(caching)
    );
}

/// The value of `clientCache`.
fn attributes(caching: CachePolicy) -> String {
    match caching {
        CachePolicy::Revalidate => "cacheControlMode=\"DisableCache\"".to_owned(),
        CachePolicy::MaxAge(seconds, more) => {
            let custom = if more.is_empty() { "public".to_owned() } else { format!("public, {more}") };
            format!(
                "cacheControlMode=\"UseMaxAge\" cacheControlMaxAge=\"{}\" cacheControlCustom=\"{custom}\"",
                span(seconds)
            )
        }
    }
}

/// Seconds as days, hours, minutes and seconds.
fn span(seconds: u32) -> String {
    let (minutes, hours, days) = (seconds / 60, seconds / 3600, seconds / 86_400);
    format!("{days}.{:02}:{:02}:{:02}", hours % 24, minutes % 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::content_type;
    use super::super::rules::sample;
    use super::*;

    #[test]
    fn it_is_xml_that_says_what_the_rules_say() {
        let (rules, rendered) = (sample(), render(&sample()));
        let document = roxmltree::Document::parse(&rendered).unwrap();
        let named = |name: &'static str| document.descendants().filter(move |node| node.has_tag_name(name));
        let headers: Vec<(&str, &str)> = named("add")
            .filter_map(|node| Some((node.attribute("name")?, node.attribute("value")?)))
            .collect();
        let expected: Vec<(&str, &str)> =
            rules.headers().iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(headers, expected);
        for node in named("mimeMap") {
            let name = format!("x{}", node.attribute("fileExtension").unwrap());
            assert_eq!(node.attribute("mimeType").map(str::to_owned), content_type(&name));
        }
        let kept = named("location").map(|place| {
            let cache = place.descendants().find(|node| node.has_tag_name("clientCache")).unwrap();
            (place.attribute("path").unwrap().to_owned(), said(cache))
        });
        let expected = rules.caching.iter().filter_map(|(place, caching)| {
            let path = place.glob().trim_matches(['/', '*']).to_owned();
            let words = caching.header().split(", ").map(str::to_owned).collect();
            (!path.is_empty()).then_some((path, words))
        });
        assert_eq!(kept.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
    }

    /// The words that IIS sends for a `clientCache`, whatever their order.
    fn said(cache: roxmltree::Node) -> BTreeSet<String> {
        if cache.attribute("cacheControlMode") == Some("DisableCache") {
            return BTreeSet::from(["no-cache".to_owned()]);
        }
        let (days, time) = cache.attribute("cacheControlMaxAge").unwrap().split_once('.').unwrap();
        let time: Vec<u32> = time.split(':').map(|part| part.parse().unwrap()).collect();
        let seconds = days.parse::<u32>().unwrap() * 86_400 + time[0] * 3600 + time[1] * 60 + time[2];
        let custom = cache.attribute("cacheControlCustom").unwrap().split(", ").map(str::to_owned);
        custom.chain([format!("max-age={seconds}")]).collect()
    }

    #[test]
    fn spans_are_days_and_a_time() {
        assert_eq!(span(31_536_000), "365.00:00:00");
        assert_eq!(span(3_661), "0.01:01:01");
    }
}
