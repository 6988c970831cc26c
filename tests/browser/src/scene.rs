//! The start of a test: the built site behind a server of its own, and a browser. Depends on `server` and `page`.

use std::path::{Path, PathBuf};

use crate::browser::Browser;
use crate::engine_name::Engine;
use crate::error::Error;
use crate::options::BrowserOptions;
use crate::page::Page;
use crate::server::{Server, ServerOptions};

/// The options of a scene; the default is the built site at the root and a light desktop browser in English.
#[derive(Clone, Debug)]
pub struct SceneOptions {
    /// The engine; none asks `WSIS_ENGINE`.
    pub engine: Option<Engine>,
    /// The folder of the site; none is the built one.
    pub site: Option<PathBuf>,
    /// Where the site is mounted: `/`, or a sub-folder such as `/any/folder/`.
    pub mount: String,
    /// Further folders laid over a path, as (prefix from the server's root, folder).
    pub overlays: Vec<(String, PathBuf)>,
    /// Width and height of the page's area.
    pub viewport: (u32, u32),
    /// Whether the visitor prefers a dark scheme.
    pub dark: bool,
    /// Whether the visitor prefers reduced motion.
    pub reduced_motion: bool,
    /// Whether pages may run no scripts.
    pub script_disabled: bool,
    /// The visitor's languages: `fr-CH,fr,en`.
    pub languages: String,
    /// Whether pages may register service workers.
    pub allows_service_workers: bool,
}

impl Default for SceneOptions {
    fn default() -> Self {
        let browser = BrowserOptions::default();
        Self {
            engine: None,
            site: None,
            mount: "/".to_owned(),
            overlays: Vec::new(),
            viewport: browser.viewport,
            dark: browser.dark,
            reduced_motion: browser.reduced_motion,
            script_disabled: browser.script_disabled,
            languages: browser.languages,
            allows_service_workers: browser.allows_service_workers,
        }
    }
}

/// A server and a page; both end with the scene, also when a test fails.
pub struct Scene {
    /// The page. (It comes first so that the browser goes before the server does.)
    pub page: Page,
    /// The server.
    pub server: Server,
}

impl Scene {
    /// Sets the scene, or ends the test with a plain sentence. Nothing is opened yet.
    pub async fn start(options: SceneOptions) -> Self {
        match Self::try_start(options).await {
            Ok(scene) => scene,
            Err(trouble) => panic!("{trouble}"),
        }
    }

    /// Sets the scene, or says why it cannot.
    pub async fn try_start(options: SceneOptions) -> Result<Self, Error> {
        let site = options.site.map_or_else(site_folder, Ok)?;
        let engine = options.engine.map_or_else(Engine::from_environment, Ok)?;
        let server =
            Server::start(&ServerOptions { site, mount: options.mount, overlays: options.overlays })?;
        let browser = Browser::start(&BrowserOptions {
            engine,
            viewport: options.viewport,
            dark: options.dark,
            reduced_motion: options.reduced_motion,
            script_disabled: options.script_disabled,
            languages: options.languages,
            allows_service_workers: options.allows_service_workers,
        })
        .await?;
        Ok(Self { page: Page::new(browser), server })
    }

    /// Opens an address below the site's start and waits until it is loaded: `open("")`, `open("?line=C2&goal=9")`.
    #[track_caller]
    pub fn open(&self, rest: &str) -> impl Future<Output = ()> {
        let opening = std::panic::Location::caller();
        let address = self.server.url(rest);
        async move { self.page.open_from(opening, &address).await }
    }
}

/// The built site: `WSIS_DIST`, or `dist` in the workspace.
pub fn site_folder() -> Result<PathBuf, Error> {
    let folder = match std::env::var_os("WSIS_DIST") {
        Some(folder) => PathBuf::from(folder),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("tests/browser").join("dist"),
    };
    if folder.join("index.html").is_file() {
        return Ok(folder);
    }
    Err(Error::new(format!("there is no built site in {}: run make build first", folder.display())))
}
