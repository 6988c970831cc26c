//! Broken or wrong files are never stored; a broken stored file is loaded again.

use browser_tests::{Fault, Page};
use serde_json::json;

use super::support::{again_without_server, all_kept, corrupt, kept, mended, visited};
use crate::support::{drawn, listed};

/// A cell that no tour shows, so that no visit keeps it by itself.
const CELL: &str = "/cells/C3/1/1.json";

/// Asks for a page of a cell as the app does.
async fn ask(page: &Page, path: &str) -> u16 {
    let body = "const { base } = await (await fetch('api/v1/manifest.json')).json();
                try { const it = await fetch('api/v1/' + base + given[0]); await it.text(); return it.status }
                catch { return 0 }";
    page.js_async(body, vec![json!(path)]).await
}

#[tokio::test]
async fn failures_and_html_in_place_of_data_are_never_stored() {
    let scene = visited("").await;
    for fault in [Fault::Html, Fault::status(503), Fault::json("{\"line\":"), Fault::Cut { after_bytes: 200 }]
    {
        let rule = scene.server.fault(format!("*{CELL}").as_str(), fault.clone());
        ask(&scene.page, &CELL[1..]).await;
        rule.remove();
        // Something that is kept shows that there was time to.
        assert_eq!(ask(&scene.page, "cells/C8/8/1.json").await, 200);
        kept(&scene.page, "/cells/C8/8/1.json").await;
        let all = all_kept(&scene.page).await;
        assert!(!all.iter().any(|address| address.ends_with(CELL)), "{fault:?}");
    }
    scene.page.click("#cell-C3-1").await;
    assert_eq!(listed(&scene.page).await.len(), 20);
    kept(&scene.page, CELL).await;
}

#[tokio::test]
async fn an_invalid_manifest_does_not_replace_the_stored_one() {
    let scene = visited("").await;
    for fault in [Fault::Html, Fault::status(502), Fault::Refuse, Fault::Stall] {
        let rule = scene.server.fault("*/manifest.json", fault);
        scene.page.reload().await;
        drawn(&scene.page).await;
        scene.page.wait_count(".failure", 0).await;
        rule.remove();
    }
}

#[tokio::test]
async fn broken_stored_data_are_loaded_again() {
    let scene = visited("").await;
    scene.page.click("#cell-C3-1").await;
    listed(&scene.page).await;
    kept(&scene.page, CELL).await;
    assert_eq!(corrupt(&scene.page, CELL).await, 1);
    scene.open("?line=C3&goal=1").await;
    assert_eq!(listed(&scene.page).await.len(), 20);
    kept(&scene.page, CELL).await;
    again_without_server(&scene, "?line=C3&goal=1").await;
    assert_eq!(listed(&scene.page).await.len(), 20, "what was mended is kept");
}

#[tokio::test]
async fn a_broken_stored_app_is_loaded_again() {
    let scene = visited("").await;
    let page = scene.server.url("");
    let asked_for = ["_bg.wasm", "/details-"];
    for part in [asked_for.as_slice(), &[page.as_str()]].concat() {
        assert!(corrupt(&scene.page, part).await >= 1, "{part}");
    }
    scene.page.reload().await;
    drawn(&scene.page).await;
    // A file is loaded again when the page asks for it.
    scene.page.click("#cell-C3-1").await;
    listed(&scene.page).await;
    for part in asked_for {
        mended(&scene.page, part).await;
    }
    again_without_server(&scene, "").await;
    scene.page.wait_gone("#crash").await;
}

#[tokio::test]
async fn a_broken_file_that_cannot_be_reloaded_fails_as_offline() {
    let scene = visited("").await;
    scene.page.click("#cell-C3-1").await;
    listed(&scene.page).await;
    kept(&scene.page, CELL).await;
    assert_eq!(corrupt(&scene.page, CELL).await, 1);
    again_without_server(&scene, "?line=C3&goal=1").await;
    scene.page.wait_text(".cell-projects .failure", "could not be reached").await;
    scene.server.resume().await;
    scene.page.click(".cell-projects .failure button").await;
    assert_eq!(listed(&scene.page).await.len(), 20);
}
