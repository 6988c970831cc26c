//! Support for native tests: a reactive owner, an executor, and states that start at a query string.

use std::sync::Arc;

use any_spawner::Executor;
use reactive_graph::owner::Owner;
use wsis_core::address::decode;
use wsis_core::contract::manifest::Manifest;
use wsis_core::{Language, samples};
use wsis_platform::history::in_memory;

use crate::client::ApiClient;
use crate::dataset::Dataset;
use crate::navigation::Navigation;
use crate::notices::Notices;

/// Runs a test under a reactive owner of its own, with an executor that only [`run_effects`] drives.
pub(crate) fn with_owner(test: impl FnOnce()) {
    // The first test of the process sets it for all.
    let _ = Executor::init_futures_executor();
    let owner = Owner::new();
    owner.with(test);
}

/// Runs pending effects and tasks of this thread until all of them wait.
pub(crate) fn run_effects() {
    Executor::poll_local();
}

/// Navigation that starts at a query string, with an in-memory history.
pub(crate) fn navigation(query: &str) -> Navigation {
    navigation_with_notices(query).0
}

/// The same with its notices.
pub(crate) fn navigation_with_notices(query: &str) -> (Navigation, Notices) {
    in_memory::reset(query, false);
    let (view, bad_values) = decode(query);
    let notices = Notices::new(bad_values);
    (Navigation::new(view, notices), notices)
}

/// A dataset of an invented matrix without projects.
pub(crate) fn dataset(snapshot: &str, language: Language) -> Dataset {
    let manifest = format!(
        r#"{{"contract":"1.3","snapshot":"{snapshot}","base":"{snapshot}/","made":"2026-11-24","languages":["en"],
        "projects":0,"declaredShare":0.0,"pageSize":20,"coverage":{{"en":"No projects."}},"sources":[]}}"#
    );
    let manifest: Manifest = serde_json::from_str(&manifest).unwrap();
    Dataset {
        snapshot: ApiClient::new(String::new()).snapshot(&manifest),
        manifest,
        language,
        matrix: samples::matrix(),
        counts: Arc::new(samples::counts()),
        texts: None,
    }
}
