//! Files of the snapshot that are loaded when they are first needed and then kept.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use reactive_graph::owner::StoredValue;
use reactive_graph::traits::{SetValue as _, WithValue as _};
use wsis_core::Language;
use wsis_core::contract::conflicts::Conflicts;
use wsis_core::contract::context::Initiatives;
use wsis_core::contract::lenses::Lenses;
use wsis_core::contract::passages::Passages;
use wsis_core::contract::public_goods::PublicGoods;
use wsis_core::contract::rationales::Rationales;
use wsis_core::contract::registration::Registration;
use wsis_core::contract::tours::Tours;
use wsis_core::contract::vocabulary::Vocabulary;
use wsis_core::failure::Failure;
use wsis_core::index::{ProjectIndex, TitleList};
use wsis_platform::abort::Abort;

use crate::client::SnapshotClient;
use crate::dataset::Dataset;
use crate::latest_request::{LatestRequest, RequestState};

/// A file that is being loaded.
pub type PendingFile<T> = Pin<Box<dyn Future<Output = Result<T, Failure>>>>;

/// A file of a snapshot. Its loader is a trait method and no stored pointer, so that it is compiled into the chunk that
/// first needs the file, and not into the first load.
pub trait SnapshotFile: Sized + Send + Sync + 'static {
    /// Loads the file, in a language if there are several.
    fn load(snapshot: SnapshotClient, language: Language, abort: Abort) -> PendingFile<Self>;
}

macro_rules! snapshot_files {
    ($($type:ty: |$snapshot:ident, $language:ident, $abort:ident| $load:expr),+ $(,)?) => {
        $(impl SnapshotFile for $type {
            fn load($snapshot: SnapshotClient, $language: Language, $abort: Abort) -> PendingFile<Self> {
                Box::pin(async move { $load.await })
            }
        })+
    };
}

snapshot_files! {
    Vocabulary: |snapshot, language, abort| snapshot.vocabulary(language, &abort),
    Rationales: |snapshot, language, abort| snapshot.rationales(language, &abort),
    Passages: |snapshot, language, abort| snapshot.passages(language, &abort),
    Initiatives: |snapshot, language, abort| snapshot.initiatives(language, &abort),
    Conflicts: |snapshot, language, abort| snapshot.conflicts(language, &abort),
    Registration: |snapshot, language, abort| snapshot.registration(language, &abort),
    Lenses: |snapshot, language, abort| snapshot.lenses(language, &abort),
    Tours: |snapshot, language, abort| snapshot.tours(language, &abort),
    PublicGoods: |snapshot, _language, abort| snapshot.public_goods(&abort),
    ProjectIndex: |snapshot, _language, abort| snapshot.index(&abort),
    TitleList: |snapshot, _language, abort| snapshot.titles(&abort),
}

/// A file that is loaded once for each snapshot and language, however many views need it.
pub struct CachedFile<T: Send + Sync + 'static> {
    request: LatestRequest<T>,
    loaded_for: StoredValue<Option<(String, Language)>>,
}

impl<T: Send + Sync + 'static> Clone for CachedFile<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for CachedFile<T> {}

impl<T: SnapshotFile> CachedFile<T> {
    /// Nothing loaded yet; loading has a deadline in seconds.
    #[must_use]
    pub fn new(seconds: u32) -> Self {
        Self { request: LatestRequest::new(seconds), loaded_for: StoredValue::new(None) }
    }

    /// The state of loading. Tracked.
    #[must_use]
    pub fn state(&self) -> RequestState<Arc<T>> {
        self.request.state()
    }

    /// Whether it is being loaded. Tracked.
    #[must_use]
    pub fn is_loading(&self) -> bool {
        matches!(self.request.state(), RequestState::Loading)
    }

    /// The file, once it is there. Tracked.
    #[must_use]
    pub fn ready(&self) -> Option<Arc<T>> {
        self.request.state().ready()
    }

    /// Loads the file for this snapshot and language, unless that was tried before: only a reader retries.
    pub fn ensure_loaded(&self, dataset: &Dataset) {
        let wanted = (dataset.manifest.snapshot.clone(), dataset.language);
        if self.loaded_for.with_value(|known| known.as_ref() == Some(&wanted)) {
            return;
        }
        self.loaded_for.set_value(Some(wanted));
        self.reload(dataset);
    }

    /// Loads the file again.
    pub fn reload(&self, dataset: &Dataset) {
        let (snapshot, language) = (dataset.snapshot.clone(), dataset.language);
        self.request.fetch(|abort| T::load(snapshot, language, abort));
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;
    use crate::test_support::{dataset, run_effects, with_owner};

    thread_local! {
        static LOADED: RefCell<Vec<Language>> = const { RefCell::new(Vec::new()) };
    }

    #[derive(Debug, PartialEq)]
    struct Text(Language);

    impl SnapshotFile for Text {
        fn load(_: SnapshotClient, language: Language, _: Abort) -> PendingFile<Self> {
            LOADED.with_borrow_mut(|loaded| loaded.push(language));
            Box::pin(async move {
                match language {
                    Language::Russian => Err(Failure::TimedOut { seconds: 1 }),
                    other => Ok(Self(other)),
                }
            })
        }
    }

    #[test]
    fn a_file_is_loaded_once_for_each_snapshot_and_language() {
        with_owner(|| {
            let file = CachedFile::<Text>::new(20);
            for (snapshot, language) in [
                ("one", Language::English),
                ("one", Language::English),
                ("one", Language::French),
                ("two", Language::French),
            ] {
                file.ensure_loaded(&dataset(snapshot, language));
                run_effects();
                assert_eq!(file.ready().as_deref(), Some(&Text(language)));
            }
            assert_eq!(LOADED.take(), [Language::English, Language::French, Language::French]);
        });
    }

    #[test]
    fn a_failure_is_not_retried_until_the_reader_asks() {
        with_owner(|| {
            let (file, russian) = (CachedFile::<Text>::new(20), dataset("one", Language::Russian));
            for _ in 0..2 {
                file.ensure_loaded(&russian);
                run_effects();
            }
            assert!(matches!(file.state(), RequestState::Failed(_)));
            file.reload(&russian);
            assert!(file.is_loading());
            assert_eq!(LOADED.take().len(), 2);
        });
    }
}
