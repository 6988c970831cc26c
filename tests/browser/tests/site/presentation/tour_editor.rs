//! A tour of one's own: made from views, kept in its window, saved to a file and read back, given away as a link; and what
//! becomes of a file that is none.

use browser_tests::{Page, Scene};
use serde_json::{Value, json};

use crate::support::{drawn, opened};

/// Opens the tours beside what is shown.
async fn open_desk(page: &Page) {
    page.click("#present").await;
    page.wait_for("#add-step").await;
}

/// Writes into a field as a person would who pastes.
async fn write(page: &Page, field: &str, text: &str) {
    page.js::<()>(&format!(
        "const field = document.getElementById('{field}'); field.value = {}; \
         field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}))",
        Value::from(text)
    ))
    .await;
}

/// Chooses a file with this content.
async fn load(page: &Page, content: &str) {
    page.js::<()>(&format!(
        "const field = document.getElementById('load-tour'), given = new DataTransfer(); \
         given.items.add(new File([{}], 'tour.json')); field.files = given.files; \
         field.dispatchEvent(new Event('change', {{ bubbles: true }}))",
        Value::from(content)
    ))
    .await;
}

#[tokio::test]
async fn a_custom_tour_is_edited_stored_saved_and_shared() {
    let scene = opened("?line=C2&goal=9&lang=fr").await;
    let page = &scene.page;
    open_desk(page).await;
    page.click("#add-step").await;
    page.wait_for("#step-0-title").await;
    write(page, "tour-title", "Ma visite").await;
    write(page, "step-0-title", "<img src=x onerror=alert(1)>").await;
    write(page, "step-0-notes", "Dire d’abord bonjour.").await;
    write(page, "step-0-seconds", "75").await;
    // Another view, and back to the desk: what was written is still there.
    page.press("Escape").await;
    page.wait_gone(".desk").await;
    page.click("#cell-C5-16").await;
    page.wait_text("#panel-title", "16").await;
    open_desk(page).await;
    page.wait_for("#step-0-title").await;
    page.click("#add-step").await;
    page.wait_for("#step-1-title").await;
    page.click("#step-1-up").await;
    page.wait_text(".own-steps li:nth-child(2)", "C2 × 9").await;
    assert!(page.js::<bool>("return document.getElementById('step-0-up').disabled").await);
    // As a file.
    page.js::<()>(
        "URL.createObjectURL = blob => { window.blob = blob; return 'blob:' + location.origin + '/kept'; };
         HTMLAnchorElement.prototype.click = async function () { window.taken = [this.download, await window.blob.text()]; };",
    )
    .await;
    page.click("#save-tour").await;
    let taken = page.wait_until("window.taken", "the file").await;
    assert_eq!(taken[0], "wsis-sdg-tour.json");
    let text = taken[1].as_str().unwrap().to_owned();
    let file: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&file["wsisTour"], &file["title"]), (&json!(1), &json!("Ma visite")));
    assert_eq!(file["steps"][0]["view"], "line=C5&goal=16");
    assert_eq!(
        file["steps"][1],
        json!({"view": "line=C2&goal=9", "title": "<img src=x onerror=alert(1)>",
               "notes": "Dire d’abord bonjour.", "seconds": 75})
    );
    // As a link.
    page.js::<()>("navigator.clipboard.writeText = async text => { window.copied = text }").await;
    page.click("#copy-tour").await;
    let link = page.wait_until("window.copied", "the link").await;
    let link = link.as_str().unwrap().to_owned();
    assert!(link.contains("?present=1&tour=own."), "{link}");
    presented_and_read_again(&scene, &link, &text).await;
}

/// The tour on stage, where its texts are text; then by its link alone, and from its file.
async fn presented_and_read_again(scene: &Scene, link: &str, text: &str) {
    let page = &scene.page;
    page.wait_until("document.querySelector('.own-tour .start-tour')", "the button of one's own tour").await;
    page.js::<()>("document.querySelector('.own-tour .start-tour').click()").await;
    page.wait_text(".stage-number", "1 / 2").await;
    page.press("PageDown").await;
    page.wait_text("h1", "<img src=x onerror=alert(1)>").await;
    assert!(page.address().await.ends_with("&present=1&tour=own&step=2"), "{}", page.address().await);
    page.reload().await;
    page.wait_text(".stage-number", "2 / 2").await;
    // Somewhere else, by the link alone.
    page.js::<()>("sessionStorage.clear()").await;
    page.open(link).await;
    page.wait_text(".stage-number", "1 / 2").await;
    page.press("PageDown").await;
    page.wait_text("h1", "<img src=x onerror=alert(1)>").await;
    // And by the file.
    scene.open("").await;
    drawn(page).await;
    open_desk(page).await;
    page.wait_count(".own-steps li", 0).await;
    load(page, text).await;
    page.wait_for("#step-1-notes").await;
    let notes: String = page.js("return document.getElementById('step-1-notes').value").await;
    assert_eq!(notes, "Dire d’abord bonjour.");
    page.assert_clean_console().await;
}

#[tokio::test]
async fn an_invalid_tour_file_is_reported_and_changes_nothing() {
    let scene = opened("?goal=4").await;
    let page = &scene.page;
    open_desk(page).await;
    page.click("#add-step").await;
    page.wait_for("#step-0-title").await;
    write(page, "step-0-title", "Mine").await;
    let step = json!({"view": "line=C2", "title": "One"});
    let of = |steps: Value| json!({"wsisTour": 1, "title": "Hostile", "steps": steps}).to_string();
    let long = json!([{"view": "", "title": "x".repeat(200)}]);
    let endless = json!([{"view": "", "title": "x",
        "figure": {"caption": "", "unit": "", "values": [{"label": "a", "value": -1}]}}]);
    for (content, told) in [
        ("", "not a tour file"),
        ("<!doctype html><script>alert(1)</script>", "not a tour file"),
        ("[1,2,3]", "not a tour file"),
        ("{\"wsisTour\":1,\"title\":\"x\"}", "missing field `steps`"),
        ("{\"wsisTour\":\"1\",\"title\":\"x\",\"steps\":[]}", "not a tour file"),
        (&json!({"wsisTour": 7, "title": "x", "steps": [step]}).to_string(), "a newer version"),
        (&of(json!([])), "no steps"),
        (&of(json!(vec![step.clone(); 201])), "201 steps"),
        (&of(long), "more than 120 characters"),
        (&of(endless), "Step 1: figures"),
        (
            &format!("{{\"wsisTour\":1,\"title\":\"{}\",\"steps\":[]}}", "x".repeat(600_000)),
            "larger than 512 KiB",
        ),
    ] {
        load(page, content).await;
        page.wait_text(".tour-said", told).await;
        let kept: String = page.js("return document.getElementById('step-0-title').value").await;
        assert_eq!(kept, "Mine", "{told}");
    }
    // What a step cannot show is dropped with a word; the rest of it is shown.
    load(
        page,
        &of(json!([{"view": "line=C2&goal=99&theme=dark&present=1", "title": "One", "view2": [[[]]]}])),
    )
    .await;
    page.wait_text(".tour-said", "Step 1 has an unknown value for goal: “99”").await;
    page.wait_text(".own-steps li", "C2").await;
    page.wait_until("document.querySelector('.own-tour .start-tour')", "the button of one's own tour").await;
    page.js::<()>("document.querySelector('.own-tour .start-tour').click()").await;
    page.wait_text(".stage-place", "C2").await;
    // In a link the step itself says so.
    let packed: String = page
        .js("return btoa(JSON.stringify({ wsisTour: 1, title: 'x', steps: [{ view: 'line=C2&goal=99', title: 'One' }] }))
                 .replace(/=+$/, '')")
        .await;
    scene.open(&format!("?present=1&tour=own.{packed}")).await;
    page.wait_text(".stage-words", "Step 1 has an unknown value for goal: “99”").await;
    page.assert_clean_console().await;
}

#[tokio::test]
async fn tours_are_listed_with_duration_and_review() {
    let scene = opened("").await;
    let page = &scene.page;
    open_desk(page).await;
    page.wait_for(".tours li:nth-child(7)").await;
    let first = page.text_of(".tours li").await;
    for part in ["The matrix in five minutes", "9 steps · 5:00", "Our summary, not reviewed"] {
        assert!(first.contains(part), "{first}");
    }
    // Esc leads back to where it was opened from.
    page.press("Escape").await;
    page.wait_gone(".desk").await;
    page.wait_until("document.activeElement.id === 'present'", "the focus where it was").await;
    open_desk(page).await;
    page.wait_until("document.querySelectorAll('.start-tour')[1]", "the tours of the data").await;
    page.js::<()>("document.querySelectorAll('.start-tour')[1].click()").await;
    page.wait_text(".stage-number", "1 / 9").await;
    page.assert_clean_console().await;
}
