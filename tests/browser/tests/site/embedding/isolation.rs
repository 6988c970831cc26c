//! Untrusted surroundings: forged messages, sandboxes, hostile pages, strict policies.

use super::support::*;

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
    page.wait_text("#panel-title", "Information and communication infrastructure").await;
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
    page.wait_count(".notice", 0).await;
    page.click(".whole-explorer").await;
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
async fn a_strict_policy_needs_one_source_and_pinned_versions_work() {
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
async fn with_popups_allowed_links_open() {
    let host = Host::open(
        "",
        "<iframe id=\"f\" sandbox=\"allow-scripts allow-popups\" width=\"900\" height=\"700\" src=\"APP?embed=1&line=C2&goal=9\"></iframe>",
    )
    .await;
    let page = host.page();
    page.enter_frame("#f").await;
    page.wait_text("#panel-title", "Industry").await;
    page.click(".whole-explorer").await;
    let windows = page.driver().windows().await.unwrap();
    assert_eq!(windows.len(), 2);
    page.driver().switch_to_window(windows[1].clone()).await.unwrap();
    page.wait_until("location.search === '?line=C2&goal=9'", "the whole explorer").await;
}
