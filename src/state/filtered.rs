//! What passes the filter: which projects, and how many in each cell. Counted in the tick in which the filter changes.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::address::View;
use wsis_core::index::{Bits, ProjectIndex, TitleList};
use wsis_core::matrix::Numbers;

use super::{Kept, Site};
use crate::dom::fold::Folder;

/// What passes the filter; none of it where the filter asks nothing, or is not known yet.
#[derive(Clone, Copy)]
pub(super) struct Filtered {
    pub(super) passing: Memo<Option<Arc<Bits>>>,
    pub(super) numbers: Memo<Option<Arc<Numbers>>>,
}

impl Filtered {
    /// Follows the view; what it needs is loaded when it first asks something.
    pub(super) fn new(
        view: ReadSignal<View>,
        site: RwSignal<Option<Arc<Site>>>,
        index: Kept<ProjectIndex>,
        titles: Kept<TitleList>,
    ) -> Self {
        Effect::new(move || {
            let (asks, asks_words) = view.with(|view| (!view.filter.is_empty(), view.filter.query.is_some()));
            if let (Some(site), true) = (site.get(), asks) {
                index.need(&site);
                if asks_words {
                    titles.need(&site);
                }
            }
        });
        let filter =
            Memo::new(move |_| View { filter: view.with(|view| view.filter.clone()), ..View::default() });
        let passing = Memo::new(move |_| {
            let filter = filter.get().filter;
            if filter.is_empty() {
                return None;
            }
            let index = index.ready()?;
            let found = match &filter.query {
                Some(query) => Some(titles.ready()?.having(&Folder::new().fold(query.as_str()))),
                None => None,
            };
            Some(Arc::new(index.passing(&filter, found.as_ref())))
        });
        let numbers = Memo::new(move |_| {
            let (passing, index, site) = (passing.get()?, index.ready()?, site.get()?);
            Some(Arc::new(index.count(&passing, site.matrix.links())))
        });
        Self { passing, numbers }
    }
}
