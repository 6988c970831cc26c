//! The files that one visit stores, and visits that store nothing.

use browser_tests::{Fault, Scene, SceneOptions};
use serde_json::{Value, json};

use super::support::{
    again_without_server, all_kept, kept, kept_visit, offline_files, visited, without_server,
};
use crate::support::{drawn, listed};

/// The browser's own message for a server that is gone.
const GONE: [&str; 2] = ["net::ERR_", "manifest.json"];

#[tokio::test]
async fn after_a_visit_the_page_works_without_the_server() {
    let scene = visited("").await;
    scene.page.click("#cell-C2-9").await;
    assert_eq!(listed(&scene.page).await.len(), 20);
    kept(&scene.page, "/cells/C2/9/1.json").await;
    scene.page.browser().clear_console().await.unwrap();
    again_without_server(&scene, "").await;
    let numbers = scene.page.texts_of(".grid .cell").await;
    assert!(numbers.len() >= 187);
    scene.page.click("#cell-C2-9").await;
    assert_eq!(listed(&scene.page).await.len(), 20);
    scene.page.wait_text("#target-list, .targets", "9.c").await;
    scene.page.assert_clean_console_but_for(&GONE).await;
    scene.page.wait_gone("#crash").await;
}

#[tokio::test]
async fn the_open_page_goes_on_when_the_server_stops() {
    let scene = visited("").await;
    without_server(&scene).await;
    scene.page.hover("#cell-C2-9").await;
    scene.page.click("#language").await;
    scene.page.click("#line-C2").await;
    scene.page.wait_text("#panel-title", "C2").await;
    scene.page.wait_gone("#crash").await;
}

#[tokio::test]
async fn languages_of_a_visit_are_stored() {
    let scene = offline_files().await;
    scene.open("?lang=fr").await;
    drawn(&scene.page).await;
    kept_visit(&scene.page, "fr").await;
    scene.page.js::<()>("const it = document.getElementById('language'); it.value = 'es'; it.dispatchEvent(new Event('change'))").await;
    kept_visit(&scene.page, "es").await;
    without_server(&scene).await;
    for (language, name) in [("fr", "santé"), ("es", "Salud")] {
        scene.open(&format!("?lang={language}&goal=3")).await;
        drawn(&scene.page).await;
        scene.page.wait_text("#goal-3", name).await;
    }
}

#[tokio::test]
async fn every_address_is_answered_offline() {
    let scene = visited("").await;
    again_without_server(&scene, "?line=C7-EGOV&theme=dark").await;
    scene.page.wait_text("#panel-title", "E-government").await;
    scene.page.wait_attribute("html", "data-theme", Some("dark")).await;
}

#[tokio::test]
async fn files_beside_the_app_are_left_alone() {
    let scene = visited("").await;
    let asked = "return Promise.all([
        fetch('embed/1/embed.js'), fetch('robots.txt'), fetch('api/v1/manifest.json', { method: 'HEAD' }),
        fetch('api/v1/manifest.json', { headers: { range: 'bytes=0-9' } })].map(it => it.then(it => it.status)))";
    let statuses: Value = scene.page.js(asked).await;
    // A part of a file may come from the browser's own cache.
    let part = statuses[3].as_u64().unwrap();
    assert!(statuses[0] == 200 && statuses[1] == 404 && statuses[2] == 200, "{statuses}");
    assert!(part == 200 || part == 206, "{part}");
    let all = all_kept(&scene.page).await;
    assert!(!all.iter().any(|address| address.contains("embed") && address.ends_with(".js")), "{all:?}");
    assert!(!all.iter().any(|address| address.contains("robots")), "{all:?}");
}

#[tokio::test]
async fn an_embedded_page_stores_nothing() {
    let scene = offline_files().await;
    scene.open("?embed=1").await;
    drawn(&scene.page).await;
    let host = Fault::page("<!doctype html><iframe src='/?embed=1'></iframe><iframe src='/'></iframe>");
    scene.server.fault("/host.html", host);
    scene.page.open(&scene.server.url("host.html")).await;
    for frame in ["iframe", "iframe:last-of-type"] {
        scene.page.enter_frame(frame).await;
        drawn(&scene.page).await;
        let registered: usize =
            scene.page.js("return navigator.serviceWorker.getRegistrations().then(all => all.length)").await;
        assert_eq!(registered, 0, "{frame}");
        scene.page.leave_frames().await;
    }
    assert_eq!(scene.server.requests_for("*/sw.js").len(), 0);
    scene.open("").await;
    scene.server.wait_for_request("*/sw.js").await;
}

#[tokio::test]
async fn an_embedded_page_uses_the_network_and_stores_nothing() {
    let scene = visited("").await;
    // A cell that no tour shows.
    scene.open("?embed=1&line=C8&goal=8").await;
    listed(&scene.page).await;
    let all = all_kept(&scene.page).await;
    assert!(!all.iter().any(|address| address.ends_with("/cells/C8/8/1.json")), "{all:?}");
    without_server(&scene).await;
    scene.page.driver().goto(scene.server.url("?embed=1")).await.unwrap();
    scene.page.wait_until("location.protocol === 'chrome-error:'", "the browser's own word of it").await;
}

#[tokio::test]
async fn without_service_workers_the_page_works() {
    let scene = Scene::start(SceneOptions::default()).await;
    scene.open("").await;
    drawn(&scene.page).await;
    scene.page.assert_clean_console().await;
    let scene = offline_files().await;
    scene.server.fault("*/sw.js", Fault::status(404));
    scene.open("").await;
    drawn(&scene.page).await;
    scene.server.wait_for_request("*/sw.js").await;
    scene.page.wait_gone("#crash").await;
}

#[tokio::test]
async fn the_page_can_be_installed() {
    let scene = visited("").await;
    let answer = scene.page.browser().cdp("Page.getAppManifest", json!({})).await.unwrap();
    assert_eq!(answer["errors"], json!([]));
    let manifest: Value = serde_json::from_str(answer["data"].as_str().unwrap()).unwrap();
    assert_eq!(manifest["display"], "standalone");
    let errors = scene.page.browser().cdp("Page.getInstallabilityErrors", json!({})).await.unwrap();
    assert_eq!(errors["installabilityErrors"], json!([]));
    for icon in manifest["icons"].as_array().unwrap() {
        let size = "const it = new Image(); it.src = given[0]; await it.decode();
                    return `${it.naturalWidth}x${it.naturalHeight}`";
        let drawn: String = scene.page.js_async(size, vec![icon["src"].clone()]).await;
        assert!(icon["sizes"] == "any" || icon["sizes"] == drawn, "{icon}: {drawn}");
    }
    scene.page.assert_clean_console().await;
}

#[tokio::test]
async fn projects_of_the_tours_are_stored_with_a_visit() {
    let scene = offline_files().await;
    let folder = tempfile::tempdir().unwrap();
    let steps = json!([{"view": "line=C5&goal=16"}, {"view": "line=C3"}, {"view": "q=health"}]);
    let tours = json!({"tours": [{"id": "one", "steps": steps}]});
    std::fs::write(folder.path().join("tours.json"), tours.to_string()).unwrap();
    scene.server.overlay(&format!("/api/v1/{}context/en", base()), folder.path());
    scene.open("").await;
    drawn(&scene.page).await;
    for file in ["/tours.json", "/cells/C5/16/1.json", "/profiles/en/C3.json", "/titles.json"] {
        kept(&scene.page, file).await;
    }
    kept_visit(&scene.page, "en").await;
    again_without_server(&scene, "?line=C5&goal=16").await;
    assert_eq!(listed(&scene.page).await.len(), 20);
    scene.open("?q=health").await;
    drawn(&scene.page).await;
    scene.page.wait_for(".project-title").await;
}

/// The folder of the snapshot that is built in.
fn base() -> String {
    let manifest = browser_tests::site_folder().unwrap().join("api/v1/manifest.json");
    let manifest: Value = serde_json::from_slice(&std::fs::read(manifest).unwrap()).unwrap();
    manifest["base"].as_str().unwrap().to_owned()
}
