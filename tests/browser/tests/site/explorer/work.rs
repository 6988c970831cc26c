//! What a browser has to do until the matrix answers: counts that do not depend on the machine.

use std::collections::HashMap;

use browser_tests::{Page, Scene, SceneOptions};
use serde_json::{Value, json};

use crate::support::{drawn, save_data};

/// The counters of Chromium since its page began.
async fn counters(page: &Page) -> HashMap<String, f64> {
    let answer = page.browser().cdp("Performance.getMetrics", json!({})).await.unwrap();
    let metrics = answer["metrics"].as_array().unwrap();
    let counter = |metric: &Value| Some((metric["name"].as_str()?.to_owned(), metric["value"].as_f64()?));
    metrics.iter().filter_map(counter).collect()
}

/// Waits for the frame after the next: what was to be drawn is drawn.
async fn painted(page: &Page) {
    let frames = "await new Promise(frame => requestAnimationFrame(() => requestAnimationFrame(frame)))";
    page.js_async::<()>(frames, vec![]).await;
}

#[tokio::test]
async fn the_first_load_has_few_elements_and_layouts() {
    let scene = Scene::start(SceneOptions::default()).await;
    // What is loaded ahead for later is not counted.
    save_data(&scene.page).await;
    scene.page.browser().cdp("Performance.enable", json!({})).await.unwrap();
    scene.open("").await;
    drawn(&scene.page).await;
    painted(&scene.page).await;
    let counted = counters(&scene.page).await;
    let elements: usize = scene.page.js("return document.querySelectorAll('*').length").await;
    assert!(elements <= 900, "{elements} elements");
    assert!(counted["LayoutCount"] <= 5.0, "{} layouts", counted["LayoutCount"]);
    assert!(counted["RecalcStyleCount"] <= 12.0, "styles computed {} times", counted["RecalcStyleCount"]);
}
