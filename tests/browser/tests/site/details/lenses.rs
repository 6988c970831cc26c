//! The pages on the report: the list, a page with its sections, charts and marks, search, country, stage, faults.

use browser_tests::{Fault, Scene, SceneOptions};

use crate::support::{drawn, opened, opened_over_fixture};

#[tokio::test]
async fn every_page_is_two_clicks_away_and_has_an_address() {
    let scene = opened("").await;
    let page = &scene.page;
    page.click("#report-button").await;
    page.wait_text("#details-title", "The WSIS+20 report").await;
    assert!(page.focus().await.starts_with("h2#details-title"));
    page.wait_for(".lens-card").await;
    let titles = page.texts_of(".lens-card strong").await;
    assert_eq!(titles.len(), 10, "{titles:?}");
    page.click(".lens-list li:nth-child(2) .lens-card").await;
    page.wait_text("#details-title", "Ten targets").await;
    assert!(page.address().await.ends_with("?lens=targets"));
    page.wait_for(".lens-section").await;
    // Each other page is one click away, and the browser's way back leads to the list.
    let pages = page.texts_of(".lens-pages button").await;
    assert_eq!(pages.len(), 10, "{pages:?}");
    page.js::<()>("history.back()").await;
    page.wait_for(".lens-card").await;
    page.assert_clean_console().await;
}

#[tokio::test]
async fn a_page_marks_what_it_speaks_of_and_unmarks_it() {
    let (scene, _folder) = opened_over_fixture("?lens=aims").await;
    let page = &scene.page;
    page.wait_for(".lens-items").await;
    let marked = "return [...document.querySelectorAll('[data-lens]')].map(it => it.id).sort()";
    page.wait_until("document.querySelector('#cell-C2-9[data-lens]')", "the marks").await;
    // C7 stands for an e-application whose row is closed.
    let ids: Vec<String> = page.js(marked).await;
    assert_eq!(ids, ["cell-C2-9", "goal-9", "line-C2", "line-C7"]);
    page.hover(".lens-items li").await;
    page.wait_until("document.querySelector('#goal-9[data-lens-item]')", "the marks of the item").await;
    page.click(".back").await;
    page.wait_until("!document.querySelector('[data-lens], [data-lens-item]')", "no mark left").await;
}

#[tokio::test]
async fn texts_of_a_page_are_text_and_say_where_they_are_from() {
    let (scene, _folder) = opened_over_fixture("?lens=aims").await;
    let page = &scene.page;
    page.wait_text(".lens-text", "An aim with <b>marks</b>.").await;
    page.wait_text(".lens-facts", "No global data").await;
    let ties = page.texts_of(".lens-ties").await;
    assert!(ties[0].contains("Named by the report") && ties[1].contains("our tie"), "{ties:?}");
    page.click(".lens-ties button").await;
    page.wait_text("#panel-title", "C2").await;
    assert!(page.address().await.contains("line=C2"));
}

#[tokio::test]
async fn a_chart_is_read_with_the_keyboard_and_as_a_table() {
    let (scene, _folder) = opened_over_fixture("?lens=aims").await;
    let page = &scene.page;
    page.wait_for(".chart-keys").await;
    page.js::<()>("document.querySelector('.chart-keys').focus()").await;
    page.press("ArrowRight").await;
    page.wait_text(".chart-reading", "Africa, Report: over 14.1 % of projects").await;
    page.press("ArrowRight").await;
    page.wait_text(".chart-reading", "Africa, Here: 88.9 % of projects").await;
    page.press("End").await;
    page.wait_text(".chart-reading", "no number stated (None is given.)").await;
    page.click(".lens-files button").await;
    let cells = page.texts_of(".lens-table td").await;
    assert!(cells.iter().any(|cell| cell == "88.9"), "{cells:?}");
}

#[tokio::test]
async fn the_search_leads_to_the_sentence() {
    let scene = opened("").await;
    let page = &scene.page;
    page.click("#search").await;
    page.type_text("submarine cable").await;
    page.wait_until(
        "[...document.querySelectorAll('[role=option]')].some(it => it.textContent.includes('Report'))",
        "a suggestion of the report",
    )
    .await;
    page.js::<()>(
        "[...document.querySelectorAll('[role=option]')].find(it => it.textContent.includes('Report')).click()",
    )
    .await;
    page.wait_until("document.activeElement?.id.startsWith('item-')", "the focus on an item").await;
    let text: String = page.js("return document.activeElement.textContent.toLowerCase()").await;
    assert!(text.contains("cable"), "{text}");
    assert!(page.js::<bool>("return document.activeElement.getBoundingClientRect().height > 0").await);
}

#[tokio::test]
async fn a_page_that_does_not_exist_says_so_and_a_lost_one_is_loaded_again() {
    let scene = opened("?lens=nothing").await;
    scene.page.wait_text("#details-title", "no page «nothing»").await;
    let scene = Scene::start(SceneOptions::default()).await;
    let rule = scene.server.fault("*/context/en/prizes.json", Fault::status(503));
    scene.open("?lens=prizes").await;
    drawn(&scene.page).await;
    scene.page.wait_for(".failure button").await;
    rule.remove();
    scene.page.click(".failure button").await;
    scene.page.wait_for(".lens-section").await;
}

#[tokio::test]
async fn a_country_page_names_what_the_report_says_of_its_region() {
    let scene = opened("?country=KEN").await;
    let page = &scene.page;
    page.wait_for(".in-report button").await;
    page.click(".in-report button").await;
    page.wait_until("document.activeElement?.id.startsWith('item-')", "the focus on an item").await;
    assert!(page.address().await.contains("lens="));
}

#[tokio::test]
async fn a_page_is_printed_whole_behind_the_matrix() {
    let (scene, _folder) = opened_over_fixture("?lens=aims").await;
    let page = &scene.page;
    page.wait_for(".lens-items").await;
    page.click(".lens-opener").await;
    page.wait_until("!document.querySelector('.lens-content').checkVisibility()", "a closed section").await;
    page.browser().emulate_media("print", &[]).await.unwrap();
    let printed: Vec<bool> = page
        .js(
            "return ['.grid', '.lens-lead', '.lens-text', '.chart-drawing', '.lens-table td', '.lens-pages', '.start']
                .map(it => document.querySelector(it).checkVisibility())",
        )
        .await;
    assert_eq!(printed, [true, true, true, true, true, false, false]);
}

#[tokio::test]
async fn a_page_is_a_slide_with_its_chart() {
    let scene = Scene::start(SceneOptions::default()).await;
    scene.open("?lens=prizes&present=1").await;
    let page = &scene.page;
    page.wait_text(".stage-step h1", "WSIS Prizes").await;
    page.wait_for(".stage-chart .chart-bar").await;
    page.assert_clean_console().await;
}
