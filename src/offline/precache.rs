//! Completing the offline copy: loads all files, six at once, then reads all of them back.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use futures::future::{join, join3};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wsis_core::VocabularyId;
use wsis_core::contract::{offline_files, path};
use wsis_core::failure::Failure;
use wsis_platform::abort::Abort;
use wsis_platform::{json, timer};
use wsis_state::Dataset;

use crate::offline::service::{OfflineService, Precache};
use crate::offline::service_worker;
use crate::offline::worker_protocol::{
    MissingFile, MissingReason, PrecacheResult, VerifyResult, message, verify_message,
};

/// Above this number of projects their own files are left out: each is a request.
const MAX_PROJECT_FILES: u32 = 2_000;

/// The deadline for the index, in seconds.
const INDEX_SECONDS: u32 = 60;

/// One run: the files that are still to be loaded, and the outcome of the others.
struct Run {
    service: OfflineService,
    base: String,
    waiting: RefCell<Vec<String>>,
    all: u32,
    done: Cell<u32>,
    missing: RefCell<Vec<MissingFile>>,
    /// Optional files that the snapshot lacks.
    absent: RefCell<Vec<String>>,
}

/// Completes the copy in the chosen languages, and verifies it.
pub(crate) fn start(service: OfflineService, dataset: Arc<Dataset>) {
    service.precache.set(Precache::Loading { done: 0, all: 0 });
    // Some browsers ask the reader, which may take a while.
    spawn_local(async move { service.is_persistent.set(service_worker::request_persistence().await) });
    spawn_local(async move {
        service_worker::send(message("begin", &[("snapshot", &dataset.manifest.snapshot)])).await;
        match all_files(service, &dataset).await {
            Ok(files) => run(service, &dataset, &files).await,
            Err(missing) => service.precache.set(Precache::Incomplete(vec![missing])),
        }
        service.refresh(dataset);
    });
}

/// Stops loading; the files that were loaded stay in the copy.
pub(crate) fn cancel(service: OfflineService) {
    service.precache.set(Precache::Cancelled);
}

fn is_cancelled(service: OfflineService) -> bool {
    service.precache.with_untracked(|precache| *precache == Precache::Cancelled)
}

/// Whether the files of single projects are part of a complete copy, or their lists alone.
pub(crate) fn includes_projects(dataset: &Dataset) -> bool {
    dataset.manifest.projects <= MAX_PROJECT_FILES
}

/// The paths of all files of a complete copy; or the list that could not be loaded.
async fn all_files(service: OfflineService, dataset: &Dataset) -> Result<Vec<String>, MissingFile> {
    let languages = service.languages.get_untracked();
    let missing = |file: String| |failure| MissingFile { file, reason: MissingReason::Failure(failure) };
    let mut files = project_files(dataset).await.map_err(missing(path::INDEX.to_owned()))?;
    let (language, list) = (dataset.language, path::context(dataset.language, path::LENSES));
    let answer = dataset.snapshot.lenses(language, &Abort::with_deadline(INDEX_SECONDS)).await;
    let lenses = answer.map_err(missing(list))?.lenses;
    let lenses: Vec<VocabularyId> = lenses.into_iter().map(|lens| lens.id).collect();
    let page_size = dataset.manifest.page_size;
    files.extend(offline_files::complete(&languages, &dataset.counts, page_size, &lenses));
    Ok(files)
}

async fn project_files(dataset: &Dataset) -> Result<Vec<String>, Failure> {
    if !includes_projects(dataset) {
        return Ok(Vec::new());
    }
    let index = dataset.snapshot.index(&Abort::with_deadline(INDEX_SECONDS)).await?;
    Ok((0..index.rows()).filter_map(|row| index.id(row)).map(path::project).collect())
}

async fn run(service: OfflineService, dataset: &Dataset, files: &[String]) {
    let run = Run::new(service, dataset, files);
    run.load().await;
    if !is_cancelled(service) {
        service.precache.set(Precache::Verifying);
        run.verify(dataset, files).await;
    }
}

impl Run {
    fn new(service: OfflineService, dataset: &Dataset, files: &[String]) -> Self {
        Self {
            service,
            base: dataset.snapshot.base().to_owned(),
            waiting: RefCell::new(files.to_vec()),
            all: u32::try_from(files.len()).unwrap_or(u32::MAX),
            done: Cell::new(0),
            missing: RefCell::default(),
            absent: RefCell::default(),
        }
    }

    /// Six at once, as many as browsers send to one host.
    async fn load(&self) {
        let three = || join3(self.load_next(), self.load_next(), self.load_next());
        join(three(), three()).await;
    }

    async fn load_next(&self) {
        loop {
            let next = self.waiting.borrow_mut().pop();
            let Some(file) = next.filter(|_| !is_cancelled(self.service)) else { return };
            self.load_file(file).await;
            self.done.set(self.done.get() + 1);
            if !is_cancelled(self.service) {
                self.service.precache.set(Precache::Loading { done: self.done.get(), all: self.all });
            }
        }
    }

    async fn load_file(&self, file: String) {
        let address = format!("{}{file}", self.base);
        let answer = service_worker::send(message("keep", &[("file", &address)])).await;
        let result = answer.and_then(|answer| json::parse::<PrecacheResult>(&answer).ok());
        if offline_files::is_optional(&file) && result.as_ref().is_some_and(PrecacheResult::is_not_found) {
            self.absent.borrow_mut().push(file);
            return;
        }
        let reason =
            result.map_or_else(|| Some(MissingReason::unreachable()), PrecacheResult::missing_reason);
        if let Some(reason) = reason {
            self.missing.borrow_mut().push(MissingFile { file, reason });
        }
    }

    async fn verify(&self, dataset: &Dataset, files: &[String]) {
        let (failed, absent) = (self.missing.take(), self.absent.take());
        let addresses: Vec<String> = files
            .iter()
            .filter(|file| !absent.contains(*file))
            .map(|file| format!("{}{file}", self.base))
            .collect();
        let day = timer::today();
        let request = verify_message(&addresses, &dataset.manifest.snapshot, &day);
        let answer = service_worker::send(request).await;
        let result = answer.and_then(|answer| json::parse::<VerifyResult>(&answer).ok());
        self.service.precache.set(match result {
            Some(result) if result.missing.is_empty() => Precache::Complete { files: result.checked, day },
            Some(result) => Precache::Incomplete(missing_files(&result, &failed, &self.base)),
            None => Precache::Incomplete(failed),
        });
    }
}

/// The files that could not be read back, each with the reason why it could not be loaded.
fn missing_files(result: &VerifyResult, failed: &[MissingFile], base: &str) -> Vec<MissingFile> {
    let reason = |file: &str| failed.iter().find(|missing| missing.file == file).map(|it| it.reason.clone());
    result
        .missing
        .iter()
        .map(|address| {
            let file = address.strip_prefix(base).unwrap_or(address).to_owned();
            MissingFile { reason: reason(&file).unwrap_or(MissingReason::NotThere), file }
        })
        .collect()
}
