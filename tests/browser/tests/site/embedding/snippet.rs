//! "Embed this view": the code to paste and its preview.

use browser_tests::{Scene, SceneOptions, Server, ServerOptions};

use super::support::*;
use crate::support::{edited_site, opened};

#[tokio::test]
async fn the_offered_code_shows_what_its_preview_shows() {
    let scene = opened("?line=C5&theme=dark").await;
    let page = &scene.page;
    page.wait_for(".embed-button").await;
    page.click(".embed-button").await;
    page.wait_for("#embed-language").await;
    page.js::<()>(
        "const choose = (id, value) => { const field = document.getElementById(id); field.value = value;
            field.dispatchEvent(new Event(field.localName === 'select' ? 'change' : 'input', { bubbles: true })) };
        choose('embed-language', 'fr'); choose('embed-most', '700'); document.getElementById('embed-bare').click()",
    )
    .await;
    page.wait_until("document.getElementById('embed-preview').contentWindow.location.href.endsWith('/?line=C5&lang=fr&theme=dark&controls=none&embed=1')", "the preview").await;
    page.enter_frame("#embed-preview").await;
    page.wait_text("#panel-title", "confiance").await;
    assert_eq!(
        (page.count(".cell").await, page.count(".shows").await, page.count("#language").await),
        (17, 0, 0)
    );
    page.leave_frames().await;
    let (element, frame) = (code(page, "script").await, code(page, "frame").await);
    assert!(
        element.contains("line=\"C5\" lang=\"fr\" theme=\"dark\" controls=\"none\" max-height=\"700\""),
        "{element}"
    );
    page.assert_clean_console().await;
    // Pasted into another page, both show it.
    let pasted = format!(
        "{}{frame}",
        element.replace("<wsis-sdg-matrix", "<wsis-sdg-matrix id=\"a\" loading=\"eager\"")
    );
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join("index.html"),
        format!("<!doctype html><link rel=icon href=data:,>{pasted}"),
    )
    .unwrap();
    let host = Server::start(&ServerOptions::new(folder.path())).unwrap();
    page.open(&host.url_at("localhost", "")).await;
    for find in [frame_of("a"), "document.querySelector('body > iframe')".to_owned()] {
        page.wait_until(&find, "the frame").await;
        page.enter_frame_of(&find).await;
        page.wait_text("#panel-title", "confiance").await;
        page.wait_count(".cell", 17).await;
        page.leave_frames().await;
    }
    page.wait_until(&format!("{}.getBoundingClientRect().height === 700", frame_of("a")), "the limit").await;
}

#[tokio::test]
async fn one_height_is_measured_for_all_languages() {
    let site = edited_site(&[(
        "\"languages\":[\"ar\",\"zh\",\"en\",\"fr\",\"ru\",\"es\"]",
        "\"languages\":[\"en\",\"fr\"]",
    )]);
    let scene = Scene::start(SceneOptions { overlays: site.overlays(), ..SceneOptions::default() }).await;
    let page = &scene.page;
    page.open(&scene.server.url_at("127.0.0.1", "edited/index.html?line=C2&goal=9")).await;
    page.wait_for(".embed-button").await;
    page.click(".embed-button").await;
    page.wait_for(".embed-more").await;
    page.js::<()>("document.getElementById('embed-languages').closest('details').open = true").await;
    // The button keeps its place once the preview has the height measured for it.
    page.wait_until(
        "(preview => { const shown = preview?.contentDocument?.querySelector('.page');
            return shown?.querySelector('.project') && Math.abs(preview.clientHeight - shown.scrollHeight) < 40;
        })(document.getElementById('embed-preview'))",
        "the height of the preview",
    )
    .await;
    // The dialog has a scroll area of its own, of which the driver knows nothing.
    page.js::<()>("document.getElementById('embed-languages').scrollIntoView({ block: 'center' })").await;
    page.click("#embed-languages").await;
    page.wait_until(
        "document.querySelector('.dialog').textContent.includes('Heights that fit')",
        "the heights",
    )
    .await;
    let heights: Vec<u32> = page
        .js("return document.querySelector('.dialog').textContent.match(/: (\\d+) px at a width of 320, (\\d+) px at 768, (\\d+) px at 1200/).slice(1).map(Number)")
        .await;
    assert!(heights[0] > heights[1] && heights[1] >= heights[2] && heights[2] > 300, "{heights:?}");
    for (language, code, title) in
        [("English", "en", "Information and communication"), ("Français", "fr", "infrastructure de l")]
    {
        let pasted = offered(page, language).await;
        assert!(pasted.contains(&format!("height=\"{}\"", heights[0])), "{pasted}");
        assert!(pasted.contains(title) && pasted.contains(&format!("lang={code}")), "{pasted}");
    }
    page.assert_clean_console().await;
}

#[tokio::test]
async fn the_preview_has_the_width_of_the_host_page_and_the_height_measured_there() {
    let scene = opened("?line=C2&goal=9").await;
    let page = &scene.page;
    page.click(".embed-button").await;
    page.wait_for("#embed-preview").await;
    let mut heights = Vec::new();
    for width in [360, 800, 1200] {
        page.click(&format!("#embed-width-{width}")).await;
        page.enter_frame("#embed-preview").await;
        page.wait_until(
            &format!("innerWidth === {width} && document.querySelectorAll('.project').length"),
            "its width",
        )
        .await;
        let needed: u64 = page.js("return document.querySelector('.page').scrollHeight").await;
        page.leave_frames().await;
        page.wait_until(
            &format!("Math.abs(document.getElementById('embed-preview').clientHeight - {needed}) < 40"),
            "the height of what it shows",
        )
        .await;
        heights.push(needed);
    }
    assert!(heights[0] > heights[1] && heights[1] < 1700, "{heights:?}");
    assert!(code(page, "frame").await.contains("style=\"border:0\""));
    assert!(code(page, "wordpress").await.starts_with("<!-- wp:html -->"));
}

#[tokio::test]
async fn the_link_to_copy_is_the_share_page_where_one_fits() {
    let site = edited_site(&[
        ("\"publicAddress\":\"\"", "\"publicAddress\":\"https://matrix.example.org/\""),
        ("\"sharePages\":false", "\"sharePages\":true"),
    ]);
    let scene = Scene::start(SceneOptions { overlays: site.overlays(), ..SceneOptions::default() }).await;
    let page = &scene.page;
    for (query, given) in [
        ("?line=C2&goal=9&lang=fr&theme=dark", "share/fr/C2-9.html"),
        ("?goal=4", "share/en/goal-4.html"),
        ("?line=C2&goal=9&region=AFR", "?line=C2&goal=9&region=AFR"),
    ] {
        page.open(&scene.server.url_at("127.0.0.1", &format!("edited/index.html{query}"))).await;
        page.wait_for(".copy-link").await;
        page.js::<()>("navigator.clipboard.writeText = async text => { window.copied = text }").await;
        page.click(".copy-link").await;
        page.wait_until(&format!("window.copied === 'https://matrix.example.org/{given}'"), given).await;
        let copied = if query.contains("lang=fr") { "Lien copié" } else { "Link copied" };
        page.wait_text(".toast", copied).await;
    }
    page.assert_clean_console().await;
}

#[tokio::test]
async fn the_embed_dialog_adds_no_history() {
    let scene = opened("?line=C2&goal=9").await;
    let page = &scene.page;
    page.click(".embed-button").await;
    page.wait_for("#embed-language").await;
    let before: usize = page.js("return history.length").await;
    for language in ["fr", "ar", "en"] {
        page.js::<()>(&format!(
            "const field = document.getElementById('embed-language'); field.value = '{language}'; field.dispatchEvent(new Event('change', {{ bubbles: true }}))"
        ))
        .await;
        page.enter_frame("#embed-preview").await;
        page.wait_until(
            &format!("location.search.includes('lang={language}') && document.querySelector('#panel-title')"),
            language,
        )
        .await;
        page.leave_frames().await;
    }
    assert_eq!(page.js::<usize>("return history.length").await, before);
    // English is said as well: in a page in another language the element would take that.
    assert!(code(page, "script").await.contains("lang=\"en\""));
    page.assert_clean_console().await;
}
