//! The element in a host page: what it shows, attributes, methods and events, and what it leaves alone.

use serde_json::{Value, json};

use super::support::*;

#[tokio::test]
async fn one_line_of_code_embeds_the_matrix_in_full_height_and_page_language() {
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
    assert_eq!(page.text_of("#line-C5 .row-name").await.chars().take(7).collect::<String>(), "Confian");
    for absent in ["#about", ".search", ".skip", ".to-legend", ".take", ".cite"] {
        page.wait_count(absent, 0).await;
    }
    page.assert_clean_console().await;
}

#[tokio::test]
async fn a_requested_part_is_drawn_alone() {
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
        assert_eq!(page.count(".shows").await, usize::from(matches!(id, "row" | "whole")), "{id}");
        // A frame does not take the focus of the page around.
        assert_eq!(page.js::<String>("return document.activeElement.tagName").await, "BODY", "{id}");
        page.leave_frames().await;
    }
    // The cell keeps to a cell when the page asks for another, the row to a row.
    page.js::<()>("document.getElementById('cell').setAttribute('line', 'C3'); document.getElementById('row').select({ line: 'C7' })").await;
    host.enter("cell").await;
    page.wait_text("#panel-title", "Access to information").await;
    page.wait_count(".cell", 0).await;
    page.leave_frames().await;
    host.enter("row").await;
    page.wait_text(".row-name", "ICT applications").await;
    page.wait_count(".cell", 17).await;
    page.assert_clean_console().await;
}

#[tokio::test]
async fn attributes_methods_and_events_work_without_a_reload() {
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
    assert_eq!(selected["counts"], json!({ "declared": 5, "derived": 53 }));
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
async fn the_host_page_keeps_focus_scroll_history_address_and_title() {
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
async fn the_last_host_message_counts() {
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
async fn the_host_controls_the_view_and_only_readers_raise_select() {
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
