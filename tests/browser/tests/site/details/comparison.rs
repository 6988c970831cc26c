//! Two to four things side by side.

use crate::recount::{names_line, rows};
use crate::support::{DATA, listed, opened};

#[tokio::test]
async fn cells_lines_goals_and_countries_are_compared() {
    let scene = opened("?line=C2&goal=9").await;
    let page = &scene.page;
    listed(page).await;
    page.click(".compare-button").await;
    page.wait_until("location.search === '?line=C2&goal=9&compare=C2.9'", "the address").await;
    page.wait_until("document.querySelector('.compare-button').disabled", "not twice").await;
    page.click("#cell-C5-9").await;
    page.wait_text("#panel-title", "Building confidence").await;
    page.click(".compare-button").await;
    page.wait_text("#panel-title", "Comparison").await;
    page.wait_until("location.search === '?compare=C2.9%2CC5.9'", "the address").await;
    let heads = page.texts_of(".compare thead th").await;
    assert!(heads[0].starts_with("C2 Information") && heads[1].starts_with("C5 Building"), "{heads:?}");
    let targets = rows(DATA, "links.csv");
    let of = |line: &str| {
        let link = targets.iter().find(|row| row["line"] == line && row["goal"] == "9").unwrap();
        link["targets"].split(';').map(str::to_owned).collect::<Vec<_>>()
    };
    let shared = of("C2").into_iter().filter(|code| of("C5").contains(code)).count();
    page.wait_count(".compare .shared [dir=ltr]", 2 * shared).await;
    page.wait_text(".compare tbody:nth-of-type(1)", "53 by action line only").await;
    scene.open("?compare=C2.9,C5.9&country=SAU").await;
    page.wait_text("#panel-title", "Saudi Arabia").await;
    page.click(".compare-button").await;
    page.wait_text("#panel-title", "Comparison").await;
    page.wait_until("location.search === '?compare=C2.9%2CC5.9%2CSAU'", "the address").await;
    page.wait_text(".compare tbody:nth-of-type(1) td:nth-of-type(3)", "70").await;
    page.click(".compare thead th:nth-of-type(1) button").await;
    page.wait_until("document.querySelectorAll('.compare thead th').length === 2", "one less").await;
    page.press("Escape").await;
    page.wait_for(".start").await;
    page.assert_clean_console().await;
}

#[tokio::test]
async fn a_filter_applies_to_a_comparison() {
    let scene = opened("?compare=C3,C7&region=ARB").await;
    let page = &scene.page;
    page.wait_text(".compare tbody:nth-of-type(1) td", "21").await;
    let shown = page.texts_of(".compare tbody:nth-of-type(1) td").await;
    let count = |line: &str| {
        rows(DATA, "projects.csv")
            .iter()
            .filter(|row| row["region"] == "ARB")
            .filter(|row| names_line(row, line))
            .count()
            .to_string()
    };
    assert_eq!(shown, [count("C3"), count("C7")]);
    page.wait_text(".compare tbody:nth-of-type(5) td", "Arab States").await;
    // C3 is linked to all goals, and so is C7: nothing stands only here.
    page.wait_count(".compare tbody:nth-of-type(2) .shared", 34).await;
    page.wait_text(".compare tbody:nth-of-type(4) td", "UNESCO").await;
}
