//! The JSON API: addresses, limits, checks, and the step from wire types to core types.

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
use wsis_core::contract::public_goods::PublicGoods;
use wsis_core::contract::rationales::Rationales;
use wsis_core::contract::registration::Registration;
use wsis_core::contract::tours::Tours;
use wsis_core::contract::vocabulary::Vocabulary;
use wsis_core::contract::{matrix, path};
use wsis_core::failure::{Failure, ProblemDocument, check_contract, is_json};
use wsis_core::index::{ProjectIndex, TitleList};
use wsis_core::matrix::{Matrix, MatrixCounts, WrongShape};
use wsis_core::{EntryId, Goal, Language, Line};
use wsis_platform::abort::Abort;
use wsis_platform::http::{CacheMode, HttpResponse, get};
use wsis_platform::http_error::SizeLimit;
use wsis_platform::json;
use wsis_platform::normalize::TextNormalizer;

use crate::http_failure::failure_of;

/// Cells and all files of their size: 2 MiB.
pub(crate) const SMALL: SizeLimit = SizeLimit(2);

/// The index and the titles: 64 MiB.
const LARGE: SizeLimit = SizeLimit(64);

/// The API at a base address.
#[derive(Debug, Clone)]
pub struct ApiClient {
    base: String,
}

impl ApiClient {
    /// The API below `base`, a complete address with a closing slash.
    #[must_use]
    pub fn new(base: String) -> Self {
        Self { base }
    }

    /// The manifest, revalidated at every visit. Its contract version is one that this build reads.
    ///
    /// # Errors
    /// As for every file: see [`Failure`].
    pub async fn manifest(&self, abort: &Abort) -> Result<Manifest, Failure> {
        let address = format!("{}{}", self.base, path::MANIFEST);
        let bytes = get_bytes(&address, SMALL, CacheMode::Revalidate, abort).await?;
        // A manifest of another major version may have any shape, so the version is checked first.
        check_contract(&parse::<Version>(&bytes)?.contract)?;
        parse(&bytes)
    }

    /// The files of the snapshot that a manifest names.
    #[must_use]
    pub fn snapshot(&self, manifest: &Manifest) -> SnapshotClient {
        SnapshotClient { base: format!("{}{}", self.base, manifest.base) }
    }
}

/// The one field that every manifest has, whatever its version.
#[derive(serde::Deserialize)]
struct Version {
    contract: String,
}

/// The one field that tells a withdrawn project from others.
#[derive(serde::Deserialize)]
struct MaybeWithdrawn {
    #[serde(default)]
    withdrawn: bool,
}

/// The immutable files of one snapshot.
#[derive(Debug, Clone)]
pub struct SnapshotClient {
    base: String,
}

impl SnapshotClient {
    /// The absolute address of its folder.
    #[must_use]
    pub fn base(&self) -> &str {
        &self.base
    }

    pub(crate) async fn file<T: DeserializeOwned>(
        &self,
        path: &str,
        limit: SizeLimit,
        abort: &Abort,
    ) -> Result<T, Failure> {
        let address = format!("{}{path}", self.base);
        parse(&get_bytes(&address, limit, CacheMode::Immutable, abort).await?)
    }

    /// Names, links and targets.
    ///
    /// # Errors
    /// As for every file: see [`Failure`].
    pub async fn matrix(&self, language: Language, abort: &Abort) -> Result<Matrix, Failure> {
        let wire: matrix::MatrixFile = self.file(&path::matrix(language), SMALL, abort).await?;
        Matrix::new(wire).map_err(wrong_shape)
    }

    /// The numbers of every cell.
    ///
    /// # Errors
    /// As for every file: see [`Failure`].
    pub async fn counts(&self, abort: &Abort) -> Result<MatrixCounts, Failure> {
        let wire: Counts = self.file(path::COUNTS, SMALL, abort).await?;
        MatrixCounts::new(wire).map_err(wrong_shape)
    }

    /// A page of a cell's projects. An answer for another page or cell is a failure.
    ///
    /// # Errors
    /// As for every file: see [`Failure`].
    pub async fn cell(&self, line: Line, goal: Goal, page: u32, abort: &Abort) -> Result<CellPage, Failure> {
        let answer: CellPage = self.file(&path::cell(line, goal, page), SMALL, abort).await?;
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
    ///
    /// # Errors
    /// As for every file: see [`Failure`].
    pub async fn project(&self, id: &EntryId, abort: &Abort) -> Result<ProjectFile, Failure> {
        let address = format!("{}{}", self.base, path::project(id));
        let bytes = get_bytes(&address, SMALL, CacheMode::Immutable, abort).await?;
        // The field is read first: trying both shapes would cost 10 kB of program.
        if parse::<MaybeWithdrawn>(&bytes)?.withdrawn {
            return parse(&bytes).map(ProjectFile::Withdrawn);
        }
        parse(&bytes).map(ProjectFile::Project)
    }

    /// Names of regions, stakeholder types, countries and other terms.
    ///
    /// # Errors
    /// As for every file: see [`Failure`].
    pub async fn vocabulary(&self, language: Language, abort: &Abort) -> Result<Vocabulary, Failure> {
        self.file(&path::vocabulary(language), SMALL, abort).await
    }

    /// The rationale of each link.
    ///
    /// # Errors
    /// As for every file: see [`Failure`].
    pub async fn rationales(&self, language: Language, abort: &Abort) -> Result<Rationales, Failure> {
        self.file(&path::rationales(language), SMALL, abort).await
    }

    /// Texts on each line.
    ///
    /// # Errors
    /// As for every file: see [`Failure`].
    pub async fn passages(&self, language: Language, abort: &Abort) -> Result<Passages, Failure> {
        self.file(&path::passages(language), SMALL, abort).await
    }

    /// The facilitators of a line.
    ///
    /// # Errors
    /// As for every file: see [`Failure`].
    pub async fn line_profile(
        &self,
        language: Language,
        line: Line,
        abort: &Abort,
    ) -> Result<LineProfile, Failure> {
        self.file(&path::line_profile(language, line), SMALL, abort).await
    }

    /// The initiatives of the ITU Secretary-General's report.
    ///
    /// # Errors
    /// As for every file: see [`Failure`].
    pub async fn initiatives(&self, language: Language, abort: &Abort) -> Result<Initiatives, Failure> {
        self.file(&path::context(language, path::INITIATIVES), SMALL, abort).await
    }

    /// Digital public goods, which are listed beside the projects; none where a snapshot has no such file.
    ///
    /// # Errors
    /// As for every file: see [`Failure`].
    pub async fn public_goods(&self, abort: &Abort) -> Result<PublicGoods, Failure> {
        match self.file(path::PUBLIC_GOODS, SMALL, abort).await {
            Err(Failure::Status { code: 404, .. }) => Ok(PublicGoods { goods: Vec::new() }),
            answer => answer,
        }
    }

    /// Subjects on which sources differ.
    ///
    /// # Errors
    /// As for every file: see [`Failure`].
    pub async fn conflicts(&self, language: Language, abort: &Abort) -> Result<Conflicts, Failure> {
        self.file(&path::context(language, path::CONFLICTS), SMALL, abort).await
    }

    /// ITU's rules for registering projects.
    ///
    /// # Errors
    /// As for every file: see [`Failure`].
    pub async fn registration(&self, language: Language, abort: &Abort) -> Result<Registration, Failure> {
        self.file(&path::context(language, path::REGISTRATION), SMALL, abort).await
    }

    /// The tours that come with the data.
    ///
    /// # Errors
    /// As for every file: see [`Failure`].
    pub async fn tours(&self, language: Language, abort: &Abort) -> Result<Tours, Failure> {
        self.file(&path::context(language, path::TOURS), SMALL, abort).await
    }

    /// The index of all projects.
    ///
    /// # Errors
    /// As for every file: see [`Failure`].
    pub async fn index(&self, abort: &Abort) -> Result<ProjectIndex, Failure> {
        let index: Index = self.file(path::INDEX, LARGE, abort).await?;
        ProjectIndex::new(index).map_err(wrong_shape)
    }

    /// Titles and organisations of the projects, in the order of the index.
    ///
    /// # Errors
    /// As for every file: see [`Failure`].
    pub async fn titles(&self, abort: &Abort) -> Result<TitleList, Failure> {
        let titles: Titles = self.file(path::TITLES, LARGE, abort).await?;
        TitleList::new(titles, |text| TextNormalizer::new().normalize_lines(text)).map_err(wrong_shape)
    }
}

fn wrong_shape(WrongShape(detail): WrongShape) -> Failure {
    Failure::WrongShape { detail }
}

pub(crate) async fn get_bytes(
    address: &str,
    limit: SizeLimit,
    cache: CacheMode,
    abort: &Abort,
) -> Result<Vec<u8>, Failure> {
    let answer = get(address, cache, abort).await.map_err(failure_of)?;
    if !answer.is_ok() {
        return Err(status_failure(&answer, abort).await);
    }
    if !is_json(&answer.content_type) {
        return Err(Failure::NotJson { content_type: answer.content_type });
    }
    answer.bytes(limit, abort).await.map_err(failure_of)
}

/// The failure of a status, with the server's problem document (RFC 9457) if it sent one.
async fn status_failure(answer: &HttpResponse, abort: &Abort) -> Failure {
    let mut problem = None;
    if is_json(&answer.content_type)
        && let Ok(bytes) = answer.bytes(SMALL, abort).await
    {
        problem = parse::<ProblemDocument>(&bytes).ok().and_then(|problem| problem.in_one_line());
    }
    Failure::Status { code: answer.status, problem }
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Failure> {
    let text =
        std::str::from_utf8(bytes).map_err(|error| Failure::WrongShape { detail: error.to_string() })?;
    json::parse(text).map_err(|error| Failure::WrongShape { detail: error.to_string() })
}
