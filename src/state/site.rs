//! The first load: manifest, then matrix and numbers together.

use std::sync::Arc;

use wsis_core::Language;
use wsis_core::contract::manifest::{Manifest, Source};
use wsis_core::failure::Failure;
use wsis_core::matrix::{Matrix, Numbers};

use crate::api::{Api, Cancel, Snapshot};

/// One snapshot's matrix in one language, complete.
#[derive(Debug, Clone)]
pub(crate) struct Site {
    /// What the snapshot covers and where it comes from.
    pub(crate) manifest: Manifest,
    /// Its further files.
    pub(crate) snapshot: Snapshot,
    /// The language of `matrix`; English where the snapshot has no other.
    pub(crate) language: Language,
    /// Names, links and targets.
    pub(crate) matrix: Matrix,
    /// The numbers of every cell.
    pub(crate) numbers: Arc<Numbers>,
}

impl PartialEq for Site {
    /// A snapshot never changes, so its name and the language tell two sites apart.
    fn eq(&self, other: &Self) -> bool {
        self.manifest.snapshot == other.manifest.snapshot && self.language == other.language
    }
}

impl Site {
    /// The source with this id.
    pub(crate) fn source(&self, id: &str) -> Option<&Source> {
        self.manifest.sources.iter().find(|source| source.id == id)
    }

    /// The standing sentence on what the collection covers, with its language.
    pub(crate) fn coverage(&self) -> (Language, &str) {
        let in_language =
            |language| self.manifest.coverage.get(&language).map(|text| (language, text.as_str()));
        in_language(self.language)
            .or_else(|| in_language(Language::English))
            .unwrap_or((Language::English, ""))
    }
}

/// Loads the matrix in a language. Numbers that are already known for the same snapshot are not asked for again.
pub(super) async fn load(
    api: Api,
    language: Language,
    known: Option<Arc<Site>>,
    cancel: Cancel,
) -> Result<Site, Failure> {
    let manifest = api.manifest(&cancel).await?;
    let snapshot = api.snapshot(&manifest);
    let language = if manifest.languages.contains(&language) { language } else { Language::English };
    let same_snapshot = known.filter(|site| site.manifest.snapshot == manifest.snapshot);
    let (matrix, numbers) = match same_snapshot {
        Some(site) => (snapshot.matrix(language, &cancel).await?, site.numbers.clone()),
        None => {
            let both = (snapshot.matrix(language, &cancel), snapshot.numbers(&cancel));
            let (matrix, numbers) = futures::future::join(both.0, both.1).await;
            (matrix?, Arc::new(numbers?))
        }
    };
    Ok(Site { manifest, snapshot, language, matrix, numbers })
}
