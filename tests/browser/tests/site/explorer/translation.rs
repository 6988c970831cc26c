//! A browser's own translation of the page, which puts a `<font>` in the place of each text.

use browser_tests::{Scene, SceneOptions};

use crate::support::{listed, opened};

/// Translates every text that is not translated yet, as Chromium does.
const TRANSLATE: &str = "
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
        if (!/[\\w●]/.test(text.data) || text.parentElement.closest('script, style, select, font')) continue;
        const outer = document.createElement('font'), inner = document.createElement('font');
        inner.append(`«${text.data.trim()}»`);
        outer.append(inner);
        text.replaceWith(outer);
        (window.before ??= []).push([outer, text]);
    }";

#[tokio::test]
async fn texts_go_on_changing_in_a_page_that_the_browser_has_translated() {
    let scene = opened("?line=C2&goal=9").await;
    let page = &scene.page;
    listed(page).await;
    page.js::<()>(TRANSLATE).await;
    page.wait_text("#panel-title", "«Information and communication infrastructure»").await;
    page.click("#cell-C5-4").await;
    page.wait_text("#panel-title", "Quality education").await;
    assert!(!page.text_of("#panel-title").await.contains('«'), "what is new is in English");
    page.click(".shows button:nth-child(2)").await;
    page.wait_text(".legend", "few to many").await;
    assert!(!page.text_of(".legend").await.contains("number of targets"));
    page.wait_text(".status", "36 of 916 projects state goals").await;
    assert!(!page.text_of(".status").await.contains("cells linked"));
    page.wait_text("#line-C5 .row-name", "«Confidence and security»").await;
    // Once more, with what is new, and back.
    page.js::<()>(TRANSLATE).await;
    page.click(".shows button:nth-child(1)").await;
    page.wait_text(".legend", "number of targets").await;
    page.js::<()>(TRANSLATE).await;
    page.wait_text(".status", "«98 of 187 cells linked»").await;
    page.js::<()>(
        "for (const [font, text] of window.before.reverse()) if (font.isConnected) font.replaceWith(text)",
    )
    .await;
    page.wait_until("!document.body.innerText.includes('«')", "the texts as they were").await;
    assert_eq!(page.text_of(".status").await, "98 of 187 cells linked");
    page.assert_clean_console().await;
}

#[tokio::test]
async fn a_translated_presentation_goes_on() {
    let scene = Scene::start(SceneOptions::default()).await;
    let page = &scene.page;
    scene.open("?present=1&line=C2&goal=9").await;
    page.wait_text(".stage-number", "1 / 4").await;
    page.js::<()>(TRANSLATE).await;
    page.wait_text(".stage-number", "«1 / 4»").await;
    page.press("ArrowRight").await;
    page.wait_text(".stage-number", "2 / 4").await;
    assert!(!page.text_of(".stage-number").await.contains('1'));
    page.assert_clean_console().await;
}
