//! Slides: the steps of the tour in the address, or of the view, and all files they need, loaded ahead.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::address::{Selection, TourName, View};
use wsis_core::contract::cell::CellPage;
use wsis_core::contract::entry::ProjectFile;
use wsis_core::contract::rationales::Rationales;
use wsis_core::contract::tours::Tours;
use wsis_core::failure::Failure;
use wsis_core::matrix::Matrix;
use wsis_core::tour::{DroppedParameter, Step, Tour, route};
use wsis_core::{EntryId, Language};
use wsis_platform::abort::Abort;
use wsis_state::Dataset;
use wsis_state::Explorer;
use wsis_state::LatestRequest;
use wsis_state::RequestState;
use wsis_state::client::SnapshotClient;
use wsis_state::effect::{effect, memo};

use crate::presentation::custom_tour;
use crate::presentation::custom_tour::TourFileError;

/// How many projects of a cell are shown where nobody chose them.
const PROJECTS: usize = 3;

/// The second language of a room.
pub(crate) struct SecondLanguage {
    /// Which.
    pub(crate) language: Language,
    /// The names of lines and goals in it.
    pub(crate) matrix: Matrix,
    /// The rationales in it.
    pub(crate) rationales: Rationales,
    /// The tours in it.
    pub(crate) tours: Tours,
}

/// Why there is nothing to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum SlidesError {
    /// The data have no such tour.
    Unknown(String),
    /// In this window no tour has been made.
    NoneMade,
    /// The tour that was given is none.
    TourFileError(TourFileError),
}

/// The shown step and its tour.
#[derive(Clone, Copy)]
pub(crate) struct Slides {
    explorer: Explorer,
    steps: RwSignal<Arc<Vec<Arc<Step>>>>,
    /// The tour, where it is one.
    pub(crate) tour: RwSignal<Option<Arc<Tour>>>,
    /// Why there is none.
    pub(crate) failure: RwSignal<Option<SlidesError>>,
    /// The invalid values of its views.
    pub(crate) dropped: RwSignal<Arc<Vec<DroppedParameter>>>,
    second: LatestRequest<SecondLanguage>,
    projects: StoredValue<Vec<(EntryId, LatestRequest<ProjectFile>)>>,
    dataset: StoredValue<Arc<Dataset>>,
}

impl Slides {
    /// The view that the address asks for; it belongs to the page that is being drawn.
    pub(crate) fn new(explorer: Explorer, dataset: &Arc<Dataset>) -> Self {
        let slides = Self {
            explorer,
            steps: RwSignal::new(Arc::new(Vec::new())),
            tour: RwSignal::new(None),
            failure: RwSignal::new(None),
            dropped: RwSignal::new(Arc::new(Vec::new())),
            second: explorer.data.request_slot(),
            projects: StoredValue::new(Vec::new()),
            dataset: StoredValue::new(dataset.clone()),
        };
        explorer.data.rationales.ensure_loaded(dataset);
        // The tours of the data are offered beside any other.
        explorer.data.tours.ensure_loaded(dataset);
        slides.follow_name();
        slides.follow_second();
        slides
    }

    /// How many steps there are. Tracks it.
    pub(crate) fn len(&self) -> usize {
        self.steps.with(|steps| steps.len())
    }

    /// All steps. Tracks them.
    pub(crate) fn steps(&self) -> Arc<Vec<Arc<Step>>> {
        self.steps.get()
    }

    /// A step, counted from 0. Tracks them.
    pub(crate) fn step(&self, at: usize) -> Option<Arc<Step>> {
        self.steps.with(|steps| steps.get(at).cloned())
    }

    /// The matrix in the language of the room.
    pub(crate) fn dataset(&self) -> Arc<Dataset> {
        self.dataset.get_value()
    }

    /// The second language, once it is there. Tracks it.
    pub(crate) fn second(&self) -> Option<Arc<SecondLanguage>> {
        let wanted = self.explorer.navigation.view.with(|view| view.second_language);
        match self.second.state() {
            RequestState::Ready(second) if Some(second.language) == wanted => Some(second),
            _ => None,
        }
    }

    /// The same step of the same tour in the second language, if it is written in it. Tracks it.
    pub(crate) fn in_second(&self, at: usize) -> Option<Step> {
        let second = self.second()?;
        let TourName::Shipped(id) = self.explorer.navigation.view.with(|view| view.tour.clone())? else {
            return None;
        };
        let wire = second.tours.tours.iter().find(|tour| tour.id == id)?;
        // A tour that stands in for a translation is the one that is shown already.
        if wire.language.is_some() {
            return None;
        }
        let (tour, _) = Tour::from_data(wire, second.language).ok()?;
        tour.steps.into_iter().nth(at)
    }

    /// The state of loading a project that a step shows. Tracked.
    pub(crate) fn project(&self, id: &EntryId) -> RequestState<Arc<ProjectFile>> {
        self.slot_of(id).map_or(RequestState::Idle, |slot| slot.state())
    }

    fn slot_of(&self, id: &EntryId) -> Option<LatestRequest<ProjectFile>> {
        self.projects.with_value(|known| known.iter().find(|(one, _)| one == id).map(|(_, slot)| *slot))
    }

    /// Asks for a project again.
    pub(crate) fn ask_project(&self, id: &EntryId) {
        if let Some(slot) = self.slot_of(id) {
            let (snapshot, id) = (self.dataset().snapshot.clone(), id.clone());
            slot.fetch(|abort| async move { snapshot.project(&id, &abort).await });
        }
    }

    fn follow_name(self) {
        let name = memo(move || View {
            tour: self.explorer.navigation.view.with(|view| view.tour.clone()),
            ..View::default()
        });
        let owner = Owner::current().unwrap_or_default();
        let of_cell = self.projects_of_cell();
        effect(move || {
            self.failure.set(None);
            let read = match name.get().tour {
                None => return self.show(&owner, None, self.way(of_cell)),
                Some(TourName::Shipped(id)) => {
                    let Some(tours) = self.explorer.data.tours.ready() else { return };
                    let wire = tours.tours.iter().find(|tour| tour.id == id);
                    let language = self.dataset().language;
                    let unknown = SlidesError::Unknown(id.to_string());
                    wire.ok_or(unknown).and_then(|wire| {
                        Tour::from_data(wire, language)
                            .map_err(|why| SlidesError::TourFileError(TourFileError::Tour(why)))
                    })
                }
                Some(TourName::Own) => match custom_tour::kept() {
                    Some(read) => read.map_err(SlidesError::TourFileError),
                    None => Err(SlidesError::NoneMade),
                },
                Some(TourName::Packed(packed)) => {
                    custom_tour::unpacked(&packed).map_err(SlidesError::TourFileError)
                }
            };
            match read {
                Ok((tour, dropped)) => {
                    self.dropped.set(Arc::new(dropped));
                    let steps = tour.steps.clone();
                    self.show(&owner, Some(tour), steps);
                }
                Err(failure) => self.failure.set(Some(failure)),
            }
        });
    }

    /// The steps that belong to the view. Tracks the projects that come.
    fn way(self, of_cell: Option<LatestRequest<CellPage>>) -> Vec<Step> {
        let dataset = self.dataset();
        let projects: Vec<EntryId> = match of_cell.map(|slot| slot.state()) {
            Some(RequestState::Ready(page)) => {
                page.projects.iter().take(PROJECTS).map(|project| project.id.clone()).collect()
            }
            _ => Vec::new(),
        };
        let view = self.explorer.navigation.view.get_untracked();
        route(&view, dataset.matrix.links(), &projects)
    }

    /// The page of the cell that is presented without a tour.
    fn projects_of_cell(self) -> Option<LatestRequest<CellPage>> {
        let view = self.explorer.navigation.view.get_untracked();
        let (Selection::Cell(line, goal), None, None) = (view.selection, &view.tour, &view.opened) else {
            return None;
        };
        let (slot, snapshot) =
            (self.explorer.data.request_slot::<CellPage>(), self.dataset().snapshot.clone());
        slot.fetch(|abort| async move { snapshot.cell(line, goal, 1, &abort).await });
        Some(slot)
    }

    /// Shows steps, and asks for the projects in them.
    fn show(self, owner: &Owner, tour: Option<Tour>, steps: Vec<Step>) {
        let ids: Vec<EntryId> = steps.iter().filter_map(|step| step.view.project().cloned()).collect();
        for id in ids {
            if self.projects.with_value(|known| known.iter().any(|(one, _)| *one == id)) {
                continue;
            }
            let slot = owner.with(|| self.explorer.data.request_slot::<ProjectFile>());
            self.projects.update_value(|known| known.push((id.clone(), slot)));
            self.ask_project(&id);
        }
        self.tour.set(tour.map(Arc::new));
        self.steps.set(Arc::new(steps.into_iter().map(Arc::new).collect()));
    }

    fn follow_second(self) {
        let wanted = memo(move || View {
            language: self.explorer.navigation.view.with(|view| view.second_language),
            ..View::default()
        });
        effect(move || {
            let dataset = self.dataset();
            if let Some(language) = wanted.get().language.filter(|language| *language != dataset.language) {
                let snapshot = dataset.snapshot.clone();
                self.second.fetch(|abort| load_second_language(snapshot, language, abort));
            }
        });
    }
}

/// Loads what a language has.
pub(crate) async fn load_second_language(
    snapshot: SnapshotClient,
    language: Language,
    abort: Abort,
) -> Result<SecondLanguage, Failure> {
    let matrix = snapshot.matrix(language, &abort).await?;
    let rationales = snapshot.rationales(language, &abort).await?;
    let tours = snapshot.tours(language, &abort).await?;
    Ok(SecondLanguage { language, matrix, rationales, tours })
}
