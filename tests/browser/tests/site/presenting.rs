//! On stage: a talk by keys alone, what every step looks like, two windows, a screen that nobody stands beside.

use browser_tests::{Page, Scene, SceneOptions};
use serde_json::Value;
use thirtyfour::WindowHandle;

use crate::support::{drawn, edited_site, opened};

/// The address opened on stage, with its first step drawn.
pub(crate) async fn on_stage(rest: &str) -> Scene {
    let scene = Scene::start(SceneOptions::default()).await;
    scene.open(rest).await;
    scene.page.wait_for(".stage-step").await;
    scene
}

/// Waits for the step with this number, as the room sees it.
async fn step(page: &Page, number: &str) {
    page.wait_text(".stage-number", number).await;
}

#[tokio::test]
async fn a_whole_tour_by_keys_and_clicker_alone() {
    let scene = on_stage("?present=1&tour=c5").await;
    let page = &scene.page;
    page.js::<()>("window.same = true").await;
    step(page, "1 / 7").await;
    assert_eq!(page.text_of("h1").await, "Safe enough to rely on");
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
    // All steps, walked by arrows; Esc leaves them first and the talk second, for what was shown.
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

#[tokio::test]
async fn a_reload_returns_to_the_step_with_one_button_to_the_whole_screen() {
    let scene = on_stage("?present=1&tour=c2").await;
    let page = &scene.page;
    for number in ["2 / 7", "3 / 7"] {
        page.press("PageDown").await;
        step(page, number).await;
    }
    page.reload().await;
    step(page, "3 / 7").await;
    page.click(".to-full-screen").await;
    page.wait_until("document.fullscreenElement === document.documentElement", "the whole screen").await;
    page.wait_gone(".to-full-screen").await;
    page.press("f").await;
    page.wait_until("!document.fullscreenElement", "the window again").await;
    page.assert_clean_console().await;
}

/// What a designer would not accept, measured: text under 1/45 of the height, words or bars that do not fit, the board
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
async fn every_step_of_every_tour_is_large_and_whole() {
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
        }
    }
    page.assert_clean_console().await;
}

#[tokio::test]
async fn in_arabic_the_talk_runs_from_right_to_left() {
    let scene = on_stage("?present=1&tour=c5&lang=ar").await;
    let page = &scene.page;
    page.press("ArrowLeft").await;
    step(page, "2 / 7").await;
    page.press("ArrowRight").await;
    step(page, "1 / 7").await;
    page.press("PageDown").await;
    step(page, "2 / 7").await;
    // A finger that moves to the right goes on.
    let swipe = |from: u32, to: u32| {
        format!(
            "for (const [type, x] of [['pointerdown', {from}], ['pointerup', {to}]])
                document.querySelector('.stage-main').dispatchEvent(new PointerEvent(type,
                    {{ bubbles: true, clientX: x, clientY: 300, pointerType: 'touch' }}))"
        )
    };
    page.js::<()>(&swipe(200, 400)).await;
    step(page, "3 / 7").await;
    page.js::<()>(&swipe(400, 200)).await;
    step(page, "2 / 7").await;
    let board_is_right: bool = page
        .js("const [board, words] = ['.stage-picture', '.stage-words'].map(it => document.querySelector(it).getBoundingClientRect());
             return board.left > words.left")
        .await;
    assert!(board_is_right, "the picture stands where reading begins");
    page.assert_clean_console().await;
}

#[tokio::test]
async fn the_key_p_presents_what_is_looked_at() {
    let scene = opened("?line=C2&goal=9").await;
    let page = &scene.page;
    // Not while one writes.
    page.click("#search").await;
    page.press("p").await;
    assert_eq!(page.count(".stage-room").await, 0);
    page.js::<()>("document.activeElement.blur()").await;
    page.press("p").await;
    page.wait_for(".stage-step").await;
    page.wait_until(
        "/9.1 asks for/.test(document.querySelector('.stage-words').textContent)",
        "the rationale",
    )
    .await;
    step(page, "1 / 4").await;
    // The first of its projects, one at a time, each with its year.
    page.press("PageDown").await;
    page.wait_for(".stage-project").await;
    page.wait_text(".stage-facts", "2015").await;
    page.wait_text(".stage-words", "It states no goals.").await;
    page.press("Escape").await;
    drawn(page).await;
    // Where single letters are switched off it does not.
    page.js::<()>("localStorage.setItem('wsis-letters', 'off')").await;
    page.press("p").await;
    page.press("ArrowDown").await;
    assert_eq!(page.count(".stage-room").await, 0);
    scene.open("?present=1&tour=c2").await;
    step(page, "1 / 7").await;
    page.press("o").await;
    page.press("PageDown").await;
    step(page, "2 / 7").await;
    assert_eq!(page.count(".overview").await, 0);
    page.assert_clean_console().await;
}

#[tokio::test]
async fn a_matrix_a_line_and_a_goal_have_a_way_through_them() {
    let scene = on_stage("?present=1").await;
    let page = &scene.page;
    step(page, "1 / 12").await;
    page.press("PageDown").await;
    page.wait_text(".stage-place", "C1").await;
    for (rest, steps, lit) in [("?line=C2&present=1", "1 / 5", "C2"), ("?goal=9&present=1", "1 / 9", "9")] {
        scene.open(rest).await;
        page.wait_for(".stage-step").await;
        step(page, steps).await;
        page.wait_text(".stage-place", lit).await;
    }
    page.assert_clean_console().await;
}

/// The other window of the two.
async fn other_window(page: &Page, known: &WindowHandle) -> WindowHandle {
    for _ in 0..200 {
        let windows = page.driver().windows().await.unwrap();
        if let Some(other) = windows.into_iter().find(|one| one != known) {
            return other;
        }
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
    panic!("no second window came");
}

#[tokio::test]
async fn the_speaker_view_moves_the_stage_within_a_tenth_of_a_second_and_back() {
    let scene = on_stage("?present=1&tour=c4").await;
    let page = &scene.page;
    let stage = page.driver().window().await.unwrap();
    // When each window showed which step.
    let watch = |selector: &str| {
        format!(
            "window.seen = []; window.keys = [];
             addEventListener('keydown', () => keys.push(Date.now()), true);
             const look = () => seen.push([Date.now(), document.querySelector('{selector}').textContent]);
             new MutationObserver(look).observe(document.body, {{ subtree: true, childList: true, characterData: true }});"
        )
    };
    page.js::<()>(&watch(".stage-number")).await;
    page.press("s").await;
    let speaker = other_window(page, &stage).await;
    page.driver().switch_to_window(speaker.clone()).await.unwrap();
    page.wait_text("#speaker-step", "1 / 7").await;
    page.wait_gone(".speaker-alone").await;
    assert!(page.text_of(".speaker-notes").await.len() > 40);
    page.js::<()>(&watch("#speaker-step")).await;
    // There and back, several times: other tests are at work beside this one, so the quickest is what it takes.
    let (mut there, mut back) = (u64::MAX, u64::MAX);
    let took = |showed: Value, pressed: u64| showed[0].as_u64().unwrap() - pressed;
    for at in [2, 4, 6] {
        let (next, after) = (format!("{at} / 7"), format!("{} / 7", at + 1));
        page.press("PageDown").await;
        page.wait_text("#speaker-step", &next).await;
        page.wait_text(".speaker-next", "Next:").await;
        let pressed: u64 = page.js("return keys.at(-1)").await;
        page.driver().switch_to_window(stage.clone()).await.unwrap();
        step(page, &next).await;
        let showed = page.js(&format!("return seen.find(([, text]) => text.includes('{next}'))")).await;
        there = there.min(took(showed, pressed));
        page.press("PageDown").await;
        step(page, &after).await;
        let pressed: u64 = page.js("return keys.at(-1)").await;
        page.driver().switch_to_window(speaker.clone()).await.unwrap();
        page.wait_text("#speaker-step", &after).await;
        let showed = page.js(&format!("return seen.find(([, text]) => text.includes('{after}'))")).await;
        back = back.min(took(showed, pressed));
    }
    println!("from the notes to the stage {there} ms, back {back} ms");
    assert!(there < 100 && back < 100, "{there} ms to the stage, {back} ms back");
    page.press("Home").await;
    page.wait_text("#speaker-step", "1 / 7").await;
    // A blank stage is told of; the notes stay.
    page.press(".").await;
    page.wait_for(".speaker-blank").await;
    page.press("PageDown").await;
    page.wait_gone(".speaker-blank").await;
    // Closed and opened again, it is where the talk is.
    page.driver().close_window().await.unwrap();
    page.driver().switch_to_window(stage.clone()).await.unwrap();
    page.press("PageDown").await;
    step(page, "2 / 7").await;
    page.press("s").await;
    let again = other_window(page, &stage).await;
    page.driver().switch_to_window(again).await.unwrap();
    page.wait_text("#speaker-step", "2 / 7").await;
    page.wait_gone(".speaker-alone").await;
    // The stage goes: the notes say so, and hold where it was.
    page.driver().switch_to_window(stage).await.unwrap();
    page.driver().close_window().await.unwrap();
    let left = page.driver().windows().await.unwrap().remove(0);
    page.driver().switch_to_window(left).await.unwrap();
    page.wait_for(".speaker-alone").await;
    page.wait_text("#speaker-step", "2 / 7").await;
    page.assert_clean_console().await;
}

#[tokio::test]
async fn a_browser_that_opens_no_second_window_is_told_of() {
    let scene = on_stage("?present=1&tour=c2").await;
    let page = &scene.page;
    page.js::<()>("window.open = () => null").await;
    page.press("s").await;
    page.wait_text(".stage-strip [role=alert]", "Allow pop-ups").await;
    page.press("PageDown").await;
    step(page, "2 / 7").await;
}

#[tokio::test]
async fn the_check_tells_what_is_in_order() {
    let site =
        edited_site(&[("\"publicAddress\":\"\"", "\"publicAddress\":\"https://matrix.example.org/\"")]);
    let scene = Scene::start(SceneOptions { overlays: site.overlays(), ..SceneOptions::default() }).await;
    let page = &scene.page;
    page.open(&scene.server.url_at("127.0.0.1", "edited/index.html")).await;
    drawn(page).await;
    page.click("#more-button").await;
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
async fn phones_get_a_code_where_there_is_an_address() {
    let site =
        edited_site(&[("\"publicAddress\":\"\"", "\"publicAddress\":\"https://matrix.example.org/\"")]);
    let scene = Scene::start(SceneOptions { overlays: site.overlays(), ..SceneOptions::default() }).await;
    let page = &scene.page;
    page.open(&scene.server.url_at("127.0.0.1", "edited/index.html?present=1&tour=c2&step=3&theme=dark"))
        .await;
    page.wait_for(".stage-step").await;
    page.press("q").await;
    page.wait_for(".qr-codes").await;
    assert_eq!(
        page.texts_of(".code-address").await,
        [
            "https://matrix.example.org/?line=C2&goal=9",
            "https://matrix.example.org/?present=1&tour=c2&step=3"
        ]
    );
    let (first, second) = (read_code(page, 0).await, read_code(page, 1).await);
    assert_eq!(first, "https://matrix.example.org/?line=C2&goal=9");
    assert_eq!(second, "https://matrix.example.org/?present=1&tour=c2&step=3");
    // Without an address the reason stands there.
    scene.open("?present=1&tour=c2").await;
    page.wait_for(".stage-step").await;
    page.press("q").await;
    page.wait_text(".code-none", "No address for phones").await;
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

#[tokio::test]
async fn what_cannot_be_shown_is_told_and_left() {
    let scene = Scene::start(SceneOptions::default()).await;
    let page = &scene.page;
    for (rest, text) in [
        ("?present=1&tour=nothing-like-it", "no tour called “nothing-like-it”"),
        ("?present=1&tour=own", "No tour has been made in this window"),
        ("?present=1&tour=own.AAAA", "not the file of a tour"),
        // {"wsisTour":1,"title":"","steps":[]}
        ("?present=1&tour=own.eyJ3c2lzVG91ciI6MSwidGl0bGUiOiIiLCJzdGVwcyI6W119", "The tour has no steps"),
    ] {
        scene.open(rest).await;
        page.wait_text(".stage-trouble", text).await;
        page.press("PageDown").await;
        page.click(".stage-trouble button").await;
        drawn(page).await;
    }
    // In a page of others nothing is presented.
    scene.open("?present=1&tour=c2&embed=1").await;
    page.wait_for(".whole-explorer").await;
    assert_eq!(page.count(".stage-room").await, 0);
    // A page that is left while a part of the program is on its way says so.
    page.assert_clean_console_but_for(&["Failed to fetch", "aborted"]).await;
}

#[tokio::test]
async fn a_talk_goes_on_by_itself_and_pauses() {
    let scene = on_stage("?present=1&tour=c2").await;
    let page = &scene.page;
    assert_eq!(page.count(".stage-clock").await, 0);
    page.press("a").await;
    page.wait_text(".stage-clock", "0:3").await;
    // Half a minute passes at once.
    page.js::<()>("const now = Date.now.bind(Date), began = now(); Date.now = () => now() + 36000").await;
    step(page, "2 / 7").await;
    page.press("a").await;
    page.wait_gone(".stage-clock").await;
    page.press("c").await;
    page.wait_for(".stage-room.with-captions").await;
    let free: f64 = page
        .js("return (innerHeight - document.querySelector('.stage-strip').getBoundingClientRect().bottom) / innerHeight")
        .await;
    assert!(free >= 0.15, "{free} of the height is free for captions");
    page.assert_clean_console().await;
}

#[tokio::test]
async fn a_kiosk_goes_round_and_takes_no_more_memory() {
    let scene = on_stage("?kiosk=1&tour=c5").await;
    let page = &scene.page;
    step(page, "1 / 7").await;
    // As fast as they are drawn: a step a frame.
    let round = "let left = given[0]; return await new Promise(done => {
        const turn = () => {
            if (left-- === 0) return done(document.querySelector('.stage-number').textContent);
            dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }));
            requestAnimationFrame(turn);
        };
        turn(); });";
    page.js_async::<String>(round, vec![Value::from(140)]).await;
    let before = memory(page).await;
    let shown: String = page.js_async(round, vec![Value::from(700)]).await;
    assert!(shown.contains("1 / 7"), "840 steps are 120 rounds: {shown}");
    let after = memory(page).await;
    println!("heap {before:?} -> {after:?} (bytes, nodes, listeners)");
    assert!(after.1 <= before.1 + 200, "nodes {} -> {}", before.1, after.1);
    assert!(after.2 <= before.2 + 20, "listeners {} -> {}", before.2, after.2);
    assert!(after.0 < before.0 + 1_500_000, "heap {} -> {}", before.0, after.0);
    assert!(page.address().await.ends_with("?kiosk=1&tour=c5"), "the address stays");
    page.assert_clean_console().await;
}

#[tokio::test]
async fn a_kiosk_that_was_touched_waits_and_begins_again() {
    let scene = on_stage("?kiosk=1&tour=c5").await;
    let page = &scene.page;
    assert_eq!(page.count(".stage-controls").await, 0, "nobody stands beside it");
    let later =
        |seconds: u32| format!("window.now ??= Date.now.bind(Date); Date.now = () => now() + {seconds}000");
    // Its first step lasts 35 seconds, its last comes round to the first.
    page.js::<()>(&later(36)).await;
    step(page, "2 / 7").await;
    page.press("End").await;
    step(page, "7 / 7").await;
    // Someone is there: for a minute it stays, longer than the step lasts.
    page.js::<()>(&later(36 + 50)).await;
    page.wait_text(".stage-clock", "0:00").await;
    step(page, "7 / 7").await;
    page.js::<()>(&later(36 + 70)).await;
    step(page, "1 / 7").await;
    page.js::<()>(&later(36 + 70 + 36)).await;
    step(page, "2 / 7").await;
    page.assert_clean_console().await;
}

/// Heap in bytes, nodes and listeners, after a collection.
async fn memory(page: &Page) -> (u64, u64, u64) {
    let browser = page.browser();
    browser.cdp("HeapProfiler.collectGarbage", serde_json::json!({})).await.unwrap();
    let heap = browser.cdp("Runtime.getHeapUsage", serde_json::json!({})).await.unwrap();
    let counts = browser.cdp("Memory.getDOMCounters", serde_json::json!({})).await.unwrap();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bytes")]
    let used = heap["usedSize"].as_f64().unwrap() as u64;
    (used, counts["nodes"].as_u64().unwrap(), counts["jsEventListeners"].as_u64().unwrap())
}
