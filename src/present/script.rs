//! What is shown: the steps of the tour that the address names, or those that belong to the view; and all that is needed
//! to draw them, asked for ahead, so that no step waits and a network that goes is not missed.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::address::{Selection, TourName, View};
use wsis_core::contract::cell::CellPage;
use wsis_core::contract::entry::ProjectFile;
use wsis_core::contract::rationales::Rationales;
use wsis_core::contract::tours::Tours;
use wsis_core::failure::Failure;
use wsis_core::matrix::Matrix;
use wsis_core::tour::{Dropped, Step, Tour, route};
use wsis_core::{EntryId, Language};

use super::own::{self, NotRead};
use crate::api::{Cancel, Latest, Remote, Snapshot};
use crate::state::{Explorer, Site};

/// How many projects of a cell are shown where nobody chose them.
const PROJECTS: usize = 3;

/// The second language of a room.
pub(crate) struct Second {
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
pub(crate) enum ScriptFailure {
    /// The data have no such tour.
    Unknown(String),
    /// In this window no tour has been made.
    NoneMade,
    /// The tour that was given is none.
    NotRead(NotRead),
}

/// What is shown.
#[derive(Clone, Copy)]
pub(crate) struct Script {
    explorer: Explorer,
    steps: RwSignal<Arc<Vec<Arc<Step>>>>,
    /// The tour, where it is one.
    pub(crate) tour: RwSignal<Option<Arc<Tour>>>,
    /// Why there is none.
    pub(crate) failure: RwSignal<Option<ScriptFailure>>,
    /// What its views had that means nothing.
    pub(crate) dropped: RwSignal<Arc<Vec<Dropped>>>,
    second: Latest<Second>,
    projects: StoredValue<Vec<(EntryId, Latest<ProjectFile>)>>,
    site: StoredValue<Arc<Site>>,
}

impl Script {
    /// What the address asks for; it belongs to the view that is being drawn.
    pub(super) fn new(explorer: Explorer, site: &Arc<Site>) -> Self {
        let script = Self {
            explorer,
            steps: RwSignal::new(Arc::new(Vec::new())),
            tour: RwSignal::new(None),
            failure: RwSignal::new(None),
            dropped: RwSignal::new(Arc::new(Vec::new())),
            second: explorer.slot(),
            projects: StoredValue::new(Vec::new()),
            site: StoredValue::new(site.clone()),
        };
        explorer.rationales.need(site);
        // The tours of the data are offered beside any other.
        explorer.tours.need(site);
        script.follow_name();
        script.follow_second();
        script
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
    pub(crate) fn site(&self) -> Arc<Site> {
        self.site.get_value()
    }

    /// The second language, once it is there. Tracks it.
    pub(crate) fn second(&self) -> Option<Arc<Second>> {
        let wanted = self.explorer.view.with(|view| view.second);
        match self.second.remote() {
            Remote::Ready(second) if Some(second.language) == wanted => Some(second),
            _ => None,
        }
    }

    /// The same step of the same tour in the second language, if it is written in it. Tracks it.
    pub(crate) fn in_second(&self, at: usize) -> Option<Step> {
        let second = self.second()?;
        let TourName::Shipped(id) = self.explorer.view.with(|view| view.tour.clone())? else { return None };
        let wire = second.tours.tours.iter().find(|tour| tour.id == id)?;
        // A tour that stands in for a translation is the one that is shown already.
        if wire.language.is_some() {
            return None;
        }
        let (tour, _) = Tour::shipped(wire, second.language).ok()?;
        tour.steps.into_iter().nth(at)
    }

    /// What has become of a project that a step shows. Tracks it.
    pub(crate) fn project(&self, id: &EntryId) -> Remote<Arc<ProjectFile>> {
        self.slot_of(id).map_or(Remote::Idle, |slot| slot.remote())
    }

    fn slot_of(&self, id: &EntryId) -> Option<Latest<ProjectFile>> {
        self.projects.with_value(|known| known.iter().find(|(one, _)| one == id).map(|(_, slot)| *slot))
    }

    /// Asks for a project again.
    pub(crate) fn ask_project(&self, id: &EntryId) {
        if let Some(slot) = self.slot_of(id) {
            let (snapshot, id) = (self.site().snapshot.clone(), id.clone());
            slot.ask(|cancel| async move { snapshot.project(&id, &cancel).await });
        }
    }

    fn follow_name(self) {
        let name = Memo::new(move |_| View {
            tour: self.explorer.view.with(|view| view.tour.clone()),
            ..View::default()
        });
        let owner = Owner::current().unwrap_or_default();
        let of_cell = self.projects_of_cell();
        Effect::new(move || {
            self.failure.set(None);
            let read = match name.get().tour {
                None => return self.show(&owner, None, self.way(of_cell)),
                Some(TourName::Shipped(id)) => {
                    let Some(tours) = self.explorer.tours.ready() else { return };
                    let wire = tours.tours.iter().find(|tour| tour.id == id);
                    let language = self.site().language;
                    let unknown = ScriptFailure::Unknown(id.to_string());
                    wire.ok_or(unknown).and_then(|wire| {
                        Tour::shipped(wire, language)
                            .map_err(|why| ScriptFailure::NotRead(NotRead::Tour(why)))
                    })
                }
                Some(TourName::Own) => match own::kept() {
                    Some(read) => read.map_err(ScriptFailure::NotRead),
                    None => Err(ScriptFailure::NoneMade),
                },
                Some(TourName::Packed(packed)) => own::unpacked(&packed).map_err(ScriptFailure::NotRead),
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
    fn way(self, of_cell: Option<Latest<CellPage>>) -> Vec<Step> {
        let site = self.site();
        let projects: Vec<EntryId> = match of_cell.map(|slot| slot.remote()) {
            Some(Remote::Ready(page)) => {
                page.projects.iter().take(PROJECTS).map(|project| project.id.clone()).collect()
            }
            _ => Vec::new(),
        };
        let view = self.explorer.view.get_untracked();
        route(&view, site.matrix.links(), &projects)
    }

    /// The page of the cell that is presented without a tour.
    fn projects_of_cell(self) -> Option<Latest<CellPage>> {
        let view = self.explorer.view.get_untracked();
        let (Selection::Cell(line, goal), None, None) = (view.selection, &view.tour, &view.project) else {
            return None;
        };
        let (slot, snapshot) = (self.explorer.slot::<CellPage>(), self.site().snapshot.clone());
        slot.ask(|cancel| async move { snapshot.cell(line, goal, 1, &cancel).await });
        Some(slot)
    }

    /// Shows steps, and asks for the projects in them.
    fn show(self, owner: &Owner, tour: Option<Tour>, steps: Vec<Step>) {
        let ids: Vec<EntryId> = steps.iter().filter_map(|step| step.view.project.clone()).collect();
        for id in ids {
            if self.projects.with_value(|known| known.iter().any(|(one, _)| *one == id)) {
                continue;
            }
            let slot = owner.with(|| self.explorer.slot::<ProjectFile>());
            self.projects.update_value(|known| known.push((id.clone(), slot)));
            self.ask_project(&id);
        }
        self.tour.set(tour.map(Arc::new));
        self.steps.set(Arc::new(steps.into_iter().map(Arc::new).collect()));
    }

    fn follow_second(self) {
        let wanted = Memo::new(move |_| View {
            language: self.explorer.view.with(|view| view.second),
            ..View::default()
        });
        Effect::new(move || {
            let site = self.site();
            if let Some(language) = wanted.get().language.filter(|language| *language != site.language) {
                let snapshot = site.snapshot.clone();
                self.second.ask(|cancel| load_second(snapshot, language, cancel));
            }
        });
    }
}

/// Loads what a language has.
pub(crate) async fn load_second(
    snapshot: Snapshot,
    language: Language,
    cancel: Cancel,
) -> Result<Second, Failure> {
    let matrix = snapshot.matrix(language, &cancel).await?;
    let rationales = snapshot.rationales(language, &cancel).await?;
    let tours = snapshot.tours(language, &cancel).await?;
    Ok(Second { language, matrix, rationales, tours })
}
