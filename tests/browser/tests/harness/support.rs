//! A tiny site.

use browser_tests::{Scene, SceneOptions};
use serde_json::json;
use tempfile::TempDir;

const INDEX: &str = r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tiny</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="style.css"></head><body><h1>Tiny site</h1>
<noscript><p id="none">No scripts here</p></noscript>
<button id="more" aria-label="Show more">More</button> <input id="q" aria-label="Search">
<ol id="log"></ol><script src="app.js"></script></body></html>"#;

const STYLE: &str = "h1 { color: rgb(1, 2, 3) } \
    @media (prefers-color-scheme: dark) { h1 { color: rgb(4, 5, 6) } } \
    @media (prefers-reduced-motion: reduce) { h1 { margin-top: 7px } }";

const APP: &str = r#"
const say = text => { const li = document.createElement('li'); li.textContent = text; document.getElementById('log').append(li); };
window.load = (path, options) => fetch(path, options).then(async answer =>
    say(path + ' ' + answer.status + ' ' + (await answer.text()).length), error => say(path + ' ' + error.name))
    .catch(error => say(path + ' body ' + error.name));
document.getElementById('more').addEventListener('click', () => setTimeout(() => say('clicked'), 30));
"#;

const HEADERS: &str = "/*\n  Content-Security-Policy: default-src 'self'; img-src data:\n  X-Tiny: yes\n";

/// The tiny site; it goes with the folder.
pub(crate) fn tiny() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    put("index.html", INDEX);
    put("style.css", STYLE);
    put("app.js", APP);
    put("_headers", HEADERS);
    put("a.json", &json!({"name": "a".repeat(2000)}).to_string());
    put("b.json", "{}");
    put(
        "frame.html",
        "<!doctype html><title>F</title><link rel=icon href=data:,><iframe id=f src=./></iframe>",
    );
    folder
}

pub(crate) async fn scene(folder: &TempDir, options: SceneOptions) -> Scene {
    Scene::start(SceneOptions { site: Some(folder.path().to_owned()), ..options }).await
}
