//! Tests that use one browser after the other see nothing of each other.

use browser_tests::SceneOptions;
use serde_json::{Value, json};

use crate::support::{scene, tiny};

const STATE: &str = "return [
    innerWidth, matchMedia('(prefers-color-scheme: dark)').matches,
    matchMedia('(prefers-reduced-motion: reduce)').matches, localStorage.length, sessionStorage.length,
    history.length, typeof window.left, 'serviceWorker' in navigator, document.visibilityState]";

#[tokio::test]
async fn a_browser_that_is_used_again_has_nothing_of_the_test_before() {
    let folder = tiny();
    for _ in 0..3 {
        let fresh = scene(&folder, SceneOptions::default()).await;
        fresh.open("").await;
        let state: Value = fresh.page.js(STATE).await;
        assert_eq!(state, json!([1280, false, false, 0, 0, 2, "undefined", false, "visible"]));
        assert_eq!(fresh.page.driver().windows().await.unwrap().len(), 1);
        fresh.page.assert_clean_console().await;
        drop(fresh);

        let options = SceneOptions {
            viewport: (500, 400),
            dark: true,
            reduced_motion: true,
            ..SceneOptions::default()
        };
        let untidy = scene(&folder, options).await;
        untidy.open("").await;
        untidy
            .page
            .js::<()>(
                "localStorage.left = sessionStorage.left = 'left'; window.left = true;
                history.pushState(null, '', '?left'); console.error('left'); window.open('?second')",
            )
            .await;
        drop(untidy);

        let without_scripts = SceneOptions { script_disabled: true, ..SceneOptions::default() };
        drop(scene(&folder, without_scripts).await);
    }
}
