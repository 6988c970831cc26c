//! Ways into a presentation, and what cannot be presented.

use browser_tests::{Scene, SceneOptions};

use super::support::*;
use crate::support::{drawn, opened};

#[tokio::test]
async fn the_key_p_presents_the_current_view() {
    let scene = opened("?line=C2&goal=9").await;
    let page = &scene.page;
    // Not while one writes.
    page.click("#search").await;
    page.press("p").await;
    page.wait_count(".stage-room", 0).await;
    page.js::<()>("document.activeElement.blur()").await;
    page.press("p").await;
    page.wait_for(".stage-step").await;
    page.wait_until(
        "/9.1 asks for/.test(document.querySelector('.stage-words').textContent)",
        "the rationale",
    )
    .await;
    step(page, "1 / 4").await;
    // The first of its projects, one at a time, each with its year.
    page.press("PageDown").await;
    page.wait_for(".stage-project").await;
    page.wait_text(".stage-facts", "2023").await;
    page.wait_text(".stage-words", "Banda Ancha para Todos").await;
    page.press("Escape").await;
    drawn(page).await;
    // Where single letters are switched off it does not.
    page.js::<()>("localStorage.setItem('wsis-letters', 'off')").await;
    page.press("p").await;
    page.press("ArrowDown").await;
    page.wait_count(".stage-room", 0).await;
    scene.open("?present=1&tour=c2").await;
    step(page, "1 / 7").await;
    page.press("o").await;
    page.press("PageDown").await;
    step(page, "2 / 7").await;
    page.wait_count(".overview", 0).await;
    page.assert_clean_console().await;
}

#[tokio::test]
async fn matrix_line_and_goal_have_default_steps() {
    let scene = on_stage("?present=1").await;
    let page = &scene.page;
    step(page, "1 / 12").await;
    page.press("PageDown").await;
    page.wait_text(".stage-place", "C1").await;
    for (rest, steps, lit) in [("?line=C2&present=1", "1 / 5", "C2"), ("?goal=9&present=1", "1 / 9", "9")] {
        scene.open(rest).await;
        page.wait_for(".stage-step").await;
        step(page, steps).await;
        page.wait_text(".stage-place", lit).await;
    }
    page.assert_clean_console().await;
}

#[tokio::test]
async fn an_invalid_presentation_is_explained_and_closable() {
    let scene = Scene::start(SceneOptions::default()).await;
    let page = &scene.page;
    for (rest, text) in [
        ("?present=1&tour=nothing-like-it", "There is no tour called “nothing-like-it”"),
        ("?present=1&tour=own", "no tour of yours in this window"),
        ("?present=1&tour=own.AAAA", "not a tour file"),
        // {"wsisTour":1,"title":"","steps":[]}
        ("?present=1&tour=own.eyJ3c2lzVG91ciI6MSwidGl0bGUiOiIiLCJzdGVwcyI6W119", "has no steps"),
    ] {
        scene.open(rest).await;
        page.wait_text(".stage-trouble", text).await;
        page.press("PageDown").await;
        page.wait_count(".stage-controls", 0).await;
        page.click(".stage-trouble .primary").await;
        drawn(page).await;
        page.wait_for(".dialog .tours li:nth-child(7)").await;
    }
    // In a page of others nothing is presented.
    scene.open("?present=1&tour=c2&embed=1").await;
    page.wait_for(".whole-explorer").await;
    page.wait_count(".stage-room", 0).await;
    // A page that is left while a part of the program is on its way says so.
    page.assert_clean_console_but_for(&["Failed to fetch", "aborted"]).await;
}
