//! The page without a network: `sw.js`, the worker that keeps the app and its data on the device, with the list of this
//! build's files; and what makes the page one that can be installed.
//!
//! Its parts are the files of `web/worker/`, and stay readable in the built site. May depend on the finished page and the
//! files beside it; runs when all of them are as they will be served.

mod icon;
mod web_manifest;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Serialize;
use wsis_core::Language;
use wsis_core::address::parameters;
use wsis_core::contract::{offline_files, path};
use wsis_core::escape::escape_markup;
use wsis_core::site_config::SiteConfig;
use wsis_messages::Messages;

use super::hashed_files::{hash, is_hashed};
use super::markup::{element, links};

pub(super) use web_manifest::{add, link_manifest};

/// The worker's name; it has to stand at the start of the site to see all of it.
pub(super) const WORKER: &str = "sw.js";

/// Its parts in their order, in a release.
const RELEASE_PARTS: [&str; 7] = [
    include_str!("../../../../../web/worker/store.js"),
    include_str!("../../../../../web/worker/app.js"),
    include_str!("../../../../../web/worker/paths.js"),
    include_str!("../../../../../web/worker/data.js"),
    include_str!("../../../../../web/worker/visit.js"),
    include_str!("../../../../../web/worker/questions.js"),
    include_str!("../../../../../web/worker/events.js"),
];

/// The parts of a development build: cached files would be those of the build before.
const DEV_PARTS: [&str; 2] =
    [include_str!("../../../../../web/worker/store.js"), include_str!("../../../../../web/worker/none.js")];

/// The facts about this build for the worker. `web/worker/types.d.ts` declares the same fields.
#[derive(Debug, Serialize)]
struct Build<'b> {
    /// Which version it keeps: another one for every change of a file or of the worker itself.
    version: String,
    /// The base address of the data, relative to the page or absolute.
    api: &'b str,
    /// The app's files by name, each with the SHA-256 of its content.
    files: &'b BTreeMap<String, String>,
    /// Those of them that the page names: by them the worker knows a page of this version.
    named: Vec<&'b str>,
    /// The files of a snapshot that a visit stores, by language.
    visit: BTreeMap<&'static str, Vec<String>>,
    /// How many of these the first sight needs.
    first: usize,
    /// The page that is shown after the copy was removed and without a network.
    removed: String,
    /// The paths of the API that the worker builds or recognises.
    paths: BTreeMap<&'static str, String>,
    /// The folders inside a snapshot.
    folders: Vec<&'static str>,
    /// The address parameters that the worker reads.
    parameters: BTreeMap<&'static str, &'static str>,
}

/// Writes the worker into the built site.
///
/// # Errors
/// A file that cannot be read or written.
pub(super) fn write(folder: &Path, page: &str, config: &SiteConfig, release: bool) -> Result<()> {
    let parts = if release { RELEASE_PARTS.join("\n") } else { DEV_PARTS.join("\n") };
    let worker = worker(&app_files(folder)?, page, config, &parts)?;
    fs::write(folder.join(WORKER), worker).with_context(|| format!("cannot write {WORKER}"))
}

fn worker(files: &BTreeMap<String, String>, page: &str, config: &SiteConfig, parts: &str) -> Result<String> {
    if let Some(missed) = links(page).into_iter().find(|link| !files.contains_key(link)) {
        bail!(
            "the page names {missed}, which would not be kept: without a network the page would stay without it"
        )
    }
    let named = files.keys().map(String::as_str).filter(|name| page.contains(name)).collect();
    let visit = Language::ALL.map(|language| (language.code(), offline_files::of_visit(language)));
    let build = Build {
        version: version(files, page, parts),
        api: &config.api,
        files,
        named,
        visit: visit.into(),
        first: offline_files::FIRST_LOAD_FILES,
        removed: removed(Messages::SHOWN),
        paths: path::worker_paths(),
        folders: path::folders(),
        parameters: parameters::OF_WORKER.into(),
    };
    let build = serde_json::to_string_pretty(&build)?;
    Ok(format!(
        "// Keeps the page and its data on the device: docs/offline.md.\n\"use strict\";\n\nconst BUILD = {build};\n\n{parts}"
    ))
}

/// The files with a hash in their names, but for the pictures, which only the device asks for when the page is installed.
fn app_files(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if is_hashed(&name) && !name.ends_with(".png") {
            let bytes = fs::read(entry.path()).with_context(|| format!("cannot read {name}"))?;
            files.insert(name, hash(&bytes));
        }
    }
    Ok(files)
}

fn version(files: &BTreeMap<String, String>, page: &str, parts: &str) -> String {
    let listed: String = files.iter().map(|(name, hash)| format!("{name} {hash}\n")).collect();
    hash(format!("{listed}{}\n{}", hash(page.as_bytes()), hash(parts.as_bytes())).as_bytes())
        .chars()
        .take(16)
        .collect()
}

/// A page that needs nothing else.
fn removed(messages: Messages) -> String {
    let title = element("title", &[], &escape_markup(messages.site_title()));
    let text = element("p", &[], &escape_markup(messages.offline_removed()));
    format!("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">{title}{text}</html>")
}

#[cfg(test)]
mod tests {
    use super::super::config;
    use super::*;

    fn files() -> BTreeMap<String, String> {
        let of = |name: &str, content: &str| (name.to_owned(), hash(content.as_bytes()));
        BTreeMap::from([of("app-0011223344556677.js", "one"), of("details-0011223344556677.wasm", "two")])
    }

    #[test]
    fn the_version_is_another_one_for_every_change() {
        let first = version(&files(), "page", "worker");
        assert_eq!(first, version(&files(), "page", "worker"));
        assert_eq!(first.len(), 16);
        let mut changed = files();
        changed.insert("app-0011223344556677.js".to_owned(), hash(b"three"));
        for other in [
            version(&changed, "page", "worker"),
            version(&files(), "another page", "worker"),
            version(&files(), "page", "another worker"),
        ] {
            assert_ne!(first, other);
        }
    }

    #[test]
    fn the_worker_knows_files_hashes_and_where_the_data_lie() {
        let page = "<script src=./app-0011223344556677.js></script>";
        let worker = worker(&files(), page, &config::for_site(""), "parts()").unwrap();
        let build = worker.split("const BUILD = ").nth(1).unwrap().split(";\n\n").next().unwrap();
        let build: serde_json::Value = serde_json::from_str(build).unwrap();
        assert_eq!(build["files"]["details-0011223344556677.wasm"], hash(b"two"));
        assert_eq!(build["named"], serde_json::json!(["app-0011223344556677.js"]), "what the page names");
        assert_eq!(build["api"], "api/v1/");
        assert_eq!(build["visit"]["ar"][0], "matrix.ar.json");
        assert_eq!(build["paths"]["profile"], "profiles/{language}/{line}.json");
        assert_eq!(build["parameters"]["worker"], "sw");
    }

    #[test]
    fn a_page_that_needs_what_is_not_kept_is_no_build() {
        let page = "<link href=./app-0011223344556677.js><link href=./other.css>";
        let refused = worker(&files(), page, &config::for_site(""), "parts()").unwrap_err();
        assert!(refused.to_string().contains("other.css"), "{refused}");
    }

    #[test]
    fn only_hashed_files_of_the_app_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        for name in [
            "index.html",
            "sw.js",
            "_headers",
            "base-1977fa0c3b1e52d4.css",
            "icon-192-1977fa0c3b1e52d4.png",
            "app-1977fa0c3b1e52d4_bg.wasm",
        ] {
            fs::write(folder.path().join(name), name).unwrap();
        }
        let kept = app_files(folder.path()).unwrap();
        assert_eq!(
            kept.keys().collect::<Vec<_>>(),
            ["app-1977fa0c3b1e52d4_bg.wasm", "base-1977fa0c3b1e52d4.css"]
        );
        // The first bytes of the SHA-256 of the content, worked out elsewhere.
        assert_eq!(hash(b"abc").get(..16), Some("ba7816bf8f01cfea"));
    }
}
