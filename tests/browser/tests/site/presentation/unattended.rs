//! Autoplay and kiosk.

use browser_tests::Page;
use serde_json::Value;

use super::support::*;

#[tokio::test]
async fn autoplay_advances_and_pauses() {
    let scene = on_stage("?present=1&tour=c2").await;
    let page = &scene.page;
    page.wait_count(".stage-clock", 0).await;
    page.press("a").await;
    page.wait_text(".stage-clock", "0:3").await;
    // Half a minute passes at once.
    page.js::<()>("const now = Date.now.bind(Date), began = now(); Date.now = () => now() + 36000").await;
    step(page, "2 / 7").await;
    page.press("a").await;
    page.wait_gone(".stage-clock").await;
    page.press("c").await;
    page.wait_for(".stage-room.with-captions").await;
    let free: f64 = page
        .js("return (innerHeight - document.querySelector('.stage-strip').getBoundingClientRect().bottom) / innerHeight")
        .await;
    assert!(free >= 0.15, "{free} of the height is free for captions");
    page.assert_clean_console().await;
}

#[tokio::test]
async fn a_kiosk_loops_without_growing_in_memory() {
    let scene = on_stage("?kiosk=1&tour=c5").await;
    let page = &scene.page;
    step(page, "1 / 7").await;
    // As fast as they are drawn: a step a frame.
    let round = "let left = given[0]; return await new Promise(done => {
        const turn = () => {
            if (left-- === 0) return done(document.querySelector('.stage-number').textContent);
            dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }));
            requestAnimationFrame(turn);
        };
        turn(); });";
    page.js_async::<String>(round, vec![Value::from(140)]).await;
    let before = memory(page).await;
    let shown: String = page.js_async(round, vec![Value::from(700)]).await;
    assert!(shown.contains("1 / 7"), "840 steps are 120 rounds: {shown}");
    let after = memory(page).await;
    println!("heap {before:?} -> {after:?} (bytes, nodes, listeners)");
    assert!(after.1 <= before.1 + 200, "nodes {} -> {}", before.1, after.1);
    assert!(after.2 <= before.2 + 20, "listeners {} -> {}", before.2, after.2);
    assert!(after.0 < before.0 + 1_500_000, "heap {} -> {}", before.0, after.0);
    assert!(page.address().await.ends_with("?kiosk=1&tour=c5"), "the address stays");
    page.assert_clean_console().await;
}

#[tokio::test]
async fn a_touched_kiosk_pauses_and_restarts() {
    let scene = on_stage("?kiosk=1&tour=c5").await;
    let page = &scene.page;
    page.wait_count(".stage-controls", 0).await;
    let later =
        |seconds: u32| format!("window.now ??= Date.now.bind(Date); Date.now = () => now() + {seconds}000");
    // Its first step lasts 35 seconds, its last comes round to the first.
    page.js::<()>(&later(36)).await;
    step(page, "2 / 7").await;
    page.press("End").await;
    step(page, "7 / 7").await;
    // Someone is there: for a minute it stays, longer than the step lasts.
    page.js::<()>(&later(36 + 50)).await;
    page.wait_text(".stage-clock", "0:00").await;
    step(page, "7 / 7").await;
    page.js::<()>(&later(36 + 70)).await;
    step(page, "1 / 7").await;
    page.js::<()>(&later(36 + 70 + 36)).await;
    step(page, "2 / 7").await;
    page.assert_clean_console().await;
}

/// Heap in bytes, nodes and listeners, after a collection.
async fn memory(page: &Page) -> (u64, u64, u64) {
    let browser = page.browser();
    browser.cdp("HeapProfiler.collectGarbage", serde_json::json!({})).await.unwrap();
    let heap = browser.cdp("Runtime.getHeapUsage", serde_json::json!({})).await.unwrap();
    let counts = browser.cdp("Memory.getDOMCounters", serde_json::json!({})).await.unwrap();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bytes")]
    let used = heap["usedSize"].as_f64().unwrap() as u64;
    (used, counts["nodes"].as_u64().unwrap(), counts["jsEventListeners"].as_u64().unwrap())
}
