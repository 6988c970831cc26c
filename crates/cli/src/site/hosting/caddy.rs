//! `hosting/Caddyfile`, to be imported into a site block of Caddy 2.
//!
//! Caddy would send a header also with a failure, so what is said of files asks whether the file is there. Depends on
//! the rules alone.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::media_types::{COMPRESSIBLE, MEDIA_TYPES};
use super::rules::{CachePolicy, Rules};

const HEAD: &str = "\
# For Caddy 2.6 or newer. Import it into the block that serves this folder, and nothing has to be changed in it:
#   matrix.example.org {
#       root * /srv/matrix
#       import /srv/matrix/hosting/Caddyfile
#       file_server
#   }
# Below a path these three lines stand inside `handle_path /matrix/* { … }`, with `redir /matrix /matrix/` before it.
# Add no `try_files … /index.html`: the app has to see the 404.
# Made by the build; take it with every new one and reload Caddy.

";

const HEADERS: &str = "
# Every answer, failures too.
";

const CACHING: &str = "
# How long a file may be kept, where it is there: no failure is.
";

const TYPING: &str = "
# Types.
";

/// Whether the address is a file's, or that of a folder with a page of its own.
const FILE_OR_FOLDER: &str = "file {path} {path}index.html";

/// The whole file.
pub(super) fn render(rules: &Rules) -> String {
    let mut text = HEAD.to_owned();
    // Some versions of Caddy leave programs out unless they are named.
    text.push_str("encode gzip {\n\tmatch {\n\t\theader Content-Type text/html*\n");
    for name in COMPRESSIBLE {
        let _ = writeln!(text, "\t\theader Content-Type {name}*");
    }
    text.push_str("\t}\n}\n");
    text.push_str(HEADERS);
    for (name, value) in rules.headers() {
        let _ = writeln!(text, "header {name} \"{value}\"");
    }
    text.push_str(CACHING);
    let mut places: BTreeMap<CachePolicy, Vec<String>> = BTreeMap::new();
    for (place, caching) in &rules.caching {
        places.entry(*caching).or_default().push(place.glob());
    }
    for (number, (caching, paths)) in places.iter().enumerate() {
        push(
            &mut text,
            &format!("kept_{number}"),
            &paths.join(" "),
            FILE_OR_FOLDER,
            ("Cache-Control", &caching.header()),
        );
    }
    text.push_str(TYPING);
    for media in MEDIA_TYPES {
        let (name, path) = (format!("type_{}", media.extension), format!("*.{}", media.extension));
        push(&mut text, &name, &path, "file", ("Content-Type", &media.header()));
    }
    text
}

/// A header for some paths, where something is there.
fn push(text: &mut String, name: &str, paths: &str, there: &str, (header, value): (&str, &str)) {
    let _ = writeln!(
        text,
        "@matrix_{name} {{\n\tpath {paths}\n\t{there}\n}}\nheader @matrix_{name} {header} \"{value}\""
    );
}
