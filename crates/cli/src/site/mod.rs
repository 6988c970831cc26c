//! `wsis site`: the step after trunk. Puts the data beside the app, the first sight into `index.html`, the
//! security policy into the page, and beside it the pages to share and what hosts have to say with all of it.
//!
//! Runs as trunk's post_build hook on its staging folder, so that a build is complete or not there. Hashed files are
//! never touched: that would break their integrity attributes.

mod about_page;
mod api_file;
mod config;
mod embed;
mod first_sight;
mod first_style;
mod hashed_files;
pub mod hosting;
mod interface;
pub mod lazy_chunks;
mod lazy_styles;
mod markup;
mod offline;
mod png_file;
mod raster;
mod security_policy;
mod share;

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use wsis_core::Language;
use wsis_core::contract::manifest::Manifest;
use wsis_core::contract::path;
use wsis_core::matrix::{Matrix, MatrixCounts};
use wsis_core::site_config::SiteConfig;
use wsis_sdg_matrix::FirstSight;

use crate::data::{self, build::Api};
use api_file::parse;
use hashed_files::hashed_files;
use hosting::{PathPattern, Rules};
pub use markup::links;

/// The options of `wsis site`.
#[derive(Debug, clap::Args)]
pub struct SiteOptions {
    /// Folder of the built site; trunk names it in its hooks
    #[arg(long, value_name = "FOLDER", env = "TRUNK_STAGING_DIR")]
    pub folder: PathBuf,
    /// Folder with the curated sources
    #[arg(long, value_name = "FOLDER", default_value = "data")]
    pub sources: PathBuf,
}

/// Runs `wsis site`; returns one line that says what was made.
///
/// # Errors
/// Wrong sources or configuration, or a file that cannot be read or written.
pub fn run(options: &SiteOptions) -> Result<String> {
    let folder = &options.folder;
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let config = config::from_environment()?;
    let index = folder.join("index.html");
    let page = fs::read_to_string(&index).with_context(|| format!("cannot read {}", index.display()))?;
    let page = lazy_chunks::add(folder, &first_style::inline(folder, &page)?, release)?;
    lazy_styles::PRESENTATION.add(folder)?;
    lazy_styles::DETAILS.add(folder)?;
    let api = data::make_from_environment(&options.sources)?;
    if config.uses_embedded_data() {
        data::publish::swap_in(&api, &folder.join(SiteConfig::EMBEDDED_API))?;
    }
    let embedded = config.uses_embedded_data();
    offline::add(folder)?;
    let mut immutable = hashed_files(folder)?;
    immutable.extend(embed::add(folder)?);
    immutable.extend(
        embedded.then(|| PathPattern::Folder(format!("/{}{}/", SiteConfig::EMBEDDED_API, api.snapshot))),
    );
    let (page, account) = complete(&page, &config, first_sight(&api, &config)?)?;
    let policy = security_policy::policy(&page, &config);
    let page = security_policy::fill(&page, &policy)?;
    about_page::write(folder, &page, &account)?;
    fs::write(&index, &page).with_context(|| format!("cannot write {}", index.display()))?;
    offline::write(folder, &page, &config, release)?;
    let shared = match share::write(folder, &api, &config)? {
        Some(pages) => format!("{pages} share pages"),
        None => "no share pages: PUBLIC is not set".to_owned(),
    };
    // Last, since it lists all files.
    hosting::write(folder, &Rules::new(&policy, &immutable))?;
    Ok(format!("site: {} projects, first sight and policy in {}; {shared}", api.projects, folder.display()))
}

/// The values of the prerendered page, from the same files that the app will load. Data on another host have a
/// collection of their own, of which nothing is known here.
fn first_sight(api: &Api, config: &SiteConfig) -> Result<FirstSight> {
    let file = |name: &str| api.files.get(name).with_context(|| format!("the data lack {name}"));
    let matrix = path::matrix(Language::English);
    let manifest: Manifest = parse(&api.manifest, path::MANIFEST)?;
    Ok(FirstSight {
        config: config.clone(),
        matrix: Matrix::new(parse(file(&matrix)?, &matrix)?)?,
        counts: MatrixCounts::new(parse(file(path::COUNTS)?, path::COUNTS)?)?,
        manifest: config.uses_embedded_data().then_some(manifest),
    })
}

/// The complete page without its policy, and the account of the data.
fn complete(page: &str, config: &SiteConfig, first_sight: FirstSight) -> Result<(String, String)> {
    let page = markup::without_comments(&markup::add_crossorigin(page));
    let (page, account) = first_sight::fill(&page, first_sight)?;
    Ok((offline::link_manifest(&config::fill(&page, config)?)?, account))
}
