//! The grid by keyboard, both ways round.

use browser_tests::{Page, Scene, SceneOptions};

use crate::support::opened;

async fn focused(page: &Page) -> String {
    page.js("return document.activeElement.id").await
}

async fn walk(page: &Page, steps: &[(&str, &str)]) {
    for (key, expected) in steps {
        page.press(key).await;
        assert_eq!(&focused(page).await, expected, "after {key}");
    }
}

#[tokio::test]
async fn one_tab_stop_and_every_key_of_a_grid() {
    let scene = opened("").await;
    let page = &scene.page;
    let stops: usize = page.js("return document.querySelectorAll('.grid [tabindex=\"0\"]').length").await;
    assert_eq!(stops, 1);
    page.js::<()>("document.getElementById('cell-C1-1').focus()").await;
    walk(
        page,
        &[
            ("ArrowRight", "cell-C1-2"),
            ("ArrowDown", "cell-C2-2"),
            ("ArrowUp", "cell-C1-2"),
            ("ArrowUp", "goal-2"),
            ("ArrowDown", "cell-C1-2"),
            ("Home", "line-C1"),
            ("End", "cell-C1-17"),
            ("Control+End", "cell-C11-17"),
            ("PageUp", "cell-C6-17"),
            ("PageDown", "cell-C11-17"),
            ("Control+Home", "cell-C1-1"),
            ("ArrowLeft", "line-C1"),
            ("PageDown", "line-C6"),
            ("ArrowDown", "line-C7"),
            ("ArrowRight", "opener"),
        ],
    )
    .await;
    page.press("Enter").await;
    page.wait_for("#cell-C7-EGOV-1").await;
    page.wait_attribute("#opener", "aria-expanded", Some("true")).await;
    assert_eq!(focused(page).await, "opener");
    walk(page, &[("ArrowRight", "cell-C7-1"), ("ArrowDown", "cell-C7-EGOV-1")]).await;
    let stops: usize = page.js("return document.querySelectorAll('.grid [tabindex=\"0\"]').length").await;
    assert_eq!(stops, 1);
    page.press("Tab").await;
    let inside: bool =
        page.js("return document.querySelector('.grid').contains(document.activeElement)").await;
    assert!(!inside, "Tab leaves the grid");
}

#[tokio::test]
async fn enter_and_space_select_and_escape_returns_the_focus() {
    let scene = opened("").await;
    let page = &scene.page;
    page.js::<()>("document.getElementById('cell-C2-9').focus()").await;
    page.press("Enter").await;
    page.wait_text("#panel-title", "Industry, innovation and infrastructure").await;
    page.wait_until("document.activeElement.id === 'panel-title'", "the focus on the panel's title").await;
    crate::support::listed(page).await;
    let first: String = page.js("return document.querySelector('.selected .project-title').id").await;
    page.js::<()>("document.querySelector('.selected .project-title').focus()").await;
    page.press("Enter").await;
    page.wait_for(".details .facts").await;
    page.wait_until("document.activeElement.id === 'details-title'", "the focus on the project's title")
        .await;
    page.press("Escape").await;
    page.wait_gone(".details").await;
    page.wait_until(&format!("document.activeElement.id === '{first}'"), "the focus on the project").await;
    page.press("Escape").await;
    page.wait_for(".start").await;
    page.wait_until("document.activeElement.id === 'cell-C2-9'", "the focus on the cell").await;
    page.press("ArrowUp").await;
    page.press("ArrowUp").await;
    page.press("Space").await;
    page.wait_text("#panel-title", "Industry, innovation and infrastructure").await;
    page.wait_text(".panel-kind", "Sustainable Development Goal").await;
    page.assert_clean_console().await;
}

#[tokio::test]
async fn escape_closes_the_menu_before_the_panel() {
    let scene = opened("?line=C2&goal=9").await;
    let page = &scene.page;
    page.js::<()>("document.querySelector('[popovertarget=more]').focus()").await;
    page.press("Enter").await;
    page.wait_for("#theme").await;
    page.press("Escape").await;
    page.wait_gone("#theme").await;
    page.wait_for("#panel-title").await;
    page.press("Escape").await;
    page.wait_for(".start").await;
    page.assert_clean_console().await;
}

#[tokio::test]
async fn the_focus_is_never_lost_when_a_button_disappears() {
    let scene = opened("?line=C2&goal=9&theme=pink").await;
    let page = &scene.page;
    crate::support::listed(page).await;
    page.click(".cell-projects .next-page button").await;
    let first_new = "document.querySelectorAll('.selected .project-title')[20]";
    page.wait_until(
        &format!("{first_new} && document.activeElement === {first_new}"),
        "the focus on the 21st",
    )
    .await;
    page.click(".notice button").await;
    page.wait_until("document.activeElement.id === 'matrix'", "the focus on the matrix").await;
    page.press("Escape").await;
    page.wait_for(".start").await;
    page.js::<()>("document.querySelector('.example').focus()").await;
    page.press("Enter").await;
    page.wait_for("#panel-title").await;
    page.press("Escape").await;
    page.wait_until("document.activeElement.id === 'example-cell-C2-9'", "the focus where it came from")
        .await;
}

#[tokio::test]
async fn the_focused_element_is_never_under_the_header() {
    let options = SceneOptions { viewport: (1366, 600), ..SceneOptions::default() };
    let scene = Scene::start(options).await;
    scene.open("?open=C7").await;
    crate::support::drawn(&scene.page).await;
    let page = &scene.page;
    page.js::<()>("document.getElementById('cell-C11-9').focus()").await;
    for _ in 0..18 {
        page.press("ArrowUp").await;
        let covered: bool = page
            .js("const on = document.activeElement.getBoundingClientRect();
                const head = document.getElementById('goal-9').getBoundingClientRect();
                return on.top < head.bottom - 1 || on.bottom > innerHeight + 1")
            .await;
        assert!(!covered, "{}", focused(page).await);
    }
}

#[tokio::test]
async fn arrows_follow_the_screen_in_a_mirrored_page() {
    let scene = opened("?lang=ar").await;
    let page = &scene.page;
    page.wait_until("document.documentElement.dir === 'rtl'", "a mirrored page").await;
    page.wait_text("#line-C2", "البنية التحتية").await;
    page.js::<()>("document.getElementById('cell-C2-9').focus()").await;
    walk(
        page,
        &[
            ("ArrowLeft", "cell-C2-10"),
            ("ArrowRight", "cell-C2-9"),
            ("Home", "line-C2"),
            ("ArrowLeft", "cell-C2-1"),
            ("ArrowRight", "line-C2"),
        ],
    )
    .await;
    let mirrored: bool = page
        .js("const left = id => document.getElementById(id).getBoundingClientRect().left;
            return left('cell-C2-1') > left('cell-C2-17') && left('panel') < left('cell-C2-17')")
        .await;
    assert!(mirrored);
}
