//! The address is the view: links, back and forward, bad values.

use crate::support::{drawn, listed, opened};

#[tokio::test]
async fn a_pasted_link_shows_the_same_view() {
    let scene = opened("").await;
    let page = &scene.page;
    page.click("#opener").await;
    page.click("#cell-C7-EGOV-16").await;
    listed(page).await;
    page.click(".selected .project-title").await;
    page.wait_for(".details .facts").await;
    let (address, title) = (page.address().await, page.text_of(".details h2").await);
    let other = opened(&address[address.find('?').unwrap()..]).await;
    other.page.wait_text(".details h2", &title).await;
    other.page.wait_attribute("#cell-C7-EGOV-16", "aria-selected", Some("true")).await;
    assert_eq!(other.page.address().await.split('?').nth(1), address.split('?').nth(1));
}

#[tokio::test]
async fn back_and_forward_walk_through_the_selections() {
    let scene = opened("").await;
    let page = &scene.page;
    page.click("#cell-C2-9").await;
    page.wait_text("#panel-title", "Industry").await;
    page.click("#line-C5 .row-name").await;
    page.wait_text("#panel-title", "confidence").await;
    page.back().await;
    page.wait_text("#panel-title", "Industry").await;
    page.back().await;
    page.wait_for(".start").await;
    page.js::<()>("history.forward()").await;
    page.wait_text("#panel-title", "Industry").await;
    assert!(page.address().await.ends_with("?line=C2&goal=9"));
    page.assert_clean_console().await;
}

#[tokio::test]
async fn bad_values_are_named_and_the_rest_is_shown() {
    let scene = opened("?line=C99&goal=9&theme=pink&utm_source=itu").await;
    let page = &scene.page;
    page.wait_text("#panel-title", "Industry").await;
    let notices = page.text_of(".notices").await;
    assert!(notices.contains("line: “C99”") && notices.contains("theme: “pink”"), "{notices}");
    assert!(!notices.contains("utm"), "{notices}");
    page.click(".notice button").await;
    page.wait_until("document.querySelectorAll('.notice').length === 1", "one notice less").await;
}

#[tokio::test]
async fn a_dismissed_notice_stays_away() {
    let scene = opened("?line=C99&goal=9").await;
    scene.page.click(".notice button").await;
    scene.page.wait_gone(".notice").await;
    scene.page.click(".about-link").await;
    scene.page.wait_until("location.hash === '#about'", "the way to the account").await;
    scene.page.wait_count(".notice", 0).await;
}

#[tokio::test]
async fn language_and_colours_are_part_of_the_view() {
    let scene = opened("?line=C2&theme=dark").await;
    let page = &scene.page;
    page.wait_attribute("html", "data-theme", Some("dark")).await;
    page.js::<()>(
        "const select = document.getElementById('language'); select.value = 'fr';
        select.dispatchEvent(new Event('change', { bubbles: true }))",
    )
    .await;
    page.wait_text("#line-C2", "nfrastructure").await;
    assert!(page.address().await.ends_with("?line=C2&lang=fr&theme=dark"));
    page.wait_attribute("html", "lang", Some("fr")).await;
    page.wait_text(".untranslated", "Traduction automatique").await;
    page.wait_text("#filter-button", "Filtrer").await;
    page.reload().await;
    drawn(page).await;
    page.wait_text("#panel-title", "L’infrastructure de l’information").await;
}

#[tokio::test]
async fn the_choice_of_language_follows_the_history() {
    let scene = opened("").await;
    let page = &scene.page;
    page.click("#cell-C2-9").await;
    page.wait_text("#panel-title", "Industry").await;
    page.js::<()>(
        "const select = document.getElementById('language'); select.value = 'es';
        select.dispatchEvent(new Event('change', { bubbles: true }))",
    )
    .await;
    page.wait_text("#panel-title", "Industria").await;
    page.back().await;
    page.wait_text("#line-C4", "Capacity building").await;
    page.wait_until("document.getElementById('language').value === 'en'", "English chosen again").await;
}

#[tokio::test]
async fn the_site_works_below_any_folder() {
    let scene = browser_tests::Scene::start(browser_tests::SceneOptions {
        mount: "/any/folder/".to_owned(),
        ..Default::default()
    })
    .await;
    scene.open("?line=C2&goal=9").await;
    drawn(&scene.page).await;
    assert_eq!(listed(&scene.page).await.len(), 20);
    assert!(scene.page.address().await.ends_with("/any/folder/?line=C2&goal=9"));
    scene.page.assert_clean_console().await;
}
