//! Before the app is there: the prerendered table, clicks kept, the swap, the page without script, the bytes.

use std::collections::BTreeSet;

use browser_tests::{Fault, FaultHandle, Scene, SceneOptions};
use serde_json::Value;

use crate::support::{drawn, listed, save_data};

/// Every element of the page as text: name, attributes in order of their names, classes in order, texts.
const DESCRIBE: &str = "
    const value = ({ name, value }) =>
        name === 'class' ? value.split(/\\s+/).filter(Boolean).sort().join(' ') : value;
    const texts = element => [...element.childNodes].flatMap(node =>
        node.nodeType === Node.ELEMENT_NODE ? [describe(node)]
        : node.nodeType === Node.TEXT_NODE && node.data.trim() ? [node.data.trim()] : []);
    const describe = element => [
        element.localName,
        ...[...element.attributes].map(attribute => `${attribute.name}=${value(attribute)}`).sort(),
        ...texts(element)];";

/// The prerendered page at an address, and what holds the program back until it is released.
async fn before_the_program(rest: &str) -> (Scene, FaultHandle) {
    let scene = Scene::start(SceneOptions::default()).await;
    let gate = scene.server.fault("*_bg.wasm", Fault::Hold);
    scene.page.open_partly(&scene.server.url(rest)).await;
    scene.page.wait_for("#prerendered .start").await;
    (scene, gate)
}

#[tokio::test]
async fn the_prerendered_page_equals_the_page_of_the_app() {
    let scene = Scene::start(SceneOptions::default()).await;
    // Parts that are loaded ahead, such as the status of the offline copy, are not of the first sight.
    save_data(&scene.page).await;
    scene.open("").await;
    drawn(&scene.page).await;
    let app: Value =
        scene.page.js(&format!("{DESCRIBE} return describe(document.querySelector('#app .page'))")).await;
    let prerendered: Value = scene
        .page
        .js_async(
            &format!(
                "{DESCRIBE} const page = await (await fetch(location.pathname)).text();
                return describe(new DOMParser().parseFromString(page, 'text/html').querySelector('#prerendered .page'))"
            ),
            vec![],
        )
        .await;
    if let Some(difference) = first_difference(&app, &prerendered) {
        panic!("the app and the prerendered page differ at {difference}");
    }
}

/// The first place where two descriptions differ, with the elements that lead to it.
fn first_difference(app: &Value, prerendered: &Value) -> Option<String> {
    let (Value::Array(left), Value::Array(right)) = (app, prerendered) else {
        return (app != prerendered).then(|| format!("{app} (app) and {prerendered} (prerendered)"));
    };
    let inner = left.iter().zip(right).find_map(|(left, right)| first_difference(left, right));
    let here = inner.or_else(|| {
        let (app, prerendered) = (left.get(right.len()..), right.get(left.len()..));
        (left.len() != right.len())
            .then(|| format!("{app:?} only in the app, {prerendered:?} only prerendered"))
    })?;
    Some(format!("{} > {here}", left[0]))
}

#[tokio::test]
async fn nothing_moves_when_the_app_takes_over() {
    const PLACES: &str =
        "return ['goal-1', 'line-C1', 'cell-C1-1', 'cell-C6-9', 'cell-C11-17', 'more-button',
        'search', 'language'].map(id => {
        const { x, y, width, height } = document.getElementById(id).getBoundingClientRect();
        return [x, y, width, height].map(Math.round); })";
    for viewport in [(1440, 900), (1024, 768), (390, 844), (320, 640)] {
        let scene = Scene::start(SceneOptions { viewport, ..SceneOptions::default() }).await;
        let gate = scene.server.fault("*_bg.wasm", Fault::Hold);
        scene.page.open_partly(&scene.server.url("")).await;
        scene.page.wait_for("#prerendered .grid").await;
        let before: Value = scene.page.js(PLACES).await;
        gate.release();
        drawn(&scene.page).await;
        let after: Value = scene.page.js(PLACES).await;
        assert_eq!(before, after, "{viewport:?}");
        scene.page.assert_clean_console().await;
    }
}

#[tokio::test]
async fn the_rows_are_taken_over_with_the_focus_and_stay_in_every_language_and_order() {
    let (scene, gate) = before_the_program("").await;
    let page = &scene.page;
    page.js::<()>(
        "document.querySelectorAll('.cell').forEach(cell => { cell.first = true });
        document.getElementById('cell-C5-3').focus()",
    )
    .await;
    gate.release();
    drawn(page).await;
    page.wait_until("document.activeElement.id === 'cell-C5-3'", "the focus where it was").await;
    let order = "[...document.querySelectorAll('th[id]')].map(header => header.id).join()";
    let by_number: String = page.js(&format!("return {order}")).await;
    page.js::<()>(
        "history.pushState(null, '', '?order=total'); dispatchEvent(new PopStateEvent('popstate'))",
    )
    .await;
    page.wait_until(&format!("{order} !== '{by_number}'"), "the order by total").await;
    let by_total: String = page.js(&format!("return {order}")).await;
    page.js::<()>(
        "const select = document.getElementById('language'); select.value = 'fr';
        select.dispatchEvent(new Event('change', { bubbles: true }))",
    )
    .await;
    page.wait_text("#goal-1", "Pas de pauvreté").await;
    assert_eq!(page.js::<String>(&format!("return {order}")).await, by_total);
    let others = "return [...document.querySelectorAll('.cell')].filter(cell => !cell.first).length";
    assert_eq!(page.js::<usize>(others).await, 0, "no cell was built again");
    page.assert_clean_console().await;
}

#[tokio::test]
async fn the_scripts_before_the_program_stay_small() {
    let page = std::fs::read_to_string(browser_tests::site_folder().unwrap().join("index.html")).unwrap();
    let script = |at: usize| page.split("<script>").nth(at).unwrap().split("</script>").next().unwrap();
    for (at, content, most) in [(1, "unhandledrejection", 1000), (2, "wsisAnswers", 4600)] {
        assert!(script(at).contains(content), "{}", script(at));
        assert!(script(at).len() < most, "{} bytes", script(at).len());
    }
}

#[tokio::test]
async fn a_click_is_answered_before_the_program_is_there() {
    let (scene, gate) = before_the_program("").await;
    let page = &scene.page;
    page.click("#cell-C2-9").await;
    page.wait_count("#prerendered .project-title", 20).await;
    let early = page.texts_of(".project-title").await;
    let heading = page.text_of("#panel-title").await;
    assert_eq!(page.attribute("#cell-C2-9", "aria-selected").await.as_deref(), Some("true"));
    assert!(page.address().await.ends_with("?line=C2&goal=9"));
    let asked = |path: &str| scene.server.requests_for(path).len();
    // Another cell takes its place; what it lists is asked for at once.
    page.click("#cell-C3-4").await;
    page.wait_text("#panel-title", "Quality education").await;
    page.click("#cell-C2-9").await;
    page.wait_count("#prerendered .project-title", 20).await;
    gate.release();
    drawn(page).await;
    page.wait_for("#tab-projects").await;
    assert_eq!(listed(page).await, early, "the program lists the same");
    let normal = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").replace("Goal ", "");
    assert_eq!(normal(&page.text_of("#panel-title").await), normal(&heading));
    for file in ["*/manifest.json", "*/counts.json", "*/matrix.en.json"] {
        assert_eq!(asked(file), 1, "{file}: the program takes the page's answer");
    }
    page.back().await;
    page.wait_text("#panel-title", "Quality education").await;
    page.assert_clean_console().await;
}

#[tokio::test]
async fn a_filter_is_left_to_the_program() {
    let (scene, gate) = before_the_program("?region=AFR").await;
    scene.page.click("#cell-C2-9").await;
    assert_eq!(scene.page.count("#prerendered [data-early]").await, 0, "no list without the filter");
    gate.release();
    drawn(&scene.page).await;
    assert!(scene.page.address().await.ends_with("?line=C2&goal=9&region=AFR"));
    assert!(!listed(&scene.page).await.is_empty());
    scene.page.assert_clean_console().await;
}

#[tokio::test]
async fn a_key_is_answered_before_the_program_is_there() {
    let (scene, gate) = before_the_program("").await;
    scene.page.js::<()>("document.getElementById('cell-C2-9').focus()").await;
    scene.page.press(" ").await;
    scene.page.wait_count("#prerendered .project-title", 20).await;
    gate.release();
    drawn(&scene.page).await;
    assert_eq!(listed(&scene.page).await.len(), 20);
    scene.page.assert_clean_console().await;
}

#[tokio::test]
async fn a_project_chosen_before_the_program_is_opened_by_it() {
    let (scene, gate) = before_the_program("").await;
    scene.page.click("#cell-C2-9").await;
    scene.page.wait_count("#prerendered .project-title", 20).await;
    let title = scene.page.text_of(".project-title").await;
    scene.page.click(".project-title").await;
    gate.release();
    scene.page.wait_text("#details-title", &title).await;
}

#[tokio::test]
async fn a_cell_that_cannot_be_read_early_is_told_by_the_program() {
    let (scene, gate) = before_the_program("").await;
    let broken = scene.server.fault("*/cells/*", Fault::status(500));
    scene.page.click("#cell-C2-9").await;
    scene.page.wait_text("#panel-title", "Industry").await;
    gate.release();
    scene.page.wait_text(".cell-projects .failure", "status 500").await;
    broken.remove();
    scene.page.click(".cell-projects .failure button").await;
    assert_eq!(listed(&scene.page).await.len(), 20);
}

#[tokio::test]
async fn a_click_before_the_app_starts_counts() {
    let scene = Scene::start(SceneOptions::default()).await;
    let gate = scene.server.fault("*_bg.wasm", Fault::Hold);
    scene.page.open_partly(&scene.server.url("")).await;
    scene.page.wait_for("#prerendered .grid").await;
    scene.page.click("#cell-C2-9").await;
    gate.release();
    drawn(&scene.page).await;
    assert_eq!(listed(&scene.page).await.len(), 20);
    assert!(scene.page.address().await.ends_with("?line=C2&goal=9"));
}

#[tokio::test]
async fn an_early_click_on_the_opener_opens_c7() {
    let scene = Scene::start(SceneOptions::default()).await;
    let gate = scene.server.fault("*_bg.wasm", Fault::Hold);
    scene.page.open_partly(&scene.server.url("")).await;
    scene.page.wait_for("#prerendered .grid").await;
    scene.page.click("#opener").await;
    gate.release();
    scene.page.wait_for("#cell-C7-ESCI-17").await;
    assert!(scene.page.address().await.ends_with("?open=C7"));
}

#[tokio::test]
async fn other_views_do_not_flash_the_prerendered_table() {
    let scene = Scene::start(SceneOptions::default()).await;
    let gate = scene.server.fault("*_bg.wasm", Fault::Hold);
    scene.page.open_partly(&scene.server.url("?lang=ar&theme=dark")).await;
    scene.page.wait_for("#prerendered").await;
    assert_eq!(scene.page.style("#prerendered .grid", "visibility").await, "hidden");
    let height: f64 = scene
        .page
        .js("return document.querySelector('#prerendered .grid').getBoundingClientRect().height")
        .await;
    assert!(height > 300.0, "the box keeps its size: {height}");
    scene.page.wait_attribute("html", "dir", Some("rtl")).await;
    scene.page.wait_attribute("html", "data-theme", Some("dark")).await;
    gate.release();
    drawn(&scene.page).await;
}

#[tokio::test]
async fn without_scripts_table_and_about_are_shown() {
    let scene = Scene::start(SceneOptions { script_disabled: true, ..SceneOptions::default() }).await;
    scene.page.open_partly(&scene.server.url("")).await;
    scene.page.wait_for("#prerendered .grid").await;
    let text = scene.page.text_of("body").await;
    for part in ["Turn on JavaScript", "Capacity building"] {
        assert!(text.contains(part), "{part}");
    }
    scene.page.click(".no-script a").await;
    scene.page.wait_text("main", "second-hand copy").await;
    assert!(scene.page.text_of("main").await.contains("About the data"));
    scene.page.assert_clean_console().await;
    scene.page.click("a[href='./']").await;
    scene.page.wait_for("#prerendered .grid").await;
}

#[tokio::test]
async fn the_size_command_measures_what_a_browser_asks_for() {
    let scene = Scene::start(SceneOptions::default()).await;
    save_data(&scene.page).await;
    scene.open("").await;
    drawn(&scene.page).await;
    let paths: BTreeSet<String> = scene.server.requests().into_iter().map(|request| request.path).collect();
    let site = browser_tests::site_folder().unwrap();
    // What the page is called when it is installed is read when all of it is there.
    let asked: BTreeSet<String> = paths
        .iter()
        .filter(|path| *path != "/manifest.webmanifest")
        .map(|path| path.trim_start_matches('/').to_owned())
        .map(|path| if path.is_empty() { "index.html".to_owned() } else { path })
        .collect();
    let listed: BTreeSet<String> =
        xtask::size::first_load(&site).unwrap().into_iter().map(|file| file.path).collect();
    assert_eq!(asked, listed, "what `xtask size` measures is what the browser asks for");
}
