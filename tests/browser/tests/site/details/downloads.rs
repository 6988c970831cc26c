//! Files to download: complete, as shown, with their origin inside.

use browser_tests::Page;
use serde_json::Value;
use thirtyfour::common::print::{PrintOrientation, PrintPage, PrintParameters};

use crate::support::{listed, opened, opened_over_fixture, pages_of};

/// Presses a button of the dialog and gives the file: its name, its type and its bytes as text.
async fn taken(page: &Page, button: &str) -> (String, String, String) {
    page.js::<()>(
        "window.taken = undefined;
         URL.createObjectURL = blob => { window.blob = blob; return 'blob:' + location.origin + '/kept'; };
         HTMLAnchorElement.prototype.click = async function () {
             window.taken = [this.download, window.blob.type, await window.blob.text()]; };",
    )
    .await;
    page.click(button).await;
    let taken = page.wait_until("window.taken", "the file").await;
    let text = |at: usize| taken[at].as_str().unwrap().to_owned();
    (text(0), text(1), text(2))
}

/// A file's name without the day of the data and its extension.
fn stem(name: &str) -> &str {
    name.rsplit_once("-20").map_or(name, |(stem, _)| stem)
}

#[tokio::test]
async fn the_matrix_downloads_as_shown() {
    let (scene, _folder) = opened_over_fixture("?show=projects&region=AFR").await;
    let page = &scene.page;
    page.wait_text(".status", "of ").await;
    page.click(".download-button").await;
    page.wait_for(".file-row").await;
    let (name, kind, csv) = taken(page, "[data-file=matrix-csv]").await;
    assert_eq!((stem(&name), kind.as_str()), ("wsis-sdg-matrix-projects-filtered", "text/csv;charset=utf-8"));
    assert_eq!(csv.lines().count(), 188, "a head and 187 cells, empty ones too");
    assert!(csv.contains("ITU region: "), "{}", &csv[..600]);
    let shown: String = page.text_of("#cell-C2-9 .mark").await;
    let row = csv.lines().find(|line| line.starts_with("C2,") && line.contains(",9,")).unwrap();
    assert!(row.contains(&format!(",yes,9.1 9.c,{shown},")) || row.contains(&format!(",{shown},")), "{row}");
    let (_, _, json) = taken(page, "[data-file=matrix-json]").await;
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["cells"].as_array().unwrap().len(), 187);
    assert!(json["origin"]["snapshot"].as_str().unwrap().starts_with("20"));
    let (_, kind, svg) = taken(page, "[data-file=matrix-svg]").await;
    assert!(kind.starts_with("image/svg+xml") && svg.starts_with("<svg "), "{kind}");
    page.wait_text(".dialog [role=status]", "Saved").await;
    page.assert_clean_console().await;
}

#[tokio::test]
async fn no_name_in_a_picture_runs_under_a_number() {
    let scene = opened("").await;
    let page = &scene.page;
    for language in ["zh", "ru", "ar"] {
        scene.open(&format!("?lang={language}")).await;
        page.wait_attribute(".grid", "data-names", Some(language)).await;
        page.click(".download-button").await;
        page.wait_for(".file-row").await;
        let (_, _, svg) = taken(page, "[data-file=matrix-svg]").await;
        let overlaps: Vec<String> = page
            .js_async(
                "const { documentElement } = new DOMParser().parseFromString(given[0], 'image/svg+xml');
                document.querySelector('.dialog').append(documentElement);
                const box = it => it.getBoundingClientRect();
                const names = [...documentElement.querySelectorAll(':scope > text:not([transform])')]
                    .filter(text => /[^\\d●C]/.test(text.textContent));
                const tiles = [...documentElement.querySelectorAll(':scope > rect[rx]')];
                const meet = (a, b) => a.left < b.right && b.left < a.right && a.top + 2 < b.bottom && b.top < a.bottom - 2;
                return names.filter(name => tiles.some(tile => meet(box(name), box(tile)))).map(name => name.textContent)",
                vec![svg.into()],
            )
            .await;
        assert!(overlaps.is_empty(), "{language}: {overlaps:?}");
    }
}

#[tokio::test]
async fn a_picture_is_twice_as_large() {
    let scene = opened("?open=C7").await;
    let page = &scene.page;
    page.click(".download-button").await;
    page.wait_for("[data-file=matrix-png]").await;
    page.js::<()>(
        "const made = URL.createObjectURL.bind(URL);
         URL.createObjectURL = blob => { window.blob = blob; return made(blob); };
         HTMLAnchorElement.prototype.click = async function () {
             const image = await createImageBitmap(window.blob);
             window.taken = [this.download, window.blob.type, image.width, image.height]; };",
    )
    .await;
    page.click("[data-file=matrix-png]").await;
    let taken = page.wait_until("window.taken", "the picture").await;
    assert_eq!(
        (stem(taken[0].as_str().unwrap()), &taken[1], &taken[2]),
        ("wsis-sdg-matrix-links", &"image/png".into(), &2480.into())
    );
    assert!(taken[3].as_u64().unwrap() > 1600, "{taken}");
    page.assert_clean_console().await;
}

#[tokio::test]
async fn a_list_downloads_complete() {
    let scene = opened("?line=C2&goal=9").await;
    let page = &scene.page;
    assert_eq!(listed(page).await.len(), 20);
    page.click(".download-button").await;
    page.wait_for("[data-file=list-csv]").await;
    let (name, _, csv) = taken(page, "[data-file=list-csv]").await;
    assert_eq!(stem(&name), "wsis-sdg-C2-goal-9-projects");
    assert_eq!(csv.lines().count(), 59, "a head, 5 declared and 53 of the line, not only the 20 on screen");
    let (_, _, json) = taken(page, "[data-file=list-json]").await;
    let json: Value = serde_json::from_str(&json).unwrap();
    let titles: Vec<&str> = json["projects"]
        .as_array()
        .unwrap()
        .iter()
        .map(|project| project["title"].as_str().unwrap())
        .collect();
    assert_eq!(titles.len(), 58);
    let on_screen = page.texts_of(".cell-projects .project-title").await;
    assert_eq!(titles[..20], on_screen, "in the order of the list");
    scene.open("").await;
    page.click(".download-button").await;
    page.wait_for("[data-file=matrix-csv]").await;
    page.wait_count("[data-file^=list]", 0).await;
}

#[tokio::test]
async fn the_matrix_is_printed_on_one_page_whatever_is_selected() {
    let (scene, _folder) = opened_over_fixture("?open=C7&line=C2&goal=9&show=projects&order=total").await;
    let page = &scene.page;
    page.wait_for(".download-button").await;
    page.click(".download-button").await;
    page.wait_for("[data-file=matrix-print]").await;
    // What a person does then: the browser's own printing is asked for, and here done by the driver.
    page.js::<()>("window.print = () => { window.asked = document.documentElement.dataset.print; }").await;
    // On both of the usual sheets.
    for (width, height) in [(21.0, 29.7), (21.59, 27.94)] {
        page.click("[data-file=matrix-print]").await;
        page.wait_until("window.asked === 'matrix'", "the browser's printing").await;
        let page_size = PrintPage { width, height };
        let orientation = PrintOrientation::Landscape;
        let sheet = PrintParameters { page: page_size, orientation, ..PrintParameters::default() };
        assert_eq!(pages_of(&page.pdf(sheet).await), 1, "{width} cm wide");
    }
    // What it is of and where it is from stands on it.
    assert!(
        page.text_of(".of-matrix .printed").await.contains("Data of"),
        "{}",
        page.text_of(".of-matrix").await
    );
    assert!(pages_of(&page.pdf(PrintParameters::default()).await) > 1, "afterwards everything is printed");
    page.assert_clean_console().await;
}
