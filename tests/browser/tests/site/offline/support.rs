//! Scenes and questions that the tests without a network share.

use std::fs;
use std::path::Path;

use browser_tests::{Page, Scene, SceneOptions};
use serde_json::json;
use tempfile::TempDir;
use wsis_cli::data::build::Api;
use wsis_cli::data::publish::swap_in;

use crate::support::{FIXTURE, drawn};

/// The files that a visit in a language stores, by the ends of the addresses.
pub(super) const VISIT: [&str; 9] = [
    "/?manifest=",
    "/counts.json",
    "/matrix.LANG.json",
    "/vocabulary.LANG.json",
    "/rationales.LANG.json",
    "/passages.LANG.json",
    "/context/LANG/initiatives.json",
    "/context/LANG/conflicts.json",
    "/context/LANG/registration.json",
];

/// A browser that keeps pages, before the site; nothing is opened yet.
pub(super) async fn offline_files() -> Scene {
    Scene::start(SceneOptions { allows_service_workers: true, ..SceneOptions::default() }).await
}

/// The site after a first visit that left behind all it leaves, in English.
pub(super) async fn visited(rest: &str) -> Scene {
    let scene = offline_files().await;
    scene.open(rest).await;
    drawn(&scene.page).await;
    kept_visit(&scene.page, "en").await;
    scene
}

/// The same over the fixture's data: its complete copy has few files. The folder goes with the value.
pub(super) async fn visited_over_fixture() -> (Scene, TempDir, Api) {
    let folder = tempfile::tempdir().unwrap();
    let api = wsis_cli::data::make(Path::new(FIXTURE), None).unwrap();
    swap_in(&api, &folder.path().join("v1")).unwrap();
    let overlays = vec![("/api/v1".to_owned(), folder.path().join("v1"))];
    let options = SceneOptions { overlays, allows_service_workers: true, ..SceneOptions::default() };
    let scene = Scene::start(options).await;
    scene.open("").await;
    drawn(&scene.page).await;
    kept_visit(&scene.page, "en").await;
    (scene, folder, api)
}

/// Waits until everything of a visit in a language is kept, and the app.
pub(super) async fn kept_visit(page: &Page, language: &str) {
    for part in VISIT {
        kept(page, &part.replace("LANG", language)).await;
    }
    page.js_async::<()>("await navigator.serviceWorker.ready", vec![]).await;
    page.wait_until("navigator.serviceWorker.controller", "the page to be answered from here").await;
}

/// The addresses of everything that is kept, app and data.
pub(super) async fn all_kept(page: &Page) -> Vec<String> {
    let body = "const all = [];
        for (const name of await caches.keys())
            all.push(...(await (await caches.open(name)).keys()).map(request => request.url));
        return all";
    page.js_async(body, vec![]).await
}

/// Waits until something whose address contains this is kept.
pub(super) async fn kept(page: &Page, part: &str) {
    let body = "for (;;) {
            for (const name of await caches.keys())
                for (const { url } of await (await caches.open(name)).keys()) if (url.includes(given[0])) return;
            await new Promise(resolve => setTimeout(resolve, 20));
        }";
    page.js_async::<()>(body, vec![json!(part)]).await;
}

/// Puts something else in the place of what is kept below an address that contains this, as a broken disk would, with
/// the hash that was there; says how many were found.
pub(super) async fn corrupt(page: &Page, part: &str) -> usize {
    let body = "let found = 0;
        for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) {
                if (!request.url.includes(given[0])) continue;
                const { headers } = await cache.match(request);
                await cache.put(request, new Response('broken', { headers }));
                found += 1;
            }
        }
        return found";
    page.js_async(body, vec![json!(part)]).await
}

/// Waits until nothing that is kept below an address that contains this is as [`corrupt`] left it.
pub(super) async fn mended(page: &Page, part: &str) {
    let body = "for (;;) {
            const texts = [];
            for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const request of await cache.keys())
                    if (request.url.includes(given[0])) texts.push(await (await cache.match(request)).text());
            }
            if (texts.length && texts.every(text => text !== 'broken')) return;
            await new Promise(resolve => setTimeout(resolve, 20));
        }";
    page.js_async::<()>(body, vec![json!(part)]).await;
}

/// Takes the server away, and what the browser itself has kept of its answers: only the page's own offline_files is left.
pub(super) async fn without_server(scene: &Scene) {
    scene.server.stop().await;
    scene.page.browser().forget_answers().await.unwrap();
}

/// Loads the page again after the server has gone, and waits until the app has drawn itself.
pub(super) async fn again_without_server(scene: &Scene, rest: &str) {
    without_server(scene).await;
    scene.open(rest).await;
    drawn(&scene.page).await;
}

/// Copies a folder with all that is in it.
pub(super) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
