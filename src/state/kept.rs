//! Files that are loaded at their first need and then kept: vocabulary, rationales, initiatives, the index.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::Language;
use wsis_core::contract::conflicts::Conflicts;
use wsis_core::contract::context::Initiatives;
use wsis_core::contract::passages::Passages;
use wsis_core::contract::rationales::Rationales;
use wsis_core::contract::registration::Registration;
use wsis_core::contract::tours::Tours;
use wsis_core::contract::vocabulary::Vocabulary;
use wsis_core::failure::Failure;
use wsis_core::index::{ProjectIndex, TitleList};

use super::Site;
use crate::api::{Cancel, Latest, Remote, Snapshot};

/// An answer on its way.
pub(crate) type Answer<T> = Pin<Box<dyn Future<Output = Result<T, Failure>>>>;

/// A file that a snapshot has. What loads and reads it is compiled where it is first needed, which for most is the part
/// of the program that comes later: so there are no pointers to it in what comes first.
pub(crate) trait OfSnapshot: Sized + Send + Sync + 'static {
    /// Loads it, in a language if it is in several.
    fn load(snapshot: Snapshot, language: Language, cancel: Cancel) -> Answer<Self>;
}

macro_rules! of_snapshot {
    ($($type:ty: |$snapshot:ident, $language:ident, $cancel:ident| $load:expr),+ $(,)?) => {
        $(impl OfSnapshot for $type {
            fn load($snapshot: Snapshot, $language: Language, $cancel: Cancel) -> Answer<Self> {
                Box::pin(async move { $load.await })
            }
        })+
    };
}

of_snapshot! {
    Vocabulary: |snapshot, language, cancel| snapshot.vocabulary(language, &cancel),
    Rationales: |snapshot, language, cancel| snapshot.rationales(language, &cancel),
    Passages: |snapshot, language, cancel| snapshot.passages(language, &cancel),
    Initiatives: |snapshot, language, cancel| snapshot.initiatives(language, &cancel),
    Conflicts: |snapshot, language, cancel| snapshot.conflicts(language, &cancel),
    Registration: |snapshot, language, cancel| snapshot.registration(language, &cancel),
    Tours: |snapshot, language, cancel| snapshot.tours(language, &cancel),
    ProjectIndex: |snapshot, _language, cancel| snapshot.index(&cancel),
    TitleList: |snapshot, _language, cancel| snapshot.titles(&cancel),
}

/// A file that is asked for once for each snapshot and language, however many views need it.
pub(crate) struct Kept<T: Send + Sync + 'static> {
    slot: Latest<T>,
    asked_for: StoredValue<Option<(String, Language)>>,
}

impl<T: Send + Sync + 'static> Clone for Kept<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Kept<T> {}

impl<T: OfSnapshot> Kept<T> {
    /// Nothing loaded yet; loading fails after `seconds`.
    pub(super) fn new(seconds: u32) -> Self {
        Self { slot: Latest::new(seconds), asked_for: StoredValue::new(None) }
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
        let (snapshot, language) = (site.snapshot.clone(), site.language);
        self.slot.ask(|cancel| T::load(snapshot, language, cancel));
    }
}
