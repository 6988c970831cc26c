//! Share pages for other sites: a small page for each cell, line and goal and for the whole, with its oEmbed
//! answer and its picture (docs/sharing.md). Only for a site whose public address is known, since all of it is asked
//! for from elsewhere.
//!
//! The names of the files are the core's, which the app uses too.

mod cell;
mod oembed;
mod page;
mod picture;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::thread;

use anyhow::{Context as _, Result, anyhow};
use wsis_core::Language;
use wsis_core::address::{Selection, Shared, share_picture};
use wsis_core::contract::manifest::Manifest;
use wsis_core::contract::path;
use wsis_core::contract::rationales::Rationales;
use wsis_core::matrix::Matrix;
use wsis_core::site_config::SiteConfig;
use wsis_messages::Messages;

use super::api_file::parse;
use super::interface::in_language;
use crate::data::build::Api;
use page::Edition;
use picture::Painter;

/// The same for all pages.
const COMMON: [(&str, &str); 2] =
    [("share/forward.js", include_str!("../../../../../web/forward.js")), ("share/share.css", STYLE)];

/// The style sheet, with the colours of the app.
const STYLE: &str =
    concat!(include_str!("../../../../../style/tokens.css"), include_str!("../../../../../style/share.css"));

/// Files by their paths relative to the site.
type Files = BTreeMap<String, Vec<u8>>;

/// Writes everything that is shared into the folder of the site; gives how many pages there are, or nothing where the
/// site has no public address.
///
/// # Errors
/// Data that lack something, or a file that cannot be written.
pub(super) fn write(folder: &Path, api: &Api, config: &SiteConfig) -> Result<Option<usize>> {
    let Some(public) = Some(config.public_address.as_str()).filter(|public| !public.is_empty()) else {
        return Ok(None);
    };
    let files = render_files(api, config, public)?;
    write_files(folder, &files)?;
    Ok(Some(files.keys().filter(|path| path.ends_with(".html")).count()))
}

fn write_files(folder: &Path, files: &Files) -> Result<()> {
    for (path, bytes) in files {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).with_context(|| format!("cannot make {}", parent.display()))?;
        }
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

fn render_files(api: &Api, config: &SiteConfig, public: &str) -> Result<Files> {
    let manifest: Manifest = parse(&api.manifest, path::MANIFEST)?;
    let manifest = config.uses_embedded_data().then_some(&manifest);
    let mut files: Files =
        COMMON.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
    for language in &config.languages {
        in_language(*language, || add_pages(&edition(api, manifest, *language, public)?, &mut files))?;
    }
    files.extend(pictures(&edition(api, manifest, Language::English, public)?)?);
    Ok(files)
}

/// The texts of a language, from the files that the app loads.
fn edition<'a>(
    api: &Api,
    manifest: Option<&Manifest>,
    language: Language,
    public: &'a str,
) -> Result<Edition<'a>> {
    let file = |name: &str| api.files.get(name).with_context(|| format!("the data lack {name}"));
    let (matrix, rationales) = (path::matrix(language), path::rationales(language));
    let reasons: Rationales = parse(file(&rationales)?, &rationales)?;
    let coverage_in = |language: Language| Some((language, manifest?.coverage.get(&language)?.clone()));
    Ok(Edition {
        messages: Messages::SHOWN,
        language,
        matrix: Matrix::new(parse(file(&matrix)?, &matrix)?)?,
        rationales: reasons.rationales,
        coverage: coverage_in(language).or_else(|| coverage_in(Language::English)),
        public,
    })
}

fn add_pages(edition: &Edition<'_>, files: &mut Files) -> Result<()> {
    for selection in Shared::selections() {
        let shared = Shared { selection, language: edition.language };
        files.insert(shared.page(), edition.page(selection));
        files.insert(shared.oembed(), oembed::answer(edition, selection)?);
    }
    Ok(())
}

/// The pictures, drawn on as many cores as there are: they are most of the work.
fn pictures(edition: &Edition<'_>) -> Result<Files> {
    let selections: Vec<Selection> = Shared::selections().collect();
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let painter = Painter::new(&edition.matrix, edition.messages.site_title())?;
    let draw = |part: &[Selection]| -> Result<Vec<(String, Vec<u8>)>> {
        part.iter().map(|selection| Ok((share_picture(*selection), painter.png(*selection)?))).collect()
    };
    thread::scope(|scope| {
        let parts = selections.chunks(selections.len().div_ceil(cores).max(1));
        let running: Vec<_> = parts.map(|part| scope.spawn(move || draw(part))).collect();
        let mut files = Files::new();
        for part in running {
            files.extend(part.join().map_err(|_| anyhow!("a picture could not be drawn"))??);
        }
        Ok(files)
    })
}
