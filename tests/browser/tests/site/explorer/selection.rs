//! Selecting: the panel, the list fetched at that moment, details, profiles; and that a slow old answer never shows.

use std::time::Duration;

use browser_tests::{Fault, Scene};
use serde_json::Value;

use crate::support::{drawn, listed, opened, opened_over_fixture};

#[tokio::test]
async fn a_click_asks_the_api_and_shows_real_titles() {
    let scene = opened("").await;
    for later in ["*/cells/*", "*/rationales.en.json", "*/passages.en.json"] {
        assert_eq!(scene.server.requests_for(later).len(), 0, "{later} is asked before");
    }
    scene.page.click("#cell-C2-9").await;
    let request = scene.server.wait_for_request("*/cells/C2/9/1.json").await;
    assert!(request.path.starts_with("/api/v1/"), "{}", request.path);
    let titles = listed(&scene.page).await;
    assert_eq!(titles.len(), 20);
    assert!(titles[0].starts_with("Banda Ancha"), "those that state the goal first: {titles:?}");
    assert!(titles[5].starts_with("Internet para Todos"), "then the winners of the line: {titles:?}");
    // What the first tab shows, and then each of the others.
    for (tab, parts) in [
        (
            "projects",
            &[
                "Information and communication infrastructure",
                "Industry, innovation and infrastructure",
                "3 targets",
                "53 projects under this line",
                "53 projects under this action line (no goal stated)",
                "because the matrix links the line to this goal",
            ][..],
        ),
        (
            "why",
            &[
                "Mobile broadband covers 96 per cent of the world’s people",
                "Sources: report III.1",
                "in 4 of 4 lists",
            ],
        ),
        ("targets", &["9.1", "9.a", "9.c"]),
        ("initiatives", &["for the line (no goal named)", "Giga"]),
    ] {
        scene.page.click(&format!("#tab-{tab}")).await;
        let panel = scene.page.text_of("#panel").await;
        for part in parts {
            assert!(panel.contains(part), "{part} is missing in {panel}");
        }
    }
    scene.page.click("#tab-projects").await;
    assert!(scene.page.address().await.ends_with("?line=C2&goal=9"));
    scene.page.wait_attribute("#cell-C2-9", "aria-selected", Some("true")).await;
    scene.page.click(".cell-projects .next-page button").await;
    scene
        .page
        .wait_until("document.querySelectorAll('.selected .project-title').length === 40", "both pages")
        .await;
    scene.page.assert_clean_console().await;
}

#[tokio::test]
async fn a_project_opens_with_its_own_statement_first() {
    let (scene, _folder) = opened_over_fixture("?line=C2&goal=13").await;
    let page = &scene.page;
    assert_eq!(listed(page).await[0], "A network that states its goals");
    page.click("#tab-why").await;
    page.wait_text("#panel", "The matrix does not link C2 to goal 13.").await;
    page.click("#tab-projects").await;
    page.click("#project-declared").await;
    page.wait_for(".details .facts").await;
    let statements = page.texts_of(".statement h3").await;
    assert!(!statements.is_empty());
    assert_eq!(statements[0], "On goal 13, in its own words");
    let details = page.text_of(".details").await;
    for part in ["Ministry of Networks", "Burkina Faso", "Winner", "2016", "C5", "Source"] {
        assert!(details.contains(part), "{part} is missing in {details}");
    }
    assert!(page.address().await.ends_with("?line=C2&goal=13&project=declared"));
}

#[tokio::test]
async fn data_texts_are_never_markup_and_links_are_http() {
    let (scene, _folder) = opened_over_fixture("?line=C11&goal=17").await;
    let page = &scene.page;
    let titles = listed(page).await;
    assert!(titles.iter().any(|title| title.contains("<script>alert(1)</script>")), "{titles:?}");
    page.wait_count(".projects img, .projects script, .projects b", 0).await;
    page.click("#project-script").await;
    page.wait_for(".details .facts").await;
    let bad: usize =
        page.js("return [...document.links].filter(link => !/^https?:$/.test(link.protocol)).length").await;
    assert_eq!(bad, 0);
    page.assert_clean_console().await;
}

#[tokio::test]
async fn c7_names_the_application_or_says_that_none_is_stated() {
    let (scene, _folder) = opened_over_fixture("?line=C7&goal=3").await;
    listed(&scene.page).await;
    let text = scene.page.text_of(".cell-projects").await;
    assert!(text.contains("application not stated") && text.contains("Line C7-EHEALTH"), "{text}");
}

#[tokio::test]
async fn c7_gives_the_reason_of_each_application() {
    let scene = opened("?line=C7&goal=3").await;
    scene.page.wait_text(".rationale", "tuberculosis, HIV and malaria").await;
    scene.page.wait_texts(".rationale h4", &["E-health", "E-agriculture"]).await;
}

#[tokio::test]
async fn empty_cells_explain_themselves() {
    let scene = opened("?line=C11&goal=1").await;
    scene.page.wait_for(".cell-projects .empty").await;
    let text = scene.page.text_of("#panel").await;
    assert!(text.contains("not linked") && text.contains("No project of this collection"), "{text}");
    scene.page.click("#tab-why").await;
    scene.page.wait_text("#panel", "does not link C11 to goal 1").await;
}

#[tokio::test]
async fn headers_open_plain_profiles() {
    let scene = opened("").await;
    let page = &scene.page;
    page.click("#line-C2 .row-name").await;
    page.wait_text(".facilitators", "ITU").await;
    page.wait_text("[data-part=covers]", "telephone, broadband, satellite").await;
    page.wait_text("[data-part=challenge]", "Networks cost much to build").await;
    page.wait_text("[data-part=figure]", "68 per cent").await;
    assert_eq!(listed(page).await.len(), 20);
    page.wait_text(".profile-projects h3", "61 projects").await;
    page.click(".profile-projects .next-page button").await;
    page.wait_until("document.querySelectorAll('.selected .project-title').length === 40", "two pages of C2")
        .await;
    page.click("#line-C10 .row-name").await;
    page.wait_text("[data-part=challenge]", "no challenges for this line alone").await;
    page.click("#goal-4").await;
    page.wait_text(".linked", "Recorded lessons, open textbooks").await;
    page.wait_text(".profile-projects h3", "21 projects").await;
    assert!(page.address().await.ends_with("?goal=4"));
    page.click("#tab-lines").await;
    page.click(".linked .linked-cell").await;
    page.wait_for(".cell-projects").await;
    assert!(page.address().await.contains("goal=4"));
    page.assert_clean_console().await;
}

#[tokio::test]
async fn another_selection_aborts_the_former_request() {
    let scene = opened("").await;
    scene.server.fault("*/cells/C3/1/1.json", Fault::Stall);
    scene.page.click("#cell-C3-1").await;
    scene.server.wait_for_request("*/cells/C3/1/1.json").await;
    scene.page.click("#cell-C2-9").await;
    scene.server.wait_for_abort("*/cells/C3/1/1.json").await;
    assert_eq!(listed(&scene.page).await.len(), 20);
}

#[tokio::test]
async fn an_answer_that_comes_in_spite_of_the_abort_changes_nothing() {
    let scene = opened("").await;
    let page = &scene.page;
    // As in a browser that cannot abort requests; `late` is settled once the late answer was read.
    page.js::<()>(
        "const send = window.fetch;
        window.fetch = (request) => {
            const unstoppable = new Request(request, { signal: null });
            const answer = send(unstoppable);
            if (unstoppable.url.includes('/cells/C3/1/')) window.late = answer.then(it => it.clone().text());
            return answer;
        }",
    )
    .await;
    let gate = scene.server.fault("*/cells/C3/1/1.json", Fault::Hold);
    page.click("#cell-C3-1").await;
    scene.server.wait_for_request("*/cells/C3/1/1.json").await;
    page.click("#cell-C2-9").await;
    let titles = listed(page).await;
    gate.release();
    let late: String = page.js_async("return await window.late", vec![]).await;
    assert!(late.contains("projects"), "{late}");
    // Two frames later whatever the answer changes would be drawn.
    page.js_async::<()>("for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame)", vec![]).await;
    assert_eq!(page.texts_of(".selected .project-title").await, titles);
    page.wait_text("#panel-title", "Information and communication infrastructure").await;
}

#[tokio::test]
async fn a_selection_requests_and_draws_only_itself() {
    let scene = opened("").await;
    scene.page.js::<()>("window.grid = document.querySelector('.grid')").await;
    for (cell, title) in [("C2-9", "Industry"), ("C5-16", "Peace"), ("C11-1", "No poverty")] {
        scene.page.click(&format!("#cell-{cell}")).await;
        scene.page.wait_text("#panel-title", title).await;
        scene.page.wait_gone(".selected .skeleton").await;
    }
    for first_load in
        ["*/manifest.json", "*/matrix.en.json", "*/counts.json", "*/context/en/initiatives.json"]
    {
        assert_eq!(scene.server.requests_for(first_load).len(), 1, "{first_load}");
    }
    let kept: bool = scene.page.js("return window.grid === document.querySelector('.grid')").await;
    assert!(kept, "the grid is built once");
}

#[tokio::test]
async fn two_hundred_quick_selections_end_with_the_right_list() {
    let scene = opened("").await;
    let slow = Fault::Delay { from: Duration::from_millis(0), to: Duration::from_millis(120), seed: 7 };
    scene.server.fault("*/cells/*", slow);
    let mut random = Random(42);
    for round in 1..=200 {
        let (line, goal) = (LINES[random.below(LINES.len())], random.below(17) + 1);
        scene.page.js::<()>(&format!("document.getElementById('cell-{line}-{goal}').click()")).await;
        if round % 20 == 0 {
            holds(&scene, line, goal).await;
        }
    }
    scene.page.assert_clean_console().await;
}

const LINES: [&str; 11] = ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "C10", "C11"];

/// The panel shows what the file of this cell holds, and no skeleton.
async fn holds(scene: &Scene, line: &str, goal: usize) {
    scene
        .page
        .wait_until("!document.querySelector('.cell-projects .skeleton')", "the list of the last selection")
        .await;
    let expected: Vec<String> = scene
        .page
        .js_async(
            "const [line, goal, done] = arguments;
            const manifest = await (await fetch('api/v1/manifest.json')).json();
            const page = await (await fetch(`api/v1/${manifest.base}cells/${line}/${goal}/1.json`)).json();
            return page.projects.map(project => project.title.trim().replace(/\\s+/g, ' '));",
            vec![Value::from(line), Value::from(goal)],
        )
        .await;
    scene.page.wait_count(".selected .project-title", expected.len()).await;
    let shown =
        if expected.is_empty() { Vec::new() } else { scene.page.texts_of(".selected .project-title").await };
    assert_eq!(shown, expected, "{line} x {goal}");
}

/// A small generator, so that the sequence is the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }
}

#[tokio::test]
async fn a_withdrawn_project_says_so() {
    let (scene, _folder) = opened_over_fixture("").await;
    let id = std::fs::read_to_string(format!("{}/withdrawn.csv", crate::support::FIXTURE)).unwrap();
    let id = id.lines().nth(1).unwrap().split(',').next().unwrap().to_owned();
    scene.open(&format!("?project={id}")).await;
    drawn(&scene.page).await;
    scene.page.wait_text(".details", "withdrawn").await;
}
