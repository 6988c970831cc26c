//! A tour on stage: keys and clicker, reload, readability of every step, right to left.

use browser_tests::Page;

use super::support::*;
use crate::support::drawn;

#[tokio::test]
async fn a_whole_tour_by_keys_and_clicker_alone() {
    let scene = on_stage("?present=1&tour=c5").await;
    let page = &scene.page;
    page.js::<()>("window.same = true").await;
    step(page, "1 / 7").await;
    page.wait_text_is("h1", "Safe enough to rely on").await;
    for (key, number) in [
        ("PageDown", "2 / 7"),
        ("ArrowRight", "3 / 7"),
        ("Space", "4 / 7"),
        ("ArrowDown", "5 / 7"),
        ("PageUp", "4 / 7"),
        ("ArrowLeft", "3 / 7"),
        ("Shift+Space", "2 / 7"),
        ("End", "7 / 7"),
        ("PageDown", "7 / 7"),
        ("Home", "1 / 7"),
    ] {
        page.press(key).await;
        step(page, number).await;
    }
    assert!(page.address().await.ends_with("?present=1&tour=c5"), "{}", page.address().await);
    // A number, then Enter; what is typed is shown.
    page.press("6").await;
    page.wait_text(".stage-typed", "6").await;
    page.press("Enter").await;
    step(page, "6 / 7").await;
    assert!(page.address().await.ends_with("&step=6"));
    // Blank, both ways, and back to the same step.
    for (key, cover) in
        [(".", ".stage-blank.black"), ("b", ".stage-blank.black"), ("w", ".stage-blank.white")]
    {
        page.press(key).await;
        page.wait_for(cover).await;
        page.press("PageDown").await;
        page.wait_gone(cover).await;
        step(page, "6 / 7").await;
    }
    // F5 begins anew and loads nothing again.
    page.press("F5").await;
    step(page, "1 / 7").await;
    page.press("b").await;
    page.press("Shift+F5").await;
    page.wait_gone(".stage-blank").await;
    assert!(page.js::<bool>("return window.same === true").await, "F5 reloaded the page");
    overview_by_keys(page).await;
    page.press("?").await;
    page.wait_for("[data-cover=help]").await;
    page.press("Escape").await;
    page.wait_gone("[data-cover=help]").await;
    page.press("Escape").await;
    drawn(page).await;
    page.wait_until("location.search === '?line=C5&goal=16&project=wp2015-121'", "what was shown").await;
    page.back().await;
    step(page, "5 / 7").await;
    page.assert_clean_console().await;
}

/// Arrows walk the overview, Escape closes it, Enter goes to the highlighted step.
async fn overview_by_keys(page: &Page) {
    page.press("o").await;
    page.wait_for(".overview").await;
    page.press("ArrowRight").await;
    page.press("ArrowRight").await;
    page.wait_text(".overview .pointed", "C5 × 16").await;
    page.press("Escape").await;
    page.wait_gone(".overview").await;
    step(page, "1 / 7").await;
    page.press("o").await;
    page.press("End").await;
    page.press("ArrowLeft").await;
    page.press("ArrowLeft").await;
    page.press("Enter").await;
    step(page, "5 / 7").await;
}

#[tokio::test]
async fn a_reload_returns_to_the_step_and_offers_full_screen() {
    let scene = on_stage("?present=1&tour=c2").await;
    let page = &scene.page;
    for number in ["2 / 7", "3 / 7"] {
        page.press("PageDown").await;
        step(page, number).await;
    }
    page.reload().await;
    step(page, "3 / 7").await;
    page.hover(".stage-words").await;
    page.click(".to-full-screen").await;
    page.wait_until("document.fullscreenElement === document.documentElement", "the whole screen").await;
    page.wait_gone(".to-full-screen").await;
    page.press("f").await;
    page.wait_until("!document.fullscreenElement", "the window again").await;
    page.assert_clean_console().await;
}

/// The faults that a designer would not accept, measured: text under 1/45 of the height, words or bars that do not fit, the board
/// over the words, anything over the side.
const MEASURE: &str = "
    const stage = document.querySelector('.stage-room'), high = stage.getBoundingClientRect().height, wrong = [];
    const seen = element => element.getClientRects().length && getComputedStyle(element).opacity !== '0';
    for (const element of stage.querySelectorAll('.stage-main *, .stage-strip *')) {
        if (element.closest('.visually-hidden') || !seen(element)) continue;
        const own = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
        if (!own) continue;
        const size = parseFloat(getComputedStyle(element).fontSize);
        if (size < high / 45) wrong.push(`${element.className || element.tagName} ${size}px of ${high}`);
        const box = element.getBoundingClientRect(), strip = document.querySelector('.stage-strip').getBoundingClientRect();
        if (box.left < -1 || box.right > innerWidth + 1 || box.top < -1) wrong.push(`${element.className} runs out`);
        if (!element.closest('.stage-strip') && box.bottom > strip.top + 2) wrong.push(`${element.className} on the strip`);
    }
    const words = document.querySelector('.stage-words'), picture = document.querySelector('.stage-picture');
    if (words.scrollHeight > words.clientHeight + 1) wrong.push(`words ${words.scrollHeight} in ${words.clientHeight}`);
    const [one, other] = [words.getBoundingClientRect(), picture.firstElementChild.getBoundingClientRect()];
    if (one.left < other.right - 1 && other.left < one.right - 1) wrong.push('the picture on the words');
    if (other.bottom > document.querySelector('.stage-foot').getBoundingClientRect().top + 1) wrong.push('the picture on the strip');
    return wrong;";

#[tokio::test]
async fn every_step_of_every_tour_is_readable_and_complete() {
    let scene = on_stage("?present=1").await;
    let page = &scene.page;
    let tours = ["matrix", "twenty-years", "c2", "c4", "c5", "c6", "review"];
    for (size, rest) in [
        ((1920, 1080), ""),
        ((1024, 768), ""),
        ((1024, 768), "&lang=ar"),
        ((3840, 2160), "&lang=ru&theme=dark"),
        ((1024, 768), "&lang=fr&lang2=es"),
    ] {
        page.browser().resize(size).await.unwrap();
        for tour in tours {
            scene.open(&format!("?{}&present=1&tour={tour}", rest.trim_start_matches('&'))).await;
            page.wait_until("document.querySelector('.stage-number')?.textContent.includes('1 / ')", tour)
                .await;
            let shown = page.text_of(".stage-number").await;
            let steps: usize = shown.rsplit('/').next().unwrap().trim().parse().unwrap();
            for at in 1..=steps {
                let ready = format!(
                    "document.querySelector('.stage-number').textContent.includes('{at} / ') && \
                     !/Loading/.test(document.querySelector('.stage-main').textContent) && \
                     document.querySelector('.stage-words').dataset.fit !== undefined && \
                     (!{second} || document.querySelectorAll('.stage-place').length !== 1)",
                    second = rest.contains("lang2"),
                );
                page.wait_until(&ready, &format!("{tour} {at}")).await;
                let measured = format!(
                    "await new Promise(done => requestAnimationFrame(() => setTimeout(done))); {MEASURE}"
                );
                let wrong: Vec<String> = page.js_async(&measured, vec![]).await;
                assert!(wrong.is_empty(), "{tour} {at} at {size:?} {rest}: {wrong:?}");
                page.press("PageDown").await;
            }
            // Behind the last step: thanks, and one code or why there is none.
            page.wait_for("[data-cover=closing]").await;
        }
    }
    page.assert_clean_console().await;
}

#[tokio::test]
async fn an_arabic_presentation_runs_right_to_left() {
    let scene = on_stage("?present=1&tour=c5&lang=ar").await;
    let page = &scene.page;
    page.press("ArrowLeft").await;
    step(page, "2 / 7").await;
    page.press("ArrowRight").await;
    step(page, "1 / 7").await;
    page.press("PageDown").await;
    step(page, "2 / 7").await;
    // A finger that moves to the right goes on.
    let swipe = |from: u32, to: u32, primary: bool| {
        format!(
            "for (const [type, x] of [['pointerdown', {from}], ['pointerup', {to}]])
                document.querySelector('.stage-main').dispatchEvent(new PointerEvent(type,
                    {{ bubbles: true, clientX: x, clientY: 300, pointerType: 'touch', isPrimary: {primary} }}))"
        )
    };
    // The second of two fingers zooms.
    page.js::<()>(&swipe(200, 400, false)).await;
    page.js::<()>(&swipe(200, 400, true)).await;
    step(page, "3 / 7").await;
    page.js::<()>(&swipe(400, 200, true)).await;
    step(page, "2 / 7").await;
    let board_is_right: bool = page
        .js("const [board, words] = ['.stage-picture', '.stage-words'].map(it => document.querySelector(it).getBoundingClientRect());
             return board.left > words.left")
        .await;
    assert!(board_is_right, "the picture stands where reading begins");
    page.assert_clean_console().await;
}

#[tokio::test]
async fn the_names_of_lines_stand_whole_beside_the_board() {
    let scene = on_stage("?present=1&tour=matrix").await;
    let page = &scene.page;
    for size in [(1280, 720), (1366, 768), (1920, 1080)] {
        page.browser().resize(size).await.unwrap();
        let cut = "const names = [...document.querySelectorAll('.stage-step .stage-line-name')];
            return names.filter(it => it.scrollHeight > it.clientHeight + 1 || it.scrollWidth > it.clientWidth + 1)
                .map(it => it.textContent).concat(names.length === 11 ? [] : [`${names.length} names`])";
        let cut: Vec<String> = page.js(cut).await;
        assert!(cut.is_empty(), "{size:?}: {cut:?}");
    }
    page.assert_clean_console().await;
}
