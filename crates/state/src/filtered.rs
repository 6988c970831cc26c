//! Filtered projects: which pass the filter, and how many are in each cell, counted in the tick of the change.

use std::sync::Arc;

use reactive_graph::owner::on_cleanup;
use reactive_graph::signal::{ReadSignal, RwSignal};
use reactive_graph::traits::{Get as _, Set as _, With as _};
use wsis_core::address::View;
use wsis_core::index::{ProjectIndex, ProjectSet, TitleList};
use wsis_core::matrix::MatrixCounts;
use wsis_platform::normalize::TextNormalizer;

use crate::cached_file::CachedFile;
use crate::dataset::Dataset;
use crate::effect::{effect, memo};

/// The projects that pass the filter and their counts. `None` for an empty filter, and until they are counted.
#[derive(Clone, Copy)]
pub(crate) struct Filtered {
    pub(crate) passing: RwSignal<Option<Arc<ProjectSet>>>,
    pub(crate) counts: RwSignal<Option<Arc<MatrixCounts>>>,
}

impl Filtered {
    /// Nothing is counted before [`Filtered::follow`]: the first load has no program for it.
    pub(crate) fn new() -> Self {
        Self { passing: RwSignal::new(None), counts: RwSignal::new(None) }
    }

    /// Counts the projects that pass the filter of the view, now and at every change, until the current owner is disposed of.
    /// Index and titles are loaded when they are first needed.
    pub(crate) fn follow(
        self,
        view: ReadSignal<View>,
        dataset: RwSignal<Option<Arc<Dataset>>>,
        index: CachedFile<ProjectIndex>,
        titles: CachedFile<TitleList>,
    ) {
        effect(move || {
            let (asks, asks_words) = view.with(|view| (!view.filter.is_empty(), view.filter.query.is_some()));
            if let (Some(dataset), true) = (dataset.get(), asks) {
                index.ensure_loaded(&dataset);
                if asks_words {
                    titles.ensure_loaded(&dataset);
                }
            }
        });
        let filter = memo(move || View { filter: view.with(|view| view.filter.clone()), ..View::default() });
        let passing = memo(move || {
            let filter = filter.get().filter;
            if filter.is_empty() {
                return None;
            }
            let index = index.ready()?;
            let found = match &filter.query {
                Some(query) => Some(titles.ready()?.having(&TextNormalizer::new().normalize(query.as_str()))),
                None => None,
            };
            Some(Arc::new(index.passing(&filter, found.as_ref())))
        });
        effect(move || {
            let passing = passing.get();
            let counted = passing.as_ref().and_then(|passing| {
                Some(Arc::new(index.ready()?.count(passing, dataset.get()?.matrix.links())))
            });
            self.passing.set(passing);
            self.counts.set(counted);
        });
        on_cleanup(move || {
            // The whole page may be going.
            let _ = (self.passing.try_set(None), self.counts.try_set(None));
        });
    }
}
