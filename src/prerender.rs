//! The prerendered page: what the browser shows before the program has started, and all it shows without scripts.
//!
//! Natively compiled, the components of [`crate::explorer`] write themselves as HTML, so that the first sight has one
//! source. `wsis site` calls this while it builds the site.

use std::collections::BTreeMap;
use std::sync::Arc;

use any_spawner::{CustomExecutor, Executor, PinnedFuture, PinnedLocalFuture};
use leptos::prelude::*;
use wsis_core::Language;
use wsis_core::address::Extent;
use wsis_core::contract::manifest::Manifest;
use wsis_core::matrix::{Matrix, MatrixCounts};
use wsis_core::site_config::SiteConfig;
use wsis_platform::history::in_memory;
use wsis_state::client::ApiClient;
use wsis_state::{Dataset, Explorer};

use crate::chunks::Chunks;
use crate::explorer::prerendered::TableRows;
use crate::explorer::shell::Page;

/// The values that the prerendered page shows.
#[derive(Debug, Clone)]
pub struct FirstSight {
    /// The configuration of the site.
    pub config: SiteConfig,
    /// Names and links in English.
    pub matrix: Matrix,
    /// The counts of the cells; shown where the manifest is known.
    pub counts: MatrixCounts,
    /// The manifest of the embedded data. Of data on another host nothing is known while the site is built.
    pub manifest: Option<Manifest>,
}

/// The HTML of the page with the matrix in English, C7 closed and nothing selected. The style sheet hides the controls
/// that need the program.
#[must_use]
pub fn prerender(first_sight: FirstSight) -> String {
    // Fails where an earlier call has set it already.
    let _ = Executor::init_custom_executor(NoTasks);
    in_memory::reset("", true);
    let html = Owner::new().with(|| {
        let explorer = Explorer::new(first_sight.config.clone());
        let dataset = Arc::new(dataset(first_sight));
        explorer.data.dataset.set(Some(dataset.clone()));
        explorer.provide();
        provide_context(Chunks::prerendering(explorer));
        provide_context(TableRows::new());
        view! { <Page dataset extent=Extent::Matrix /> }.to_html()
    });
    without_markers(&html)
}

fn dataset(first_sight: FirstSight) -> Dataset {
    let manifest = first_sight.manifest.unwrap_or_else(unknown_manifest);
    Dataset {
        snapshot: ApiClient::new(String::new()).snapshot(&manifest),
        manifest,
        language: Language::English,
        matrix: first_sight.matrix,
        counts: Arc::new(first_sight.counts),
        texts: None,
    }
}

/// The manifest of a snapshot without a name, see [`Dataset::has_counts`].
fn unknown_manifest() -> Manifest {
    Manifest {
        contract: String::new(),
        snapshot: String::new(),
        base: String::new(),
        made: String::new(),
        languages: vec![Language::English],
        projects: 0,
        page_size: 0,
        coverage: BTreeMap::new(),
        declared_share: 0.0,
        sources: Vec::new(),
    }
}

/// Removes the comments between texts by which Leptos would find its places again: the app draws anew.
fn without_markers(html: &str) -> String {
    html.replace("<!>", "").replace("<!---->", "")
}

/// Drops every task: a page that is written once follows no signal.
struct NoTasks;

impl CustomExecutor for NoTasks {
    fn spawn(&self, _: PinnedFuture<()>) {}

    fn spawn_local(&self, _: PinnedLocalFuture<()>) {}

    fn poll_local(&self) {}
}
