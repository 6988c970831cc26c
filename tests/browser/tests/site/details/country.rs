//! The profile of a country: its numbers against the sources, what it says where there is little or nothing, one sheet.

use std::collections::BTreeMap;

use thirtyfour::common::print::PrintParameters;

use crate::recount::{names_line, rows};
use crate::support::{DATA, listed, opened, opened_over_fixture, pages_of};

/// The rows of a chart: label, number, number beside.
async fn chart(page: &browser_tests::Page, title: &str) -> Vec<Vec<String>> {
    page.js(&format!(
        "const chart = [...document.querySelectorAll('.chart')].find(one => one.caption.innerText === '{title}');
        return [...chart.tBodies[0].rows].map(row => [...row.cells].map(cell => cell.innerText).filter(text => text))"
    ))
    .await
}

#[tokio::test]
async fn numbers_agree_with_the_sources_and_stand_beside_the_region() {
    let scene = opened("?country=sau").await;
    let page = &scene.page;
    assert_eq!(listed(page).await.len(), 20);
    page.wait_text_is("#panel-title", "Saudi Arabia").await;
    let projects = rows(DATA, "projects.csv");
    let count = |column: &str, value: &str, line: &str| {
        projects.iter().filter(|row| row[column] == value && names_line(row, line)).count().to_string()
    };
    let shown: BTreeMap<String, (String, String)> = chart(page, "Projects by action line")
        .await
        .into_iter()
        .filter(|row| !row[0].starts_with("C7 E-"))
        .map(|row| (row[0].split(' ').next().unwrap().to_owned(), (row[1].clone(), row[2].clone())))
        .collect();
    for line in ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "C10", "C11"] {
        let own = count("country", "SAU", line);
        let expected = (own != "0").then(|| (own, count("region", "ARB", line)));
        assert_eq!(shown.get(line).cloned(), expected, "{line}");
    }
    let panel = page.text_of(".country").await;
    for part in ["70 projects in this collection", "(Arab States): 207"] {
        assert!(panel.contains(part), "{part} is missing in {panel}");
    }
    page.assert_clean_console().await;
}

#[tokio::test]
async fn few_entries_are_listed_and_zero_is_stated() {
    let scene = opened("?country=DOM").await;
    let page = &scene.page;
    assert!(listed(page).await.len() < 5);
    page.wait_count(".chart", 0).await;
    scene.open("?country=ISL").await;
    page.wait_text(".country", "No entry does not mean no activity").await;
    page.wait_text(".country", "Its region (Europe) has").await;
    page.wait_text("#panel-title", "Iceland").await;
    scene.open("?country=ISL&lang=fr").await;
    page.wait_text("#panel-title", "Islande").await;
    page.wait_attribute("html", "lang", Some("fr")).await;
    scene.open("?country=ZZZ").await;
    page.wait_text(".country .empty", "No country has the code “ZZZ”").await;
    page.wait_count(".invitation", 0).await;
}

#[tokio::test]
async fn values_beyond_the_chart_are_counted() {
    let scene = opened("?country=SAU").await;
    let page = &scene.page;
    listed(page).await;
    let years = chart(page, "By year").await;
    assert!(years.contains(&vec!["2015".to_owned(), "39".to_owned()]), "{years:?}");
    let organisations: Vec<String> = page
        .js("const chart = [...document.querySelectorAll('.chart')].find(one => one.caption.innerText === 'By organisation');
             return [...chart.rows].map(row => row.innerText)")
        .await;
    assert!(organisations.last().unwrap().starts_with("and "), "{organisations:?}");
    assert!(organisations[0].contains("Projects"), "{organisations:?}");
}

#[tokio::test]
async fn declared_goals_are_counted() {
    let (scene, _folder) = opened_over_fixture("?country=BFA").await;
    listed(&scene.page).await;
    let panel = scene.page.text_of(".country").await;
    assert!(panel.contains("By stated goal") && !panel.contains("None of these projects"), "{panel}");
}

#[tokio::test]
async fn a_country_opens_from_a_project_and_a_line_and_closes() {
    let scene = opened("?line=C2&goal=9").await;
    let page = &scene.page;
    listed(page).await;
    page.click(".selected .project-title").await;
    page.click(".facts [id^=country-]").await;
    page.wait_text("#panel-title", "Dominican Republic").await;
    assert!(page.address().await.ends_with("?country=DOM"));
    page.press("Escape").await;
    page.wait_text("#panel-title", "Industry").await;
    assert!(page.address().await.ends_with("?line=C2&goal=9"));
    page.click("#line-C2 .row-name").await;
    page.click(".chart .inline-button").await;
    page.wait_for(".country").await;
    page.press("Escape").await;
    page.wait_until("document.activeElement.id.startsWith('country-')", "the country in the chart").await;
    assert!(page.address().await.ends_with("?line=C2"));
    page.click(".chart .inline-button").await;
    page.wait_for(".country").await;
    page.click("#cell-C5-16").await;
    page.wait_text("#panel-title", "Peace").await;
    // The country stays asked for, and the chip above the matrix says so.
    assert!(page.address().await.contains("?line=C5&goal=16&country="));
    page.wait_for(".chip").await;
}

#[tokio::test]
async fn a_country_profile_prints_on_one_sheet() {
    // One with few entries; the one with the most takes a second sheet for its list.
    for (country, name, sheets) in [("RWA", "Rwanda", 1), ("SAU", "Saudi Arabia", 2)] {
        let scene = opened(&format!("?country={country}")).await;
        listed(&scene.page).await;
        let pdf = scene.page.pdf(PrintParameters::default()).await;
        assert_eq!(pages_of(&pdf), sheets, "{country}");
        let printed = scene.page.js::<String>("return document.querySelector('.printed').textContent").await;
        assert!(printed.starts_with(&format!("{name}. WSIS–SDG matrix")), "{printed}");
        assert!(printed.contains("Data of 2"), "{printed}");
    }
}

#[tokio::test]
async fn printed_profiles_list_every_entry() {
    let scene = opened("?country=SAU").await;
    assert_eq!(listed(&scene.page).await.len(), 20);
    scene.page.pdf(PrintParameters::default()).await;
    assert_eq!(listed(&scene.page).await.len(), 70);
}
