//! The files for hosts: one list of rules, written in the form of each kind of host, so that
//! they cannot disagree.
//!
//! The rules are made in `rules` and nowhere else. A module for each form turns them into text and decides nothing. All of
//! it is put into the built site: it belongs to exactly this build (the policy names hashes of its page), and it says
//! nothing that the responses do not say as well.
//!
//! May depend on the file system and on `markup` for escaping; not on how the page was made.

mod apache;
mod caddy;
mod iis;
mod media_types;
mod netlify;
mod nginx;
mod object_storage;
mod rules;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

pub use media_types::content_type;
pub use rules::{CachePolicy, FOLDER, PathPattern, Rules};

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
