//! A lazy chunk of the program: loaded when it is first needed, like a file of the API, with deadline and retry.

use std::any::Any;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_split_helpers::SplitLoaderError;
use wsis_core::failure::Failure;
use wsis_platform::abort::Abort;
use wsis_platform::document;
use wsis_state::http_failure::failure_of;
use wsis_state::{Explorer, LatestRequest, RequestState};

use crate::ui::loading::{Placeholder, when_ready};

/// Draws a view of a lazy chunk: the one function through which a chunk is entered.
pub(crate) type Draw<V> = fn(V) -> AnyView;

/// A [`Draw`] of any view type, so that the code for loading is compiled once.
pub(crate) type EntryPoint = Arc<dyn Any + Send + Sync>;

/// Loads a chunk.
pub(crate) type Load = fn() -> Pin<Box<dyn Future<Output = Result<EntryPoint, SplitLoaderError>>>>;

/// A chunk that draws views `V`. Cheap to copy: every field is a handle.
pub(crate) struct LazyChunk<V> {
    chunk: Chunk,
    views: PhantomData<fn(V)>,
}

impl<V> Clone for LazyChunk<V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<V> Copy for LazyChunk<V> {}

impl<V: 'static> LazyChunk<V> {
    /// A chunk that is not loaded yet, with the style sheets that come with it. `load` has to return a `Draw<V>`.
    pub(crate) fn new(explorer: Explorer, load: Load, style_sheets: Vec<String>) -> Self {
        let chunk = Chunk {
            request: explorer.data.request_slot(),
            is_requested: StoredValue::new(false),
            load,
            style_sheets: StoredValue::new(style_sheets),
        };
        Self { chunk, views: PhantomData }
    }

    /// A chunk that needs no loading.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn at_hand(explorer: Explorer, draw: Draw<V>) -> Self {
        let chunk = Self::new(explorer, || Box::pin(std::future::pending()), Vec::new());
        chunk.chunk.is_requested.set_value(true);
        chunk.chunk.request.fill(Arc::new(draw) as EntryPoint);
        chunk
    }

    /// Loads the chunk, unless that was tried before: only a reader retries.
    pub(crate) fn ensure_loaded(self) {
        self.chunk.ensure_loaded();
    }

    /// Whether the chunk is loaded. Tracked.
    pub(crate) fn is_loaded(self) -> bool {
        self.chunk.request.state().ready().is_some()
    }

    /// Whether the chunk is being loaded. Tracked.
    pub(crate) fn is_loading(self) -> bool {
        matches!(self.chunk.request.state(), RequestState::Loading)
    }

    /// A view of the chunk if it is loaded already; does not load it. Tracked.
    pub(crate) fn draw_if_ready(self, view: V) -> Option<AnyView> {
        self.chunk.request.state().ready().and_then(|entry| enter(&entry, view))
    }

    /// A view of the chunk; while it is loading a placeholder, and after a failure the reason with a retry. Tracked.
    pub(crate) fn draw(self, placeholder: Placeholder, view: V) -> Option<AnyView> {
        self.chunk.draw(placeholder, |entry| enter(entry, view).into_any())
    }
}

fn enter<V: 'static>(entry: &EntryPoint, view: V) -> Option<AnyView> {
    entry.downcast_ref::<Draw<V>>().map(|draw| draw(view))
}

#[derive(Clone, Copy)]
struct Chunk {
    request: LatestRequest<EntryPoint>,
    is_requested: StoredValue<bool>,
    load: Load,
    style_sheets: StoredValue<Vec<String>>,
}

impl Chunk {
    fn ensure_loaded(self) {
        if self.is_requested.get_value() {
            return;
        }
        self.is_requested.set_value(true);
        self.style_sheets
            .with_value(|sheets| sheets.iter().for_each(|sheet| document::load_style_sheet(sheet)));
        self.reload();
    }

    fn reload(self) {
        self.request.fetch(|abort| load_in_time(abort, self.load));
    }

    fn draw(self, placeholder: Placeholder, draw: impl FnOnce(&EntryPoint) -> AnyView) -> Option<AnyView> {
        let retry = Callback::new(move |()| self.reload());
        self.ensure_loaded();
        when_ready(self.request.state(), placeholder, retry, |entry: Arc<EntryPoint>| draw(&entry))
    }
}

async fn load_in_time(abort: Abort, load: Load) -> Result<EntryPoint, Failure> {
    abort.in_time(load()).await.map_err(failure_of)
}
