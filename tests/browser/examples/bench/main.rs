//! `make bench`: the figures of counting, searching and repainting on an invented collection, in a real browser.
//!
//! A second argument, `loading` or `counting`, asks for one part.
//!
//! The folder that is given holds the module of `tests/bench` with its script; the site is the built one, over an API
//! that is made here from the project's sources with invented projects in the place of the real ones.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a figure that cannot be had ends the command with its reason"
)]

mod invented;
mod loading;
mod report;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use browser_tests::{Scene, SceneOptions};
use serde_json::Value;

use invented::invent_sources;

/// How many invented projects the site is opened over.
const PROJECTS: u32 = 15_000;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let module = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "target/bench".to_owned()));
    let part = std::env::args().nth(2);
    let asks = |name: &str| part.as_deref().is_none_or(|part| part == name);
    if asks("loading") {
        report::write(&loading::compare().await, &module);
    }
    if asks("counting") {
        count_and_search(&module).await;
        repaint_invented().await;
        println!("the same over the real projects:");
        repaint(SceneOptions::default()).await;
    }
}

async fn count_and_search(module: &Path) {
    let overlays = vec![("/bench".to_owned(), module.to_owned())];
    let scene = Scene::start(SceneOptions { overlays, ..SceneOptions::default() }).await;
    scene.page.open(&scene.server.url("")).await;
    let results: Value = scene.page.js_async("return (await import('/bench/timing.js')).run()", vec![]).await;
    println!("projects   all cells    plain JavaScript   ratio   keystroke");
    for result in results.as_array().unwrap() {
        let number =
            |name: &str| result[name].as_f64().map_or("-".to_owned(), |value| format!("{value:.3} ms"));
        println!(
            "{:>8}   {:>9}   {:>16}   {:>5.1}   {:>9}",
            result["rows"],
            number("count"),
            number("javascript"),
            result["ratio"].as_f64().unwrap(),
            number("keystroke"),
        );
    }
}

/// Changes the filter with its fields open; returns the median time to the painted frame, and the long tasks.
const PAINT_WITH_FIELDS: &str = "const long = []; new PerformanceObserver(list => long.push(...list.getEntries().map(one => one.duration)))
                .observe({ type: 'longtask', buffered: false });
            const times = [];
            for (let round = 0; round < 15; round++) {
                const box = document.querySelector(round % 2 ? '#filter-region-EUR' : '#filter-region-AMS');
                await new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)));
                const start = performance.now();
                box.click();
                await new Promise(done => requestAnimationFrame(() => {
                    const channel = new MessageChannel();
                    channel.port1.onmessage = done; channel.port2.postMessage(0);
                }));
                times.push(performance.now() - start);
            }
            await new Promise(done => setTimeout(done, 100));
            return [times.toSorted((one, other) => one - other)[7], long.length, Math.max(0, ...long)]";

/// The same through the address, with the fields closed.
const PAINT_WITHOUT_FIELDS: &str = "document.querySelector('#filter-button').click();
            const times = [];
            for (let round = 0; round < 15; round++) {
                await new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)));
                const start = performance.now();
                history.replaceState(null, '', '?show=projects&region=' + ['AFR', 'EUR', 'AMS'][round % 3]);
                dispatchEvent(new PopStateEvent('popstate'));
                await new Promise(done => requestAnimationFrame(() => {
                    const channel = new MessageChannel();
                    channel.port1.onmessage = done; channel.port2.postMessage(0);
                }));
                times.push(performance.now() - start);
            }
            return times.toSorted((one, other) => one - other)[7]";

async fn repaint_invented() {
    let folder = tempfile::tempdir().unwrap();
    let sources = folder.path().join("sources");
    invent_sources(&sources, PROJECTS);
    let api = wsis_cli::data::make(&sources, None).unwrap();
    let index = packed(&api.files["index.json"]);
    wsis_cli::data::publish::swap_in(&api, &folder.path().join("v1")).unwrap();
    let overlays = vec![("/api/v1".to_owned(), folder.path().join("v1"))];
    repaint(SceneOptions { overlays, ..SceneOptions::default() }).await;
    println!("index.json: {:.1} kB after brotli 11", index as f64 / 1000.0);
}

/// Changes the filter over the projects of a site.
async fn repaint(options: SceneOptions) {
    let scene = Scene::start(options).await;
    let page = &scene.page;
    let memory =
        "const script = document.querySelector('link[rel=modulepreload][href*=wsis-sdg-matrix]').href;
        return (await import(script)).initSync().memory.buffer.byteLength";
    page.open(&scene.server.url("")).await;
    page.wait_for(".grid .cell").await;
    page.wait_gone("#prerendered").await;
    let empty: f64 = page.js_async(memory, vec![]).await;
    page.open(&scene.server.url("?region=AFR&show=projects")).await;
    page.wait_for(".chip").await;
    page.wait_until("/^\\d+ of \\d+ projects/.test(find('.status').innerText)", "the counts").await;
    let full: f64 = page.js_async(memory, vec![]).await;
    page.click("#filter-button").await;
    page.wait_for("#filter-region-EUR").await;
    let painted: Value = page.js_async(PAINT_WITH_FIELDS, vec![]).await;
    let closed: Value = page.js_async(PAINT_WITHOUT_FIELDS, vec![]).await;
    print_painting(&painted, &closed);
    println!("memory of the program: {:.1} MB empty, {:.1} MB with the index", empty / 1e6, full / 1e6);
}

fn print_painting(painted: &Value, closed: &Value) {
    let mut report = String::new();
    let _ =
        writeln!(report, "the same with the fields of the filter closed: {:.1} ms", closed.as_f64().unwrap());
    let _ = writeln!(
        report,
        "filter change to painted grid: {:.1} ms (median of 15, with the wait for the frame)",
        painted[0].as_f64().unwrap()
    );
    let _ = writeln!(
        report,
        "long tasks meanwhile: {} (longest {:.0} ms)",
        painted[1],
        painted[2].as_f64().unwrap()
    );
    print!("{report}");
}

fn packed(bytes: &[u8]) -> usize {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters).unwrap();
    packed.len()
}
