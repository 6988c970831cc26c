//! The search box: every kind of thing is found, by keyboard and mouse, and nothing found says so.

use browser_tests::Page;

use crate::support::{listed, opened, opened_over_fixture};

/// Writes into the box and gives what is offered, once everything has been loaded.
async fn offered(page: &Page, text: &str) -> Vec<String> {
    page.js::<()>("const box = document.getElementById('search'); box.focus(); box.select()").await;
    page.press("Delete").await;
    page.type_text(text).await;
    page.wait_until(
        "document.querySelector('[role=option]') && !/Loading|Chargement/.test(document.querySelector('.search-note').innerText)",
        "offers with everything loaded",
    )
    .await;
    page.texts_of("[role=option]").await.into_iter().map(|text| text.replace('\n', " ")).collect()
}

#[tokio::test]
async fn every_kind_of_entry_is_found_best_first() {
    let scene = opened("").await;
    let page = &scene.page;
    for (text, first) in [
        ("health", "Action line C7 E-health"),
        ("c5", "Action line C5 Building confidence"),
        ("e-health", "Action line C7 E-health"),
        ("SDG 4", "Goal 4 Quality education"),
        ("9.c", "Target 9.c "),
        ("rwa", "Country Rwanda"),
        ("MEXICO", "Country Mexico"),
        ("arabsat", "Organisation ARABSAT"),
        ("giga", "Initiative Giga"),
        ("spectrum tools coverage maps donors", "Text C2 × 9"),
        ("exchange points", "Initiative Support for Internet Exchange Points"),
        ("ehealth", "Action line C7 E-health"),
        ("c7", "Action line C7 ICT applications"),
        ("goal 9.c", "Target 9.c "),
        ("9.", "Target 9.1 "),
        ("c2 x 9", "Cell C2 Information and communication infrastructure × 9 Industry"),
        ("C7-EGOV×16", "Cell C7 E-government × 16 Peace"),
        ("uk", "Country United Kingdom"),
        ("chad", "Country Chad"),
    ] {
        let offers = offered(page, text).await;
        assert!(offers[0].starts_with(first), "{text}: {offers:?}");
        assert!(offers.len() <= 10 && offers.last().unwrap().starts_with("Projects with"), "{offers:?}");
    }
    page.assert_clean_console().await;
}

#[tokio::test]
async fn a_country_is_found_in_english_in_every_language() {
    let scene = opened("?lang=fr").await;
    let offers = offered(&scene.page, "germany").await;
    assert!(offers[0].contains("Allemagne"), "{offers:?}");
    scene.page.wait_attribute("html", "lang", Some("fr")).await;
}

#[tokio::test]
async fn a_target_is_shown_with_its_label() {
    let scene = opened("").await;
    offered(&scene.page, "9.c").await;
    scene.page.press("Enter").await;
    scene.page.wait_until("document.activeElement.id === 'target-9.c'", "the focus on the target").await;
    scene.page.wait_text("#target-9\\.c", "Affordable internet").await;
}

#[tokio::test]
async fn the_number_of_suggestions_is_announced() {
    let scene = opened("").await;
    let status = "[role=search] [role=status]";
    scene.page.wait_count(status, 1).await;
    offered(&scene.page, "media").await;
    let count = scene.page.count("[role=option]").await;
    scene.page.wait_text(status, &format!("{count} suggestions")).await;
    offered(&scene.page, "zzzzzz").await;
    scene.page.wait_text(status, "No result").await;
    assert!(!scene.page.text_of(status).await.contains("Did you mean"), "there is nothing alike");
}

#[tokio::test]
async fn the_highlighted_suggestion_stays_while_more_are_found() {
    let scene = opened("").await;
    let page = &scene.page;
    let gate = scene.server.fault("*/titles.json", browser_tests::Fault::Hold);
    page.click("#search").await;
    page.type_text("health").await;
    page.wait_text(".offered", "Good health").await;
    page.press("ArrowDown").await;
    let chosen = "document.querySelector('[aria-selected=true]').innerText";
    let before = page.js::<String>(&format!("return {chosen}")).await;
    gate.release();
    page.wait_text(".offered", "Organisation").await;
    assert_eq!(page.js::<String>(&format!("return {chosen}")).await, before);
}

#[tokio::test]
async fn slash_arrows_and_enter_select_and_return() {
    let scene = opened("").await;
    let page = &scene.page;
    page.js::<()>("document.getElementById('cell-C2-9').focus()").await;
    page.press("/").await;
    assert!(page.focus().await.starts_with("input#search"));
    page.type_text("media").await;
    page.wait_text(".offered", "C9 Media").await;
    page.press("ArrowDown").await;
    page.press("ArrowUp").await;
    let chosen = page.attribute("#search", "aria-activedescendant").await.unwrap();
    page.wait_attribute(&format!("#{chosen}"), "aria-selected", Some("true")).await;
    page.press("Enter").await;
    page.wait_text("#panel-title", "Media").await;
    page.wait_until("document.activeElement.id === 'panel-title'", "the focus on what was found").await;
    assert!(page.address().await.ends_with("?line=C9"));
    page.wait_count("[role=option]", 0).await;
    page.press("Escape").await;
    page.wait_until("document.activeElement.id === 'search'", "the focus where it came from").await;
}

#[tokio::test]
async fn escape_closes_the_suggestions_before_the_panel() {
    let scene = opened("?line=C9").await;
    let page = &scene.page;
    offered(page, "open").await;
    page.press("Escape").await;
    page.wait_gone(".offered").await;
    page.press("Enter").await;
    page.press("Escape").await;
    assert!(page.address().await.ends_with("?line=C9"));
    assert_eq!(page.text_of("#panel-title").await.replace('\n', " "), "C9 Media");
}

#[tokio::test]
async fn a_search_without_results_offers_similar_entries() {
    let scene = opened("").await;
    let offers = offered(&scene.page, "rwandda").await;
    assert_eq!(offers[0], "Country Rwanda");
    let note = scene.page.text_of(".search-note").await;
    assert!(note.contains("No result among lines, goals, targets"), "{note}");
}

#[tokio::test]
async fn an_initiative_is_listed_where_it_is_tied() {
    let scene = opened("").await;
    let page = &scene.page;
    offered(page, "giga").await;
    page.press("Enter").await;
    page.wait_text("#details-title", "Giga").await;
    let focused = "document.activeElement.id === 'details-title'";
    page.wait_until(focused, "the focus on the initiative").await;
    let opened = page.address().await;
    assert!(opened.contains("?line=C2") && opened.ends_with("&initiative=giga"), "{opened}");
    page.press("Escape").await;
    page.wait_until("document.activeElement.id === 'initiative-giga'", "the focus on its place in the list")
        .await;
    assert_eq!(page.address().await, opened.replace("&initiative=giga", ""));
}

#[tokio::test]
async fn an_initiative_has_a_page_with_ways_to_its_line_and_source() {
    let scene = opened("?line=C2&goal=9").await;
    let page = &scene.page;
    page.click("#tab-initiatives").await;
    page.wait_for("#initiative-giga").await;
    page.click("#initiative-giga").await;
    page.wait_text(".details .facts", "Run by").await;
    assert!(page.address().await.ends_with("?line=C2&goal=9&initiative=giga"));
    assert!(page.js::<String>("return document.title").await.starts_with("Giga"));
    page.wait_until("document.querySelector('.details .basis')?.href.includes('#source-')", "its source")
        .await;
    page.js::<()>("[...document.querySelectorAll('.details .facts button')].find(b => b.textContent.startsWith('C2 ')).click()").await;
    page.wait_text("#panel-title", "C2").await;
    assert!(page.address().await.ends_with("?line=C2"));
    scene.open("?initiative=no-such-initiative").await;
    scene.page.wait_text("#details-title", "no-such-initiative").await;
    scene.page.click(".details .back").await;
    scene.page.wait_count("#details-title", 0).await;
}

#[tokio::test]
async fn projects_are_found_by_words_in_any_order_and_any_script() {
    let scene = opened("").await;
    let page = &scene.page;
    offered(page, "data  OPEN").await;
    page.press("ArrowUp").await;
    page.press("Enter").await;
    page.wait_text("#panel-title", "Projects with “data OPEN” in title or organisation").await;
    let titles = listed(page).await;
    assert!(titles.contains(&"Burkina Open Data Initiative".to_owned()), "{titles:?}");
    assert!(page.address().await.ends_with("?q=data+OPEN"));
    let (scene, _folder) = opened_over_fixture("?q=zebre%202").await;
    assert_eq!(listed(&scene.page).await, ["Zèbre 2"]);
    scene.open("?q=%3Cscript%3E%20nothing").await;
    scene.page.wait_text(".empty", "No project has these words").await;
}

#[tokio::test]
async fn a_mouse_chooses_an_organisation() {
    let scene = opened("").await;
    let page = &scene.page;
    offered(page, "majmaah university").await;
    page.click("[role=option]").await;
    page.wait_text("#panel-title", "Majmaah University").await;
    assert_eq!(listed(page).await.len(), 5);
}
