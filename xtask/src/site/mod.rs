//! `cargo xtask site`: the step after trunk. Puts the data beside the app, the first sight into `index.html`, the
//! security policy into the page, and beside it the pages to share and what hosts have to say with all of it.
//!
//! Runs as trunk's post_build hook on its staging folder, so that a build is complete or not there. Hashed files are
//! never touched: that would break their integrity attributes.

mod config;
mod embed;
mod first_style;
pub mod hosting;
mod late_style;
mod later;
mod markup;
mod offline;
mod policy;
mod prerender;
mod share;
mod table;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;
use wsis_core::Language;
use wsis_core::contract::manifest::Manifest;
use wsis_core::contract::path;
use wsis_core::matrix::{Matrix, Numbers};

use crate::arguments::Arguments;
use crate::data::{self, build::Api};
use config::Config;
use hosting::{Place, Rules};
use prerender::{Collection, Site};

/// The tag that head and policy follow: what it says has to be known before them, and nothing that runs is before it.
const CHARSET: &str = "<meta charset";

/// Runs the command with its options and says what was made.
///
/// # Errors
/// No staging folder, wrong sources or configuration, or a file that cannot be read or written.
pub fn command(given: impl Iterator<Item = String>) -> Result<String> {
    let mut arguments = Arguments::new(given);
    let folder = arguments.value("--folder")?.map(PathBuf::from);
    let sources = arguments.value("--sources")?.unwrap_or_else(|| "data".to_owned());
    arguments.end()?;
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let Some(folder) = folder.or(staging) else {
        bail!("site runs as a hook of trunk, or with --folder FOLDER")
    };
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let config = Config::from_environment()?;
    let index = folder.join("index.html");
    let page = fs::read_to_string(&index).with_context(|| format!("cannot read {}", index.display()))?;
    let page = later::add(&folder, &first_style::join(&folder, &page)?, release)?;
    late_style::STAGE.add(&folder)?;
    late_style::LATER.add(&folder)?;
    let api = data::make_from_environment(Path::new(&sources))?;
    if config.uses_embedded_data() {
        data::write::swap_in(&api, &folder.join(config::EMBEDDED_API))?;
    }
    let embedded = config.uses_embedded_data();
    offline::add(&folder)?;
    let mut lasting = hashed_files(&folder)?;
    lasting.extend(embed::add(&folder)?);
    lasting.extend(embedded.then(|| Place::Below(format!("/{}{}/", config::EMBEDDED_API, api.snapshot))));
    let (page, policy) = complete(&page, &config, &site(&api, embedded)?)?;
    fs::write(&index, &page).with_context(|| format!("cannot write {}", index.display()))?;
    offline::write(&folder, &page, &config, release)?;
    let shared = match share::write(&folder, &api, &config)? {
        Some(pages) => format!("{pages} share pages"),
        None => "no share pages: PUBLIC is not set".to_owned(),
    };
    // Last, since it lists all files.
    hosting::write(&folder, &Rules::new(&policy, &lasting))?;
    Ok(format!("site: {} projects, first sight and policy in {}; {shared}", api.projects, folder.display()))
}

/// What the first sight is drawn from: the same files that the app will load. Of data that lie elsewhere nothing is
/// known here but the matrix itself, so nothing is said of projects.
fn site(api: &Api, embedded: bool) -> Result<Site> {
    let manifest: Manifest = parse(&api.manifest, path::MANIFEST)?;
    let file = |name: &str| api.files.get(name).with_context(|| format!("the data lack {name}"));
    let matrix = path::matrix(Language::English);
    let matrix = Matrix::new(parse(file(&matrix)?, &matrix)?)?;
    let numbers = Numbers::new(parse(file(path::COUNTS)?, path::COUNTS)?)?;
    Ok(Site { matrix, collection: embedded.then_some(Collection { manifest, numbers }) })
}

fn parse<T: DeserializeOwned>(bytes: &[u8], name: &str) -> Result<T> {
    serde_json::from_slice(bytes).with_context(|| format!("{name} cannot be read"))
}

/// The complete page, and the policy that it and its host name.
fn complete(page: &str, config: &Config, site: &Site) -> Result<(String, String)> {
    let page = markup::without_comments(&markup::ask_across_origins(page));
    let page = prerender::fill(&page, site)?;
    let page = offline::announce(&config::fill(&page, config)?)?;
    let policy = policy::policy(&page, config);
    Ok((policy::fill(&page, &policy)?, policy))
}

/// Trunk's files, which have a hash of their content in their names.
fn hashed_files(folder: &Path) -> Result<Vec<Place>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let mut names = names.collect::<Result<Vec<_>>>()?;
    names.retain(|name| is_hashed(name));
    names.sort();
    Ok(names.iter().map(|name| Place::File(format!("/{name}"))).collect())
}

/// Whether a name ends in the hexadecimal digits of a hash before its extension, such as `base-1977fa0c3b1e52d4.css`. Trunk
/// leaves out zeros at the start of the sixteen.
fn is_hashed(name: &str) -> bool {
    let stem = name.split_once('.').map_or(name, |(stem, _)| stem);
    let hash = stem.trim_end_matches("_bg").rsplit('-').next().unwrap_or_default();
    stem.contains('-') && (12..=16).contains(&hash.len()) && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::is_hashed;

    #[test]
    fn only_names_with_a_hash_last() {
        for lasting in [
            "base-1977fa0c3b1e52d4.css",
            "wsis-sdg-matrix-5fd0bded2834c87d_bg.wasm",
            "wsis-sdg-matrix-6f4a473678b2ce5.js",
        ] {
            assert!(is_hashed(lasting), "{lasting}");
        }
        for changing in ["index.html", "_headers", "api", "wsis-sdg-matrix.js", "base-short.css"] {
            assert!(!is_hashed(changing), "{changing}");
        }
    }
}
