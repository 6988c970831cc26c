//! The JSON API as the app asks it: one place that knows addresses, limits and failures.
//!
//! `request` gets a file and tells failures apart, `latest` keeps only the answer to the newest question, `Api` knows
//! which file answers what. Every answer is turned into core types here, once.

mod latest;
mod request;

pub(crate) use latest::{Latest, Remote};
pub(crate) use request::Cancel;
use serde::de::DeserializeOwned;
use wsis_core::contract::cell::CellPage;
use wsis_core::contract::conflicts::Conflicts;
use wsis_core::contract::context::Initiatives;
use wsis_core::contract::counts::Counts;
use wsis_core::contract::entry::ProjectFile;
use wsis_core::contract::index::{Index, Titles};
use wsis_core::contract::manifest::Manifest;
use wsis_core::contract::passages::Passages;
use wsis_core::contract::profile::LineProfile;
use wsis_core::contract::rationales::Rationales;
use wsis_core::contract::registration::Registration;
use wsis_core::contract::tours::Tours;
use wsis_core::contract::vocabulary::Vocabulary;
use wsis_core::contract::{matrix, path};
use wsis_core::failure::{Failure, check_contract};
use wsis_core::index::{ProjectIndex, TitleList};
use wsis_core::matrix::{Matrix, Numbers, WrongShape};
use wsis_core::{EntryId, Goal, Language, Line};

use crate::dom::fold::Folder;
use request::{Freshness, Limit, get_bytes, parse};

/// The API at a base address.
#[derive(Debug, Clone)]
pub(crate) struct Api {
    base: String,
}

impl Api {
    /// The API below `base`, a complete address with a closing slash.
    pub(crate) fn new(base: String) -> Self {
        Self { base }
    }

    /// The manifest, asked anew at every visit; its contract is one this build reads.
    pub(crate) async fn manifest(&self, cancel: &Cancel) -> Result<Manifest, Failure> {
        let address = format!("{}{}", self.base, path::MANIFEST);
        let bytes = get_bytes(&address, Limit::Small, Freshness::Revalidated, cancel).await?;
        // A manifest of another major contract may have any shape: its version is looked at before its form.
        check_contract(&parse::<Version>(&bytes)?.contract)?;
        parse(&bytes)
    }

    /// The files of the snapshot that a manifest names.
    pub(crate) fn snapshot(&self, manifest: &Manifest) -> Snapshot {
        Snapshot { base: format!("{}{}", self.base, manifest.base) }
    }
}

/// The one field that every manifest of every contract has.
#[derive(serde::Deserialize)]
struct Version {
    contract: String,
}

/// The one field that tells a withdrawn project from one that is there.
#[derive(serde::Deserialize)]
struct MaybeWithdrawn {
    #[serde(default)]
    withdrawn: bool,
}

/// The immutable files of one snapshot.
#[derive(Debug, Clone)]
pub(crate) struct Snapshot {
    base: String,
}

impl Snapshot {
    /// The complete address of its folder.
    pub(crate) fn base(&self) -> &str {
        &self.base
    }

    async fn file<T: DeserializeOwned>(
        &self,
        path: &str,
        limit: Limit,
        cancel: &Cancel,
    ) -> Result<T, Failure> {
        let address = format!("{}{path}", self.base);
        parse(&get_bytes(&address, limit, Freshness::Immutable, cancel).await?)
    }

    /// Names, links and targets.
    pub(crate) async fn matrix(&self, language: Language, cancel: &Cancel) -> Result<Matrix, Failure> {
        let wire: matrix::Matrix = self.file(&path::matrix(language), Limit::Small, cancel).await?;
        Matrix::new(wire).map_err(wrong_shape)
    }

    /// The numbers of every cell.
    pub(crate) async fn numbers(&self, cancel: &Cancel) -> Result<Numbers, Failure> {
        let wire: Counts = self.file(path::COUNTS, Limit::Small, cancel).await?;
        Numbers::new(wire).map_err(wrong_shape)
    }

    /// A page of a cell; the answer is held to be that page of that cell.
    pub(crate) async fn cell(
        &self,
        line: Line,
        goal: Goal,
        page: u32,
        cancel: &Cancel,
    ) -> Result<CellPage, Failure> {
        let answer: CellPage = self.file(&path::cell(line, goal, page), Limit::Small, cancel).await?;
        if (answer.line, answer.goal, answer.page) == (line, goal, page) {
            Ok(answer)
        } else {
            Err(Failure::WrongShape {
                detail: format!(
                    "asked for page {page} of {line} × {goal}, got page {} of {} × {}",
                    answer.page, answer.line, answer.goal
                ),
            })
        }
    }

    /// A project in full.
    pub(crate) async fn project(&self, id: &EntryId, cancel: &Cancel) -> Result<ProjectFile, Failure> {
        let address = format!("{}{}", self.base, path::project(id));
        let bytes = get_bytes(&address, Limit::Small, Freshness::Immutable, cancel).await?;
        // Which of the two a file is, is asked first: trying both would cost 10 kB of program.
        if parse::<MaybeWithdrawn>(&bytes)?.withdrawn {
            return parse(&bytes).map(ProjectFile::Withdrawn);
        }
        parse(&bytes).map(ProjectFile::Project)
    }

    /// What regions, kinds and countries are called.
    pub(crate) async fn vocabulary(
        &self,
        language: Language,
        cancel: &Cancel,
    ) -> Result<Vocabulary, Failure> {
        self.file(&path::vocabulary(language), Limit::Small, cancel).await
    }

    /// Why each link stands.
    pub(crate) async fn rationales(
        &self,
        language: Language,
        cancel: &Cancel,
    ) -> Result<Rationales, Failure> {
        self.file(&path::rationales(language), Limit::Small, cancel).await
    }

    /// What is said of each line.
    pub(crate) async fn passages(&self, language: Language, cancel: &Cancel) -> Result<Passages, Failure> {
        self.file(&path::passages(language), Limit::Small, cancel).await
    }

    /// What is known of a line beside its links and projects.
    pub(crate) async fn line_profile(
        &self,
        language: Language,
        line: Line,
        cancel: &Cancel,
    ) -> Result<LineProfile, Failure> {
        self.file(&path::line_profile(language, line), Limit::Small, cancel).await
    }

    /// The initiatives of the report.
    pub(crate) async fn initiatives(
        &self,
        language: Language,
        cancel: &Cancel,
    ) -> Result<Initiatives, Failure> {
        self.file(&path::context(language, path::INITIATIVES), Limit::Small, cancel).await
    }

    /// Where sources differ.
    pub(crate) async fn conflicts(&self, language: Language, cancel: &Cancel) -> Result<Conflicts, Failure> {
        self.file(&path::context(language, path::CONFLICTS), Limit::Small, cancel).await
    }

    /// How ITU registers projects.
    pub(crate) async fn registration(
        &self,
        language: Language,
        cancel: &Cancel,
    ) -> Result<Registration, Failure> {
        self.file(&path::context(language, path::REGISTRATION), Limit::Small, cancel).await
    }

    /// The tours that come with the data.
    pub(crate) async fn tours(&self, language: Language, cancel: &Cancel) -> Result<Tours, Failure> {
        self.file(&path::context(language, path::TOURS), Limit::Small, cancel).await
    }

    /// The columns of all projects.
    pub(crate) async fn index(&self, cancel: &Cancel) -> Result<ProjectIndex, Failure> {
        let index: Index = self.file(path::INDEX, Limit::Large, cancel).await?;
        ProjectIndex::new(index).map_err(wrong_shape)
    }

    /// What the projects are called, in the order of the index.
    pub(crate) async fn titles(&self, cancel: &Cancel) -> Result<TitleList, Failure> {
        let titles: Titles = self.file(path::TITLES, Limit::Large, cancel).await?;
        TitleList::new(titles, |text| Folder::new().fold_lines(text)).map_err(wrong_shape)
    }
}

fn wrong_shape(WrongShape(detail): WrongShape) -> Failure {
    Failure::WrongShape { detail }
}
