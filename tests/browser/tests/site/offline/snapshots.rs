//! Data of another day: which of them stay, and which are shown without a network.

use std::fs;
use std::path::Path;

use browser_tests::Scene;
use tempfile::TempDir;

use super::support::{again_without_server, all_kept, copy, kept, visited, visited_over_fixture};
use crate::support::drawn;

/// The built data again under the name of another day, served from now on.
fn publish(scene: &Scene, day: &str) -> TempDir {
    publish_from(&browser_tests::site_folder().unwrap().join("api/v1"), scene, day)
}

/// The data of a folder likewise.
fn publish_from(built: &Path, scene: &Scene, day: &str) -> TempDir {
    let manifest = fs::read_to_string(built.join("manifest.json")).unwrap();
    let parsed: serde_json::Value = serde_json::from_str(&manifest).unwrap();
    let (snapshot, made) = (parsed["snapshot"].as_str().unwrap(), parsed["made"].as_str().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let edited = manifest
        .replace(snapshot, &format!("{day}-00000000"))
        .replace(&format!("\"made\":\"{made}\""), &format!("\"made\":\"{day}\""));
    fs::write(folder.path().join("manifest.json"), edited).unwrap();
    copy(&built.join(snapshot), &folder.path().join(format!("{day}-00000000")));
    scene.server.overlay("/api/v1", folder.path());
    folder
}

/// Opens the page until the data of a day are kept.
async fn visit(scene: &Scene, day: &str) {
    scene.open("").await;
    drawn(&scene.page).await;
    kept(&scene.page, &format!("?manifest={day}")).await;
    kept(&scene.page, &format!("{day}-00000000/context/en/registration.json")).await;
}

async fn days(scene: &Scene) -> Vec<String> {
    let mut days: Vec<String> = all_kept(&scene.page).await;
    days.retain(|address| address.ends_with("/counts.json"));
    let mut days: Vec<String> =
        days.iter().map(|it| it.split("/v1/").nth(1).unwrap()[..10].to_owned()).collect();
    days.sort();
    days
}

#[tokio::test]
async fn the_two_newest_snapshots_stay_stored() {
    let scene = visited("").await;
    let mut folders = Vec::new();
    for day in ["2031-01-01", "2031-01-02", "2031-01-03"] {
        folders.push(publish(&scene, day));
        visit(&scene, day).await;
    }
    assert_eq!(days(&scene).await, ["2031-01-02", "2031-01-03"]);
    again_without_server(&scene, "").await;
    scene.page.wait_text(".offline-notes", "Data of 2031-01-03").await;
}

#[tokio::test]
async fn a_complete_copy_stays_and_is_shown() {
    // The fixture's data: a complete copy has few files.
    let (scene, fixture, _api) = visited_over_fixture().await;
    let built = fixture.path().join("v1");
    let mut folders = vec![publish_from(&built, &scene, "2031-01-01")];
    visit(&scene, "2031-01-01").await;
    scene.page.click("button[popovertarget=more]").await;
    scene.page.click("#offline-make").await;
    scene.page.wait_for(".offline-complete").await;
    for day in ["2031-01-02", "2031-01-03", "2031-01-04"] {
        folders.push(publish_from(&built, &scene, day));
        visit(&scene, day).await;
    }
    assert_eq!(days(&scene).await, ["2031-01-01", "2031-01-03", "2031-01-04"]);
    scene.page.click("button[popovertarget=more]").await;
    scene.page.wait_text(".offline", "Complete for older data").await;
    again_without_server(&scene, "?line=C11&goal=17").await;
    scene.page.wait_text(".offline-notes", "Data of 2031-01-01").await;
    scene.page.wait_for(".selected .project-title").await;
}
