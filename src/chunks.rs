//! The register of lazy chunks: the only file of the first load that names the lazy rooms.
//!
//! The build splits the program (`cargo xtask split`): what only the functions of one module name in [`entry_points`]
//! reach becomes a WebAssembly module, and what both names reach a shared one. The rooms `details`, `embedding` and
//! `offline` share a module: apart they need eleven small shared files, and as many more requests at the first click.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_split_helpers::SplitLoaderError;
use wsis_platform::{connection, timer};
use wsis_state::Explorer;

use crate::lazy_views::{DetailsView, EmbeddingView, OfflineView, PresentationView};
use crate::ui::lazy_chunk::{Draw, EntryPoint, LazyChunk};

/// The lazy chunks. Cheap to copy: every field is a handle.
#[derive(Clone, Copy)]
pub(crate) struct Chunks {
    /// Profiles, projects, filter fields, search, citations, downloads.
    pub(crate) details: LazyChunk<DetailsView>,
    /// Talking to a host page, and the code to embed a view.
    pub(crate) embedding: LazyChunk<EmbeddingView>,
    /// The offline copy.
    pub(crate) offline: LazyChunk<OfflineView>,
    /// Presentations, tours and handouts.
    pub(crate) presentation: LazyChunk<PresentationView>,
}

impl Chunks {
    /// Nothing loaded yet.
    pub(crate) fn new(explorer: Explorer) -> Self {
        let config = explorer.deployment.config();
        let shared = || vec![config.details_style.clone()];
        let with_presentation = vec![config.details_style.clone(), config.presentation_style.clone()];
        Self {
            details: LazyChunk::new(
                explorer,
                || Box::pin(async { entry(entry_points::details().await) }),
                shared(),
            ),
            embedding: LazyChunk::new(
                explorer,
                || Box::pin(async { entry(entry_points::embedding().await) }),
                shared(),
            ),
            offline: LazyChunk::new(
                explorer,
                || Box::pin(async { entry(entry_points::offline().await) }),
                shared(),
            ),
            presentation: LazyChunk::new(
                explorer,
                || Box::pin(async { entry(entry_points::presentation().await) }),
                with_presentation,
            ),
        }
    }

    /// For the prerendered page, which holds the account of the data for readers without scripts: the details are at hand.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn prerendering(explorer: Explorer) -> Self {
        Self { details: LazyChunk::at_hand(explorer, crate::details::draw), ..Self::new(explorer) }
    }

    /// The chunks of the app that the calling view belongs to.
    pub(crate) fn get() -> Self {
        expect_context()
    }

    /// Loads what a reader is about to need once the browser has nothing else to do, unless the line is to be spared.
    pub(crate) fn prefetch_when_idle(self) {
        if !connection::is_to_be_spared() {
            timer::when_idle(move || self.prefetch());
        }
    }

    /// Loads what a reader who points at the matrix is about to need.
    pub(crate) fn prefetch(self) {
        self.details.ensure_loaded();
        self.offline.ensure_loaded();
    }
}

/// A chunk's `draw` as an entry point of any view type.
fn entry<V: 'static>(draw: Result<Draw<V>, SplitLoaderError>) -> Result<EntryPoint, SplitLoaderError> {
    draw.map(|draw| Arc::new(draw) as EntryPoint)
}

mod entry_points {
    //! One split function for each chunk; each returns the room's `draw`.
    #![allow(
        unsafe_code,
        reason = "the macro imports and exports the split function; no line of this file is unsafe"
    )]

    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    use super::{DetailsView, EmbeddingView, OfflineView, PresentationView};
    use crate::ui::lazy_chunk::Draw;

    /// The room `details`.
    ///
    /// # Errors
    /// The chunk could not be loaded; the browser's console has the reason.
    #[wasm_split(details, fallible)]
    pub(crate) fn details() -> Result<Draw<DetailsView>, SplitLoaderError> {
        Ok(crate::details::draw)
    }

    /// The room `embedding`.
    ///
    /// # Errors
    /// As [`details`].
    #[wasm_split(details, fallible)]
    pub(crate) fn embedding() -> Result<Draw<EmbeddingView>, SplitLoaderError> {
        Ok(crate::embedding::draw)
    }

    /// The room `offline`.
    ///
    /// # Errors
    /// As [`details`].
    #[wasm_split(details, fallible)]
    pub(crate) fn offline() -> Result<Draw<OfflineView>, SplitLoaderError> {
        Ok(crate::offline::draw)
    }

    /// The room `presentation`.
    ///
    /// # Errors
    /// As [`details`].
    #[wasm_split(presentation, fallible)]
    pub(crate) fn presentation() -> Result<Draw<PresentationView>, SplitLoaderError> {
        Ok(crate::presentation::draw)
    }
}
