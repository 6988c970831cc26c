//! The pages on the report: their files, and the way to their list.

use wsis_core::address::Opened;
use wsis_core::contract::lenses::{Lens, Lenses, OVERVIEW};
use wsis_core::contract::path;
use wsis_core::failure::Failure;
use wsis_core::{Language, VocabularyId};
use wsis_platform::abort::Abort;

use crate::client::{SMALL, SnapshotClient};
use crate::explorer::Explorer;
use crate::focus_return::focus_panel_title;

impl Explorer {
    /// Shows the list of the pages on the report.
    pub fn open_report(&self) {
        if let Ok(id) = OVERVIEW.parse() {
            self.navigation.open(Opened::Lens(id));
            focus_panel_title();
        }
    }
}

impl SnapshotClient {
    /// The lenses on the report, as a list; empty where the server has none.
    ///
    /// # Errors
    /// As for every file: see [`Failure`].
    pub async fn lenses(&self, language: Language, abort: &Abort) -> Result<Lenses, Failure> {
        match self.file(&path::context(language, path::LENSES), SMALL, abort).await {
            // Added in contract 1.6.
            Err(Failure::Status { code: 404, .. }) => Ok(Lenses { lenses: Vec::new() }),
            answer => answer,
        }
    }

    /// A lens on the report.
    ///
    /// # Errors
    /// As for every file: see [`Failure`].
    pub async fn lens(&self, language: Language, id: &VocabularyId, abort: &Abort) -> Result<Lens, Failure> {
        self.file(&path::context(language, id.as_str()), SMALL, abort).await
    }
}
