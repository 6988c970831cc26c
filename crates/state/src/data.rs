//! Loaded data: the dataset, and the files that are loaded when they are needed.

use std::sync::Arc;

use reactive_graph::owner::StoredValue;
use reactive_graph::signal::RwSignal;
use reactive_graph::traits::{Get as _, GetUntracked as _, GetValue as _, Set as _, With as _};
use wsis_core::Language;
use wsis_core::address::View;
use wsis_core::contract::conflicts::Conflicts;
use wsis_core::contract::context::Initiatives;
use wsis_core::contract::lenses::Lenses;
use wsis_core::contract::passages::Passages;
use wsis_core::contract::public_goods::PublicGoods;
use wsis_core::contract::rationales::Rationales;
use wsis_core::contract::registration::Registration;
use wsis_core::contract::tours::Tours;
use wsis_core::contract::vocabulary::Vocabulary;
use wsis_core::index::{ProjectIndex, ProjectSet, TitleList};
use wsis_core::matrix::MatrixCounts;

use crate::cached_file::CachedFile;
use crate::client::ApiClient;
use crate::dataset::{self, Dataset};
use crate::effect::{effect, memo};
use crate::filtered::Filtered;
use crate::latest_request::{LatestRequest, RequestState};
use crate::navigation::Navigation;

/// Everything that is loaded from the API for the whole app. Cheap to copy: every field is a handle.
#[derive(Clone, Copy)]
pub struct Data {
    /// The newest dataset that could be loaded.
    pub dataset: RwSignal<Option<Arc<Dataset>>>,
    request: LatestRequest<Dataset>,
    /// Names of regions, stakeholder types, countries and other terms.
    pub vocabulary: CachedFile<Vocabulary>,
    /// The rationale of each link.
    pub rationales: CachedFile<Rationales>,
    /// Texts on each line.
    pub passages: CachedFile<Passages>,
    /// The initiatives of the ITU Secretary-General's report.
    pub initiatives: CachedFile<Initiatives>,
    /// Digital public goods, which are listed beside the projects.
    pub public_goods: CachedFile<PublicGoods>,
    /// Subjects on which sources differ.
    pub conflicts: CachedFile<Conflicts>,
    /// ITU's rules for registering projects.
    pub registration: CachedFile<Registration>,
    /// The lenses on the ITU Secretary-General's report, as a list.
    pub lenses: CachedFile<Lenses>,
    /// The tours that come with the data.
    pub tours: CachedFile<Tours>,
    /// The index of all projects.
    pub index: CachedFile<ProjectIndex>,
    /// Titles and organisations of all projects.
    pub titles: CachedFile<TitleList>,
    filtered: Filtered,
    navigation: Navigation,
    client: StoredValue<ApiClient>,
    seconds: u32,
}

impl Data {
    /// Nothing loaded yet. Every request has a deadline in seconds.
    #[must_use]
    pub fn new(navigation: Navigation, api_address: String, seconds: u32) -> Self {
        let dataset = RwSignal::new(None);
        Self {
            dataset,
            request: LatestRequest::new(seconds),
            vocabulary: CachedFile::new(seconds),
            rationales: CachedFile::new(seconds),
            passages: CachedFile::new(seconds),
            initiatives: CachedFile::new(seconds),
            public_goods: CachedFile::new(seconds),
            conflicts: CachedFile::new(seconds),
            registration: CachedFile::new(seconds),
            lenses: CachedFile::new(seconds),
            tours: CachedFile::new(seconds),
            index: CachedFile::new(seconds),
            titles: CachedFile::new(seconds),
            filtered: Filtered::new(),
            navigation,
            client: StoredValue::new(ApiClient::new(api_address)),
            seconds,
        }
    }

    /// Loads the dataset now and whenever the language changes; the former one stays until the new one is there.
    pub fn load_with_language(self) {
        // A memo of the language alone: a selection must not load anything again.
        let view = self.navigation.view;
        let language = memo(move || View { language: view.with(|view| view.language), ..View::default() });
        effect(move || self.load(language.get().language.unwrap_or(Language::English)));
        effect(move || {
            if let RequestState::Ready(dataset) = self.request.state() {
                dataset.show_texts();
                self.dataset.set(Some(dataset));
            }
        });
    }

    fn load(&self, language: Language) {
        let (client, known) = (self.client.get_value(), self.dataset.get_untracked());
        self.request.fetch(|abort| dataset::load(client, language, known, abort));
    }

    /// Loads the dataset again after a failure.
    pub fn reload(&self) {
        let language = self.navigation.view.get_untracked().language;
        self.load(language.unwrap_or(Language::English));
    }

    /// The state of loading the dataset. Tracked.
    #[must_use]
    pub fn state(&self) -> RequestState<Arc<Dataset>> {
        self.request.state()
    }

    /// A slot for the requests of one view, with the configured deadline.
    #[must_use]
    pub fn request_slot<T: Send + Sync + 'static>(&self) -> LatestRequest<T> {
        LatestRequest::new(self.seconds)
    }

    /// Counts the projects that pass the filter, now and at every change, until the current owner is disposed of. The first
    /// load has no program for it: a lazy chunk calls this.
    pub fn count_filtered(&self) {
        self.filtered.follow(self.navigation.view, self.dataset, self.index, self.titles);
    }

    /// The projects that pass the filter; `None` for an empty filter and until they are known. Tracked.
    #[must_use]
    pub fn passing(&self) -> Option<Arc<ProjectSet>> {
        self.filtered.passing.get()
    }

    /// Whether the projects that pass the filter are not known yet. Tracked.
    #[must_use]
    pub fn is_counting(&self) -> bool {
        self.navigation.view.with(|view| !view.filter.is_empty()) && self.passing().is_none()
    }

    /// The counts of the cells where counts are known. Tracked.
    #[must_use]
    pub fn known_counts(&self, dataset: &Dataset) -> Option<Arc<MatrixCounts>> {
        dataset.has_counts().then(|| self.counts(dataset))
    }

    /// The counts of the cells: of the projects that pass the filter, or of all until those are known. Tracked.
    #[must_use]
    pub fn counts(&self, dataset: &Dataset) -> Arc<MatrixCounts> {
        self.filtered.counts.get().unwrap_or_else(|| dataset.counts.clone())
    }
}
