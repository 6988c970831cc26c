//! The page with an interface whose texts are 40 per cent longer than the English ones: the greatest length that
//! translators are given.

use browser_tests::{Fault, Scene, SceneOptions};
use serde_json::{Map, Value, json};
use wsis_messages::lengthen;

use crate::support::{drawn, listed};

/// The catalogue of the snapshot with lengthened English texts in the place of the French ones.
fn longer_catalogue() -> String {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let english = std::fs::read_to_string(format!("{root}/i18n/en.json")).unwrap();
    let english: Map<String, Value> = serde_json::from_str(&english).unwrap();
    let mut keys: Vec<&String> = english.keys().collect();
    keys.sort_unstable();
    let longer = |text: &Value| lengthen(text.as_str().unwrap());
    let values = || keys.iter().map(|key| &english[*key]);
    let texts: Vec<String> = values().filter(|value| value.is_string()).map(longer).collect();
    let plurals: Vec<String> = values()
        .filter(|value| value.is_object())
        .flat_map(|forms| {
            ["other", "one", "other", "other", "other", "other"].map(|form| longer(&forms[form]))
        })
        .collect();
    json!({ "keys": wsis_messages::FINGERPRINT, "texts": texts, "plurals": plurals }).to_string()
}

/// Elements that are wider than the page or cut, and controls that lie over others.
const FAULTS: &str = "
    const page = document.documentElement.clientWidth;
    const name = it => `${it.tagName}.${it.className} ${it.textContent.trim().slice(0, 40)}`;
    const seen = selector => [...document.querySelectorAll(selector)].filter(it => it.checkVisibility()
        && it.getBoundingClientRect().width > 1 && !it.closest('.visually-hidden'));
    const faults = [];
    for (const it of seen('.page *, dialog[open] *')) {
        const { left, right } = it.getBoundingClientRect();
        if (left < -1 || right > page + 1) faults.push('wide: ' + name(it));
    }
    for (const it of seen('button, [role=tab], a, h1, h2, h3, label, summary, legend')) {
        const style = getComputedStyle(it);
        if (it.scrollWidth > it.clientWidth + 2 && style.overflowX !== 'visible' && style.display !== 'inline') faults.push('cut: ' + name(it));
    }
    const controls = seen('button, a[href], input, select, summary')
        .filter(it => !it.closest('.grid') && getComputedStyle(it).display !== 'inline');
    const boxes = controls.map(it => [it, it.getBoundingClientRect()]);
    for (const [at, [one, a]] of boxes.entries()) for (const [other, b] of boxes.slice(at + 1)) {
        if (one.contains(other) || other.contains(one)) continue;
        const over = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const deep = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        // A bar that stays in sight may lie over what is scrolled below it.
        const top = document.elementFromPoint(Math.max(a.left, b.left) + over / 2, Math.max(a.top, b.top) + deep / 2);
        const sticks = it => it.closest('.panel-head, .actions, .standing, .masthead, .skip, .panel');
        if (over > 2 && deep > 2 && top && sticks(one) === sticks(other)) faults.push('over: ' + name(one) + ' / ' + name(other));
    }
    return [...new Set(faults)];";

#[tokio::test]
async fn nothing_is_cut_or_covered_where_texts_are_much_longer() {
    let mut faults = Vec::new();
    for address in
        ["?lang=fr", "?lang=fr&line=C2&goal=9", "?lang=fr&lens=prizes", "?lang=fr&show=gaps&region=AFR"]
    {
        let scene = Scene::start(SceneOptions::default()).await;
        let page = &scene.page;
        let _longer = scene.server.fault("*/interface.fr.json", Fault::json(longer_catalogue()));
        scene.open(address).await;
        drawn(page).await;
        page.wait_until(
            "document.querySelector('#search-button, .masthead')?.textContent.match(/[áéíöü]/)",
            "longer texts",
        )
        .await;
        if address.contains("goal=9") {
            listed(page).await;
        }
        for viewport in [(1366, 768), (1024, 768), (390, 844), (320, 640)] {
            page.browser().resize(viewport).await.unwrap();
            let found: Vec<String> = page.js(FAULTS).await;
            faults.extend(found.into_iter().map(|fault| format!("{address} at {}: {fault}", viewport.0)));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
