//! The explorer in pages of others, on another origin: what it does for them, and what it never does to them.

use browser_tests::{Fault, Page, Scene, SceneOptions, Server, ServerOptions};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::{edited_site, opened};

/// The frame of the element with an id.
fn frame_of(id: &str) -> String {
    format!("document.getElementById('{id}').shadowRoot.querySelector('iframe')")
}

/// A page of others, on a server of its own: another origin and another site than the explorer's.
struct Host {
    scene: Scene,
    _server: Server,
    _folder: TempDir,
}

impl Host {
    /// Opens a page with this head and body. `APP` in it is the explorer's address; `raised` keeps the element's events.
    async fn open(head: &str, body: &str) -> Self {
        Self::open_with(SceneOptions::default(), head, body).await
    }

    async fn open_with(options: SceneOptions, head: &str, body: &str) -> Self {
        let scene = Scene::start(options).await;
        let page = format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><link rel=\"icon\" href=\"data:,\">
            <title>A host</title>{head}</head><body>{body}</body></html>"
        );
        let folder = tempfile::tempdir().unwrap();
        let page = page.replace("APP", &scene.server.url_at("127.0.0.1", ""));
        std::fs::write(folder.path().join("index.html"), page).unwrap();
        let server = Server::start(&ServerOptions::new(folder.path())).unwrap();
        scene.page.open(&server.url_at("localhost", "")).await;
        Self { scene, _server: server, _folder: folder }
    }

    fn page(&self) -> &Page {
        &self.scene.page
    }

    /// Waits until the element has raised an event, and gives what it carries.
    async fn raised(&self, id: &str, event: &str) -> Value {
        let found = format!("raised.findLast(([type, from]) => type === '{event}' && from === '{id}')?.[2]");
        self.page().wait_until(&found, &format!("{event} of {id}")).await
    }

    async fn enter(&self, id: &str) {
        self.page().enter_frame_of(&frame_of(id)).await;
    }
}

/// Loads the element and keeps what it raises.
const SCRIPT: &str = "<script>
    window.raised = [];
    for (const type of ['ready', 'resize', 'select', 'error'])
        addEventListener('wsis-' + type, event => raised.push([type, event.target.id, event.detail]));
    </script><script async src=\"APPembed/1/embed.js\"></script>";

#[tokio::test]
async fn one_line_shows_the_matrix_as_high_as_it_is_and_in_the_language_of_the_page() {
    let host = Host::open(
        SCRIPT,
        "<main lang=\"fr-CH\"><wsis-sdg-matrix id=\"a\"><a href=\"x\">La matrice</a></wsis-sdg-matrix></main>",
    )
    .await;
    let ready = host.raised("a", "ready").await;
    assert!(ready["address"].as_str().unwrap().ends_with("/?lang=fr"), "{ready}");
    let page = host.page();
    assert_eq!(page.js::<String>(&format!("return {}.title", frame_of("a"))).await, "Matrice SMSI–ODD");
    assert_eq!(
        page.js::<f64>("return document.querySelector('[href=x]').getBoundingClientRect().height").await,
        0.0
    );
    host.enter("a").await;
    page.wait_until(
        "innerHeight === Math.ceil(document.documentElement.getBoundingClientRect().height)",
        "its height",
    )
    .await;
    page.wait_count(".cell", 187).await;
    assert_eq!(page.text_of("#line-C5 .row-name").await.chars().take(7).collect::<String>(), "Établir");
    for absent in ["#about", ".search", ".skip", ".to-legend", ".take", ".cite"] {
        assert_eq!(page.count(absent).await, 0, "{absent}");
    }
    page.assert_clean_console().await;
}

#[tokio::test]
async fn a_part_is_asked_for_and_no_more_is_drawn() {
    let host = Host::open(
        SCRIPT,
        "<wsis-sdg-matrix id=\"cell\" loading=\"eager\" line=\"C2\" goal=\"9\"></wsis-sdg-matrix>
        <wsis-sdg-matrix id=\"row\" loading=\"eager\" line=\"C5\"></wsis-sdg-matrix>
        <wsis-sdg-matrix id=\"column\" loading=\"eager\" goal=\"4\" controls=\"none\"></wsis-sdg-matrix>
        <wsis-sdg-matrix id=\"whole\" loading=\"eager\" line=\"C5\" lens=\"matrix\"></wsis-sdg-matrix>",
    )
    .await;
    let page = host.page();
    for (id, cells, title) in [
        ("cell", 0, "Industry"),
        ("row", 17, "Building confidence"),
        ("column", 11, "Quality education"),
        ("whole", 187, "Building"),
    ] {
        host.raised(id, "ready").await;
        host.enter(id).await;
        page.wait_text("#panel-title", title).await;
        page.wait_count(".cell", cells).await;
        assert_eq!(page.count(".tools").await, usize::from(matches!(id, "row" | "whole")), "{id}");
        // A frame does not take the focus of the page around.
        assert_eq!(page.js::<String>("return document.activeElement.tagName").await, "BODY", "{id}");
        page.leave_frames().await;
    }
    // The cell keeps to a cell when the page asks for another, the row to a row.
    page.js::<()>("document.getElementById('cell').setAttribute('line', 'C3'); document.getElementById('row').select({ line: 'C7' })").await;
    host.enter("cell").await;
    page.wait_text("#panel-title", "Access to information").await;
    assert_eq!(page.count(".cell").await, 0);
    page.leave_frames().await;
    host.enter("row").await;
    page.wait_text(".row-name", "ICT applications").await;
    page.wait_count(".cell", 17).await;
    page.assert_clean_console().await;
}

#[tokio::test]
async fn attributes_methods_and_events_go_both_ways_without_loading_again() {
    let host = Host::open(SCRIPT, "<wsis-sdg-matrix id=\"a\" loading=\"eager\"></wsis-sdg-matrix>").await;
    let page = host.page();
    host.raised("a", "ready").await;
    page.js::<()>("window.element = document.getElementById('a')").await;
    host.enter("a").await;
    page.js::<()>("window.same = true").await;
    page.click("#cell-C2-9").await;
    page.leave_frames().await;
    let selected = host.raised("a", "select").await;
    assert_eq!((&selected["line"], &selected["goal"]), (&json!("C2"), &json!(9)));
    assert_eq!(selected["counts"], json!({ "declared": 0, "derived": 22 }));
    page.wait_until("JSON.stringify(element.view) === '{\"line\":\"C2\",\"goal\":\"9\"}'", "the view").await;
    page.js::<()>("element.select({ line: 'C5', goal: 16 })").await;
    page.wait_until("element.view.line === 'C5' && element.view.goal === '16'", "what the page selected")
        .await;
    // The colours change, and what the reader has selected stays.
    page.js::<()>("element.setAttribute('theme', 'dark'); element.setAttribute('lang', 'es')").await;
    host.enter("a").await;
    page.wait_until("document.documentElement.dataset.theme === 'dark'", "dark").await;
    page.wait_text("#panel-title", "Paz").await;
    page.leave_frames().await;
    page.js::<()>("element.view = { line: 'C1', show: 'gaps' }").await;
    page.wait_until(
        "element.view.line === 'C1' && element.view.show === 'gaps' && !element.view.goal",
        "another view",
    )
    .await;
    page.js::<()>("element.setAttribute('goal', '99')").await;
    assert!(host.raised("a", "error").await["message"].as_str().unwrap().contains("99"));
    page.js::<()>("element.select({ line: 'C3' }); element.reset()").await;
    page.wait_until("element.view.line === 'C1'", "what the attributes say").await;
    host.enter("a").await;
    assert!(page.js::<bool>("return window.same").await, "the frame was never loaded again");
    page.assert_clean_console().await;
}

#[tokio::test]
async fn the_page_around_keeps_its_focus_scroll_history_address_and_title() {
    let host = Host::open(
        SCRIPT,
        "<input id=\"own\"><div style=\"height:3000px\"></div><wsis-sdg-matrix id=\"a\" loading=\"eager\" open=\"C7\"></wsis-sdg-matrix>",
    )
    .await;
    let page = host.page();
    let own = "return [document.activeElement.id, scrollY, history.length, location.href, document.title]";
    page.js::<()>("document.getElementById('own').focus()").await;
    let before: Value = page.js(own).await;
    host.raised("a", "ready").await;
    page.js::<()>("document.getElementById('a').select({ line: 'C11', goal: 17 })").await;
    page.wait_until("document.getElementById('a').view.line === 'C11'", "what the page selected").await;
    page.js::<()>("document.getElementById('a').setAttribute('theme', 'dark')").await;
    host.enter("a").await;
    page.wait_text("#panel-title", "Partnerships").await;
    page.wait_until("document.documentElement.dataset.theme === 'dark'", "dark").await;
    page.leave_frames().await;
    assert_eq!(page.js::<Value>(own).await, before);
    // A click of the reader moves the focus into the frame, and nothing else; the panel is in view.
    host.enter("a").await;
    page.click("#cell-C10-17").await;
    page.wait_text("#panel-title", "Partnerships").await;
    page.wait_until("document.activeElement.id === 'panel-title'", "the focus").await;
    let inside =
        page.js::<f64>("return document.getElementById('panel-title').getBoundingClientRect().top").await;
    page.leave_frames().await;
    let seen = format!(
        "const top = {}.getBoundingClientRect().top + {inside}; return [top >= 0 && top < innerHeight, history.length, location.href, document.title]",
        frame_of("a")
    );
    assert_eq!(page.js::<Value>(&seen).await, json!([true, before[2], before[3], before[4]]));
    page.assert_clean_console().await;
}

#[tokio::test]
async fn forged_and_broken_messages_change_nothing() {
    let forging = "<iframe id=\"other\" srcdoc=\"<script>
        addEventListener('message', () => {
            parent.postMessage({ wsis: 1, type: 'resize', height: 5 }, '*');
            parent.frames[1]?.postMessage({ wsis: 1, type: 'set', view: { line: 'C9' } }, '*');
            parent.postMessage('done', '*');
        })</script>\"></iframe>";
    let host = Host::open(
        &format!("{SCRIPT}<script>addEventListener('message', event => {{ if (event.data === 'done') window.forged = true }})</script>"),
        &format!("{forging}<wsis-sdg-matrix id=\"a\" loading=\"eager\" line=\"C2\" lens=\"matrix\"></wsis-sdg-matrix>"),
    )
    .await;
    let page = host.page();
    host.raised("a", "ready").await;
    let height = format!("{}.getBoundingClientRect().height", frame_of("a"));
    page.wait_until(&format!("{height} > 500"), "its height").await;
    page.js::<()>(&format!(
        "const target = {}.contentWindow;
        const loop = {{}}; loop.self = loop;
        for (const data of [null, 1, 'set', [], {{}}, {{ wsis: 2, type: 'set', view: {{ line: 'C9' }} }}, {{ wsis: 1 }},
            {{ wsis: 1, type: 'set' }}, {{ wsis: 1, type: 'set', view: 'line=C9' }}, {{ wsis: 1, type: 'set', view: [['line', 'C9']] }},
            {{ wsis: 1, type: 'set', view: {{ line: {{}}, goal: loop, embed: '0', present: '1', ['x'.repeat(9999)]: 'y' }} }},
            {{ wsis: 1, type: 'constructor' }}, {{ wsis: 1, type: 'hello', style: {{ font: 'x; }} body {{ display: none', accent: 'url(x)', radius: -4 }} }}])
            target.postMessage(data, '*');
        for (let count = 0; count < 5000; count++) target.postMessage({{ wsis: 1, type: 'nothing' }}, '*');
        document.getElementById('other').contentWindow.postMessage('go', '*')",
        frame_of("a")
    ))
    .await;
    page.wait_until("window.forged === true", "the forged messages").await;
    // Afterwards a real one still counts, and nothing of the forged ones has.
    assert!(
        page.js::<bool>(&format!("return {height} > 500 && !raised.some(([type]) => type === 'select')"))
            .await
    );
    host.enter("a").await;
    assert!(page.text_of("#panel-title").await.ends_with("Information and communication infrastructure"));
    assert!(
        page.js::<bool>(
            "return document.documentElement.dataset.embed === '' && document.body.checkVisibility()"
        )
        .await
    );
    page.leave_frames().await;
    page.js_async::<()>("await new Promise(done => setTimeout(done, 1100))", vec![]).await;
    page.js::<()>("document.getElementById('a').select({ line: 'C4' })").await;
    page.wait_until("document.getElementById('a').view.line === 'C4'", "the real message").await;
    page.assert_clean_console().await;
}

#[tokio::test]
async fn a_sandboxed_frame_works_without_storage_history_and_windows() {
    let host = Host::open(
        "",
        "<iframe id=\"f\" sandbox=\"allow-scripts\" width=\"900\" height=\"700\" src=\"APP?embed=1&line=C2&lens=matrix\"></iframe>",
    )
    .await;
    let page = host.page();
    page.enter_frame("#f").await;
    page.wait_text("#panel-title", "infrastructure").await;
    page.click("#cell-C2-9").await;
    page.wait_text("#panel-title", "Industry").await;
    page.wait_until("document.querySelector('.selected .project-title')", "its projects").await;
    // Style sheets with a hash of their content have to be asked for across origins there.
    assert_eq!(page.style("#cell-C2-9", "cursor").await, "pointer");
    assert_eq!(page.count(".notice").await, 0);
    page.click(".whole-explorer a").await;
    page.wait_for(".address-to-copy").await;
    let shown = page.js::<String>("return document.querySelector('.address-to-copy').value").await;
    assert!(shown.ends_with("/?line=C2&goal=9"), "{shown}");
    // The browser says that the window was blocked, and that is all it says.
    page.assert_clean_console_but_for(&["Blocked opening"]).await;
}

#[tokio::test]
async fn hostile_pages_do_not_break_it() {
    let host = Host::open(
        &format!(
            "<script>window.wsis = window.raised = 1; Object.defineProperty(window, 'WsisSdgMatrix', {{ value: 1, writable: false }});</script>
            <style>* {{ all: unset }} iframe {{ display: none !important; height: 1px !important }}</style>
            {SCRIPT}<script async src=\"APPembed/1.0.0/embed.js\"></script><script type=\"module\" src=\"APPembed/1/embed.js\"></script>"
        ),
        "<img name=\"currentScript\" alt=\"\" src=\"data:,\"><wsis-sdg-matrix id=\"a\" loading=\"eager\" goal=\"4\"></wsis-sdg-matrix>",
    )
    .await;
    let page = host.page();
    host.raised("a", "ready").await;
    let height = format!("{}.getBoundingClientRect().height > 300", frame_of("a"));
    page.wait_until(&height, "its height").await;
    // Taken out and put back elsewhere, it starts again.
    page.js::<()>("raised.length = 0; const element = document.getElementById('a'); element.remove(); document.body.append(element)").await;
    host.raised("a", "ready").await;
    page.wait_until(&height, "its height again").await;
    // The messages of frames that are gone are nobody's.
    page.js::<()>("document.getElementById('a').remove()").await;
    page.assert_clean_console().await;
}

#[tokio::test]
async fn a_strict_policy_needs_one_line_and_a_pinned_version_goes_on_working() {
    let built = browser_tests::site_folder().unwrap();
    let index = std::fs::read_to_string(built.join("index.html")).unwrap();
    let integrity =
        index.split_once("\"embedIntegrity\":\"").unwrap().1.split_once('"').unwrap().0.to_owned();
    let host = Host::open(
        &format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; script-src APP; frame-src APP\">
            <script async src=\"APPembed/1.0.0/embed.js\" integrity=\"{integrity}\" crossorigin=\"anonymous\"></script>"
        ),
        "<wsis-sdg-matrix id=\"a\" loading=\"eager\" goal=\"4\">own</wsis-sdg-matrix>",
    )
    .await;
    let page = host.page();
    page.wait_until(&format!("{}?.getBoundingClientRect().height > 300", frame_of("a")), "the matrix").await;
    page.assert_clean_console().await;
}

#[tokio::test]
async fn where_it_cannot_be_had_the_pages_own_content_stays() {
    let without = SceneOptions { script_disabled: true, ..SceneOptions::default() };
    let element = "<wsis-sdg-matrix id=\"a\" loading=\"eager\"><a id=\"own\" href=\"x\">The matrix</a></wsis-sdg-matrix>";
    let host = Host::open_with(without, SCRIPT, element).await;
    host.page().wait_for("#own").await;
    let host = Host::open(SCRIPT, "").await;
    host.scene.server.fault("*/manifest.json", Fault::status(503));
    let page = host.page();
    page.js::<()>(&format!("document.body.innerHTML = `{element}`")).await;
    let error = host.raised("a", "error").await;
    assert_eq!(error["code"], "load");
    assert!(error["message"].as_str().unwrap().contains("503"), "{error}");
    page.wait_for("#own").await;
    page.js::<()>("document.getElementById('a').setAttribute('src', 'javascript:alert(1)')").await;
    page.wait_until(
        "raised.some(([type, , detail]) => type === 'error' && detail.code === 'address')",
        "the refusal",
    )
    .await;
    page.wait_for("#own").await;
}

#[tokio::test]
async fn of_twenty_only_those_in_view_start_and_files_are_fetched_once() {
    let goals = (1..=17).chain(1..=3);
    let many: String = goals
        .enumerate()
        .map(|(at, goal)| {
            format!("<wsis-sdg-matrix id=\"e{at}\" line=\"C{}\" goal=\"{goal}\" style=\"min-height:900px\"></wsis-sdg-matrix>", at % 6 + 1)
        })
        .collect();
    let host = Host::open(SCRIPT, &many).await;
    let page = host.page();
    host.raised("e0", "ready").await;
    let started = "return [...document.querySelectorAll('wsis-sdg-matrix')].filter(one => one.shadowRoot.querySelector('iframe')).length";
    let first: usize = page.js(started).await;
    assert!((1..=3).contains(&first), "{first} start at once");
    page.js::<()>("document.getElementById('e19').scrollIntoView()").await;
    host.raised("e19", "ready").await;
    let last: usize = page.js(started).await;
    assert!(last <= first + 4, "{last} have started");
    // What never changes comes from the browser's memory.
    let again = host.scene.server.requests_for("*_bg.wasm").len();
    assert!(again <= 2, "the program was fetched {again} times");
    page.assert_clean_console().await;
}

#[tokio::test]
async fn a_height_can_be_limited_and_the_looks_be_set_as_far_as_they_can_be_read() {
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
        const [one, other] = [getComputedStyle(document.querySelector('.whole-explorer a')).color, getComputedStyle(document.body).backgroundColor];
        const [more, less] = [light(one), light(other)].sort((one, other) => other - one);
        return [(more + 0.05) / (less + 0.05), other]";
    let (contrast, background): (f64, String) = page.js(ratio).await;
    assert!(contrast >= 4.5, "{contrast}");
    assert_eq!(background, "rgb(250, 250, 235)");
    page.assert_clean_console().await;
}

/// What stands ready to be copied under a heading of "Embed this view".
async fn offered(page: &Page, heading: &str) -> String {
    let text = format!(
        "[...document.querySelectorAll('.embed h4')].find(one => one.textContent === '{heading}')?.nextElementSibling.textContent"
    );
    page.wait_until(&text, heading).await.as_str().unwrap().to_owned()
}

#[tokio::test]
async fn what_the_explorer_offers_to_paste_shows_what_its_preview_shows() {
    let scene = opened("?line=C5&theme=dark").await;
    let page = &scene.page;
    page.wait_for(".embed button").await;
    page.click(".embed button").await;
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
        (page.count(".cell").await, page.count(".tools").await, page.count("#language").await),
        (17, 0, 0)
    );
    page.leave_frames().await;
    let (element, frame) = (offered(page, "The element").await, offered(page, "A plain frame").await);
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
    page.wait_for(".embed button").await;
    page.click(".embed button").await;
    page.wait_for("#embed-languages").await;
    page.click("#embed-languages").await;
    page.wait_until(
        "document.querySelector('.embed').textContent.includes('Heights that fit')",
        "the heights",
    )
    .await;
    let heights: Vec<u32> = page
        .js("return document.querySelector('.embed').textContent.match(/: (\\d+) pixels at a width of 320, (\\d+) at 768, (\\d+) at 1200/).slice(1).map(Number)")
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
async fn every_example_shows_the_matrix() {
    let examples = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let folder = tempfile::tempdir().unwrap();
    // Without the site's own policy, as these are pages of others, but with what sandboxed frames need.
    std::fs::write(folder.path().join("_headers"), "/*\n  Access-Control-Allow-Origin: *\n").unwrap();
    let overlays = vec![
        ("/".to_owned(), browser_tests::site_folder().unwrap()),
        ("/examples".to_owned(), examples.clone()),
    ];
    let host = Server::start(&ServerOptions { overlays, ..ServerOptions::new(folder.path()) }).unwrap();
    let scene = Scene::start(SceneOptions::default()).await;
    let page = &scene.page;
    let mut names: Vec<String> = std::fs::read_dir(&examples)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.retain(|name| name.ends_with(".html"));
    assert!(names.len() >= 12, "{names:?}");
    for name in names {
        page.open(&host.url(&format!("examples/{name}"))).await;
        let frame = "(document.querySelector('iframe[src*=embed]') ?? [...document.querySelectorAll('wsis-sdg-matrix')]
            .map(one => one.shadowRoot?.querySelector('iframe')).find(Boolean))";
        page.js::<()>("(document.querySelector('wsis-sdg-matrix') ?? document.querySelector('iframe'))?.scrollIntoView()").await;
        // A frame that is entered before it has gone anywhere may be another one afterwards.
        let under_way = format!("{frame} && {frame}.contentDocument?.URL !== 'about:blank'");
        page.wait_until(&under_way, &format!("a frame in {name}")).await;
        page.enter_frame_of(frame).await;
        page.wait_until(
            "document.querySelector('.whole-explorer') && document.querySelector('.cell, #panel-title')",
            &name,
        )
        .await;
        page.leave_frames().await;
    }
}

#[tokio::test]
async fn the_link_to_give_away_is_that_of_a_share_page_where_one_fits() {
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
        page.wait_for(".copy-link button").await;
        page.js::<()>("navigator.clipboard.writeText = async text => { window.copied = text }").await;
        page.click(".copy-link button").await;
        page.wait_until(&format!("window.copied === 'https://matrix.example.org/{given}'"), given).await;
        page.wait_text(".copy-link button", "Copied").await;
    }
    page.assert_clean_console().await;
}

#[tokio::test]
async fn the_panel_survives_every_change_of_form() {
    let host = Host::open(
        SCRIPT,
        "<wsis-sdg-matrix id=\"a\" loading=\"eager\" lens=\"matrix\" line=\"C2\"></wsis-sdg-matrix>
        <wsis-sdg-matrix id=\"b\" loading=\"eager\"></wsis-sdg-matrix>",
    )
    .await;
    let page = host.page();
    for id in ["a", "b"] {
        host.raised(id, "ready").await;
    }
    host.enter("a").await;
    page.wait_text(".panel-row #panel-title", "Information and communication").await;
    page.leave_frames().await;
    page.js::<()>("document.getElementById('a').removeAttribute('lens')").await;
    host.enter("a").await;
    page.wait_until("document.querySelectorAll('.cell').length === 17", "the row").await;
    page.wait_text(".panel-row #panel-title", "Information and communication").await;
    page.leave_frames().await;
    page.js::<()>("document.getElementById('a').select({ line: 'C5', goal: 16 })").await;
    host.enter("a").await;
    page.wait_text("#panel-title", "Peace").await;
    assert_eq!(page.count(".cell").await, 0);
    page.leave_frames().await;
    page.js::<()>("document.getElementById('b').setAttribute('line', 'C2')").await;
    host.enter("b").await;
    page.wait_text(".panel-row #panel-title", "Information and communication").await;
    page.leave_frames().await;
    // Another language draws every row anew.
    page.js::<()>("document.getElementById('b').setAttribute('lang', 'fr')").await;
    host.enter("b").await;
    page.wait_text(".panel-row #panel-title", "infrastructure de l").await;
    page.leave_frames().await;
    page.js::<()>(
        "document.getElementById('b').removeAttribute('line'); document.getElementById('b').reset()",
    )
    .await;
    host.enter("b").await;
    page.wait_gone("#panel-title").await;
    assert_eq!((page.count("#panel").await, page.count(".cell").await), (1, 187));
    page.click("#cell-C2-9").await;
    page.wait_text(".panel-row #panel-title", "Industrie").await;
    page.assert_clean_console().await;
}

#[tokio::test]
async fn what_the_reader_selected_survives_what_has_nothing_to_do_with_it() {
    let host =
        Host::open(SCRIPT, "<wsis-sdg-matrix id=\"a\" loading=\"eager\" line=\"C2\"></wsis-sdg-matrix>")
            .await;
    let page = host.page();
    host.raised("a", "ready").await;
    for (act, title) in [("#cell-C2-9", "Industry"), (".close", "")] {
        host.enter("a").await;
        page.wait_for(act).await;
        page.click(act).await;
        if title.is_empty() {
            page.wait_gone("#panel-title").await;
        } else {
            page.wait_text("#panel-title", title).await;
        }
        page.leave_frames().await;
        let theme = if title.is_empty() { "light" } else { "dark" };
        page.js::<()>(&format!("document.getElementById('a').setAttribute('theme', '{theme}')")).await;
        host.enter("a").await;
        page.wait_until(&format!("document.documentElement.dataset.theme === '{theme}'"), theme).await;
        page.wait_count(".cell", 17).await;
        page.leave_frames().await;
    }
    page.assert_clean_console().await;
}

#[tokio::test]
async fn the_last_word_counts_whenever_it_is_said() {
    let host = Host::open(SCRIPT, "").await;
    let page = host.page();
    page.wait_until("customElements.get('wsis-sdg-matrix')", "the element").await;
    // Before anything has started.
    page.js::<()>(
        "window.add = (id, set = {}) => { const one = document.createElement('wsis-sdg-matrix'); one.id = id;
            for (const [name, value] of Object.entries(set)) one.setAttribute(name, value); document.body.append(one); return one };
        window.shows = (id, line, goal) => { const { view } = document.getElementById(id); return view.line === line && view.goal === goal };
        add('early').select({ line: 'C5', goal: 16 });
        const after = add('after'); after.select({ line: 'C5' }); after.setAttribute('line', 'C3');",
    )
    .await;
    for id in ["early", "after"] {
        host.raised(id, "ready").await;
    }
    host.enter("early").await;
    page.wait_text("#panel-title", "Peace").await;
    page.leave_frames().await;
    page.wait_until("shows('early', 'C5', '16') && shows('after', 'C3', undefined)", "what was said last")
        .await;
    page.js::<()>(
        "const one = document.getElementById('after'); one.setAttribute('line', 'C2'); one.select({ line: 'C5' });
        const other = document.getElementById('early'); other.view = { line: 'C1' };
        for (let count = 0; count < 100; count++) other.select({ line: 'C2', goal: count % 17 + 1 });
        other.select({ line: 'C11', goal: 17 });",
    )
    .await;
    page.wait_until("shows('after', 'C5', undefined) && shows('early', 'C11', '17')", "what was said last")
        .await;
    for (id, title) in [("after", "Building confidence"), ("early", "Partnerships")] {
        host.enter(id).await;
        page.wait_text("#panel-title", title).await;
        page.leave_frames().await;
    }
    // One that waits for its reader starts at once if it is told to.
    page.js::<()>(
        "const far = add('far'); far.style.marginTop = '9000px'; document.body.append(far);
        window.waiting = !far.shadowRoot.querySelector('iframe'); far.setAttribute('loading', 'eager');",
    )
    .await;
    host.raised("far", "ready").await;
    page.assert_clean_console().await;
}

#[tokio::test]
async fn the_view_is_all_that_is_shown_and_only_the_reader_selects() {
    let host = Host::open(
        &format!("{SCRIPT}<script>addEventListener('wsis-select', ({{ target, detail }}) => target.setAttribute('line', detail.line ?? ''))</script>"),
        "<wsis-sdg-matrix id=\"a\" loading=\"eager\" theme=\"dark\" lens=\"matrix\" controls=\"none\" line=\"C2\"></wsis-sdg-matrix>",
    )
    .await;
    let page = host.page();
    host.raised("a", "ready").await;
    page.js::<()>("window.element = document.getElementById('a')").await;
    page.wait_until(
        "element.view.theme === 'dark' && element.view.lens === 'matrix' && element.view.controls === 'none'",
        "all of it",
    )
    .await;
    // The language was taken from the page, and is not frozen.
    page.js::<()>("element.view = { ...element.view, show: 'gaps', region: 'AFR' }").await;
    page.wait_until("element.view.show === 'gaps' && element.view.region === 'AFR'", "what was added").await;
    assert!(
        page.js::<bool>("return !element.hasAttribute('lang') && element.getAttribute('theme') === 'dark'")
            .await
    );
    page.js::<()>("element.select({ line: 'C5' }); element.select({ line: 'C3' })").await;
    page.wait_until("element.view.line === 'C3'", "what the page selected").await;
    host.enter("a").await;
    page.click("#cell-C9-16").await;
    page.wait_text("#panel-title", "Peace").await;
    page.leave_frames().await;
    page.wait_until("element.view.line === 'C9' && element.view.goal === '16'", "what the reader selected")
        .await;
    let selected: Value = page.js("return raised.filter(([type]) => type === 'select').map(([, , detail]) => [detail.line, detail.goal])").await;
    assert_eq!(selected, json!([["C9", 16]]), "the page's own changes come back to it as no select");
    page.assert_clean_console().await;
}

#[tokio::test]
async fn with_popups_alone_a_link_opens_what_it_names() {
    let host = Host::open(
        "",
        "<iframe id=\"f\" sandbox=\"allow-scripts allow-popups\" width=\"900\" height=\"700\" src=\"APP?embed=1&line=C2&goal=9\"></iframe>",
    )
    .await;
    let page = host.page();
    page.enter_frame("#f").await;
    page.wait_text("#panel-title", "Industry").await;
    page.click(".whole-explorer a").await;
    let windows = page.driver().windows().await.unwrap();
    assert_eq!(windows.len(), 2);
    page.driver().switch_to_window(windows[1].clone()).await.unwrap();
    page.wait_until("location.search === '?line=C2&goal=9'", "the whole explorer").await;
}

#[tokio::test]
async fn many_heights_end_in_the_last() {
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
async fn contrast_leaves_the_looks_of_the_page_out_and_what_is_taken_away_goes() {
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
            "rgb(247, 246, 243)",
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
async fn choosing_what_to_embed_adds_nothing_to_go_back_to() {
    let scene = opened("?line=C2&goal=9").await;
    let page = &scene.page;
    page.click(".embed button").await;
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
    assert!(offered(page, "The element").await.contains("lang=\"en\""));
    page.assert_clean_console().await;
}

#[tokio::test]
async fn nothing_runs_over_the_side_of_a_narrow_frame() {
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
                    for (const [box, inner] of [['.row-header', '.row-total, .row-name'], ['.column-header', '.goal-name'], ['.panel', '#panel-title, #panel-title *']])
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
