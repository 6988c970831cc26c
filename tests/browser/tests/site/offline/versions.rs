//! A new version waits until the reader agrees and breaks nothing that is open; everything can be removed.

use std::fs;

use browser_tests::{Page, Scene};
use tempfile::TempDir;

use super::support::{
    again_without_server, all_kept, kept, kept_visit, offline_files, visited, without_server,
};
use crate::support::{drawn, listed};

/// A later version of the site, served from now on: its page says so and names a file that the former did not have.
fn deploy(scene: &Scene) -> TempDir {
    let built = browser_tests::site_folder().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let (page, worker) = (read(&built, "index.html"), read(&built, "sw.js"));
    let former = page.split("\"details-").nth(1).unwrap().split(".css").next().unwrap();
    let (former, later) = (format!("details-{former}.css"), "details-0123456789abcdef.css");
    fs::copy(built.join(&former), folder.path().join(later)).unwrap();
    let later_page = page.replace(&former, later).replace("<html ", "<html data-version=later ");
    let version = worker.split("\"version\": \"").nth(1).unwrap().get(..16).unwrap().to_owned();
    let later_worker = worker.replace(&former, later).replace(&version, "00000000later000");
    fs::write(folder.path().join("index.html"), later_page).unwrap();
    fs::write(folder.path().join("sw.js"), later_worker).unwrap();
    scene.server.overlay("/", folder.path());
    // As a host that keeps nothing of the version before.
    scene.server.fault(format!("/{former}").as_str(), browser_tests::Fault::status(404));
    folder
}

fn read(folder: &std::path::Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).unwrap()
}

/// Waits until a new version waits.
async fn waits(page: &Page) {
    let body = "const registration = await navigator.serviceWorker.getRegistration();
                while (!registration.waiting) await new Promise(resolve => setTimeout(resolve, 20));";
    page.js_async::<()>(body, vec![]).await;
}

const VERSION: &str = "return document.documentElement.dataset.version ?? 'first'";

#[tokio::test]
async fn a_new_version_waits_while_the_open_page_uses_its_own_files() {
    let scene = visited("").await;
    let _folder = deploy(&scene);
    scene.page.reload().await;
    drawn(&scene.page).await;
    waits(&scene.page).await;
    assert_eq!(scene.page.js::<String>(VERSION).await, "first");
    // The part that comes later is still that of this version.
    scene.page.click("#cell-C2-9").await;
    assert_eq!(listed(&scene.page).await.len(), 20);
    scene.page.reload().await;
    drawn(&scene.page).await;
    assert_eq!(scene.page.js::<String>(VERSION).await, "first", "a reload is no agreement");
    scene.page.assert_clean_console().await;
}

#[tokio::test]
async fn operator_changes_appear_at_the_next_visit() {
    let scene = visited("").await;
    let built = browser_tests::site_folder().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let edited = read(&built, "index.html")
        .replace("\"contactAddress\":\"\"", "\"contactAddress\":\"https://example.org/\"");
    fs::write(folder.path().join("index.html"), edited).unwrap();
    scene.server.overlay("/", folder.path());
    scene.page.reload().await;
    drawn(&scene.page).await;
    // The worker has asked for it in the meantime.
    let changed = "for (;;) {
        const page = await caches.match(new URL('./', location).href);
        if ((await page.text()).includes('example.org/\"')) return;
        await new Promise(resolve => setTimeout(resolve, 20)); }";
    scene.page.js_async::<()>(changed, vec![]).await;
    again_without_server(&scene, "").await;
    scene.page.click(".about-link").await;
    scene.page.wait_for(".contact a").await;
}

#[tokio::test]
async fn sw_off_removes_everything_and_stores_nothing() {
    let scene = visited("").await;
    scene.page.js_async::<()>("await caches.open('somebody else\\'s')", vec![]).await;
    scene.open("?sw=off").await;
    drawn(&scene.page).await;
    scene.page.wait_text(".offline-notes", "Offline copy removed").await;
    nothing_is_kept(&scene.page).await;
    scene.page.click("#cell-C2-9").await;
    listed(&scene.page).await;
    assert_eq!(all_kept(&scene.page).await, [""; 0]);
    assert!(scene.page.js::<bool>("return caches.has('somebody else\\'s')").await, "what is others' stays");
    // And it can be kept again.
    scene.open("").await;
    drawn(&scene.page).await;
    kept_visit(&scene.page, "en").await;
    again_without_server(&scene, "").await;
}

#[tokio::test]
async fn sw_off_removes_everything_offline_too() {
    let scene = visited("").await;
    without_server(&scene).await;
    scene.page.open(&scene.server.url("?sw=off")).await;
    scene.page.wait_text("body", "Offline copy removed").await;
    nothing_is_kept(&scene.page).await;
}

async fn nothing_is_kept(page: &Page) {
    let body = "for (;;) {
        const ours = (await caches.keys()).filter(name => name.startsWith('wsis'));
        if (!ours.length && !(await navigator.serviceWorker.getRegistrations()).length) return;
        await new Promise(resolve => setTimeout(resolve, 20)); }";
    page.js_async::<()>(body, vec![]).await;
}

#[tokio::test]
async fn a_first_visit_with_sw_off_stores_nothing() {
    let scene = offline_files().await;
    scene.open("?sw=off").await;
    drawn(&scene.page).await;
    nothing_is_kept(&scene.page).await;
    assert_eq!(scene.server.requests_for("*/sw.js").len(), 0);
    scene.open("").await;
    kept(&scene.page, "/?manifest=").await;
}

#[tokio::test]
async fn the_agreeing_window_updates_and_others_go_on() {
    let scene = visited("").await;
    let _folder = deploy(&scene);
    let other = scene.page.driver().new_tab().await.unwrap();
    let first = scene.page.driver().window().await.unwrap();
    scene.page.driver().switch_to_window(other.clone()).await.unwrap();
    scene.open("?line=C2").await;
    drawn(&scene.page).await;
    scene.page.driver().switch_to_window(first.clone()).await.unwrap();
    scene.page.reload().await;
    drawn(&scene.page).await;
    scene.page.wait_text(".offline-notes", "A newer version of this page is available").await;
    scene.page.click("#load-newer").await;
    scene.page.wait_until("document.documentElement.dataset.version === 'later'", "the new version").await;
    drawn(&scene.page).await;
    scene.page.wait_gone("#load-newer").await;
    scene.page.driver().switch_to_window(other).await.unwrap();
    assert_eq!(scene.page.js::<String>(VERSION).await, "first");
    scene.page.click("#cell-C2-9").await;
    assert_eq!(listed(&scene.page).await.len(), 20);
    scene.page.driver().switch_to_window(first).await.unwrap();
    again_without_server(&scene, "").await;
    assert_eq!(scene.page.js::<String>(VERSION).await, "later");
}

#[tokio::test]
async fn the_update_notice_is_dismissible_and_never_interrupts_a_presentation() {
    let scene = visited("").await;
    let _folder = deploy(&scene);
    scene.page.reload().await;
    drawn(&scene.page).await;
    scene.page.wait_for("#load-newer").await;
    scene.page.click(".offline-notes button:last-of-type").await;
    scene.page.wait_gone("#load-newer").await;
    for present in ["?present=1", "?kiosk=1"] {
        scene.open(present).await;
        waits(&scene.page).await;
        // The talk goes on with the version it began with, also with what it loads now, and nothing is said.
        scene.page.wait_for(".stage-step").await;
        scene.page.press("PageDown").await;
        scene.page.wait_text(".stage-number", "2 /").await;
        assert_eq!(scene.page.js::<String>(VERSION).await, "first", "{present}");
        scene.page.wait_count("#load-newer", 0).await;
    }
}
