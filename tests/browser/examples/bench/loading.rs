//! Loading and answering beside a floor page: a page without a framework that does the least of the main job.
//!
//! Both are served from packed files by the tests' server and opened in turn, each time with an empty cache.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use browser_tests::{Page, Scene, SceneOptions};
use serde_json::{Value, json};

use crate::report::{Figure, Row};

/// How often each page is opened in each condition.
const ROUNDS: usize = 7;

/// The conditions that pages are opened in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Line {
    /// This machine as it is.
    Local,
    /// 1.6 Mbit/s, 150 ms, and a processor that is four times as slow.
    Slow,
}

impl Line {
    fn name(self) -> &'static str {
        match self {
            Self::Local => "local",
            Self::Slow => "slow 4G, 4x slower CPU",
        }
    }

    async fn emulate(self, page: &Page) {
        let browser = page.browser();
        let (latency, rate, throttle) = match self {
            Self::Local => (0, -1, 1),
            Self::Slow => (150, 200_000, 4),
        };
        let conditions = json!({
            "offline": false, "latency": latency, "downloadThroughput": rate, "uploadThroughput": rate,
        });
        browser.cdp("Network.enable", json!({})).await.unwrap();
        browser.cdp("Network.emulateNetworkConditions", conditions).await.unwrap();
        browser.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": throttle })).await.unwrap();
    }
}

/// Clicks a cell until it is answered, then waits for its list, then goes on to other cells. All in the page, so that no
/// message of the driver is part of a figure.
const PROBE: &str = r##"
window.probe = new Promise((done) => {
  const cells = ["C2-9", "C3-4", "C4-13", "C7-3", "C1-16"], figures = { later: [] };
  const title = () => document.querySelector("#panel-title, .panel h2")?.textContent ?? "";
  const titles = () => document.querySelectorAll(".project-title").length;
  const painted = (then) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => then(performance.now());
    channel.port2.postMessage(0);
  });
  const isAnswered = (cell) => {
    const element = document.getElementById("cell-" + cell), [line, goal] = cell.split("-");
    return element?.getAttribute("aria-selected") === "true" && title().includes(line) && title().includes(goal);
  };
  const next = (at) => {
    if (at === cells.length) return done(figures);
    const cell = cells[at];
    const started = performance.now();
    document.getElementById("cell-" + cell).click();
    const look = () => {
      if (!isAnswered(cell) || titles() < 1 || document.querySelector(".selected .skeleton")) return setTimeout(look, 1);
      painted((now) => {
        figures.later.push(now - started);
        setTimeout(() => next(at + 1), 300);
      });
    };
    setTimeout(look, 0);
  };
  const begin = () => {
    const started = performance.now();
    document.getElementById("cell-" + cells[0])?.click();
    setTimeout(() => {
      if (!isAnswered(cells[0])) return setTimeout(begin, 5);
      figures.interactive = performance.now();
      const look = () => {
        if (titles() < 20) return setTimeout(look, 1);
        painted((now) => {
          figures.first = now - started;
          setTimeout(() => next(1), 3000);
        });
      };
      look();
    }, 0);
  };
  // Nobody clicks what is not painted yet.
  const wait = () => {
    if (performance.getEntriesByName("first-contentful-paint").length) begin();
    else setTimeout(wait, 2);
  };
  wait();
});
"##;

const READ: &str = r##"
const figures = await window.probe;
const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null;
return { ...figures, paint };
"##;

/// Opens both pages in turn and gives the rows of the report.
pub(crate) async fn compare() -> Vec<Row> {
    let folder = tempfile::tempdir().unwrap();
    let (site, floor) = (folder.path().join("site"), folder.path().join("floor"));
    pack(&browser_tests::site_folder().unwrap(), &site);
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../bench/floor");
    pack(&own, &floor);
    fs::write(floor.join("_headers"), "/*\n  Content-Encoding: br\n").unwrap();
    pack(&cells_folder(), &floor.join("cells"));
    let mut figures: BTreeMap<(Line, &str), BTreeMap<&str, Figure>> = BTreeMap::new();
    for line in [Line::Local, Line::Slow] {
        for round in 0..=ROUNDS {
            for (name, folder) in [("floor", &floor), ("explorer", &site)] {
                let read = open(folder, line).await;
                // The first round warms the machine.
                if round > 0 {
                    add(figures.entry((line, name)).or_default(), &read);
                }
            }
        }
    }
    rows(&figures)
}

async fn open(folder: &Path, line: Line) -> Value {
    let options =
        SceneOptions { site: Some(folder.to_owned()), viewport: (1366, 768), ..SceneOptions::default() };
    let scene = Scene::start(options).await;
    let browser = scene.page.browser();
    browser.forget_answers().await.unwrap();
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": PROBE })).await.unwrap();
    line.emulate(&scene.page).await;
    scene.page.open_partly(&scene.server.url("")).await;
    let read = scene.page.js_async(READ, vec![]).await;
    Line::Local.emulate(&scene.page).await;
    read
}

fn add(figures: &mut BTreeMap<&'static str, Figure>, read: &Value) {
    for name in ["paint", "interactive", "first"] {
        figures.entry(name).or_default().add(read[name].as_f64().unwrap_or(f64::NAN));
    }
    for later in read["later"].as_array().unwrap() {
        figures.entry("later").or_default().add(later.as_f64().unwrap());
    }
}

fn rows(figures: &BTreeMap<(Line, &'static str), BTreeMap<&'static str, Figure>>) -> Vec<Row> {
    let of = |line: Line, name: &str, figure: &str, aim: f64| {
        let get = |page: &str| {
            figures.iter().find(|((at, who), _)| *at == line && *who == page).unwrap().1[figure].clone()
        };
        Row { name: format!("{name}, {}", line.name()), floor: get("floor"), ours: get("explorer"), aim }
    };
    vec![
        of(Line::Local, "first contentful paint", "paint", 1.15),
        of(Line::Local, "a click is answered", "interactive", 1.3),
        of(Line::Slow, "first contentful paint", "paint", 1.25),
        of(Line::Slow, "a click is answered", "interactive", 1.6),
        of(Line::Slow, "first cell to its list", "first", 1.3),
        of(Line::Local, "first cell to its list", "first", 1.3),
        of(Line::Local, "later cells to their lists", "later", 1.15),
    ]
}

/// The folder of the cells of the built site's snapshot.
fn cells_folder() -> std::path::PathBuf {
    let api = browser_tests::site_folder().unwrap().join("api/v1");
    let manifest: Value = serde_json::from_slice(&fs::read(api.join("manifest.json")).unwrap()).unwrap();
    api.join(manifest["base"].as_str().unwrap()).join("cells")
}

/// A copy of a folder with every file packed as a host packs it, and the header that says so.
fn pack(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            pack(&path, &target);
        } else if entry.file_name() == "_headers" {
            let rules = fs::read_to_string(&path).unwrap();
            fs::write(target, format!("{rules}\n/*\n  Content-Encoding: br\n")).unwrap();
        } else {
            let mut packed = Vec::new();
            let parameters = brotli::enc::BrotliEncoderParams { quality: 9, ..Default::default() };
            brotli::BrotliCompress(&mut &*fs::read(&path).unwrap(), &mut packed, &parameters).unwrap();
            fs::write(target, packed).unwrap();
        }
    }
}
