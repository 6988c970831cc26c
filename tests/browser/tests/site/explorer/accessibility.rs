//! Every state of the page before axe-core, the rules of WCAG 2.0 to 2.2, A and AA.

use std::path::Path;
use std::process::Command;

use browser_tests::{Page, Scene, SceneOptions};
use serde_json::Value;

use crate::support::{drawn, opened, opened_over_fixture};

/// The script of axe-core, which the tools of the project install.
fn axe() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = Command::new(root.join("scripts/tools.sh")).arg("npm").output().unwrap();
    let folder = String::from_utf8(folder.stdout).unwrap();
    std::fs::read_to_string(Path::new(folder.trim()).join("node_modules/axe-core/axe.min.js")).unwrap()
}

/// The findings of axe; `but_for` are rules that this state may break.
async fn findings(page: &Page, axe: &str, but_for: &[&str]) -> Vec<String> {
    page.js::<()>(&format!("if (!window.axe) {{ {axe} }}")).await;
    page.js_async(
        "const off = Object.fromEntries(arguments[0].map(rule => [rule, { enabled: false }]));
         const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
         const result = await axe.run(document, { runOnly, rules: off, resultTypes: ['violations'] });
         return result.violations.map(it => `${it.id}: ${it.nodes.map(node => node.target.join(' ')).slice(0, 3).join(', ')}`)",
        vec![Value::from(but_for.iter().map(|rule| Value::from(*rule)).collect::<Vec<_>>())],
    )
    .await
}

#[tokio::test]
async fn axe_finds_nothing_in_any_state() {
    let axe = axe();
    let (scene, _folder) = opened_over_fixture("").await;
    let page = &scene.page;
    let mut found: Vec<String> = Vec::new();
    for (rest, act, ready) in [
        ("", "", ".start"),
        ("?line=C2&goal=9", "", ".cell-projects .project"),
        ("?line=C2&goal=9", "#tab-why", ".rationale"),
        ("?line=C2&goal=9", "#tab-initiatives", ".initiatives"),
        ("?line=C5", "#tab-facts", ".facilitators"),
        ("?goal=4&theme=contrast", "", ".linked"),
        ("?country=BFA", "", ".country .project"),
        ("?compare=C2,C5", "", ".compare tbody"),
        ("?line=C2&goal=9&project=declared", "", ".details .facts"),
        ("?show=projects&open=C7&theme=dark", "", "[data-heat]"),
        ("?show=gaps", "", "[data-gap]"),
        ("?region=AFR", "#filter-button", ".filter-fields"),
        ("", "#arrange-button", "#order-total"),
        ("", "#more-button", "#theme"),
        ("", "#share-button", "#share .menu-item"),
        ("", ".cite-button", ".dialog pre"),
        ("?line=C2", ".embed-button", ".embed-code pre"),
        ("?line=C2", ".download-button", "[data-file=list-json]"),
        ("", "#present", ".dialog .desk"),
        ("", ".about-link", ".about h2"),
        ("?lens=report", "", ".lens-card"),
        ("?lens=aims", "", ".chart-drawing"),
        ("?lens=dates&lang=ar&theme=dark", "", ".chart-drawing"),
        ("?line=C2&goal=9&lang=ar&theme=dark", "", ".cell-projects .project"),
    ] {
        scene.open(rest).await;
        drawn(page).await;
        if !act.is_empty() {
            page.click(act).await;
        }
        page.wait_for(ready).await;
        page.wait_gone(".skeleton").await;
        found.extend(findings(page, &axe, &[]).await.into_iter().map(|it| format!("{rest} {act}: {it}")));
    }
    assert_eq!(found, Vec::<String>::new());
}

#[tokio::test]
async fn axe_finds_nothing_in_any_language() {
    let axe = axe();
    let scene = opened("").await;
    let page = &scene.page;
    let mut found: Vec<String> = Vec::new();
    for (at, language) in ["ar", "zh", "fr", "ru", "es"].into_iter().enumerate() {
        // Every language in both themes, every state in both directions.
        let themes = if at % 2 == 0 { ["light", "dark"] } else { ["dark", "light"] };
        for (rest, ready, theme) in [
            ("?line=C2&goal=9", ".cell-projects .project", themes[0]),
            ("?lens=targets", ".chart-drawing", themes[1]),
            ("?initiative=giga", ".details .facts", themes[0]),
        ] {
            scene.open(&format!("{rest}&lang={language}&theme={theme}")).await;
            drawn(page).await;
            page.wait_for(ready).await;
            page.wait_gone(".skeleton").await;
            let told = findings(page, &axe, &[]).await;
            found.extend(told.into_iter().map(|it| format!("{rest} in {language}, {theme}: {it}")));
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

#[tokio::test]
async fn axe_finds_nothing_on_a_phone_in_a_frame_and_on_stage() {
    let axe = axe();
    let scene = Scene::start(SceneOptions { viewport: (390, 844), ..SceneOptions::default() }).await;
    let page = &scene.page;
    let mut found: Vec<String> = Vec::new();
    // Seventeen tiles a row are smaller than 24 pixels; the lists of a line and of a goal are their equivalent.
    for (rest, but_for) in [
        ("", &["target-size"][..]),
        ("?line=C2&goal=9", &["target-size"]),
        ("?embed=1&line=C2&goal=9", &["page-has-heading-one", "landmark-one-main", "region"]),
    ] {
        scene.open(rest).await;
        if rest.contains("goal") {
            page.wait_for(".cell-projects .project").await;
            page.wait_gone(".skeleton").await;
        }
        if !rest.contains("embed") {
            drawn(page).await;
        }
        found.extend(findings(page, &axe, but_for).await.into_iter().map(|it| format!("{rest}: {it}")));
    }
    scene.open("?present=1&tour=c2").await;
    page.wait_for(".stage-step").await;
    found
        .extend(findings(page, &axe, &["color-contrast"]).await.into_iter().map(|it| format!("stage: {it}")));
    assert_eq!(found, Vec::<String>::new());
}
