//! Composition of the app: state, chunks, and which of page and presentation is shown.

use std::sync::Arc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::spawn_local;
use wsis_core::address::{Theme, View};
use wsis_core::site_config::SiteConfig;
use wsis_platform::{document, early, element_by_id, json, panic_report};
use wsis_state::effect::{effect, memo};
use wsis_state::{Dataset, Explorer, RequestState};

use crate::chunks::Chunks;
use crate::content::view_title::view_title;
use crate::explorer::prerendered::{self, TableRows};
use crate::explorer::shell::Page;
use crate::explorer::shortcuts;
use crate::lazy_views::{EmbeddingView, OfflineSlots, OfflineView, PresentationView};
use crate::ui::any_view::{aria_bool, view};
use crate::ui::loading::{FailureBox, Placeholder};
use crate::ui::panel_place;

/// Starts the app in the page that loaded it.
pub fn start() {
    panic_report::report_panics();
    spawn_local(async {
        early::answered().await;
        let mount_point = element_by_id("app").and_then(|element| element.dyn_into().ok());
        if let Some(mount_point) = mount_point {
            mount_to(mount_point, App).forget();
            prerendered::mark_ready();
        }
    });
}

/// The configuration of the page; a missing or unreadable one has its defaults.
fn site_config() -> SiteConfig {
    let text = element_by_id("wsis-config").and_then(|element| element.text_content()).unwrap_or_default();
    json::parse(&text).unwrap_or_else(|error| {
        web_sys::console::warn_1(&format!("wsis-config cannot be read, defaults are used: {error}").into());
        SiteConfig::default()
    })
}

/// The whole page. The prerendered page stays until the dataset is loaded.
#[component]
fn App() -> impl IntoView {
    let explorer = Explorer::new(site_config());
    explorer.provide();
    explorer.start();
    let chunks = Chunks::new(explorer);
    provide_context(chunks);
    provide_context(TableRows::new());
    if prerendered::comes_from_offline_copy() {
        // The chunk is in the copy too, so this loads no bytes.
        chunks.offline.ensure_loaded();
    }
    if explorer.navigation.is_embedded {
        chunks.embedding.ensure_loaded();
    }
    // A host page has work of its own: there a pointer that comes near is waited for.
    if !explorer.navigation.is_embedded {
        prefetch_after_first_draw(explorer, chunks);
    }
    sync_root(explorer);
    shortcuts::listen(explorer);
    let is_presented = memo(move || aria_bool(explorer.navigation.view.with(View::on_stage)));
    let host = move || {
        explorer.navigation.is_embedded.then(|| chunks.embedding.draw_if_ready(EmbeddingView::Host)).flatten()
    };
    view! {
        {host}
        <LoadFailure />
        {move || {
            let extent = explorer.navigation.extent.get();
            if explorer.navigation.is_embedded {
                panel_place::move_behind_matrix();
            }
            let dataset = explorer.data.dataset.get()?;
            Some(match is_presented.get() == aria_bool(true) {
                true => view! { <StageFrame dataset /> },
                false => view! { <Page dataset extent /> },
            })
        }}
    }
}

fn prefetch_after_first_draw(explorer: Explorer, chunks: Chunks) {
    Effect::new(move |done: Option<bool>| {
        let is_drawn = explorer.data.dataset.with(Option::is_some);
        if is_drawn && done != Some(true) {
            chunks.prefetch_when_idle();
        }
        is_drawn
    });
}

/// The presentation; the prerendered page gives way to it.
#[component]
fn StageFrame(dataset: Arc<Dataset>) -> impl IntoView {
    prerendered::remove();
    let chunks = Chunks::get();
    let placeholder = Placeholder { label: Explorer::get().messages().stage_loading(), bars: 4 };
    let slots = OfflineSlots { status: offline_status, watch: offline_watch };
    move || chunks.presentation.draw(placeholder, PresentationView::Stage(dataset.clone(), slots))
}

/// The status of the offline copy, for the presentation.
fn offline_status() -> AnyView {
    let (explorer, chunks) = (Explorer::get(), Chunks::get());
    let placeholder = Placeholder { label: explorer.messages().offline_loading(), bars: 2 };
    let status = move || {
        let dataset = explorer.data.dataset.get()?;
        chunks.offline.draw(placeholder, OfflineView::Status(dataset))
    };
    status.into_any()
}

/// Keeps the status of the offline copy current, for the presentation.
fn offline_watch() -> AnyView {
    let (explorer, chunks) = (Explorer::get(), Chunks::get());
    chunks.offline.ensure_loaded();
    let watch = move || {
        let dataset = explorer.data.dataset.get()?;
        chunks.offline.draw_if_ready(OfflineView::Watch(dataset))
    };
    watch.into_any()
}

/// Why the dataset could not be loaded, above what can be shown all the same.
#[component]
fn LoadFailure() -> impl IntoView {
    let explorer = Explorer::get();
    move || match explorer.data.state() {
        RequestState::Failed(failure) => {
            prerendered::show();
            let retry = Callback::new(move |()| explorer.data.reload());
            Some(view! {
                <div class="page load-failure">
                    <FailureBox failure kept=true retry />
                </div>
            })
        }
        _ => None,
    }
}

/// Keeps direction and theme of the root element, and the title of the window, in step with the view.
fn sync_root(explorer: Explorer) {
    effect(move || {
        let theme = explorer.navigation.view.with(|view| view.theme.map(Theme::code));
        document::set_root_attribute("dir", Some(explorer.language().direction().code()));
        document::set_root_attribute("lang", Some(explorer.page_language().code()));
        document::set_root_attribute("data-theme", theme);
    });
    effect(move || {
        let site_title = explorer.messages().site_title();
        document::set_title(&match view_title(explorer) {
            title if title == site_title => title,
            title => format!("{title} – {site_title}"),
        });
    });
}
