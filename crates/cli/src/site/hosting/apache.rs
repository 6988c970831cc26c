//! `.htaccess` for Apache 2.4. It works in whatever folder it lies, so nothing in it names the site's path.
//!
//! The headers are not wrapped in `IfModule`: without mod_headers Apache then answers 500 instead of leaving the
//! security policy out unnoticed. Compression is: without it the site is only slower. Depends on the rules alone.

use std::fmt::Write as _;

use super::media_types::{COMPRESSIBLE, MEDIA_TYPES};
use super::rules::Rules;

const HEAD: &str = "\
# For Apache 2.4. Needs mod_headers, mod_mime, mod_dir, and in the configuration of the server:
#   AllowOverride FileInfo Indexes Options
# An answer 500 means that one of them is missing: see the error log. Made by the build; take it with every new one.

Options -Indexes
DirectoryIndex index.html

# Every answer, failures too.
";

const CACHING: &str = "
# How long a file may be kept. No failure is: these lines lack \"always\". The last one that matches counts.
";

const TYPING: &str = "
# Types.
";

const COMPRESSION: &str = "
# Only speed: left out where the server cannot do it.
<IfModule mod_deflate.c>
<IfModule mod_filter.c>
";

/// Apache marks what it compressed in the ETag and then does not know it again: nothing would ever be \"not modified\".
const REVALIDATION: &str = "\
RequestHeader edit \"If-None-Match\" '^(W/)?\"(.*)-gzip\"$' '$1\"$2\", $1\"$2-gzip\"'
</IfModule>
</IfModule>
";

/// The whole file.
pub(super) fn render(rules: &Rules) -> String {
    let mut text = HEAD.to_owned();
    for (name, value) in rules.headers() {
        // A percent sign starts a variable.
        let _ = writeln!(text, "Header always set {name} \"{}\"", value.replace('%', "%%"));
    }
    text.push_str(CACHING);
    for (expression, caching) in rules.expressions() {
        let value = caching.header();
        let _ = writeln!(
            text,
            "Header set Cache-Control \"{value}\" \"expr=%{{REQUEST_URI}} =~ m#{expression}#\""
        );
    }
    text.push_str(TYPING);
    for media in MEDIA_TYPES {
        let _ = writeln!(text, "AddType {} .{}", media.name, media.extension);
    }
    let utf8: Vec<String> =
        MEDIA_TYPES.iter().filter(|media| media.utf8).map(|media| format!(".{}", media.extension)).collect();
    let _ = writeln!(text, "AddCharset utf-8 {}", utf8.join(" "));
    text.push_str(COMPRESSION);
    let _ = writeln!(text, "AddOutputFilterByType DEFLATE text/html {}", COMPRESSIBLE.join(" "));
    text.push_str(REVALIDATION);
    text
}

#[cfg(test)]
mod tests {
    use super::super::rules::sample;
    use super::render;

    #[test]
    fn headers_are_not_left_out_silently_and_percent_signs_are_kept() {
        let rendered = render(&sample());
        let headers: Vec<&str> = rendered.split("<IfModule").next().unwrap().lines().collect();
        assert_eq!(headers.iter().filter(|line| line.starts_with("Header always set")).count(), 6);
        assert!(rendered.contains("https://a%%b.example"));
    }
}
