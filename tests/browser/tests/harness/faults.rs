//! Faults of the server.

use std::time::Duration;

use browser_tests::{Fault, Outcome, SceneOptions};
use serde_json::json;

use crate::support::{scene, tiny};

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
    scene.page.wait_texts("#log li", &["b.json 200 2", "a.json 200 2011"]).await;
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
