//! The matrix as it is drawn: every number against an independent count of the sources.

use std::collections::BTreeMap;

use browser_tests::Page;
use serde::Deserialize;

use crate::recount::{Expected, expected};
use crate::support::{DATA, FIXTURE, opened, opened_over_fixture};

#[derive(Deserialize)]
struct Cell {
    id: String,
    link: String,
    mark: String,
    declared: String,
    derived: bool,
    label: String,
}

async fn cells(page: &Page) -> BTreeMap<String, Cell> {
    let cells: Vec<Cell> = page
        .js("return [...document.querySelectorAll('[role=gridcell]')].map(cell => ({
            id: cell.id, link: cell.dataset.link, mark: cell.querySelector('.mark').textContent,
            declared: cell.querySelector('.declared')?.textContent ?? '',
            derived: !cell.querySelector('.derived').hidden, label: cell.ariaLabel }))")
        .await;
    cells.into_iter().map(|cell| (cell.id.clone(), cell)).collect()
}

async fn holds_against(page: &Page, expected: &Expected, rows: usize) {
    let cells = cells(page).await;
    assert_eq!(cells.len(), rows * 17);
    for line in expected.lines.iter().filter(|line| rows == 19 || !line.starts_with("C7-")) {
        let total: String = page.text_of(&format!("#line-{line} .row-total")).await;
        assert_eq!(total, expected.of_line.get(line).unwrap_or(&0).to_string(), "{line}");
        for goal in 1..=17_u8 {
            let key = (line.clone(), goal);
            let cell = &cells[&format!("cell-{line}-{goal}")];
            let (link, mark) = match expected.targets.get(&key) {
                None => ("none", String::new()),
                Some(targets) if targets.is_empty() => ("whole", "●".to_owned()),
                Some(targets) => ("targets", targets.len().to_string()),
            };
            assert_eq!((cell.link.as_str(), &cell.mark), (link, &mark), "{key:?}");
            let declared = expected.declared.get(&key).copied().unwrap_or(0);
            let shown = if declared == 0 { String::new() } else { declared.to_string() };
            assert_eq!(cell.declared, shown, "{key:?}");
            let derived = expected.derived.get(&key).copied().unwrap_or(0);
            assert_eq!(cell.derived, derived > 0, "{key:?}");
            assert!(cell.label.ends_with(&facts(link, &mark, declared, derived)), "{}", cell.label);
            assert!(cell.label.contains(&format!(", goal {goal} ")), "{}", cell.label);
        }
    }
}

/// The label of a cell after its names, written out here a second time.
fn facts(link: &str, targets: &str, declared: usize, derived: usize) -> String {
    let linked = match (link, targets) {
        ("none", _) => "not linked".to_owned(),
        ("whole", _) => "linked to the goal as a whole".to_owned(),
        (_, "1") => "linked through 1 target".to_owned(),
        (_, count) => format!("linked through {count} targets"),
    };
    let named = match declared {
        1 => "1 project names this line and declares this goal".to_owned(),
        count => format!("{count} projects name this line and declare this goal"),
    };
    let through = match derived {
        0 => String::new(),
        1 => "; 1 project that states no goal stands here through the link".to_owned(),
        count => format!("; {count} projects that state no goal stand here through the link"),
    };
    format!(": {linked}; {named}{through}")
}

#[tokio::test]
async fn every_number_agrees_with_the_sources() {
    let scene = opened("").await;
    let expected = expected(DATA);
    holds_against(&scene.page, &expected, 11).await;
    scene.page.click("#opener").await;
    scene.page.wait_for("#cell-C7-ESCI-17").await;
    holds_against(&scene.page, &expected, 19).await;
    scene.page.assert_clean_console().await;
}

#[tokio::test]
async fn declared_projects_are_shown_as_numbers_and_never_added_to_the_derived() {
    let (scene, _folder) = opened_over_fixture("?open=C7").await;
    let expected = expected(FIXTURE);
    assert!(!expected.declared.is_empty());
    holds_against(&scene.page, &expected, 19).await;
    let legend = scene.page.text_of(".legend").await;
    assert!(legend.contains("declare the goal"), "{legend}");
}

#[tokio::test]
async fn coverage_and_source_of_the_links_are_shown() {
    let scene = opened("").await;
    let standing = scene.page.text_of(".standing").await;
    for part in ["302 nominated for the 2015 WSIS Prizes", "none states its goals", "second-hand copy"] {
        assert!(standing.contains(part), "{standing}");
    }
    let controls: usize = scene
        .page
        .js("return [...document.querySelectorAll('.masthead :is(a, button, select, summary)')]
            .filter(element => element.checkVisibility()).length")
        .await;
    assert!((1..=5).contains(&controls), "{controls} controls at first sight");
}

#[tokio::test]
async fn the_legend_is_highlighted_on_the_first_visit() {
    let scene = opened("").await;
    scene.page.wait_count(".pointed-at", 2).await;
    scene.page.reload().await;
    crate::support::drawn(&scene.page).await;
    scene.page.wait_count(".pointed-at", 0).await;
}

#[tokio::test]
async fn the_legend_link_leads_to_the_legend() {
    let scene = opened("").await;
    scene.page.click(".to-legend").await;
    scene.page.wait_gone(".legend-pointer").await;
    let in_view: bool = scene
        .page
        .js("const legend = document.querySelector('.legend').getBoundingClientRect();
            return legend.top >= 0 && legend.bottom <= innerHeight")
        .await;
    assert!(in_view, "the link leads to the legend");
    scene.page.wait_count(".legend-entry", 5).await;
}
