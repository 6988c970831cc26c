//! Heights, colours and narrow frames.

use super::support::*;

#[tokio::test]
async fn heights_are_limited_and_host_colours_stay_readable() {
    let host = Host::open(
        &format!("{SCRIPT}<style>:root {{ --wsis-accent: rgb(240 200 220); --wsis-background: hsl(60 60% 95%); --wsis-radius: 12px; --wsis-font: Georgia, serif }}</style>"),
        "<wsis-sdg-matrix id=\"a\" loading=\"eager\" max-height=\"400\"></wsis-sdg-matrix>",
    )
    .await;
    let page = host.page();
    host.raised("a", "ready").await;
    page.wait_until(&format!("{}.getBoundingClientRect().height === 400", frame_of("a")), "the limit").await;
    page.js::<()>("document.getElementById('a').setAttribute('max-height', '450')").await;
    page.wait_until(&format!("{}.getBoundingClientRect().height === 450", frame_of("a")), "another limit")
        .await;
    host.enter("a").await;
    page.wait_until("getComputedStyle(document.body).fontFamily.startsWith('Georgia')", "the font").await;
    let ratio = "const light = colour => { const parts = colour.match(/[\\d.]+/g).slice(0, 3).map(part => part / 255)
            .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] };
        const [one, other] = [getComputedStyle(document.querySelector('.whole-explorer')).color, getComputedStyle(document.body).backgroundColor];
        const [more, less] = [light(one), light(other)].sort((one, other) => other - one);
        return [(more + 0.05) / (less + 0.05), other]";
    let (contrast, background): (f64, String) = page.js(ratio).await;
    assert!(contrast >= 4.5, "{contrast}");
    assert_eq!(background, "rgb(250, 250, 235)");
    page.assert_clean_console().await;
}

#[tokio::test]
async fn many_height_changes_end_with_the_last() {
    let host = Host::open(
        SCRIPT,
        "<wsis-sdg-matrix id=\"a\" loading=\"eager\" line=\"C2\" goal=\"9\"></wsis-sdg-matrix>",
    )
    .await;
    let page = host.page();
    host.raised("a", "ready").await;
    host.enter("a").await;
    page.wait_until("document.querySelector('.selected .project-title')", "its projects").await;
    page.js_async::<()>(
        "for (let count = 0; count < 90; count++) {
            document.body.style.paddingBottom = `${count * 3}px`;
            await new Promise(done => requestAnimationFrame(done));
        }",
        vec![],
    )
    .await;
    page.wait_until(
        "innerHeight === Math.ceil(document.documentElement.getBoundingClientRect().height)",
        "its height",
    )
    .await;
    page.assert_clean_console().await;
}

#[tokio::test]
async fn high_contrast_ignores_host_colours_and_removed_styles_disappear() {
    let host = Host::open(SCRIPT, "<wsis-sdg-matrix id=\"a\" loading=\"eager\" style=\"--wsis-background: #fdf6e3; --wsis-radius: 12px\"></wsis-sdg-matrix>").await;
    let page = host.page();
    host.raised("a", "ready").await;
    let behind = "getComputedStyle(document.body).backgroundColor";
    let steps = [
        ("", "rgb(253, 246, 227)"),
        ("setAttribute('theme', 'contrast')", "rgb(255, 255, 255)"),
        ("setAttribute('theme', 'light')", "rgb(253, 246, 227)"),
        (
            "style.removeProperty('--wsis-background'); document.getElementById('a').setAttribute('order', 'total')",
            "rgb(255, 255, 255)",
        ),
    ];
    for (act, colour) in steps {
        if !act.is_empty() {
            page.js::<()>(&format!("document.getElementById('a').{act}")).await;
        }
        host.enter("a").await;
        page.wait_until(&format!("{behind} === '{colour}'"), &format!("{colour} after {act}")).await;
        page.leave_frames().await;
    }
    page.assert_clean_console().await;
}

#[tokio::test]
async fn narrow_frames_do_not_overflow() {
    let host = Host::open("", "<iframe id=\"f\" width=\"288\" height=\"600\"></iframe>").await;
    let page = host.page();
    let app = host.scene.server.url_at("127.0.0.1", "");
    let mut wide = Vec::new();
    for language in ["ar", "zh", "en", "fr", "ru", "es"] {
        for view in ["", "&show=gaps", "&line=C5", "&goal=9", "&line=C2&goal=9"] {
            let address = format!("{app}?embed=1&lang={language}{view}");
            page.js::<()>(&format!("document.getElementById('f').src = '{address}'")).await;
            page.enter_frame("#f").await;
            page.wait_until(
                &format!("location.href === '{address}' && document.querySelector('.whole-explorer')"),
                &address,
            )
            .await;
            // The page is no wider than the frame, and no name is wider than the box that it stands in.
            let over: Vec<String> = page
                .js(
                    "const over = [document.documentElement.scrollWidth - innerWidth].filter(by => by > 0).map(by => `page ${by}`);
                    for (const [box, inner] of [['.row', '.row-total, .row-name'], ['.grid', '.goal-name'], ['.panel', '#panel-title, #panel-title *']])
                        for (const outer of document.querySelectorAll(box)) for (const one of outer.querySelectorAll(inner)) {
                            const text = document.createRange(); text.selectNodeContents(one);
                            const [own, around] = [text.getBoundingClientRect(), outer.getBoundingClientRect()];
                            if (own.width && (own.left < around.left - 1 || own.right > around.right + 1)) over.push(one.textContent);
                        }
                    return over",
                )
                .await;
            if !over.is_empty() {
                wide.push(format!("{language}{view}: {over:?}"));
            }
            page.leave_frames().await;
        }
    }
    assert!(wide.is_empty(), "{wide:?}");
}
