//! The reader's selection and the panel through changes by the host page.

use super::support::*;

#[tokio::test]
async fn the_panel_survives_every_change_of_extent() {
    let host = Host::open(
        SCRIPT,
        "<wsis-sdg-matrix id=\"a\" loading=\"eager\" lens=\"matrix\" line=\"C2\"></wsis-sdg-matrix>
        <wsis-sdg-matrix id=\"b\" loading=\"eager\"></wsis-sdg-matrix>",
    )
    .await;
    let page = host.page();
    for id in ["a", "b"] {
        host.raised(id, "ready").await;
    }
    host.enter("a").await;
    page.wait_text(".panel-row #panel-title", "Information and communication").await;
    page.leave_frames().await;
    page.js::<()>("document.getElementById('a').removeAttribute('lens')").await;
    host.enter("a").await;
    page.wait_until("document.querySelectorAll('.cell').length === 17", "the row").await;
    page.wait_text(".panel-row #panel-title", "Information and communication").await;
    page.leave_frames().await;
    page.js::<()>("document.getElementById('a').select({ line: 'C5', goal: 16 })").await;
    host.enter("a").await;
    page.wait_text("#panel-title", "Peace").await;
    page.wait_count(".cell", 0).await;
    page.leave_frames().await;
    page.js::<()>("document.getElementById('b').setAttribute('line', 'C2')").await;
    host.enter("b").await;
    page.wait_text(".panel-row #panel-title", "Information and communication").await;
    page.leave_frames().await;
    // Another language draws every row anew.
    page.js::<()>("document.getElementById('b').setAttribute('lang', 'fr')").await;
    host.enter("b").await;
    page.wait_text(".panel-row #panel-title", "infrastructure de l").await;
    page.leave_frames().await;
    page.js::<()>(
        "document.getElementById('b').removeAttribute('line'); document.getElementById('b').reset()",
    )
    .await;
    host.enter("b").await;
    page.wait_gone("#panel-title").await;
    assert_eq!((page.count("#panel").await, page.count(".cell").await), (1, 187));
    page.click("#cell-C2-9").await;
    page.wait_text(".panel-row #panel-title", "Industrie").await;
    page.assert_clean_console().await;
}

#[tokio::test]
async fn the_readers_selection_survives_unrelated_changes() {
    let host =
        Host::open(SCRIPT, "<wsis-sdg-matrix id=\"a\" loading=\"eager\" line=\"C2\"></wsis-sdg-matrix>")
            .await;
    let page = host.page();
    host.raised("a", "ready").await;
    for (act, title) in [("#cell-C2-9", "Industry"), (".close", "")] {
        host.enter("a").await;
        page.wait_for(act).await;
        page.click(act).await;
        if title.is_empty() {
            page.wait_gone("#panel-title").await;
        } else {
            page.wait_text("#panel-title", title).await;
        }
        page.leave_frames().await;
        let theme = if title.is_empty() { "light" } else { "dark" };
        page.js::<()>(&format!("document.getElementById('a').setAttribute('theme', '{theme}')")).await;
        host.enter("a").await;
        page.wait_until(&format!("document.documentElement.dataset.theme === '{theme}'"), theme).await;
        page.wait_count(".cell", 17).await;
        page.leave_frames().await;
    }
    page.assert_clean_console().await;
}
