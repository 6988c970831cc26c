//! Files that are loaded at their first need and then kept: vocabulary, rationales, initiatives, the index.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::Language;
use wsis_core::failure::Failure;

use super::Site;
use crate::api::{Cancel, Latest, Remote, Snapshot};

/// An answer on its way.
pub(super) type Answer<T> = Pin<Box<dyn Future<Output = Result<T, Failure>>>>;

/// How a file is loaded from a snapshot, in a language.
type Load<T> = fn(Snapshot, Language, Cancel) -> Answer<T>;

/// A file that is asked for once for each snapshot and language, however many views need it.
pub(crate) struct Kept<T: Send + Sync + 'static> {
    slot: Latest<T>,
    asked_for: StoredValue<Option<(String, Language)>>,
    load: Load<T>,
}

impl<T: Send + Sync + 'static> Clone for Kept<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Kept<T> {}

impl<T: Send + Sync + 'static> Kept<T> {
    /// Nothing loaded yet; loading fails after `seconds`.
    pub(super) fn new(seconds: u32, load: Load<T>) -> Self {
        Self { slot: Latest::new(seconds), asked_for: StoredValue::new(None), load }
    }

    /// What has become of it. Tracks it.
    pub(crate) fn remote(&self) -> Remote<Arc<T>> {
        self.slot.remote()
    }

    /// Whether it is on its way. Tracks it.
    pub(crate) fn is_loading(&self) -> bool {
        matches!(self.slot.remote(), Remote::Loading)
    }

    /// The file, once it is there. Tracks it.
    pub(crate) fn ready(&self) -> Option<Arc<T>> {
        match self.slot.remote() {
            Remote::Ready(file) => Some(file),
            _ => None,
        }
    }

    /// Loads it unless it has been, is being, or failed for this snapshot and language: a retry is a person's act.
    pub(crate) fn need(&self, site: &Site) {
        let wanted = (site.manifest.snapshot.clone(), site.language);
        if self.asked_for.with_value(|asked| asked.as_ref() == Some(&wanted)) {
            return;
        }
        self.asked_for.set_value(Some(wanted));
        self.again(site);
    }

    /// Loads it anew.
    pub(crate) fn again(&self, site: &Site) {
        let (load, snapshot, language) = (self.load, site.snapshot.clone(), site.language);
        self.slot.ask(|cancel| load(snapshot, language, cancel));
    }
}
