//! The second window with the notes.

use browser_tests::Page;
use serde_json::Value;
use thirtyfour::WindowHandle;

use super::support::*;

#[tokio::test]
async fn the_speaker_view_moves_the_stage_within_a_tenth_of_a_second_and_back() {
    let scene = on_stage("?present=1&tour=c4").await;
    let page = &scene.page;
    let stage = page.driver().window().await.unwrap();
    // When each window showed which step.
    let watch = |selector: &str| {
        format!(
            "window.seen = []; window.keys = [];
             addEventListener('keydown', () => keys.push(Date.now()), true);
             const look = () => seen.push([Date.now(), document.querySelector('{selector}').textContent]);
             new MutationObserver(look).observe(document.body, {{ subtree: true, childList: true, characterData: true }});"
        )
    };
    page.js::<()>(&watch(".stage-number")).await;
    page.press("s").await;
    let speaker = other_window(page, &stage).await;
    page.driver().switch_to_window(speaker.clone()).await.unwrap();
    page.wait_text("#speaker-step", "1 / 7").await;
    page.wait_gone(".speaker-alone").await;
    page.wait_until("find('.speaker-notes').innerText.length > 40", "the notes").await;
    page.js::<()>(&watch("#speaker-step")).await;
    // There and back, several times: other tests are at work beside this one, so the quickest is what it takes.
    let (mut there, mut back) = (u64::MAX, u64::MAX);
    let took = |showed: Value, pressed: u64| showed[0].as_u64().unwrap() - pressed;
    for at in [2, 4, 6] {
        let (next, after) = (format!("{at} / 7"), format!("{} / 7", at + 1));
        page.press("PageDown").await;
        page.wait_text("#speaker-step", &next).await;
        page.wait_text(".speaker-next", "Next:").await;
        let pressed: u64 = page.js("return keys.at(-1)").await;
        page.driver().switch_to_window(stage.clone()).await.unwrap();
        step(page, &next).await;
        let showed = page.js(&format!("return seen.find(([, text]) => text.includes('{next}'))")).await;
        there = there.min(took(showed, pressed));
        page.press("PageDown").await;
        step(page, &after).await;
        let pressed: u64 = page.js("return keys.at(-1)").await;
        page.driver().switch_to_window(speaker.clone()).await.unwrap();
        page.wait_text("#speaker-step", &after).await;
        let showed = page.js(&format!("return seen.find(([, text]) => text.includes('{after}'))")).await;
        back = back.min(took(showed, pressed));
    }
    println!("from the notes to the stage {there} ms, back {back} ms");
    assert!(there < 100 && back < 100, "{there} ms to the stage, {back} ms back");
    page.press("Home").await;
    page.wait_text("#speaker-step", "1 / 7").await;
    // A blank stage is told of; the notes stay.
    page.press(".").await;
    page.wait_for(".speaker-blank").await;
    page.press("PageDown").await;
    page.wait_gone(".speaker-blank").await;
    closed_windows(page, stage).await;
    page.assert_clean_console().await;
}

/// The speaker view closed and opened again is at the current step; without the stage it says so and stays there.
async fn closed_windows(page: &Page, stage: WindowHandle) {
    page.driver().close_window().await.unwrap();
    page.driver().switch_to_window(stage.clone()).await.unwrap();
    page.press("PageDown").await;
    step(page, "2 / 7").await;
    page.press("s").await;
    let again = other_window(page, &stage).await;
    page.driver().switch_to_window(again).await.unwrap();
    page.wait_text("#speaker-step", "2 / 7").await;
    page.wait_gone(".speaker-alone").await;
    // The stage goes: the notes say so, and hold where it was.
    page.driver().switch_to_window(stage).await.unwrap();
    page.driver().close_window().await.unwrap();
    let left = page.driver().windows().await.unwrap().remove(0);
    page.driver().switch_to_window(left).await.unwrap();
    page.wait_for(".speaker-alone").await;
    page.wait_text("#speaker-step", "2 / 7").await;
}

#[tokio::test]
async fn a_blocked_second_window_is_reported() {
    let scene = on_stage("?present=1&tour=c2").await;
    let page = &scene.page;
    page.js::<()>("window.open = () => null").await;
    page.press("s").await;
    page.wait_text(".stage-controls [role=alert]", "Allow pop-ups").await;
    page.press("PageDown").await;
    step(page, "2 / 7").await;
}
