//! On stage with no network: every tour that comes with the data, after one visit to the site; and a new version that is
//! shipped in the middle of a talk.

use super::support::{kept, visited, without_server};

#[tokio::test]
async fn every_tour_works_offline_after_one_visit() {
    let scene = visited("").await;
    let page = &scene.page;
    // The last that a visit leaves behind: what the tours show.
    for file in ["/projects/wp2015-136.json", "/index.json", "/titles.json"] {
        kept(page, file).await;
    }
    without_server(&scene).await;
    for (tour, steps) in
        [("matrix", 9), ("twenty-years", 10), ("c2", 7), ("c4", 7), ("c5", 7), ("c6", 7), ("review", 9)]
    {
        scene.open(&format!("?present=1&tour={tour}")).await;
        page.wait_text(".stage-stale", "No network. Data of 20").await;
        for step in 1..=steps {
            page.wait_text(".stage-number", &format!("{step} / {steps}")).await;
            page.wait_until("!/Loading/.test(document.querySelector('.stage-main').textContent)", tour).await;
            page.wait_count(".failure, .stage-trouble", 0).await;
            page.press("PageDown").await;
        }
    }
    // And the notes, in a window of their own.
    scene.open("?present=speaker&tour=c4&step=2").await;
    page.wait_text("#speaker-step", "2 / 7").await;
    page.press("k").await;
    page.wait_text(".check", "Offline copy of").await;
}
