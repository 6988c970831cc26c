//! The harness tested by itself, against a tiny site made on the spot: it needs a browser, but no build.
#![allow(missing_docs, reason = "a test's name says what it is about")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test code: the first surprise is to end the test"
)]

mod faults;
mod isolation;
mod support;

use std::time::Instant;

use browser_tests::{Engine, Fault, Outcome, Scene, SceneOptions};

use support::{scene, tiny};

#[tokio::test]
async fn pages_run_under_the_shipped_headers() {
    let folder = tiny();
    let began = Instant::now();
    let scene = scene(&folder, SceneOptions::default()).await;
    println!("a scene started in {:?}", began.elapsed());
    let began = Instant::now();
    scene.open("").await;
    println!("and opened its page in {:?}", began.elapsed());
    scene.page.assert_clean_console().await;
    let shown: (String, String, u16) = scene
        .page
        .js("return fetch('b.json').then(a => [a.headers.get('x-tiny'), a.headers.get('content-type'), a.status])")
        .await;
    assert_eq!(shown, ("yes".to_owned(), "application/json".to_owned(), 200));
    let missing: (u16, String) =
        scene.page.js("return fetch('_headers').then(a => [a.status, a.headers.get('content-type')])").await;
    assert_eq!(missing, (404, "text/plain; charset=utf-8".to_owned()));
    // The policy holds for the page, and its violations are seen.
    scene
        .page
        .js::<()>("const s = document.createElement('script'); s.textContent = '1'; document.body.append(s);")
        .await;
    let console = scene.page.console().await;
    assert!(console.iter().any(browser_tests::ConsoleEntry::is_violation), "{console:?}");
    scene.page.browser().clear_console().await.unwrap();
    scene.page.assert_clean_console().await;
}

#[tokio::test]
async fn the_server_goes_and_comes_back() {
    let folder = tiny();
    let scene = scene(&folder, SceneOptions::default()).await;
    scene.open("").await;
    scene.server.fault("/a.json", Fault::Stall);
    scene.page.js::<()>("load('a.json')").await;
    scene.server.wait_for_request("/a.json").await;
    scene.server.stop().await;
    assert_eq!(scene.server.requests_for("/a.json")[0].outcome, Outcome::Stopped);
    scene.page.wait_text("#log", "a.json TypeError").await;
    scene.page.js::<()>("load('b.json')").await;
    scene.page.wait_text("#log", "b.json TypeError").await;
    scene.server.resume().await;
    scene.page.js::<()>("load('b.json')").await;
    scene.page.wait_text("#log", "b.json 200").await;
}

#[tokio::test]
async fn hands_eyes_and_pictures() {
    let folder = tiny();
    let options = SceneOptions { dark: true, reduced_motion: true, ..SceneOptions::default() };
    let scene = scene(&folder, options).await;
    let page = &scene.page;
    scene.open("?line=C2").await;
    assert_eq!(scene.server.requests()[0].query, "line=C2");
    assert_eq!(page.style("h1", "color").await, "rgb(4, 5, 6)");
    assert_eq!(page.style("h1", "margin-top").await, "7px");
    page.click("#more").await;
    page.wait_text("#log", "clicked").await;
    assert_eq!((page.count("#log li").await, page.is_shown("#none").await), (1, false));
    page.press("Tab").await;
    assert_eq!(page.focus().await, r#"input#q "Search""#);
    page.type_text("santé").await;
    page.press("Shift+Home").await;
    page.press("Control+x").await;
    assert_eq!(page.js::<String>("return find('#q').value").await, "");
    page.press("Shift+Tab").await;
    assert_eq!(page.focus().await, r#"button#more "Show more""#);
    page.wait_attribute("#more", "aria-label", Some("Show more")).await;
    page.wait_attribute("#more", "hidden", None).await;

    let file = folder.path().join("seen.png");
    page.screenshot_to(&file).await;
    let png = std::fs::read(&file).unwrap();
    assert!(png.starts_with(b"\x89PNG") && png.len() > 2000, "{} bytes", png.len());
    assert_eq!(u32::from_be_bytes(png[16..20].try_into().unwrap()), 1280);
    let pdf = page.pdf(thirtyfour::common::print::PrintParameters::default()).await;
    assert!(pdf.starts_with(b"%PDF"));

    // A console error, an uncaught error and a failed load are all seen.
    page.assert_clean_console().await;
    page.js::<()>(
        "console.error('said'); setTimeout(() => { throw new Error('thrown'); }); load('none.json');",
    )
    .await;
    page.wait_text("#log", "none.json 404").await;
    page.assert_clean_console_but_for(&["said", "thrown", "none.json"]).await;
    let errors = page.console().await.into_iter().filter(browser_tests::ConsoleEntry::is_error).count();
    assert_eq!(errors, 3);

    // Frames, and other names of this machine.
    page.open(&scene.server.url_at("host.test", "frame.html")).await;
    page.enter_frame("#f").await;
    page.click("#more").await;
    page.wait_text("#log", "clicked").await;
    page.leave_frames().await;
    page.wait_count("#log", 0).await;
    page.reload().await;
    page.back().await;
    page.wait_until("location.search === '?line=C2' && document.readyState === 'complete'", "the first page")
        .await;
}

#[tokio::test]
async fn pages_without_scripts() {
    let folder = tiny();
    let scene = scene(&folder, SceneOptions { script_disabled: true, ..SceneOptions::default() }).await;
    scene.open("").await;
    scene.page.wait_for("#none").await;
    scene.page.wait_text_is("h1", "Tiny site").await;
    scene.page.click("#more").await;
    assert!(!scene.page.js::<bool>("return 'load' in window").await);
}

#[tokio::test]
async fn a_failing_test_leaves_nothing_behind() {
    let folder = tiny();
    let (told, heard) = std::sync::mpsc::channel();
    let site = folder.path().to_owned();
    let failed = tokio::spawn(async move {
        let scene = Scene::start(SceneOptions { site: Some(site), ..SceneOptions::default() }).await;
        scene.open("").await;
        let processes = scene.page.driver().capabilities().get("goog:processID").and_then(|id| id.as_u64());
        let profile = scene.page.driver().capabilities().get("chrome").unwrap()["userDataDir"].clone();
        told.send((processes.unwrap(), profile.as_str().unwrap().to_owned())).unwrap();
        scene.page.js::<()>("nowhere()").await;
    });
    let panic = failed.await.unwrap_err().into_panic();
    let message = panic.downcast_ref::<String>().unwrap();
    assert!(
        message.contains("tests/harness/main.rs") && message.contains("nowhere is not defined"),
        "{message}"
    );
    assert!(message.contains("Tiny site"), "{message}");
    let (process, profile) = heard.recv().unwrap();
    assert!(!std::path::Path::new(&profile).exists());
    // Killed; at most its entry waits to be collected.
    let command = std::fs::read(format!("/proc/{process}/cmdline")).unwrap_or_default();
    assert!(command.is_empty(), "{}", String::from_utf8_lossy(&command));
}

#[tokio::test]
async fn what_is_missing_is_said_plainly() {
    assert!(Engine::from_name("Gecko").is_err());
    let nothing = tempfile::tempdir().unwrap();
    let failed = tokio::spawn(scene_of_nothing(nothing.path().join("none")));
    assert!(failed.await.is_err());
}

/// A site that does not exist is an empty one to the server: the page says 404, and the console is not clean.
async fn scene_of_nothing(site: std::path::PathBuf) {
    let scene = Scene::start(SceneOptions { site: Some(site), ..SceneOptions::default() }).await;
    scene.open("").await;
    scene.page.assert_clean_console().await;
}
