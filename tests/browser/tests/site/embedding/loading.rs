//! Loading: fallback content, many elements on one page, every example.

use browser_tests::{Fault, Scene, SceneOptions, Server, ServerOptions};

use super::support::*;

#[tokio::test]
async fn fallback_content_stays_where_the_element_cannot_load() {
    let without = SceneOptions { script_disabled: true, ..SceneOptions::default() };
    let element = "<wsis-sdg-matrix id=\"a\" loading=\"eager\"><a id=\"own\" href=\"x\">The matrix</a></wsis-sdg-matrix>";
    let host = Host::open_with(without, SCRIPT, element).await;
    host.page().wait_for("#own").await;
    let host = Host::open(SCRIPT, "").await;
    host.scene.server.fault("*/manifest.json", Fault::status(503));
    let page = host.page();
    page.js::<()>(&format!("document.body.innerHTML = `{element}`")).await;
    let error = host.raised("a", "error").await;
    assert_eq!(error["code"], "load");
    assert!(error["message"].as_str().unwrap().contains("503"), "{error}");
    page.wait_for("#own").await;
    page.js::<()>("document.getElementById('a').setAttribute('src', 'javascript:alert(1)')").await;
    page.wait_until(
        "raised.some(([type, , detail]) => type === 'error' && detail.code === 'address')",
        "the refusal",
    )
    .await;
    page.wait_for("#own").await;
}

#[tokio::test]
async fn of_twenty_elements_only_visible_ones_load_and_share_files() {
    let goals = (1..=17).chain(1..=3);
    let many: String = goals
        .enumerate()
        .map(|(at, goal)| {
            format!("<wsis-sdg-matrix id=\"e{at}\" line=\"C{}\" goal=\"{goal}\" style=\"min-height:900px\"></wsis-sdg-matrix>", at % 6 + 1)
        })
        .collect();
    let host = Host::open(SCRIPT, &many).await;
    let page = host.page();
    host.raised("e0", "ready").await;
    let started = "return [...document.querySelectorAll('wsis-sdg-matrix')].filter(one => one.shadowRoot.querySelector('iframe')).length";
    let first: usize = page.js(started).await;
    assert!((1..=3).contains(&first), "{first} start at once");
    page.js::<()>("document.getElementById('e19').scrollIntoView()").await;
    host.raised("e19", "ready").await;
    let last: usize = page.js(started).await;
    assert!(last <= first + 4, "{last} have started");
    // What never changes comes from the browser's memory.
    let again = host.scene.server.requests_for("*_bg.wasm").len();
    assert!(again <= 2, "the program was fetched {again} times");
    page.assert_clean_console().await;
}

#[tokio::test]
async fn every_example_shows_the_matrix() {
    let examples = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let folder = tempfile::tempdir().unwrap();
    // Without the site's own policy, as these are pages of others, but with what sandboxed frames need.
    std::fs::write(folder.path().join("_headers"), "/*\n  Access-Control-Allow-Origin: *\n").unwrap();
    let overlays = vec![
        ("/".to_owned(), browser_tests::site_folder().unwrap()),
        ("/examples".to_owned(), examples.clone()),
    ];
    let host = Server::start(&ServerOptions { overlays, ..ServerOptions::new(folder.path()) }).unwrap();
    let scene = Scene::start(SceneOptions::default()).await;
    let page = &scene.page;
    let mut names: Vec<String> = std::fs::read_dir(&examples)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.retain(|name| name.ends_with(".html"));
    assert!(names.len() >= 12, "{names:?}");
    for name in names {
        page.open(&host.url(&format!("examples/{name}"))).await;
        let frame = "(document.querySelector('iframe[src*=embed]') ?? [...document.querySelectorAll('wsis-sdg-matrix')]
            .map(one => one.shadowRoot?.querySelector('iframe')).find(Boolean))";
        page.js::<()>("(document.querySelector('wsis-sdg-matrix') ?? document.querySelector('iframe'))?.scrollIntoView()").await;
        // A frame that is entered before it has gone anywhere may be another one afterwards.
        let under_way = format!("{frame} && {frame}.contentDocument?.URL !== 'about:blank'");
        page.wait_until(&under_way, &format!("a frame in {name}")).await;
        page.enter_frame_of(frame).await;
        page.wait_until(
            "document.querySelector('.whole-explorer') && document.querySelector('.cell, #panel-title')",
            &name,
        )
        .await;
        page.leave_frames().await;
    }
}
