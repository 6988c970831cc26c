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
    label: String,
}

async fn cells(page: &Page) -> BTreeMap<String, Cell> {
    let cells: Vec<Cell> = page
        .js("return [...document.querySelectorAll('[role=gridcell]')].map(cell => ({
            id: cell.id, link: cell.dataset.link, mark: cell.querySelector('.mark').textContent,
            label: cell.ariaLabel }))")
        .await;
    cells.into_iter().map(|cell| (cell.id.clone(), cell)).collect()
}

async fn holds_against(page: &Page, expected: &Expected, rows: usize) {
    let cells = cells(page).await;
    assert_eq!(cells.len(), rows * 17);
    for line in expected.lines.iter().filter(|line| rows == 19 || !line.starts_with("C7-")) {
        let total: String = page.text_of(&format!("#line-{line} .total")).await;
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
            let derived = expected.derived.get(&key).copied().unwrap_or(0);
            let label = cell.label.replace("; in doubt, since the source’s lists differ", "");
            assert!(label.ends_with(&facts(link, &mark, declared, derived)), "{label}");
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
        1 => "1 project states both this line and this goal".to_owned(),
        count => format!("{count} projects state both this line and this goal"),
    };
    let through = match derived {
        0 => String::new(),
        1 => "; 1 project under this action line (no goal stated)".to_owned(),
        count => format!("; {count} projects under this action line (no goal stated)"),
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
}

#[tokio::test]
async fn coverage_stands_in_one_line_and_the_rest_behind_a_link() {
    let scene = opened("").await;
    let page = &scene.page;
    let standing = page.text_of(".standing").await;
    for part in ["916 WSIS projects, 2012 to 2026", "36 state their goals"] {
        assert!(standing.contains(part), "{standing}");
    }
    let height: f64 = page.js("return document.querySelector('.standing').clientHeight").await;
    assert!(height < 40.0, "one line: {height}");
    let controls: usize = page
        .js("return [...document.querySelectorAll('.masthead :is(a, button, select, summary)')]
            .filter(element => element.checkVisibility()).length")
        .await;
    assert!((1..=5).contains(&controls), "{controls} controls at first sight");
    page.click(".about-link").await;
    page.wait_text(".about", "second-hand").await;
    page.wait_text(".about-map", "ICT4SDG app data").await;
    page.wait_until("!document.querySelector('.stage').checkVisibility()", "a page of its own").await;
    page.click(".about-back").await;
    page.wait_until("document.querySelector('.stage').checkVisibility()", "the matrix again").await;
}

#[tokio::test]
async fn the_legend_explains_the_marks_that_are_on_screen() {
    let (scene, _folder) = opened_over_fixture("").await;
    let page = &scene.page;
    let marks =
        "return [...document.querySelectorAll('.legend-mark')].map(mark => mark.dataset.mark).join(' ')";
    assert_eq!(page.js::<String>(marks).await, "targets whole doubtful");
    page.click(".shows button:nth-child(2)").await;
    page.wait_count("[data-mark=ramp]", 1).await;
    assert_eq!(page.js::<String>(marks).await, "ramp unfilled");
    page.click(".shows button:nth-child(3)").await;
    page.wait_count("[data-mark=missing]", 1).await;
    assert_eq!(page.js::<String>(marks).await, "missing beyond");
    let in_view: bool = page
        .js("const legend = document.querySelector('.legend').getBoundingClientRect();
            return legend.top >= 0 && legend.bottom <= innerHeight")
        .await;
    assert!(in_view);
}
