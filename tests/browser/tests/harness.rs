//! The harness tested by itself, against a tiny site made on the spot: it needs a browser, but no build.
#![allow(missing_docs, reason = "a test's name says what it is about")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test code: the first surprise is to end the test"
)]

use std::time::{Duration, Instant};

use browser_tests::{Engine, Fault, Outcome, Scene, SceneOptions};
use serde_json::json;
use tempfile::TempDir;

const INDEX: &str = r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tiny</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="style.css"></head><body><h1>Tiny site</h1>
<noscript><p id="none">No scripts here</p></noscript>
<button id="more" aria-label="Show more">More</button> <input id="q" aria-label="Search">
<ol id="log"></ol><script src="app.js"></script></body></html>"#;

const STYLE: &str = "h1 { color: rgb(1, 2, 3) } \
    @media (prefers-color-scheme: dark) { h1 { color: rgb(4, 5, 6) } } \
    @media (prefers-reduced-motion: reduce) { h1 { margin-top: 7px } }";

const APP: &str = r#"
const say = text => { const li = document.createElement('li'); li.textContent = text; document.getElementById('log').append(li); };
window.load = (path, options) => fetch(path, options).then(async answer =>
    say(path + ' ' + answer.status + ' ' + (await answer.text()).length), error => say(path + ' ' + error.name))
    .catch(error => say(path + ' body ' + error.name));
document.getElementById('more').addEventListener('click', () => setTimeout(() => say('clicked'), 30));
"#;

const HEADERS: &str = "/*\n  Content-Security-Policy: default-src 'self'; img-src data:\n  X-Tiny: yes\n";

/// The tiny site; it goes with the folder.
fn tiny() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    put("index.html", INDEX);
    put("style.css", STYLE);
    put("app.js", APP);
    put("_headers", HEADERS);
    put("a.json", &json!({"name": "a".repeat(2000)}).to_string());
    put("b.json", "{}");
    put(
        "frame.html",
        "<!doctype html><title>F</title><link rel=icon href=data:,><iframe id=f src=./></iframe>",
    );
    folder
}

async fn scene(folder: &TempDir, options: SceneOptions) -> Scene {
    Scene::start(SceneOptions { site: Some(folder.path().to_owned()), ..options }).await
}

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
async fn a_cut_or_refused_or_late_body_is_noticed() {
    let folder = tiny();
    let scene = scene(&folder, SceneOptions::default()).await;
    scene.open("").await;
    let cut = scene.server.fault("*/a.json", Fault::Cut { after_bytes: 100 }.first(1));
    scene.page.js::<()>("load('a.json')").await;
    scene.page.wait_text("#log", "a.json body TypeError").await;
    assert_eq!((cut.hits(), scene.server.requests_for("*/a.json")[0].outcome), (1, Outcome::Broken));
    // The rule is used up: now the real one.
    scene.page.js::<()>("load('a.json')").await;
    scene.page.wait_text("#log", "a.json 200 2011").await;

    let refuse = scene.server.fault("*/b.json", Fault::Refuse);
    scene.page.js::<()>("load('b.json')").await;
    scene.page.wait_text("#log", "b.json TypeError").await;
    refuse.remove();

    let late = scene.server.fault("*/a.json", Fault::StallBody { after_bytes: 10 });
    let status: u16 = scene.page.js("return fetch('a.json').then(a => { a.text(); return a.status; })").await;
    assert_eq!((status, scene.server.requests().last().unwrap().outcome), (200, Outcome::Pending));
    late.release();
    scene
        .server
        .wait_until("the rest to be sent", |all| all.last().unwrap().outcome == Outcome::Answered)
        .await;
    scene.page.assert_clean_console_but_for(&["ERR_CONTENT_LENGTH_MISMATCH", "ERR_EMPTY_RESPONSE"]).await;
}

#[tokio::test]
async fn an_abort_of_a_stalled_request_is_seen() {
    let folder = tiny();
    let scene = scene(&folder, SceneOptions::default()).await;
    scene.open("").await;
    let stall = scene.server.fault("*.json", Fault::Stall);
    scene.page.js::<()>("window.stop = new AbortController(); load('a.json', {signal: stop.signal});").await;
    let seen = scene.server.wait_for_request("/a.json").await;
    assert_eq!((seen.outcome, seen.method.as_str()), (Outcome::Pending, "GET"));
    scene.page.js::<()>("stop.abort()").await;
    let seen = scene.server.wait_for_abort("/a.json").await;
    assert!(seen.client_left() && seen.ended.is_some() && seen.header("referer").is_some());
    scene.page.wait_text("#log", "a.json AbortError").await;
    // Released, a stalled request gets its normal answer.
    scene.page.js::<()>("load('b.json')").await;
    scene.server.wait_for_request("/b.json").await;
    stall.release();
    scene.page.wait_text("#log", "b.json 200 2").await;
}

#[tokio::test]
async fn a_gate_reorders_two_answers() {
    let folder = tiny();
    let scene = scene(&folder, SceneOptions::default()).await;
    scene.open("").await;
    let first = scene.server.fault("/a.json", Fault::Hold);
    let second = scene.server.fault("/b.json", Fault::Hold);
    scene.page.js::<()>("load('a.json'); load('b.json');").await;
    scene.server.wait_for_request("/a.json").await;
    scene.server.wait_for_request("/b.json").await;
    second.release();
    scene.page.wait_text("#log", "b.json").await;
    first.release_one();
    scene.page.wait_text("#log", "a.json").await;
    assert_eq!(scene.page.texts_of("#log li").await, ["b.json 200 2", "a.json 200 2011"]);
}

#[tokio::test]
async fn other_answers_and_sizes() {
    let folder = tiny();
    let over = tempfile::tempdir().unwrap();
    std::fs::write(over.path().join("b.json"), "[1]").unwrap();
    let options = SceneOptions {
        mount: "/any/folder/".to_owned(),
        overlays: vec![("/any/folder/".to_owned(), over.path().to_owned())],
        languages: "fr-CH,fr,en".to_owned(),
        viewport: (360, 640),
        ..SceneOptions::default()
    };
    let scene = scene(&folder, options).await;
    // A folder without its slash is sent on, and the site's style is found below the mount.
    scene.page.open(scene.server.url("").trim_end_matches('/')).await;
    assert_eq!(scene.page.address().await, scene.server.url(""));
    assert_eq!(scene.page.style("h1", "color").await, "rgb(1, 2, 3)");
    let view: (u32, u32, Vec<String>) =
        scene.page.js("return [innerWidth, innerHeight, navigator.languages]").await;
    assert_eq!(view, (360, 640, ["fr-CH", "fr", "en"].map(str::to_owned).to_vec()));

    let delay = Fault::Delay { from: Duration::from_millis(5), to: Duration::from_millis(60), seed: 7 };
    scene.server.fault("*.json", delay);
    scene.server.fault("*/gone.json", Fault::status(503).first(1));
    scene.server.fault("*/html.json", Fault::Html);
    scene.server.fault("*/big.json", Fault::Oversized { bytes: 3_000_000 });
    let script = "const got = []; for (const name of given[0]) { const a = await fetch(name); const text = await a.text(); \
                  got.push(`${name} ${a.status} ${a.headers.get('content-type')} ${text.length} ${a.headers.get('x-tiny')}`); \
                  if (name === 'big.json') JSON.parse(text); } return got;";
    let names = ["b.json", "gone.json", "gone.json", "html.json", "big.json"];
    let got: Vec<String> = scene.page.js_async(script, vec![json!(names)]).await;
    assert_eq!(got[0], "b.json 200 application/json 3 yes");
    assert_eq!(got[1], "gone.json 503 text/plain; charset=utf-8 31 yes");
    assert!(got[2].starts_with("gone.json 404 text/plain"), "{}", got[2]);
    assert!(got[3].starts_with("html.json 200 text/html"), "{}", got[3]);
    assert_eq!(got[4], "big.json 200 application/json 3000000 yes");
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
    assert_eq!(page.count("#log").await, 0);
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
    assert_eq!(scene.page.text_of("h1").await, "Tiny site");
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
    assert!(message.contains("tests/harness.rs") && message.contains("nowhere is not defined"), "{message}");
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
