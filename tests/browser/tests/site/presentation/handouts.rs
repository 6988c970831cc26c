//! Handouts of a presentation: handout, slides, the interpreters' sheet, and the standalone file.

use browser_tests::Page;
use thirtyfour::common::print::{PrintMargins, PrintPage, PrintParameters};

use super::support::on_stage;
use crate::support::{opened_over_fixture, pages_of};

/// Opens what can be printed and presses the button with this text; gives what the root says of it once it is printed.
async fn printed(page: &Page, button: &str) -> String {
    page.js::<()>(
        "window.asked = undefined; window.print = () => { window.asked = document.documentElement.dataset.print; }",
    )
    .await;
    choose(page, button).await;
    let asked = page.wait_until("window.asked", button).await;
    asked.as_str().unwrap().to_owned()
}

async fn choose(page: &Page, button: &str) {
    if page.count(".hand-out").await == 0 {
        page.press("p").await;
        page.wait_for(".hand-out").await;
    }
    page.js::<()>(&format!(
        "[...document.querySelectorAll('.hand-out button')].find(one => one.textContent === '{button}').click()"
    ))
    .await;
}

#[tokio::test]
async fn a_handout_and_slides_have_a_page_for_each_step() {
    let scene = on_stage("?present=1&tour=c2").await;
    let page = &scene.page;
    assert_eq!(printed(page, "Handout with notes").await, "handout");
    page.wait_count(".print-notes", 7).await;
    // A cover, and the seven steps with what their notes need.
    let with_notes = pages_of(&page.pdf(PrintParameters::default()).await);
    assert!((4..=6).contains(&with_notes), "{with_notes}");
    page.js::<()>("dispatchEvent(new Event('afterprint'))").await;
    assert_eq!(printed(page, "Handout").await, "handout");
    page.wait_count(".print-notes", 0).await;
    assert_eq!(pages_of(&page.pdf(PrintParameters::default()).await), 4, "a cover and three steps a page");
    page.js::<()>("dispatchEvent(new Event('afterprint'))").await;
    assert_eq!(printed(page, "Slides").await, "slides");
    let margin = PrintMargins { top: 0.0, bottom: 0.0, left: 0.0, right: 0.0 };
    let wide = PrintParameters {
        page: PrintPage { width: 33.867, height: 19.05 },
        margin,
        background: true,
        ..PrintParameters::default()
    };
    assert_eq!(pages_of(&page.pdf(wide).await), 7);
    page.assert_clean_console().await;
}

#[tokio::test]
async fn the_sheet_has_two_languages_and_the_names_in_six() {
    let scene = on_stage("?present=1&tour=c2").await;
    let page = &scene.page;
    page.press("p").await;
    page.wait_for("#sheet-second").await;
    page.js::<()>(
        "const choice = document.getElementById('sheet-second'); choice.value = 'ar';
         choice.dispatchEvent(new Event('change', { bubbles: true }))",
    )
    .await;
    assert_eq!(printed(page, "Interpreters’ sheet").await, "sheet");
    page.wait_count(".sheet-words tbody tr", 7).await;
    page.wait_count(".sheet-names tbody tr", 19 + 17).await;
    page.wait_count(".sheet-names thead th[lang]", 6).await;
    let row: Vec<String> = page
        .js("return [...document.querySelectorAll('.sheet-words tbody tr:first-child td')].map(cell => cell.textContent)")
        .await;
    assert!(row[0].contains("Everything else runs on it") && row[0].contains("C2"), "{row:?}");
    assert!(row[1].contains("البنية التحتية") && row[1].contains("عليها يقوم"), "{row:?}");
    assert!(pages_of(&page.pdf(PrintParameters::default()).await) >= 3);
    page.assert_clean_console().await;
}

#[tokio::test]
async fn the_sheet_says_which_texts_are_not_translated() {
    let (scene, _folder) = opened_over_fixture("").await;
    let page = &scene.page;
    scene.open("?present=1&tour=other").await;
    page.wait_for("[data-cover], .stage-words").await;
    page.press("p").await;
    page.wait_for("#sheet-second").await;
    page.js::<()>(
        "const choice = document.getElementById('sheet-second'); choice.value = 'fr';
         choice.dispatchEvent(new Event('change', { bubbles: true }))",
    )
    .await;
    printed(page, "Interpreters’ sheet").await;
    page.wait_until(
        "document.querySelector('.sheet-words tbody tr:first-child')?.textContent.includes('Not available in this language')",
        "a text that is not written in French",
    )
    .await;
}

#[tokio::test]
async fn the_standalone_file_works_without_a_network() {
    let scene = on_stage("?present=1&tour=c5&theme=dark").await;
    let page = &scene.page;
    page.js::<()>(
        "URL.createObjectURL = blob => { window.blob = blob; return 'blob:' + location.origin + '/kept'; };
         HTMLAnchorElement.prototype.click = async function () { window.taken = [this.download, await window.blob.text()]; };",
    )
    .await;
    choose(page, "One file").await;
    let taken = page.wait_until("window.taken", "the file").await;
    assert_eq!(taken[0], "wsis-sdg-talk.html");
    let text = taken[1].as_str().unwrap();
    assert!(!text.contains("src=") && !text.contains("url(http"), "it asks for nothing else");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("talk.html");
    std::fs::write(&file, text).unwrap();
    // Nothing may still be on its way when the server goes.
    page.open("about:blank").await;
    drop(scene.server);
    page.open(&format!("file://{}", file.display())).await;
    let shown = "[...document.querySelectorAll('.print-step')].filter(it => it.getClientRects().length)";
    page.wait_until(&format!("{shown}.length === 1"), "one slide").await;
    page.press("PageDown").await;
    page.press("PageDown").await;
    page.wait_until(&format!("{shown}[0].textContent.includes('3 / 7')"), "the third slide").await;
    for key in ["7", "Enter"] {
        page.press(key).await;
    }
    page.wait_until(&format!("{shown}[0].textContent.includes('7 / 7')"), "the last slide").await;
    page.press("b").await;
    page.wait_until(
        "getComputedStyle(document.querySelector('.shown')).visibility === 'hidden'",
        "a black screen",
    )
    .await;
    page.press("b").await;
    page.press("Home").await;
    page.wait_until(&format!("{shown}[0].textContent.includes('1 / 7')"), "the first slide").await;
    let wrong: Vec<String> = page
        .js("const slide = document.querySelector('.shown'), high = innerHeight;
             return [...slide.querySelectorAll('h1, p, span')].filter(it => it.textContent.trim() && it.getClientRects().length
                 && parseFloat(getComputedStyle(it).fontSize) < high / 45).map(it => it.className)")
        .await;
    assert!(wrong.is_empty(), "{wrong:?}");
    page.assert_clean_console().await;
}
