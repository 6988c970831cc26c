//! The page at the sizes people use: nothing cut, nothing overlapping, nothing to scroll sideways.

use browser_tests::{Scene, SceneOptions};

use crate::support::{drawn, listed, opened, opened_over_fixture};

const SIZES: [(u32, u32); 6] = [(1440, 900), (1366, 768), (1920, 1080), (1024, 768), (390, 844), (320, 640)];

#[tokio::test]
async fn no_element_is_wider_than_the_page() {
    for address in ["", "?line=C7&goal=9&open=C7", "?line=C7-EGOV&lang=ar"] {
        let scene = Scene::start(SceneOptions::default()).await;
        scene.open(address).await;
        drawn(&scene.page).await;
        for (width, height) in SIZES {
            scene.page.browser().resize((width, height)).await.unwrap();
            let over: Vec<String> = scene
                .page
                .js("const page = document.documentElement.clientWidth;
                    return [...document.querySelectorAll('.page *:not(.visually-hidden)')].filter(element => {
                        const { left, right, width } = element.getBoundingClientRect();
                        return width > 0 && (left < -1 || right > page + 1) && element.checkVisibility();
                    }).map(element => element.className + ' ' + element.id)")
                .await;
            assert_eq!(over, Vec::<String>::new(), "{address} at {width}x{height}");
        }
    }
}

#[tokio::test]
async fn a_laptop_and_a_projector_show_the_matrix_without_scrolling() {
    let mut over = Vec::new();
    for language in ["en", "fr", "es", "ar", "zh", "ru"] {
        let scene = Scene::start(SceneOptions::default()).await;
        scene.open(&format!("?lang={language}")).await;
        drawn(&scene.page).await;
        for viewport in [(1440, 900), (1366, 768), (1920, 1080), (1280, 720)] {
            scene.page.browser().resize(viewport).await.unwrap();
            let bottom: f64 =
                scene.page.js("return document.querySelector('.grid').getBoundingClientRect().bottom").await;
            if bottom > f64::from(viewport.1) {
                over.push(format!("{language} {viewport:?}: the grid ends at {bottom}"));
            }
        }
    }
    assert_eq!(over, Vec::<String>::new());
}

#[tokio::test]
async fn texts_of_the_grid_are_not_cut() {
    // Where C7 is open, a row has one line, and what is longer ends in an ellipsis; its card has the whole name.
    for address in ["", "?lang=ar", "?lang=ru", "?lang=fr", "?lang=es", "?lang=zh"] {
        let scene = Scene::start(SceneOptions::default()).await;
        scene.open(address).await;
        drawn(&scene.page).await;
        let cut: Vec<String> = scene
            .page
            .js("const names = [...document.querySelectorAll('.goal-name, .row-name')];
                return names.filter(name => {
                    // Letters may reach a little beyond tight lines; a line too many reaches a whole one.
                    const line = parseFloat(getComputedStyle(name).fontSize) / 2;
                    return name.scrollWidth > name.clientWidth + line || name.scrollHeight > name.clientHeight + line;
                }).map(name => name.textContent)")
            .await;
        assert_eq!(cut, Vec::<String>::new(), "{address}");
    }
}

#[tokio::test]
async fn a_phone_shows_the_whole_matrix_and_a_sheet_for_what_is_tapped() {
    let scene = Scene::start(SceneOptions { viewport: (390, 844), ..SceneOptions::default() }).await;
    let page = &scene.page;
    scene.open("").await;
    drawn(page).await;
    let bottom =
        |what: &str| format!("return document.querySelector('{what}').getBoundingClientRect().bottom");
    assert!(page.js::<f64>(&bottom("#cell-C11-17")).await <= 844.0 - 48.0, "all lines on the first screen");
    assert!(page.js::<f64>(&bottom(".standing")).await <= 120.0, "the header");
    page.click("#cell-C2-9").await;
    listed(page).await;
    let [top, title]: [f64; 2] = page
        .js("return ['.panel', '#panel-title'].map(it => document.querySelector(it).getBoundingClientRect().top)")
        .await;
    assert!(top > 300.0 && title > top && title < 844.0, "{top} {title}");
    page.wait_until("document.elementFromPoint(195, 830).closest('.actions')", "the bar in sight").await;
}

#[tokio::test]
async fn text_has_the_contrast_it_needs() {
    for theme in ["light", "dark", "contrast"] {
        let scene = Scene::start(SceneOptions::default()).await;
        scene.open(&format!("?line=C2&goal=9&theme={theme}")).await;
        drawn(&scene.page).await;
        listed(&scene.page).await;
        let pale: Vec<String> = scene.page.js(CONTRAST).await;
        assert_eq!(pale, Vec::<String>::new(), "{theme}");
        // Every goal's colour, selected, and under the highlight of its column and row.
        for goal in 1..=17 {
            scene.page.click(&format!("#cell-C3-{goal}")).await;
            scene.page.hover(&format!("#cell-C3-{}", 18 - goal)).await;
            let pale: Vec<String> = scene.page.js(CONTRAST).await;
            assert_eq!(pale, Vec::<String>::new(), "{theme}, goal {goal}");
        }
    }
}

#[tokio::test]
async fn shades_gaps_and_fields_have_the_contrast_they_need() {
    for theme in ["light", "dark", "contrast"] {
        for show in ["projects", "gaps"] {
            // All eight shades stand there, whatever the collection.
            let (scene, _folder) =
                opened_over_fixture(&format!("?show={show}&theme={theme}&region=AFR,AMS,INT")).await;
            scene.page.click("#filter-button").await;
            scene.page.wait_for(".filter-fields").await;
            if show == "projects" {
                scene
                    .page
                    .js::<()>(
                        "document.querySelectorAll('#line-C4 ~ .cell').forEach((cell, at) => cell.dataset.heat = at % 8);
                         document.querySelectorAll('.total').forEach((total, at) => total.dataset.heat = at % 8)",
                    )
                    .await;
            }
            let pale: Vec<String> = scene.page.js(CONTRAST).await;
            assert_eq!(pale, Vec::<String>::new(), "{theme}, {show}");
        }
        let scene = opened(&format!("?line=C2&goal=9&theme={theme}")).await;
        listed(&scene.page).await;
        scene.page.click("#prepare-entry").await;
        scene.page.wait_for(".goal-choices").await;
        let pale: Vec<String> = scene.page.js(CONTRAST).await;
        assert_eq!(pale, Vec::<String>::new(), "{theme}, an entry");
    }
}

#[tokio::test]
async fn english_sentences_read_from_left_to_right_in_a_mirrored_page() {
    for address in ["?lang=ar", "?line=C2&goal=9&lang=ar"] {
        let scene = opened(address).await;
        scene
            .page
            .js::<()>(
                "document.getElementById('crash').hidden = false;
                document.getElementById('crash-detail').textContent = 'panicked at file.rs:40:23:'",
            )
            .await;
        let mixed: Vec<String> = scene.page.js(TURNED_ROUND).await;
        assert_eq!(mixed, Vec::<String>::new(), "{address}");
    }
}

/// The English texts in which a character stands left of the one before it, on the same line.
const TURNED_ROUND: &str = "
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const turned = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.data;
        if (!/[a-z]/i.test(text) || /[^\\x20-\\x7e–’…×]/.test(text) || !node.parentElement.checkVisibility()) continue;
        const places = [...text].map((_, at) => {
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            return range.getBoundingClientRect();
        }).filter(place => place.width > 0);
        if (places.some((place, at) => at > 0 && Math.abs(place.top - places[at - 1].top) < 2
            && place.left < places[at - 1].left - 0.5)) turned.push(text);
    }
    return turned";

/// Every visible text against the background below it, after WCAG 2; the browser resolves colours on a canvas.
const CONTRAST: &str = "
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    canvas.canvas.width = canvas.canvas.height = 1;
    const resolve = (colour, below) => {
        canvas.fillStyle = below; canvas.fillRect(0, 0, 1, 1);
        canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
        const [r, g, b] = canvas.getImageData(0, 0, 1, 1).data;
        return `rgb(${r}, ${g}, ${b})`;
    };
    const light = colour => colour.match(/\\d+/g).map(Number).map(v => v / 255)
        .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    const background = element => {
        const chain = [];
        for (let at = element; at; at = at.parentElement) chain.unshift(getComputedStyle(at).backgroundColor);
        return chain.reduce((below, colour) => resolve(colour, below), 'rgb(255, 255, 255)');
    };
    // The highlight of row and column lies over a cell, its text included.
    const veil = element => {
        const cell = element.closest('.cell');
        const over = cell && getComputedStyle(cell, '::after');
        return over && over.content !== 'none' ? over.backgroundColor : 'transparent';
    };
    const pale = new Set();
    for (const element of document.querySelectorAll('.page *')) {
        const own = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
        if (!own || !element.checkVisibility({ checkOpacity: true }) || element.closest('.skip, .visually-hidden, option')) continue;
        const bare = background(element), over = veil(element);
        const ink = resolve(over, resolve(getComputedStyle(element).color, bare)), below = resolve(over, bare);
        const [one, two] = [light(ink) + 0.05, light(below) + 0.05].sort((a, b) => b - a);
        if (one / two < 4.5) pale.add(`${element.className || element.localName}: ${ink} on ${below}`);
    }
    return [...pale]";
