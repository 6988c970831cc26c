//! An entry that is prepared for ITU's database: what it touches, the text to take along, and that nothing is sent.

use browser_tests::Page;

use crate::support::{listed, opened};

/// Opens the sheet from where the page is.
async fn prepare(page: &Page) {
    page.click("#prepare-entry").await;
    page.wait_for(".entry .goal-choices").await;
}

#[tokio::test]
async fn a_cell_leads_to_an_entry_with_its_line_and_goal() {
    let scene = opened("?line=C2&goal=9").await;
    let page = &scene.page;
    listed(page).await;
    prepare(page).await;
    page.wait_until("document.activeElement.id === 'entry-heading'", "the heading has the focus").await;
    let line: String = page.js("return document.querySelector('#entry-line').value").await;
    assert_eq!(line, "C2");
    page.wait_text(".goal-sentence", "9.c").await;
    page.wait_text(".entry", "ITU registers projects; this site does not").await;
    page.wait_text(".entry", "has to be written in English").await;
    page.wait_text(".entry", "Read on 2026-11-24 in stored copies").await;
    let links: Vec<String> =
        page.js("return [...document.querySelectorAll('.entry-links a')].map(link => link.href)").await;
    assert!(
        links.iter().all(|link| link.starts_with("https://www.itu.int/net4/wsis/stocktaking/")),
        "{links:?}"
    );
    assert_eq!(links.len(), 2);
}

#[tokio::test]
async fn a_draft_becomes_a_text_and_is_sent_nowhere() {
    let scene = opened("?line=C2&goal=9").await;
    let page = &scene.page;
    listed(page).await;
    prepare(page).await;
    page.wait_text(".entry-rules", "English").await;
    page.wait_text(".choice-boxes", "Children").await;
    let asked = scene.server.requests().len();
    page.click("#entry-title").await;
    page.type_text("Village <b>networks</b>").await;
    page.click(".goal-choice:nth-child(14)").await;
    page.wait_text(".goal-sentence ~ .goal-sentence", "does not link this line").await;
    page.click(".goal-sentence textarea").await;
    page.type_text("Forty villages are online.").await;
    page.click(".choice-box").await;
    let text = page.text_of(".entry pre").await;
    for part in [
        "Title: Village <b>networks</b>",
        "Forty villages are online.",
        "9.1, 9.a, 9.c",
        "not linked",
        "Children",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    page.js::<()>(
        "URL.createObjectURL = blob => { blob.text().then(text => window.saved = text); return 'blob:kept'; };
         HTMLAnchorElement.prototype.click = function () { window.file = this.download; };",
    )
    .await;
    page.click(".entry .save").await;
    page.wait_text(".entry .save", "Saved").await;
    let saved = page.wait_until("window.saved && [window.file, window.saved]", "the file").await;
    assert_eq!(saved[0], "wsis-entry.txt");
    assert!(saved[1].as_str().unwrap().contains("Forty villages"), "{saved}");
    assert_eq!(scene.server.requests().len(), asked, "nothing is sent");
    let kept: String =
        page.js("return JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])").await;
    assert!(!kept.contains("Village"), "{kept}");
    assert!(!page.address().await.contains("Village"));
    page.assert_clean_console().await;
}

#[tokio::test]
async fn a_draft_entry_lasts_as_long_as_the_page() {
    let scene = opened("?line=C2&goal=9").await;
    let page = &scene.page;
    listed(page).await;
    prepare(page).await;
    page.click("#entry-title").await;
    page.type_text("Kept").await;
    page.press("Escape").await;
    page.wait_gone(".entry").await;
    page.wait_until("document.activeElement.id === 'prepare-entry'", "the focus is where it was").await;
    page.click("#cell-C4-3").await;
    page.wait_text("#panel-title", "Capacity building").await;
    prepare(page).await;
    let title: String = page.js("return document.querySelector('#entry-title').value").await;
    assert_eq!(title, "Kept");
    // Another selection is what is wanted to be seen now.
    page.click("#cell-C5-9").await;
    page.wait_gone(".entry").await;
    prepare(page).await;
    page.click(".entry pre ~ button:last-of-type").await;
    page.wait_gone(".goal-sentence").await;
    let state: Vec<String> =
        page.js("return ['#entry-title', '#entry-line'].map(id => document.querySelector(id).value)").await;
    assert_eq!(state, ["", ""]);
}

#[tokio::test]
async fn every_list_and_empty_state_has_the_invitation() {
    for rest in ["?line=C11&goal=1", "?line=C4", "?goal=14", "?country=RWA", "?country=ZWE", "?q=zzzz"] {
        let scene = opened(rest).await;
        scene.page.wait_text(".invitation", "Is your project here?").await;
        scene.page.js::<()>("document.getElementById('tab-projects')?.click()").await;
        scene.page.click(".invitation button").await;
        scene.page.wait_until("document.activeElement.id === 'search'", "the search box").await;
    }
}

#[tokio::test]
async fn about_lists_conflicting_sources() {
    let scene = opened("").await;
    scene.page.click(".about-link").await;
    scene.page.click("#conflicts").await;
    scene.page.wait_text(".conflicts", "Since when the Stocktaking database exists").await;
    let text = scene.page.text_of(".about-sources:has(#conflicts)").await;
    for part in ["1\u{a0}140 submitted", "806 submitted", "966 belongs to 2022", "They complement each other"]
    {
        assert!(text.contains(part), "{part}");
    }
    scene.page.click("#conflicts").await;
    scene.page.wait_gone(".conflicts").await;
}
