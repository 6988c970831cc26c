//! Opening a presentation, and its steps and windows.

use browser_tests::{Page, Scene, SceneOptions};
use thirtyfour::WindowHandle;

/// The address opened on stage, with its first step drawn.
pub(crate) async fn on_stage(rest: &str) -> Scene {
    let scene = Scene::start(SceneOptions::default()).await;
    scene.open(rest).await;
    scene.page.wait_for(".stage-step").await;
    scene
}

/// Waits for the step with this number, as the room sees it.
pub(crate) async fn step(page: &Page, number: &str) {
    page.wait_text(".stage-number", number).await;
}

/// The other window of the two.
pub(crate) async fn other_window(page: &Page, known: &WindowHandle) -> WindowHandle {
    for _ in 0..200 {
        let windows = page.driver().windows().await.unwrap();
        if let Some(other) = windows.into_iter().find(|one| one != known) {
            return other;
        }
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
    panic!("no second window came");
}
