//! The room check, and codes for phones.

use browser_tests::{Page, Scene, SceneOptions};

use super::support::*;
use crate::support::{drawn, edited_site};

#[tokio::test]
async fn the_preflight_check_reports_each_state() {
    let site =
        edited_site(&[("\"publicAddress\":\"\"", "\"publicAddress\":\"https://matrix.example.org/\"")]);
    let scene = Scene::start(SceneOptions { overlays: site.overlays(), ..SceneOptions::default() }).await;
    let page = &scene.page;
    page.open(&scene.server.url_at("127.0.0.1", "edited/index.html")).await;
    drawn(page).await;
    page.click("#present").await;
    page.wait_for(".check-tour").await;
    page.wait_until("document.querySelectorAll('.check-tour')[1]", "the tours of the data").await;
    page.js::<()>("document.querySelectorAll('.check-tour')[1].click()").await;
    page.wait_for(".check").await;
    page.wait_text(".check", "1/43 of the height").await;
    page.wait_text(".check", "Press a key of the clicker").await;
    page.press("PageDown").await;
    page.wait_text(".check", "Seen: PageDown").await;
    page.wait_text(".check", "https://matrix.example.org/").await;
    page.wait_text(".check", "5:00 in 9 steps").await;
    // A second language, for a room with two.
    page.js::<()>(
        "const choice = document.getElementById('second-language'); choice.value = 'fr';
         choice.dispatchEvent(new Event('change', { bubbles: true }))",
    )
    .await;
    page.wait_until("location.search.includes('lang2=fr')", "the second language in the address").await;
    page.wait_text(".check", "English · Français").await;
    page.click(".check-start .primary").await;
    page.wait_gone(".check").await;
    step(page, "1 / 9").await;
    page.press("PageDown").await;
    page.wait_text(".stage-main", "infrastructure de l").await;
    page.assert_clean_console().await;
}

#[tokio::test]
async fn a_qr_code_is_shown_where_there_is_a_public_address() {
    let site =
        edited_site(&[("\"publicAddress\":\"\"", "\"publicAddress\":\"https://matrix.example.org/\"")]);
    let scene = Scene::start(SceneOptions { overlays: site.overlays(), ..SceneOptions::default() }).await;
    let page = &scene.page;
    page.open(&scene.server.url_at("127.0.0.1", "edited/index.html?present=1&tour=c2&step=3&theme=dark"))
        .await;
    page.wait_for(".stage-step").await;
    page.press("q").await;
    page.wait_for(".qr-codes").await;
    page.wait_texts(".code-address", &["https://matrix.example.org/?present=1&tour=c2&step=3"]).await;
    page.wait_count(".code-picture", 1).await;
    assert_eq!(read_code(page, 0).await, "https://matrix.example.org/?present=1&tour=c2&step=3");
    // Without an address the reason stands there.
    scene.open("?present=1&tour=c2").await;
    page.wait_for(".stage-step").await;
    page.press("q").await;
    page.wait_text(".code-none", "No QR code").await;
    page.assert_clean_console().await;
}

/// Reads a code as a camera would: from its picture.
async fn read_code(page: &Page, at: usize) -> String {
    let size = 480;
    let pixels: Vec<u8> = page
        .js_async(
            &format!(
                "return await new Promise(done => {{ const svg = document.querySelectorAll('.code-picture')[{at}].cloneNode(true);
                 svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg'); svg.setAttribute('width', {size}); svg.setAttribute('height', {size});
                 const image = new Image();
                 image.onload = () => {{
                     const canvas = new OffscreenCanvas({size}, {size}), context = canvas.getContext('2d');
                     context.drawImage(image, 0, 0);
                     const data = context.getImageData(0, 0, {size}, {size}).data;
                     done([...data].filter((_, place) => place % 4 === 0));
                 }};
                 image.src = URL.createObjectURL(new Blob([svg.outerHTML], {{ type: 'image/svg+xml' }})); }});"
            ),
            vec![],
        )
        .await;
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(size, size, |x, y| pixels[y * size + x]);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "one code is seen");
    grids[0].decode().unwrap().1
}
