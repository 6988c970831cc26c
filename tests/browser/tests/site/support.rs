//! Scenes that several tests begin with.

use std::path::{Path, PathBuf};

use browser_tests::{Fault, FaultHandle, Page, Scene, SceneOptions};
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
    let api = wsis_cli::data::make(Path::new(FIXTURE), None).unwrap();
    wsis_cli::data::publish::swap_in(&api, &folder.path().join("v1")).unwrap();
    let overlays = vec![("/api/v1".to_owned(), folder.path().join("v1"))];
    let scene = Scene::start(SceneOptions { overlays, ..SceneOptions::default() }).await;
    scene.open(rest).await;
    drawn(&scene.page).await;
    (scene, folder)
}

/// Lets pages of the window believe that the reader saves data, so that nothing is loaded ahead.
pub(crate) async fn save_data(page: &Page) {
    let source = "Object.defineProperty(navigator.connection, 'saveData', { value: true })";
    let script = serde_json::json!({ "source": source });
    page.browser().cdp("Page.addScriptToEvaluateOnNewDocument", script).await.unwrap();
}

/// Waits until the app has drawn its own matrix in the place of the prerendered one.
pub(crate) async fn drawn(page: &Page) {
    page.wait_until(
        "!document.getElementById('prerendered') && document.querySelectorAll('.grid .cell').length >= 187",
        "the app's own matrix",
    )
    .await;
}

/// How many pages a printed page has.
pub(crate) fn pages_of(pdf: &[u8]) -> usize {
    String::from_utf8_lossy(pdf).matches("/Type /Page\n").count()
}

/// Waits until the panel's list for what is selected is there, and gives its titles.
pub(crate) async fn listed(page: &Page) -> Vec<String> {
    page.wait_until(
        "!document.querySelector('.selected .skeleton') && document.querySelector('.selected .project-title') !== null",
        "a list of projects without anything still loading",
    )
    .await;
    // The list of a line or a goal stands behind its tab.
    page.js::<()>("document.getElementById('tab-projects')?.click()").await;
    page.texts_of(".selected .project-title").await
}

/// The site as an operator deployed it who changed something in `index.html`.
pub(crate) struct EditedSite {
    folder: TempDir,
}

impl EditedSite {
    /// For the scene: the site stands at `edited/`.
    pub(crate) fn overlays(&self) -> Vec<(String, PathBuf)> {
        let built = browser_tests::site_folder().unwrap();
        vec![("/edited".to_owned(), built), ("/edited".to_owned(), self.folder.path().to_owned())]
    }
}

/// The built site with texts of `index.html` changed into others.
pub(crate) fn edited_site(changes: &[(&str, &str)]) -> EditedSite {
    let folder = tempfile::tempdir().unwrap();
    let index = std::fs::read_to_string(browser_tests::site_folder().unwrap().join("index.html")).unwrap();
    let edited = changes.iter().fold(index, |page, (from, to)| {
        assert!(page.contains(from), "{from} is not in index.html");
        page.replace(from, to)
    });
    std::fs::write(folder.path().join("index.html"), edited).unwrap();
    EditedSite { folder }
}

/// The site as an operator deployed it who waits no longer than a second, drawn.
pub(crate) async fn opened_in_a_hurry() -> Scene {
    opened_in_a_hurry_with(&[]).await.0
}

/// The same with faults from the start.
pub(crate) async fn opened_in_a_hurry_with(faults: &[(&str, Fault)]) -> (Scene, Vec<FaultHandle>) {
    let site = edited_site(&[("\"timeoutSeconds\":20", "\"timeoutSeconds\":1")]);
    let scene = Scene::start(SceneOptions { overlays: site.overlays(), ..SceneOptions::default() }).await;
    let rules = faults.iter().map(|(path, fault)| scene.server.fault(*path, fault.clone())).collect();
    scene.page.open(&scene.server.url_at("127.0.0.1", "edited/index.html")).await;
    drawn(&scene.page).await;
    (scene, rules)
}
