//! A host page on another origin, with the element or a plain frame.

use browser_tests::{Page, Scene, SceneOptions, Server, ServerOptions};
use serde_json::Value;
use tempfile::TempDir;

/// The frame of the element with an id.
pub(crate) fn frame_of(id: &str) -> String {
    format!("document.getElementById('{id}').shadowRoot.querySelector('iframe')")
}

/// A page of others, on a server of its own: another origin and another site than the explorer's.
pub(crate) struct Host {
    pub(crate) scene: Scene,
    pub(crate) _server: Server,
    pub(crate) _folder: TempDir,
}

impl Host {
    /// Opens a page with this head and body. `APP` in it is the explorer's address; `raised` keeps the element's events.
    pub(crate) async fn open(head: &str, body: &str) -> Self {
        Self::open_with(SceneOptions::default(), head, body).await
    }

    pub(crate) async fn open_with(options: SceneOptions, head: &str, body: &str) -> Self {
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

    pub(crate) fn page(&self) -> &Page {
        &self.scene.page
    }

    /// Waits until the element has raised an event, and gives what it carries.
    pub(crate) async fn raised(&self, id: &str, event: &str) -> Value {
        let found = format!("raised.findLast(([type, from]) => type === '{event}' && from === '{id}')?.[2]");
        self.page().wait_until(&found, &format!("{event} of {id}")).await
    }

    pub(crate) async fn enter(&self, id: &str) {
        self.page().enter_frame_of(&frame_of(id)).await;
    }
}

/// Loads the element and keeps what it raises.
pub(crate) const SCRIPT: &str = "<script>
    window.raised = [];
    for (const type of ['ready', 'resize', 'select', 'error'])
        addEventListener('wsis-' + type, event => raised.push([type, event.target.id, event.detail]));
    </script><script async src=\"APPembed/1/embed.js\"></script>";

/// The code that is offered for a language under "All languages".
pub(crate) async fn offered(page: &Page, heading: &str) -> String {
    let text = format!(
        "[...document.querySelectorAll('.embed h4')].find(one => one.textContent === '{heading}')?.nextElementSibling.textContent"
    );
    page.wait_until(&text, heading).await.as_str().unwrap().to_owned()
}

/// The code of a kind: `script`, `frame`, `wordpress` or `link`.
pub(crate) async fn code(page: &Page, kind: &str) -> String {
    page.click(&format!("#embed-{kind}")).await;
    page.wait_attribute(&format!("#embed-{kind}"), "aria-pressed", Some("true")).await;
    page.js("return document.querySelector('.embed-code pre').textContent").await
}
