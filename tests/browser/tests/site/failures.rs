//! Every failure with a text of its own; what was on screen stays; trying again works; a panic is no dead page.

use browser_tests::{Fault, Scene, SceneOptions};

use crate::support::{drawn, listed, opened, opened_in_a_hurry};

const CELL: &str = "*/cells/C2/9/1.json";

/// Selects C2 x 9 under a fault, holds the text, and that trying again without the fault brings the list.
async fn fails_with(fault: Fault, text: &str) {
    let scene = opened("?line=C5&goal=16").await;
    listed(&scene.page).await;
    let rule = scene.server.fault(CELL, fault);
    scene.page.click("#cell-C2-9").await;
    scene.page.wait_text(".cell-projects .failure", text).await;
    scene.page.click("#tab-targets").await;
    scene.page.wait_text("#panel", "9.c").await;
    scene.page.click("#tab-projects").await;
    scene.page.wait_count(".selected .project-title", 0).await;
    rule.remove();
    scene.page.click(".cell-projects .failure button").await;
    assert_eq!(listed(&scene.page).await.len(), 20);
    scene.page.wait_count(".failure", 0).await;
}

#[tokio::test]
async fn an_unreachable_server() {
    fails_with(Fault::Refuse, "could not be reached").await;
}

#[tokio::test]
async fn an_answer_that_is_cut_off() {
    fails_with(Fault::Cut { after_bytes: 200 }, "could not be reached").await;
}

#[tokio::test]
async fn a_status() {
    fails_with(Fault::status(503), "status 503").await;
}

#[tokio::test]
async fn a_problem_document() {
    let problem = Fault::Status {
        code: 429,
        content_type: "application/problem+json".to_owned(),
        body: r#"{"title": "Too many questions", "detail": "Come back <b>later</b>"}"#.to_owned(),
    };
    fails_with(problem, "status 429): Too many questions – Come back <b>later</b>").await;
}

#[tokio::test]
async fn a_page_in_the_place_of_data() {
    fails_with(Fault::Html, "not data but “text/html").await;
}

#[tokio::test]
async fn broken_json() {
    fails_with(Fault::json("{\"line\": \"C2\","), "do not have the expected format").await;
}

#[tokio::test]
async fn a_missing_field() {
    let without_projects = r#"{"line":"C2","goal":9,"page":1,"pages":1,"total":0,"declared":0,"derived":0}"#;
    fails_with(Fault::json(without_projects), "missing field `projects`").await;
}

#[tokio::test]
async fn a_value_of_another_kind() {
    let words =
        r#"{"line":"C2","goal":9,"page":1,"pages":1,"total":"many","declared":0,"derived":0,"projects":[]}"#;
    fails_with(Fault::json(words), "u32 was expected").await;
    let negative =
        r#"{"line":"C2","goal":9,"page":1,"pages":1,"total":-1,"declared":0,"derived":0,"projects":[]}"#;
    fails_with(Fault::json(negative), "u32 was expected").await;
    let list_for_object =
        r#"{"line":"C2","goal":9,"page":1,"pages":1,"total":1,"declared":0,"derived":0,"projects":[[]]}"#;
    fails_with(Fault::json(list_for_object), "struct ListedProject was expected").await;
}

#[tokio::test]
async fn a_word_that_does_not_exist() {
    let other =
        r#"{"line":"C99","goal":9,"page":1,"pages":1,"total":0,"declared":0,"derived":0,"projects":[]}"#;
    fails_with(Fault::json(other), "unknown action line “C99”").await;
}

#[tokio::test]
async fn an_answer_for_another_cell() {
    let other =
        r#"{"line":"C5","goal":16,"page":1,"pages":1,"total":0,"declared":0,"derived":0,"projects":[]}"#;
    fails_with(Fault::json(other), "asked for page 1 of C2 × 9").await;
}

#[tokio::test]
async fn too_many_bytes() {
    fails_with(Fault::Oversized { bytes: 3 * 1024 * 1024 }, "larger than 2 MiB").await;
}

#[tokio::test]
async fn no_answer_in_time() {
    let scene = opened_in_a_hurry().await;
    let stalled = scene.server.fault(CELL, Fault::StallBody { after_bytes: 100 });
    scene.page.click("#cell-C2-9").await;
    scene.page.wait_text(".cell-projects .failure", "did not answer in full within 1 second").await;
    stalled.remove();
    scene.page.click(".cell-projects .failure button").await;
    assert_eq!(listed(&scene.page).await.len(), 20);
}

#[tokio::test]
async fn a_failed_next_page_keeps_the_first() {
    let scene = opened("?line=C2&goal=9").await;
    listed(&scene.page).await;
    let rule = scene.server.fault("*/cells/C2/9/2.json", Fault::status(500));
    scene.page.click(".cell-projects .next-page button").await;
    scene.page.wait_text(".cell-projects .failure", "status 500").await;
    scene.page.wait_text(".cell-projects .failure", "still there").await;
    scene.page.wait_count(".selected .project-title", 20).await;
    rule.remove();
    scene.page.click(".cell-projects .failure button").await;
    scene
        .page
        .wait_until("document.querySelectorAll('.selected .project-title').length === 40", "both pages")
        .await;
}

#[tokio::test]
async fn a_missing_manifest_leaves_the_prerendered_table() {
    let scene = Scene::start(SceneOptions::default()).await;
    let rule = scene.server.fault("*/manifest.json", Fault::status(502));
    scene.open("?line=C7-EGOV").await;
    scene.page.wait_text(".failure", "status 502").await;
    scene.page.wait_for("#prerendered .grid").await;
    rule.remove();
    scene.page.click(".failure button").await;
    drawn(&scene.page).await;
    scene.page.wait_text("#panel-title", "E-government").await;
    scene.page.wait_count(".failure", 0).await;
}

#[tokio::test]
async fn a_newer_contract_is_named() {
    let scene = Scene::start(SceneOptions::default()).await;
    scene.server.fault("*/manifest.json", Fault::json(r#"{"contract": "2.0", "everything": "else"}"#));
    scene.open("").await;
    scene.page.wait_text(".failure", "version 2.0").await;
}

#[tokio::test]
async fn details_and_initiatives_fail_separately() {
    let scene = Scene::start(SceneOptions::default()).await;
    let initiatives = scene.server.fault("*/context/*", Fault::status(500));
    let project = scene.server.fault("*/projects/*", Fault::status(500));
    scene.open("?line=C2&goal=9").await;
    drawn(&scene.page).await;
    assert_eq!(listed(&scene.page).await.len(), 20, "the projects are there without the initiatives");
    scene.page.click("#tab-initiatives").await;
    scene.page.wait_text(".initiatives .failure", "status 500").await;
    initiatives.remove();
    scene.page.click(".initiatives .failure button").await;
    scene.page.wait_text(".initiatives", "Giga").await;
    scene.page.click("#tab-projects").await;
    scene.page.click(".selected .project-title").await;
    scene.page.wait_text(".details .failure", "status 500").await;
    project.remove();
    scene.page.click(".details .failure button").await;
    scene.page.wait_for(".details .facts").await;
}

#[tokio::test]
async fn a_panic_is_reported_with_a_reload() {
    let scene = opened("?line=C2").await;
    // A rejection that is no Error makes gloo-net panic: no browser does this, a broken extension might.
    scene.page.js::<()>("window.fetch = () => Promise.reject('not an Error')").await;
    scene.page.js::<()>("document.getElementById('cell-C2-9').click()").await;
    scene.page.wait_text("#crash", "The page has stopped").await;
    scene.page.wait_text("#crash-detail", "panicked").await;
    scene.page.wait_for("#crash a").await;
    scene.page.click("#crash a").await;
    drawn(&scene.page).await;
    scene.page.wait_text("#panel-title", "Industry").await;
    scene.page.wait_gone("#crash").await;
}

#[tokio::test]
async fn errors_of_other_scripts_do_not_stop_the_page() {
    let scene = opened("").await;
    scene.page.js::<()>("setTimeout(() => { throw new Error('an extension of the browser') })").await;
    scene.page.js::<()>("Promise.reject(new Error('another one'))").await;
    scene.page.click("#cell-C2-9").await;
    assert_eq!(listed(&scene.page).await.len(), 20);
    scene.page.wait_gone("#crash").await;
}

#[tokio::test]
async fn a_project_that_does_not_exist_says_so() {
    let scene = opened("?project=nosuch").await;
    scene.page.wait_text("#details-title", "This collection has no project “nosuch”.").await;
    scene.page.wait_count(".details .failure", 0).await;
    scene.page.wait_text(".details .back", "Close").await;
    scene.page.click(".details .back").await;
    scene.page.wait_for(".start").await;
}

#[tokio::test]
async fn a_program_that_cannot_start_leaves_the_prerendered_table() {
    let scene = Scene::start(SceneOptions::default()).await;
    scene.server.fault("*_bg.wasm", Fault::status(404));
    scene.page.open_partly(&scene.server.url("")).await;
    scene.page.wait_text("#crash", "could not start").await;
    scene.page.wait_for("#prerendered .grid").await;
}

#[tokio::test]
async fn a_frame_without_history_says_so_and_goes_on() {
    let scene = opened("").await;
    scene.page
        .js::<()>("history.pushState = history.replaceState = () => { throw new DOMException('no', 'SecurityError') }")
        .await;
    scene.page.click("#cell-C2-9").await;
    assert_eq!(listed(&scene.page).await.len(), 20);
    scene.page.wait_text(".notices", "does not follow").await;
}
