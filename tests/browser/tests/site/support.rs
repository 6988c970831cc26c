//! Scenes that several tests begin with.

use std::path::Path;

use browser_tests::{Page, Scene, SceneOptions};
use tempfile::TempDir;

/// The sources of the contract tests: they have declared projects, which the real list has not.
pub(crate) const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../contract/fixtures/sources");

/// The sources of the embedded default.
pub(crate) const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data");

/// The built site at the given address, drawn.
pub(crate) async fn opened(rest: &str) -> Scene {
    let scene = Scene::start(SceneOptions::default()).await;
    scene.open(rest).await;
    drawn(&scene.page).await;
    scene
}

/// The built site over the fixture's data; the folder goes with the value.
pub(crate) async fn opened_over_fixture(rest: &str) -> (Scene, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let api = xtask::data::make(Path::new(FIXTURE), None).unwrap();
    xtask::data::write::swap_in(&api, &folder.path().join("v1")).unwrap();
    let overlays = vec![("/api/v1".to_owned(), folder.path().join("v1"))];
    let scene = Scene::start(SceneOptions { overlays, ..SceneOptions::default() }).await;
    scene.open(rest).await;
    drawn(&scene.page).await;
    (scene, folder)
}

/// Waits until the app has drawn its own matrix in the place of the prerendered one.
pub(crate) async fn drawn(page: &Page) {
    page.wait_until(
        "!document.getElementById('prerendered') && document.querySelectorAll('.grid .cell').length >= 187",
        "the app's own matrix",
    )
    .await;
}

/// Waits until the panel's list for what is selected is there, and gives its titles.
pub(crate) async fn listed(page: &Page) -> Vec<String> {
    page.wait_until(
        "!document.querySelector('.selected .skeleton') && document.querySelector('.selected .project-title') !== null",
        "a list of projects without anything still loading",
    )
    .await;
    page.texts_of(".selected .project-title").await
}
