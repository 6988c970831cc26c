//! "Make ready for offline": everything is loaded, read back, and there without the server.

use browser_tests::{Fault, Page, SceneOptions};

use super::support::{
    again_without_server, all_kept, corrupt, kept, kept_visit, offline_files, visited, visited_over_fixture,
    without_server,
};
use crate::support::{drawn, listed};

/// Opens the box.
async fn open_box(page: &Page) {
    page.click("button[popovertarget=more]").await;
    page.wait_for("#offline-make").await;
}

#[tokio::test]
async fn the_complete_copy_has_the_chosen_languages() {
    let (scene, _folder, api) = visited_over_fixture().await;
    let files = |folder: &str| api.files.keys().filter(|path| path.starts_with(folder)).count();
    let (cells, projects) = (files("cells/"), files("projects/"));
    open_box(&scene.page).await;
    assert!(scene.page.js::<bool>("return document.querySelector('.offline [value=en]').checked").await);
    scene.page.click(".offline [value=fr]").await;
    scene.page.click("#offline-make").await;
    scene.page.wait_text(".offline-complete", "files saved and checked on").await;
    let all = scene.page.text_of(".offline-complete").await;
    let count: usize = all.split_whitespace().nth(1).unwrap().parse().unwrap();
    assert!(count > cells + projects, "{all}");
    scene.page.wait_text(".offline", "English, Français").await;
    scene.page.wait_text(".offline", &format!("{cells} of {cells}")).await;
    scene.page.assert_clean_console().await;
    again_without_server(&scene, "?lang=fr&line=C2&goal=1").await;
    assert_eq!(listed(&scene.page).await.len(), 20);
    scene.page.click(".selected .project-title").await;
    scene.page.wait_for(".details .facts").await;
    scene.open("?line=C2&lang=fr").await;
    drawn(&scene.page).await;
    scene.page.wait_text("#panel-title", "Infrastructure de l").await;
    scene.page.wait_count(".failure", 0).await;
}

#[tokio::test]
async fn missing_files_are_named_and_can_be_retried() {
    let (scene, _folder, api) = visited_over_fixture().await;
    let projects = api.files.keys().filter(|path| path.starts_with("projects/")).count();
    let rule = scene.server.fault("*/cells/C3/1/1.json", Fault::status(503));
    let page = scene.server.fault("*/projects/*", Fault::Html);
    open_box(&scene.page).await;
    scene.page.click("#offline-make").await;
    scene.page.wait_text("#offline-outcome", "files are missing").await;
    let told = scene.page.text_of("#offline-outcome").await;
    // All but the few that the tours show, if the visit has kept them already.
    let missing: usize = told.split_whitespace().next().unwrap().parse().unwrap();
    assert!(
        (projects - 5..=projects + 1).contains(&missing)
            && told.contains(&format!("and {} more", missing - 5)),
        "{told}"
    );
    page.remove();
    scene.page.click("#offline-make").await;
    scene.page.wait_text("#offline-outcome", "1 file is missing").await;
    scene
        .page
        .wait_text("#offline-outcome", "cells/C3/1/1.json: The data server reported an error (status 503)")
        .await;
    rule.remove();
    scene.page.click("#offline-make").await;
    scene.page.wait_text(".offline-complete", "files saved").await;
}

#[tokio::test]
async fn verification_finds_broken_files() {
    let (scene, _folder, _api) = visited_over_fixture().await;
    open_box(&scene.page).await;
    scene.page.click("#offline-make").await;
    scene.page.wait_for(".offline-complete").await;
    assert_eq!(corrupt(&scene.page, "/split-").await, 1);
    without_server(&scene).await;
    scene.page.click("#offline-make").await;
    scene.page.wait_text("#offline-outcome", "missing:").await;
    scene.page.wait_text("#offline-outcome", "split-").await;
}

#[tokio::test]
async fn making_ready_can_be_aborted() {
    let (scene, _folder, _api) = visited_over_fixture().await;
    // The tours' projects first, which every visit keeps.
    kept(&scene.page, "/titles.json").await;
    let before = scene.server.requests_for("*/projects/*").len();
    let gate = scene.server.fault("*/projects/*", Fault::Hold);
    open_box(&scene.page).await;
    scene.page.click("#offline-make").await;
    scene.page.wait_for(".offline-progress progress").await;
    scene
        .server
        .wait_until("six requests at once", |all| {
            all.iter().filter(|it| it.path.contains("/projects/")).count() == before + 6
        })
        .await;
    scene.page.click(".offline-progress button").await;
    scene.page.wait_text("#offline-outcome", "Cancelled").await;
    gate.remove();
    scene.page.wait_gone(".offline-progress").await;
    scene.page.click("#offline-make").await;
    scene.page.wait_for(".offline-complete").await;
}

#[tokio::test]
async fn everything_can_be_removed() {
    let scene = visited("").await;
    open_box(&scene.page).await;
    scene.page.wait_text("#offline-standing", "Offline copy of").await;
    scene.page.click("#offline-remove").await;
    scene.page.wait_text("#offline-standing", "Offline copy removed").await;
    assert_eq!(all_kept(&scene.page).await, [""; 0]);
    scene.page.click("#cell-C2-9").await;
    listed(&scene.page).await;
    assert_eq!(all_kept(&scene.page).await, [""; 0]);
    scene.open("").await;
    drawn(&scene.page).await;
    kept_visit(&scene.page, "en").await;
}

#[tokio::test]
async fn stored_data_show_their_date() {
    let scene = visited("").await;
    let made: String =
        scene.page.js("return fetch('api/v1/manifest.json').then(it => it.json()).then(it => it.made)").await;
    scene.page.wait_gone(".offline-notes .notice").await;
    again_without_server(&scene, "").await;
    scene.page.wait_text(".offline-notes", &format!("No network. Data of {made}")).await;
    scene.server.resume().await;
    scene.page.reload().await;
    drawn(&scene.page).await;
    scene.page.wait_until("navigator.serviceWorker.controller", "the worker").await;
    scene.page.hover("#cell-C2-9").await;
    scene.page.wait_gone(".offline-notes .notice").await;
}

#[tokio::test]
async fn without_service_workers_the_offline_box_says_so() {
    let scene = browser_tests::Scene::start(SceneOptions {
        allows_service_workers: false,
        ..SceneOptions::default()
    })
    .await;
    scene.open("").await;
    drawn(&scene.page).await;
    scene.page.click("button[popovertarget=more]").await;
    scene.page.wait_text("#offline-standing", "This browser keeps no offline copy").await;
    scene.page.wait_count("#offline-make", 0).await;
    scene.page.assert_clean_console().await;
}

#[tokio::test]
async fn a_first_visit_shows_storing_progress() {
    let scene = offline_files().await;
    let gate = scene.server.fault("*/sw.js", Fault::Hold);
    scene.open("").await;
    drawn(&scene.page).await;
    scene.server.wait_for_request("*/sw.js").await;
    scene.page.click("button[popovertarget=more]").await;
    gate.release();
    scene.page.wait_text("#offline-standing", "Offline copy of").await;
}
