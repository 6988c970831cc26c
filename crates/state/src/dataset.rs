//! The dataset of the first load: manifest, then matrix and counts together.

use std::sync::Arc;

use wsis_core::Language;
use wsis_core::contract::manifest::{Manifest, Source};
use wsis_core::failure::Failure;
use wsis_core::matrix::{Matrix, MatrixCounts};
use wsis_messages::Catalogue;
use wsis_platform::abort::Abort;
use wsis_platform::early;

use crate::client::{ApiClient, SnapshotClient};

/// One snapshot's matrix in one language, complete.
#[derive(Debug, Clone)]
pub struct Dataset {
    /// The coverage of the snapshot, and its sources.
    pub manifest: Manifest,
    /// The client for its further files.
    pub snapshot: SnapshotClient,
    /// The language of `matrix`; English where the snapshot has no other.
    pub language: Language,
    /// Names, links and targets.
    pub matrix: Matrix,
    /// The numbers of every cell.
    pub counts: Arc<MatrixCounts>,
    /// The texts of the interface in the language; `None` for English, and where the snapshot has no others.
    pub texts: Option<&'static Catalogue>,
}

impl PartialEq for Dataset {
    /// A snapshot never changes, so its name and the language identify a dataset.
    fn eq(&self, other: &Self) -> bool {
        self.manifest.snapshot == other.manifest.snapshot && self.language == other.language
    }
}

impl Dataset {
    /// Whether the collection and its counts are known: always in the browser. The prerendered page of a site whose data
    /// are on another host has no snapshot.
    #[must_use]
    pub fn has_counts(&self) -> bool {
        cfg!(target_arch = "wasm32") || !self.manifest.snapshot.is_empty()
    }

    /// The source with this id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.manifest.sources.iter().find(|source| source.id == id)
    }

    /// The coverage sentence of the collection, with its language.
    #[must_use]
    pub fn coverage(&self) -> (Language, &str) {
        let in_language =
            |language| self.manifest.coverage.get(&language).map(|text| (language, text.as_str()));
        in_language(self.language)
            .or_else(|| in_language(Language::English))
            .unwrap_or((Language::English, ""))
    }
}

/// Loads the dataset in a language. Counts of the same snapshot that are loaded already are kept.
pub(crate) async fn load(
    api: ApiClient,
    language: Language,
    known: Option<Arc<Dataset>>,
    abort: Abort,
) -> Result<Dataset, Failure> {
    let manifest = api.manifest(&abort).await?;
    let snapshot = api.snapshot(&manifest);
    let language = if manifest.languages.contains(&language) { language } else { Language::English };
    let same_snapshot = known.filter(|dataset| dataset.manifest.snapshot == manifest.snapshot);
    let (matrix, counts) = match same_snapshot {
        Some(dataset) => (snapshot.matrix(language, &abort).await?, dataset.counts.clone()),
        None => {
            let both = (snapshot.matrix(language, &abort), snapshot.counts(&abort));
            let (matrix, counts) = futures::future::join(both.0, both.1).await;
            (matrix?, Arc::new(counts?))
        }
    };
    // At the first load the page has asked for them already.
    let texts = snapshot.messages(language, &abort).await;
    // What was clicked meanwhile is shown before the page is drawn anew.
    early::answered().await;
    Ok(Dataset { manifest, snapshot, language, matrix, counts, texts })
}
