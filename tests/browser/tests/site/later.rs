//! The part of the program that comes later: asked for when somebody is about to need it, waited for with a word,
//! and had again after a failure.

use browser_tests::Fault;

use crate::support::{listed, opened, opened_in_a_hurry};

const LATER: &str = "*/later-*.wasm";

#[tokio::test]
async fn nothing_of_it_is_asked_for_before_somebody_points_at_the_matrix() {
    let scene = opened("").await;
    let asked = || scene.server.requests().iter().any(|request| request.path.contains("/later-"));
    assert!(!asked());
    scene.page.hover("#cell-C2-9").await;
    scene
        .page
        .wait_until(
            "performance.getEntriesByType('resource').some(it => it.name.includes('/later-'))",
            "the part",
        )
        .await;
    assert!(asked());
    assert!(!scene.page.address().await.contains('?'), "pointing selects nothing");
}

#[tokio::test]
async fn a_selection_waits_for_it_and_then_has_the_focus() {
    let scene = opened("").await;
    let gate = scene.server.fault(LATER, Fault::Hold);
    scene.page.click("#cell-C2-9").await;
    scene.page.wait_text("#panel .skeleton", "Loading").await;
    gate.release();
    assert_eq!(listed(&scene.page).await.len(), 20);
    assert!(scene.page.focus().await.starts_with("h2#panel-title"));
    scene.page.assert_clean_console().await;
}

#[tokio::test]
async fn a_focus_that_went_elsewhere_stays_there() {
    let scene = opened("").await;
    let gate = scene.server.fault(LATER, Fault::Hold);
    scene.page.click("#cell-C2-9").await;
    scene.page.wait_for("#panel .skeleton").await;
    scene.page.click("#search").await;
    gate.release();
    listed(&scene.page).await;
    assert!(scene.page.focus().await.contains("search"), "{}", scene.page.focus().await);
}

#[tokio::test]
async fn its_failure_says_so_and_can_be_tried_again() {
    let scene = opened("").await;
    let rule = scene.server.fault(LATER, Fault::status(500));
    scene.page.click("#cell-C2-9").await;
    scene.page.wait_text("#panel .failure", "could not be reached").await;
    assert!(!scene.page.is_shown("#crash").await);
    rule.remove();
    scene.page.click("#panel .failure button").await;
    assert_eq!(listed(&scene.page).await.len(), 20);
    assert_eq!(scene.page.count(".failure").await, 0);
}

#[tokio::test]
async fn it_is_not_waited_for_for_ever() {
    let scene = opened_in_a_hurry().await;
    let stalled = scene.server.fault(LATER, Fault::StallBody { after_bytes: 100 });
    scene.page.click("#cell-C2-9").await;
    scene.page.wait_text("#panel .failure", "did not answer completely within 1 second").await;
    stalled.remove();
    scene.page.click("#panel .failure button").await;
    assert_eq!(listed(&scene.page).await.len(), 20);
}

#[tokio::test]
async fn the_search_finds_once_it_is_there() {
    let scene = opened("").await;
    let gate = scene.server.fault(LATER, Fault::Hold);
    scene.page.click("#search").await;
    scene.page.type_text("health").await;
    gate.release();
    scene.page.wait_text(".offered", "Good health").await;
}
