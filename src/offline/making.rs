//! Making everything ready: one file after the other is kept, a few at once; then all of them are read back.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use futures::future::{join, join3};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wsis_core::contract::{keeping, path};

use super::told::{Kept, Proof, proof_question, question};
use super::{Failure, Making, Missing, Offline, Why, today};
use crate::api::Cancel;
use crate::dom::{json, worker};
use crate::state::Site;

/// Above so many projects they are not loaded one by one: each is a file.
const MOST_PROJECTS: u32 = 2_000;

/// How long the list of all projects may take, in seconds.
const PATIENCE: u32 = 60;

/// The work of one time: what is still to be kept, and what has become of the rest.
struct Job {
    offline: Offline,
    base: String,
    waiting: RefCell<Vec<String>>,
    all: u32,
    done: Cell<u32>,
    missing: RefCell<Vec<Missing>>,
    /// What the snapshot may lack and lacks.
    lacking: RefCell<Vec<String>>,
}

impl Offline {
    /// Loads everything in the chosen languages that is not kept yet, and proves that it is.
    pub(crate) fn make_ready(self, site: Arc<Site>) {
        self.making.set(Making::Loading { done: 0, all: 0 });
        // Some browsers ask the reader, who may take a while.
        spawn_local(async move { self.promised.set(worker::persist().await) });
        spawn_local(async move {
            worker::ask(question("begin", &[("snapshot", &site.manifest.snapshot)])).await;
            match self.files(&site).await {
                Ok(files) => self.load(&site, &files).await,
                Err(failure) => {
                    let missing = Missing { file: path::INDEX.to_owned(), why: Why::Failure(failure) };
                    self.making.set(Making::Missing(vec![missing]));
                }
            }
            self.look(site);
        });
    }

    async fn load(self, site: &Site, files: &[String]) {
        let job = Job::new(self, site, files);
        job.load().await;
        if !self.is_called_off() {
            self.making.set(Making::Checking);
            self.prove(site, &job, files).await;
        }
    }

    /// Stops loading; what has been kept stays.
    pub(crate) fn cancel(self) {
        self.making.set(Making::Cancelled);
    }

    fn is_called_off(self) -> bool {
        self.making.with_untracked(|making| *making == Making::Cancelled)
    }

    /// The paths of all files.
    async fn files(self, site: &Site) -> Result<Vec<String>, Failure> {
        let languages = self.chosen.get_untracked();
        let mut files = projects(site).await?;
        files.extend(keeping::everything(&languages, &site.numbers, site.manifest.page_size));
        Ok(files)
    }

    async fn prove(self, site: &Site, job: &Job, files: &[String]) {
        let failed = job.missing.take();
        // A file that the snapshot lacks and may lack is not asked for again.
        let lacking = job.lacking.take();
        let addresses: Vec<String> = files
            .iter()
            .filter(|file| !lacking.contains(*file))
            .map(|file| format!("{}{file}", job.base))
            .collect();
        let day = today();
        let asked = proof_question(&addresses, &site.manifest.snapshot, &day);
        let proof = worker::ask(asked).await.and_then(|told| json::parse::<Proof>(&told).ok());
        self.making.set(match proof {
            Some(proof) if proof.missing.is_empty() => Making::Complete { files: proof.checked, day },
            Some(proof) => Making::Missing(told_missing(&proof, failed, &job.base)),
            None => Making::Missing(failed),
        });
    }
}

/// The projects in full, unless they are too many.
async fn projects(site: &Site) -> Result<Vec<String>, Failure> {
    if !keeps_projects(site) {
        return Ok(Vec::new());
    }
    let index = site.snapshot.index(&Cancel::with_deadline(PATIENCE)).await?;
    Ok((0..index.rows()).filter_map(|row| index.id(row)).map(path::project).collect())
}

/// Whether each project is made ready, and not their lists alone.
pub(crate) fn keeps_projects(site: &Site) -> bool {
    site.manifest.projects <= MOST_PROJECTS
}

/// Each file that the proof did not find, with the reason that was met before.
fn told_missing(proof: &Proof, failed: Vec<Missing>, base: &str) -> Vec<Missing> {
    let why =
        |file: &str| failed.iter().find(|missing| missing.file == file).map(|missing| missing.why.clone());
    proof
        .missing
        .iter()
        .map(|address| {
            let file = address.strip_prefix(base).unwrap_or(address).to_owned();
            Missing { why: why(&file).unwrap_or(Why::NotThere), file }
        })
        .collect()
}

impl Job {
    fn new(offline: Offline, site: &Site, files: &[String]) -> Self {
        Self {
            offline,
            base: site.snapshot.base().to_owned(),
            waiting: RefCell::new(files.to_vec()),
            all: u32::try_from(files.len()).unwrap_or(u32::MAX),
            done: Cell::new(0),
            missing: RefCell::default(),
            lacking: RefCell::default(),
        }
    }

    /// Six at once, as browsers ask one host.
    async fn load(&self) {
        let three = || join3(self.lane(), self.lane(), self.lane());
        join(three(), three()).await;
    }

    async fn lane(&self) {
        loop {
            let next = self.waiting.borrow_mut().pop();
            let Some(file) = next.filter(|_| !self.offline.is_called_off()) else { return };
            self.keep(file).await;
            self.done.set(self.done.get() + 1);
            if !self.offline.is_called_off() {
                self.offline.making.set(Making::Loading { done: self.done.get(), all: self.all });
            }
        }
    }

    async fn keep(&self, file: String) {
        let address = format!("{}{file}", self.base);
        let answer = worker::ask(question("keep", &[("file", &address)])).await;
        let kept = answer.and_then(|told| json::parse::<Kept>(&told).ok());
        if keeping::may_lack(&file) && kept.as_ref().is_some_and(Kept::is_lacking) {
            self.lacking.borrow_mut().push(file);
        } else if let Some(why) = kept.map_or_else(|| Some(Why::unreachable()), Kept::why) {
            self.missing.borrow_mut().push(Missing { file, why });
        }
    }
}
