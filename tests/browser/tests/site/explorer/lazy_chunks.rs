//! Lazy chunks: loaded when a reader is about to need them, with a placeholder, a deadline and a retry.

use browser_tests::{Fault, FaultHandle, Scene, SceneOptions};

use crate::support::{drawn, listed, opened, opened_in_a_hurry_with, save_data};

const DETAILS: &str = "*/details-*.wasm";

/// The built site with a fault at the details, which are loaded ahead.
async fn opened_with(fault: Fault) -> (Scene, FaultHandle) {
    let scene = Scene::start(SceneOptions::default()).await;
    let rule = scene.server.fault(DETAILS, fault);
    scene.open("").await;
    drawn(&scene.page).await;
    (scene, rule)
}

#[tokio::test]
async fn details_load_when_the_browser_is_idle() {
    let scene = opened("").await;
    scene.server.wait_for_request(DETAILS).await;
    assert!(!scene.page.address().await.contains('?'));
}

#[tokio::test]
async fn who_saves_data_gets_them_when_a_pointer_reaches_the_matrix() {
    let scene = Scene::start(SceneOptions::default()).await;
    save_data(&scene.page).await;
    scene.open("").await;
    drawn(&scene.page).await;
    scene.page.js_async::<()>("await new Promise(idle => requestIdleCallback(idle))", vec![]).await;
    let asked = || scene.server.requests().iter().any(|request| request.path.contains("/details-"));
    assert!(!asked());
    scene.page.hover("#cell-C2-9").await;
    scene
        .page
        .wait_until(
            "performance.getEntriesByType('resource').some(it => it.name.includes('/details-'))",
            "the chunk",
        )
        .await;
    assert!(asked());
    assert!(!scene.page.address().await.contains('?'), "pointing selects nothing");
}

#[tokio::test]
async fn a_selection_waits_for_its_chunk_and_then_has_the_focus() {
    let (scene, gate) = opened_with(Fault::Hold).await;
    scene.page.click("#cell-C2-9").await;
    scene.page.wait_text("#panel .skeleton", "Loading").await;
    gate.release();
    assert_eq!(listed(&scene.page).await.len(), 20);
    assert!(scene.page.focus().await.starts_with("h2#panel-title"));
    scene.page.assert_clean_console().await;
}

#[tokio::test]
async fn a_focus_moved_elsewhere_stays_there() {
    let (scene, gate) = opened_with(Fault::Hold).await;
    scene.page.click("#cell-C2-9").await;
    scene.page.wait_for("#panel .skeleton").await;
    scene.page.click("#search").await;
    gate.release();
    listed(&scene.page).await;
    assert!(scene.page.focus().await.contains("search"), "{}", scene.page.focus().await);
}

#[tokio::test]
async fn a_failed_chunk_says_so_and_can_be_retried() {
    let (scene, rule) = opened_with(Fault::status(500)).await;
    scene.page.click("#cell-C2-9").await;
    scene.page.wait_text("#panel .failure", "could not be reached").await;
    scene.page.wait_gone("#crash").await;
    rule.remove();
    scene.page.click("#panel .failure button").await;
    assert_eq!(listed(&scene.page).await.len(), 20);
    scene.page.wait_count(".failure", 0).await;
}

#[tokio::test]
async fn a_stalled_chunk_has_a_deadline() {
    let stall = Fault::StallBody { after_bytes: 100 };
    let (scene, stalled) = opened_in_a_hurry_with(&[(DETAILS, stall)]).await;
    scene.page.click("#cell-C2-9").await;
    scene.page.wait_text("#panel .failure", "did not answer in full within 1 second").await;
    stalled.iter().for_each(FaultHandle::remove);
    scene.page.click("#panel .failure button").await;
    assert_eq!(listed(&scene.page).await.len(), 20);
}

#[tokio::test]
async fn a_search_begun_before_its_chunk_is_loaded_finds() {
    let (scene, gate) = opened_with(Fault::Hold).await;
    scene.page.click("#search").await;
    scene.page.type_text("health").await;
    gate.release();
    scene.page.wait_text(".offered", "Good health").await;
}
