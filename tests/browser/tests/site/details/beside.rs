//! What stands beside the projects and is counted with none of them: digital public goods, and results by year.

use browser_tests::{Fault, Scene, SceneOptions};

use crate::recount::{names_line, rows};
use crate::support::{DATA, drawn, opened, opened_over_fixture};

const GOODS: &str = "*/digital-public-goods.json";

/// The names of the goods that state a goal, as the source has them.
fn goods_of(goal: &str) -> Vec<String> {
    let states = |goals: &str| goals.split(';').any(|one| one == goal);
    let all = rows(DATA, "digital-public-goods.csv");
    all.iter().filter(|row| states(&row["goals"])).map(|row| row["name"].clone()).collect()
}

#[tokio::test]
async fn digital_public_goods_are_listed_under_a_goal_and_in_its_cells() {
    let scene = opened("?goal=6").await;
    let page = &scene.page;
    let projects = page.text_of("#tab-projects").await;
    assert_eq!(scene.server.requests_for(GOODS).len(), 0, "not before their tab is shown");
    page.click("#tab-initiatives").await;
    let wanted = goods_of("6");
    page.wait_text("#public-goods-title", &format!("{} digital public goods for SDG 6", wanted.len())).await;
    // Texts for screen readers in the panel do not lengthen the page.
    let too_long: i64 =
        page.js("const root = document.documentElement; return root.scrollHeight - root.clientHeight").await;
    assert_eq!(too_long, 0);
    let names = "section[aria-labelledby='public-goods-title'] h4";
    assert_eq!(page.texts_of(names).await, wanted[..4]);
    page.click("section[aria-labelledby='public-goods-title'] .next-page button").await;
    page.wait_count(names, wanted.len()).await;
    assert_eq!(page.texts_of(names).await, wanted);
    page.wait_until("document.activeElement.id.startsWith('public-good-')", "the focus on the next one")
        .await;
    assert_eq!(page.text_of("#tab-projects").await, projects, "the goods are no projects");
    scene.open("?line=C7&goal=6").await;
    page.wait_for("#tab-initiatives").await;
    page.click("#tab-initiatives").await;
    page.wait_text("#public-goods-title", "for SDG 6").await;
    page.assert_clean_console().await;
}

#[tokio::test]
async fn what_a_registry_says_stays_text() {
    let (scene, _folder) = opened_over_fixture("?goal=4").await;
    scene.page.click("#tab-initiatives").await;
    scene.page.wait_text("#public-good-good-one h4", "An open <b>map</b>").await;
    let links: Vec<String> = scene
        .page
        .js("return [...document.querySelectorAll('#public-good-good-one a')].map(a => a.href)")
        .await;
    assert_eq!(links, ["https://example.org/map", "https://example.org/record/map"]);
}

#[tokio::test]
async fn the_goods_fail_alone_and_a_server_may_lack_them() {
    let scene = Scene::start(SceneOptions::default()).await;
    let broken = scene.server.fault(GOODS, Fault::status(500));
    scene.open("?goal=4").await;
    drawn(&scene.page).await;
    scene.page.click("#tab-initiatives").await;
    scene.page.wait_text("#tab-content-initiatives .failure", "status 500").await;
    assert!(scene.page.text_of("#tab-content-initiatives").await.contains("Giga"));
    broken.remove();
    scene.page.click("#tab-content-initiatives .failure button").await;
    scene.page.wait_for("#public-goods-title").await;
    let scene = Scene::start(SceneOptions::default()).await;
    scene.server.fault(GOODS, Fault::status(404));
    scene.open("?goal=4").await;
    drawn(&scene.page).await;
    scene.page.click("#tab-initiatives").await;
    scene.page.wait_text("#tab-content-initiatives", "Giga").await;
    scene.page.wait_gone("#tab-content-initiatives .skeleton").await;
    assert_eq!(scene.page.count("#tab-content-initiatives .failure, #public-goods-title").await, 0);
}

#[tokio::test]
async fn the_results_of_a_line_are_listed_by_year() {
    let scene = opened("?line=C4").await;
    let page = &scene.page;
    page.click("#tab-facts").await;
    page.wait_for(".prize-years tbody tr").await;
    let projects = rows(DATA, "projects.csv");
    let won = |year: &str| {
        let of_year = projects.iter().filter(|row| row["prize"] == "winner" && row["year"] == year);
        of_year.collect::<Vec<_>>()
    };
    let mut shown = 0;
    for row in page.texts_of(".prize-years tbody tr").await {
        let year: String = row.chars().take(4).collect();
        let of_line: Vec<_> = won(&year).into_iter().filter(|row| names_line(row, "C4")).collect();
        assert!(of_line.iter().all(|project| row.contains(project["title"].trim())), "{row}");
        let known = won(&year).len();
        let told = [
            format!("\t{known} of "),
            format!("\t{known} winner"),
            format!("\n{known} of "),
            format!("\n{known} winner"),
        ];
        assert!(known == 0 || told.iter().any(|told| row.contains(told.as_str())), "{row:?}");
        shown += of_line.len();
    }
    assert!(shown > 0);
    let of_2015 = won("2015").len();
    assert!(page.text_of(".prizes").await.contains("No result of this line is known of"));
    scene.open("?line=C3").await;
    page.click("#tab-facts").await;
    page.wait_text(".prizes", &format!("{of_2015} of 18 winners")).await;
    page.click(".prize-years .inline-button").await;
    page.wait_for("#details-title").await;
}
