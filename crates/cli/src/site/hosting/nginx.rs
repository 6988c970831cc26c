//! `hosting/nginx.conf`, to be included in a `server` or `location` block of nginx.
//!
//! A block of nginx with an `add_header` of its own drops all those of the blocks around it. So there is one block
//! here and no location: what depends on the address goes through a variable, and an empty header is not sent. `if` with
//! nothing but `set` in it is the harmless kind. Depends on the rules alone.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::media_types::{COMPRESSIBLE, MEDIA_TYPES};
use super::rules::Rules;

const HEAD: &str = "\
# For nginx 1.18 or newer. Include it in the block that serves this folder, and nothing has to be changed in it:
#   server { root /srv/matrix; include /srv/matrix/hosting/nginx.conf; }
#   location /matrix/ { alias /srv/matrix/; include /srv/matrix/hosting/nginx.conf; }
# Two things would undo it: an add_header in a block inside that one (nginx then drops all of these), and a try_files
# that answers index.html for what is missing (the app has to see the 404).
# Made by the build; take it with every new one and reload nginx.

autoindex off;
index index.html;

# How long a file may be kept. The last one that matches counts.
set $matrix_cache \"\";
";

const HEADERS: &str = "# Without \"always\": no failure is kept.
add_header Cache-Control $matrix_cache;

# Every answer, failures too.
";

const TYPING: &str = "
# Types: these alone count here, not those of the blocks around.
types {
";

const COMPRESSION: &str = "
gzip on;
gzip_vary on;
gzip_min_length 1024;
";

/// The whole file.
pub(super) fn render(rules: &Rules) -> String {
    let mut text = HEAD.to_owned();
    for (expression, caching) in rules.expressions() {
        let _ =
            writeln!(text, "if ($uri ~ \"{expression}\") {{ set $matrix_cache \"{}\"; }}", caching.header());
    }
    text.push_str(HEADERS);
    for (name, value) in rules.headers() {
        let _ = writeln!(text, "add_header {name} \"{value}\" always;");
    }
    text.push_str(TYPING);
    for media in MEDIA_TYPES {
        let _ = writeln!(text, "    {} {};", media.name, media.extension);
    }
    // Each once, and without the one that nginx has anyway: it warns of the others.
    let utf8: BTreeSet<&str> =
        MEDIA_TYPES.iter().filter(|media| media.utf8).map(|media| media.name).collect();
    let utf8: Vec<&str> = utf8.into_iter().filter(|name| *name != "text/html").collect();
    let _ = writeln!(
        text,
        "}}\ndefault_type application/octet-stream;\ncharset utf-8;\ncharset_types {};",
        utf8.join(" ")
    );
    text.push_str(COMPRESSION);
    let _ = writeln!(text, "gzip_types {};", COMPRESSIBLE.join(" "));
    text
}

#[cfg(test)]
mod tests {
    use super::super::rules::sample;
    use super::render;

    #[test]
    fn all_headers_stand_in_one_block() {
        let rendered = render(&sample());
        let depth = |text: &str| text.matches('{').count() - text.matches('}').count();
        let config: String = rendered.lines().filter(|line| !line.starts_with('#')).collect();
        for (at, _) in config.match_indices("add_header") {
            assert_eq!(depth(&config[..at]), 0);
        }
        assert_eq!(config.matches("add_header").count(), 7);
    }
}
