//! Filters: cells, lists and values against an independent count; chips, addresses, and what cells show instead of links.

use std::collections::BTreeMap;

use browser_tests::{Fault, Page};
use serde_json::Value;

use crate::recount::{names_line, rows};
use crate::support::{DATA, listed, opened, opened_over_fixture};

/// The titles of the panel's list with every page shown.
async fn all_listed(page: &Page) -> Vec<String> {
    listed(page).await;
    while page.count(".selected .next-page button").await > 0 {
        let before = page.count(".selected .project-title").await;
        page.click(".selected .next-page button").await;
        page.wait_until(
            &format!("document.querySelectorAll('.selected .project-title').length > {before}"),
            "more of the list",
        )
        .await;
    }
    page.texts_of(".selected .project-title").await
}

/// The count beside a line.
async fn total(page: &Page, line: &str) -> String {
    page.text_of(&format!("#line-{line} .total")).await
}

#[tokio::test]
async fn lines_are_recounted_and_the_list_follows() {
    let scene = opened("?region=ARB").await;
    let page = &scene.page;
    page.wait_text(".status", "207 of 916 projects").await;
    let projects = rows(DATA, "projects.csv");
    for line in ["C1", "C3", "C7", "C9", "C11"] {
        let expected =
            projects.iter().filter(|row| row["region"] == "ARB").filter(|row| names_line(row, line)).count();
        assert_eq!(total(page, line).await, expected.to_string(), "{line}");
    }
    assert_eq!(all_listed(page).await.len(), 207);
    page.click("#filter-button").await;
    page.wait_for("#filter-country-SAU").await;
    page.click("#filter-country-SAU").await;
    page.wait_text(".status", "70 of 916 projects").await;
    page.wait_until("location.search === '?region=ARB&country=SAU'", "the address").await;
    page.click(".chip").await;
    page.wait_until("location.search === '?country=SAU'", "the address without the region").await;
    page.assert_clean_console().await;
}

#[tokio::test]
async fn every_cell_lists_what_its_pages_have_in_the_same_order() {
    let (scene, _folder) = opened_over_fixture("?region=AFR,AMS,INT").await;
    let page = &scene.page;
    page.wait_for(".chips").await;
    let filtered: BTreeMap<String, Vec<String>> = page
        .js_async(
            "const found = {};
            const base = 'api/v1/';
            const manifest = await (await fetch(base + 'manifest.json')).json();
            for (const line of ['C1', 'C2', 'C5', 'C7', 'C7-EGOV']) for (const goal of [1, 9, 13, 16]) {
                const all = [];
                for (let page = 1, pages = 1; page <= pages; page++) {
                    const answer = await (await fetch(`${base}${manifest.base}cells/${line}/${goal}/${page}.json`)).json();
                    pages = answer.pages; all.push(...answer.projects.map(project => [project.title, project.region]));
                }
                found[`${line} ${goal}`] = all.filter(([, region]) => region).map(([title]) => title);
            }
            return found",
            vec![],
        )
        .await;
    for (cell, expected) in filtered {
        let (line, goal) = cell.split_once(' ').unwrap();
        scene.open(&format!("?line={line}&goal={goal}&region=AFR,AMS,INT")).await;
        page.wait_for(".cell-projects").await;
        if expected.is_empty() {
            page.wait_text(".cell-projects .empty", "No project matches the filter here").await;
        } else {
            page.wait_until("document.querySelector('.cell-projects .project-title')", "the list").await;
            let mut shown = Vec::new();
            let pages = page.count(".cell-projects .next-page button").await;
            for _ in 0..pages {
                page.click(".cell-projects .next-page button").await;
            }
            page.wait_until(
                &format!(
                    "document.querySelectorAll('.cell-projects .project-title').length === {}",
                    expected.len()
                ),
                &cell,
            )
            .await;
            shown.extend(page.texts_of(".cell-projects .project-title").await);
            assert_eq!(shown, expected, "{cell}");
        }
    }
}

#[tokio::test]
async fn cells_show_declared_projects_and_gaps() {
    let (scene, _folder) = opened_over_fixture("?show=projects").await;
    let page = &scene.page;
    page.wait_text(".status", "projects state goals; cells count these").await;
    let cells: Vec<Value> = page
        .js("return [...document.querySelectorAll('.cell:not([id*=none])')].map(cell => [cell.querySelector('.mark').textContent,
            Number(cell.dataset.heat ?? 0), cell.ariaLabel, getComputedStyle(cell).backgroundColor])")
        .await;
    for cell in &cells {
        let (mark, heat, label) =
            (cell[0].as_str().unwrap(), cell[1].as_u64().unwrap(), cell[2].as_str().unwrap());
        assert_eq!(mark.is_empty(), heat == 0, "{cell}");
        assert!(mark.is_empty() || label.contains(&format!("; {mark} project")), "{mark}: {label}");
    }
    assert!(cells.iter().any(|cell| cell[1] == 7), "the largest has the darkest shade");
    page.click(".shows button:nth-child(3)").await;
    page.wait_text(".status", "No entry does not mean no activity").await;
    page.wait_text(".gaps-note", "Compared: List.").await;
    page.wait_until("location.search === '?show=gaps'", "the address").await;
    page.wait_attribute("#cell-C2-13", "data-gap", Some("beyond")).await;
    page.wait_attribute("#cell-C2-1", "data-gap", Some("no-project")).await;
    page.wait_text_is("#cell-C2-13 .mark", "+1").await;
    page.assert_clean_console().await;
}

#[tokio::test]
async fn gaps_name_the_collections_that_are_left_out() {
    let scene = opened("?show=gaps").await;
    scene.page.wait_text(".gaps-note", "Compared: ITU pages.").await;
    scene.page.wait_text(".gaps-note", "Prizes 2015, Prizes 2021, Results").await;
}

#[tokio::test]
async fn projects_without_a_goal_or_line_stand_in_the_margin() {
    let scene = opened("").await;
    let page = &scene.page;
    page.wait_count("#goal-none", 0).await;
    page.click(".shows button:nth-child(2)").await;
    let projects = rows(DATA, "projects.csv");
    for line in ["C1", "C7", "C11"] {
        let expected = projects.iter().filter(|row| row["goals"].is_empty() && names_line(row, line)).count();
        page.wait_text_is(&format!("#cell-{line}-none .mark"), &expected.to_string()).await;
    }
    let neither = projects.iter().filter(|row| row["goals"].is_empty() && row["lines"].is_empty()).count();
    page.wait_text_is("#cell-none-none .mark", &neither.to_string()).await;
    // By keyboard as any cell.
    page.click("#cell-C2-17").await;
    page.wait_text("#panel-title", "Partnerships").await;
    page.js::<()>("document.getElementById('cell-C2-17').focus()").await;
    page.press("ArrowRight").await;
    assert!(page.focus().await.contains("cell-C2-none"));
    page.press("Enter").await;
    page.wait_text("#panel-title", "No goal stated").await;
    assert!(page.address().await.ends_with("?line=C2&goal=none&show=projects"));
    let expected = projects.iter().filter(|row| row["goals"].is_empty() && names_line(row, "C2")).count();
    page.wait_text(".profile-projects h3", &format!("{expected} projects")).await;
    assert_eq!(all_listed(page).await.len(), expected);
    page.press("Escape").await;
    page.wait_until("document.activeElement.id === 'cell-C2-none'", "the focus back in the margin").await;
    page.click("#line-none").await;
    page.wait_text("#panel-title", "No action line stated").await;
    // An order of goals leaves the margin where it is.
    scene.open("?show=projects&order=total&goal=none").await;
    page.wait_until(
        "[...document.querySelectorAll('.grid thead th')].at(-1).id === 'goal-none'
            && [...document.querySelectorAll('.grid tbody')].at(-1).firstElementChild.dataset.line === 'none'
            && document.querySelector('.grid thead').rows[0].cells[1].id !== 'goal-1'",
        "the margin last",
    )
    .await;
    page.click(".shows button").await;
    page.wait_count("#goal-none", 0).await;
    page.assert_clean_console().await;
}

#[tokio::test]
async fn a_collection_is_a_facet_and_stands_on_each_card() {
    let scene = opened("?collection=itu-pages").await;
    let page = &scene.page;
    page.wait_text(".chip", "Collection: Entries read on ITU pages").await;
    page.wait_text(".status", "75 of 916 projects").await;
    listed(page).await;
    let cards = page.texts_of(".selected .project-facts").await;
    assert!(cards.iter().all(|card| card.contains("ITU pages")), "{cards:?}");
    page.wait_for(".selected .project-goals .goal-tile").await;
    page.assert_clean_console().await;
}

#[tokio::test]
async fn filter_fields_without_choices_are_absent() {
    let scene = opened("").await;
    let page = &scene.page;
    page.click("#filter-button").await;
    page.wait_for(".filter-fields").await;
    let legends = page.texts_of(".filter-fields legend").await;
    assert_eq!(
        legends,
        [
            "ITU region",
            "Country",
            "Type of organisation",
            "Target groups",
            "WSIS Prizes",
            "Collection",
            "Year",
            "Stated goals"
        ],
        "everything that the lists have"
    );
    page.click("#filter-words").await;
    page.type_text("DATA open").await;
    page.wait_text(".chip", "“DATA open”").await;
    page.wait_text(".status", "of 916 projects").await;
    assert!(listed(page).await.contains(&"Burkina Open Data Initiative".to_owned()));
    assert!(page.focus().await.contains("filter-words"), "writing goes on");
    let (scene, _folder) = opened_over_fixture("").await;
    scene.page.click("#filter-button").await;
    scene.page.wait_for(".filter-fields").await;
    let legends = scene.page.texts_of(".filter-fields legend").await;
    for legend in ["Type of organisation", "Target groups", "Year", "Stated goals"] {
        assert!(legends.contains(&legend.to_owned()), "{legend}: {legends:?}");
    }
}

#[tokio::test]
async fn facet_values_are_counted_under_the_other_filters() {
    let scene = opened("?prize=winner").await;
    let page = &scene.page;
    page.click("#filter-button").await;
    page.wait_for("#filter-region-ARB").await;
    let counts: BTreeMap<String, String> = page
        .js("return Object.fromEntries([...document.querySelectorAll('.choice-box')].map(box =>
            [box.children[1].textContent, box.children[2]?.textContent ?? '']))")
        .await;
    let winners = |region: &str| {
        rows(DATA, "projects.csv")
            .iter()
            .filter(|row| row["prize"] == "winner" && row["region"] == region)
            .count()
    };
    assert_eq!(counts["Arab States"], winners("ARB").to_string());
    assert_eq!(counts["Africa"], winners("AFR").to_string());
    let all = rows(DATA, "projects.csv");
    let nominated = all.iter().filter(|row| row["prize"] == "nominated").count();
    assert_eq!(counts["Nominated"], nominated.to_string(), "as if nothing were asked of the prizes");
}

#[tokio::test]
async fn a_filter_that_cannot_be_counted_says_so() {
    let scene = opened("").await;
    let rule = scene.server.fault("*/index.json", Fault::status(500));
    scene.open("?region=ARB").await;
    scene.page.wait_text(".chips .failure", "status 500").await;
    scene.page.wait_text(".chips", "ITU region: Arab States").await;
    rule.remove();
    scene.page.click(".chips .failure button").await;
    scene.page.wait_text(".status", "207 of 916 projects").await;
}

#[tokio::test]
async fn searched_words_are_highlighted_in_the_list() {
    let scene = opened("?q=SCHOOL").await;
    let page = &scene.page;
    let titles = listed(page).await;
    assert!(titles.len() > 1, "{titles:?}");
    let marked = page.texts_of(".project mark").await;
    assert!(
        marked.len() >= titles.len() && marked.iter().all(|text| text.to_lowercase() == "school"),
        "{marked:?}"
    );
    // Typing on moves the marks along, also where the same projects stay.
    page.js::<()>("history.replaceState(null, '', '?q=schoo'); dispatchEvent(new PopStateEvent('popstate'))")
        .await;
    page.wait_until("[...document.querySelectorAll('.project mark')].some(one => one.textContent.toLowerCase() === 'schoo')", "the shorter word").await;
    page.assert_clean_console().await;
}
