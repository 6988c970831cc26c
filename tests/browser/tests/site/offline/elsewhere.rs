//! Data that lie on another host, named in the page after the build.

use std::fs;
use std::path::Path;

use browser_tests::{Scene, SceneOptions, Server, ServerOptions};
use serde_json::json;
use tempfile::TempDir;

use super::support::{all_kept, copy, kept_visit, without_server};
use crate::support::{drawn, listed};

/// The built site without its data, and a server with them alone.
async fn apart() -> (Scene, Server, TempDir) {
    let built = browser_tests::site_folder().unwrap();
    let data = Server::start(&ServerOptions::new(&built)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    copy(&built, folder.path());
    fs::remove_dir_all(folder.path().join("api")).unwrap();
    let origin = data.url("").trim_end_matches('/').to_owned();
    let connect = ("connect-src 'self'", format!("connect-src 'self' {origin}"));
    edit(&folder.path().join("_headers"), std::slice::from_ref(&connect));
    edit(
        &folder.path().join("index.html"),
        &[connect, ("\"api\":\"api/v1/\"", format!("\"api\":\"{}\"", data.url("api/v1")))],
    );
    let site = Some(folder.path().to_owned());
    let scene =
        Scene::start(SceneOptions { allows_service_workers: true, site, ..SceneOptions::default() }).await;
    (scene, data, folder)
}

fn edit(file: &Path, changes: &[(&str, String)]) {
    let text = fs::read_to_string(file).unwrap();
    let edited = changes.iter().fold(text, |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    });
    fs::write(file, edited).unwrap();
}

#[tokio::test]
async fn data_of_another_host_are_stored_and_nothing_else_of_it() {
    let (scene, data, _folder) = apart().await;
    scene.open("").await;
    drawn(&scene.page).await;
    kept_visit(&scene.page, "en").await;
    scene.page.click("#cell-C2-9").await;
    listed(&scene.page).await;
    let other = format!("return fetch('{}').then(it => it.status)", data.url("embed/1/embed.js"));
    assert_eq!(scene.page.js::<u16>(&other).await, 200);
    let all = all_kept(&scene.page).await;
    assert!(
        all.iter().any(|it| it.starts_with(&data.url("api/v1/")) && it.ends_with("/counts.json")),
        "{all:?}"
    );
    assert!(!all.iter().any(|it| it.contains("embed.js")), "{all:?}");
    // A worker that has just been woken does not know yet where the data lie.
    scene.page.browser().cdp("ServiceWorker.enable", json!({})).await.unwrap();
    scene.page.browser().cdp("ServiceWorker.stopAllWorkers", json!({})).await.unwrap();
    data.stop().await;
    without_server(&scene).await;
    scene.open("?line=C2&goal=9").await;
    drawn(&scene.page).await;
    assert_eq!(listed(&scene.page).await.len(), 20);
    scene.page.wait_text(".offline-notes", "No network").await;
}
