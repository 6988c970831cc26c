//! The order of lines and goals, and what shades are compared with: what is seen, what the keyboard does, the address.

use browser_tests::Fault;
use serde_json::Value;

use crate::support::{opened, opened_over_fixture};

/// The goals and the lines in the order of the document.
const ORDER: &str = "[[...document.querySelectorAll('.column-header')].map(one => Number(one.dataset.goal)), \
     [...document.querySelectorAll('.grid tbody')].map(one => one.querySelector('tr').dataset.line)]";

/// How many linked cells each goal has, and each line, counted from what is drawn.
const LINKED: &str = "(() => { const cells = [...document.querySelectorAll('.row:not(.application) .cell:not([id*=none])')] \
     .filter(cell => cell.dataset.link !== 'none'); const tally = (key) => { const counts = {}; \
     for (const cell of cells) { const of = key(cell); counts[of] = (counts[of] || 0) + 1 } return counts }; \
     return [tally(cell => cell.dataset.goal), tally(cell => cell.closest('tr').dataset.line)] })()";

#[tokio::test]
async fn the_largest_come_first_and_keys_follow_the_shown_order() {
    let scene = opened("").await;
    let page = &scene.page;
    page.click("#arrange-button").await;
    page.wait_for("#order-total").await;
    page.click("#order-total").await;
    page.wait_until("location.search === '?order=total'", "the address").await;
    page.wait_until(&format!("{ORDER}[1][0] !== 'C1'"), "another line first").await;
    let sorted = format!(
        "const [goals, lines] = {ORDER}; const [ofGoal, ofLine] = {LINKED};
        const falls = (list, counts) => list.every((one, at) => at === 0 || (counts[list[at - 1]] || 0) >= (counts[one] || 0));
        return falls(goals, ofGoal) && falls(lines, ofLine) && new Set(goals).size === 17 && new Set(lines).size === 11"
    );
    assert!(page.js::<bool>(&sorted).await, "sorted by links");
    // Every row has its cells below the headers.
    let aligned = "const heads = [...document.querySelectorAll('.column-header')].map(one => one.dataset.goal).join();
        return [...document.querySelectorAll('.row')].every(row => [...row.querySelectorAll('.cell')].map(one => one.dataset.goal).join() === heads)";
    assert!(page.js::<bool>(aligned).await, "cells below their goals");
    // Right of a row's header is its first cell as seen.
    let first = page.js::<String>("return document.querySelector('.grid tbody .cell').id").await;
    page.js::<()>("document.querySelector('.grid tbody .row-header').focus()").await;
    page.press("ArrowRight").await;
    page.wait_until(&format!("document.activeElement.id === '{first}'"), "the first cell as seen").await;
    // Rows that are still on their way are no place to click.
    page.wait_until("document.getAnimations().every(one => one.playState !== 'running')", "the rows at rest")
        .await;
    // C7's applications come below it, in the same order of goals.
    page.click("#opener").await;
    page.wait_until("document.querySelectorAll('.application').length === 8", "the applications").await;
    assert!(page.js::<bool>(aligned).await, "the applications' cells too");
    assert!(page.js::<bool>("return document.querySelectorAll('.application')[0].parentElement.contains(document.getElementById('line-C7'))").await);
    page.click(".chip").await;
    page.wait_until(&format!("{ORDER}[1].join() === 'C1,C2,C3,C4,C5,C6,C7,C8,C9,C10,C11'"), "by number")
        .await;
    page.wait_until(&format!("{ORDER}[0].every((goal, at) => goal === at + 1)"), "goals by number").await;
    page.assert_clean_console().await;
}

#[tokio::test]
async fn an_address_brings_order_and_scale_and_the_focus_stays_where_it_is() {
    let (scene, _folder) = opened_over_fixture("?show=projects&order=likeness&scale=row").await;
    let page = &scene.page;
    page.wait_until("document.querySelectorAll('.filters .chip').length === 2", "two chips").await;
    page.wait_until(&format!("{ORDER}[0].some((goal, at) => goal !== at + 1)"), "another order").await;
    // In each row that has any, the fullest cell is the darkest.
    let darkest = "return [...document.querySelectorAll('.row')].every(row => {
        const cells = [...row.querySelectorAll('.cell:not([id*=none])')]; const count = cell => Number(cell.querySelector('.mark').textContent);
        const most = Math.max(...cells.map(count));
        return cells.every(cell => (cell.dataset.heat === '7') === (most > 0 && count(cell) === most) || count(cell) > most * 0.7) })";
    assert!(page.js::<bool>(darkest).await, "shades by row");
    page.js::<()>("document.getElementById('cell-C5-9').focus()").await;
    page.js::<()>("history.replaceState(null, '', '?show=projects&order=total'); dispatchEvent(new PopStateEvent('popstate'))").await;
    page.wait_until("document.querySelectorAll('.filters .chip').length === 1", "one chip").await;
    page.wait_until("document.activeElement.id === 'cell-C5-9'", "the focus").await;
    page.assert_clean_console().await;
}

#[tokio::test]
async fn expected_counts_are_stated_and_shaded() {
    let (scene, folder) = opened_over_fixture("").await;
    let page = &scene.page;
    // The fixture is too small for anything to be expected: every line declares something else here.
    let snapshot = std::fs::read_dir(folder.path().join("v1")).unwrap();
    let counts = snapshot.map(|entry| entry.unwrap().path().join("counts.json")).find(|file| file.is_file());
    let mut counts: Value = serde_json::from_slice(&std::fs::read(counts.unwrap()).unwrap()).unwrap();
    for (line, row) in (0_u64..).zip(counts["declared"].as_array_mut().unwrap()) {
        *row = (0_u64..17).map(|goal| (line * line * 7 + goal * goal * 3 + line * goal) % 23).collect();
    }
    scene.server.fault("*/counts.json", Fault::json(counts.to_string()));
    scene.open("?show=projects&scale=expected").await;
    page.wait_text(".legend", "more than expected").await;
    // Recounted: line sum times goal sum through the sum of all.
    let wrong = "const count = cell => Number(cell.querySelector('.mark').textContent);
        const cells = [...document.querySelectorAll('.row:not(.application) .cell:not([id*=none])')];
        const sum = list => list.reduce((all, cell) => all + count(cell), 0);
        const line = cell => cell.closest('tr').dataset.line, goal = cell => cell.dataset.goal;
        const all = sum(cells); let seen = new Set();
        const bad = cells.filter(cell => {
            const expected = sum(cells.filter(one => line(one) === line(cell))) * sum(cells.filter(one => goal(one) === goal(cell))) / all;
            const ratio = count(cell) / expected;
            const kind = expected < 5 ? 'untold' : ratio >= 1.25 ? 'over' : ratio * 1.25 <= 1 ? 'under' : 'even';
            seen.add(kind);
            const said = cell.getAttribute('aria-label').includes(`about ${Math.round(expected)} expected`);
            return !cell.dataset.heat.startsWith(kind) || said !== (kind !== 'untold');
        });
        return [bad.map(cell => cell.id).join(), seen.size]";
    let (bad, kinds): (String, usize) = page.js(wrong).await;
    assert_eq!((bad.as_str(), kinds == 4), ("", true), "{kinds} kinds of shades");
    page.assert_clean_console().await;
}
