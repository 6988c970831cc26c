//! What is said between the page and the worker, as JSON; the worker's side is `xtask/src/site/offline/worker/questions.js`.

use serde::Deserialize;
use wsis_core::Language;

use super::{Failure, Why};
use crate::dom::json::quote;

/// What is kept of a snapshot.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(crate) struct State {
    /// The day of the data that are shown without a network; empty where there are none.
    pub(crate) made: String,
    /// The languages that are kept whole.
    pub(crate) languages: Vec<Language>,
    /// How many pages of cells are kept.
    pub(crate) cells: u32,
    /// The day on which everything was made ready; empty where it was not.
    pub(crate) proved: String,
    /// The snapshot that was made ready then.
    #[serde(rename = "provedSnapshot")]
    pub(crate) proved_snapshot: String,
    /// The day of the kept data that this page had to do with; empty where the network had some.
    pub(crate) stale: String,
}

/// What the worker says unasked: that a page had to do with kept data, and of which day; empty when it no longer has to.
#[derive(Debug, Deserialize)]
pub(super) struct Age {
    pub(super) kept: String,
}

/// What came of keeping a file.
#[derive(Debug, Deserialize)]
pub(super) struct Kept {
    kept: bool,
    failed: Option<String>,
    code: Option<u16>,
    #[serde(rename = "type")]
    kind: Option<String>,
}

impl Kept {
    /// Whether there is no such file.
    pub(super) fn is_lacking(&self) -> bool {
        self.code == Some(404)
    }

    /// Why it is not kept; nothing where it is.
    pub(super) fn why(self) -> Option<Why> {
        if self.kept {
            return None;
        }
        Some(match self.failed.as_deref() {
            Some("status") => Why::Failure(Failure::Status { code: self.code.unwrap_or(0), problem: None }),
            Some("type") => Why::Failure(Failure::NotJson { content_type: self.kind.unwrap_or_default() }),
            Some("room") => Why::NoRoom,
            _ => Why::unreachable(),
        })
    }
}

impl Why {
    /// Nobody answered.
    pub(super) fn unreachable() -> Self {
        Self::Failure(Failure::Unreachable { detail: String::new() })
    }
}

/// What the proof has come to.
#[derive(Debug, Deserialize)]
pub(super) struct Proof {
    /// How many files were read back.
    pub(super) checked: u32,
    /// The addresses of those that could not be.
    pub(super) missing: Vec<String>,
}

/// A question with named texts.
pub(super) fn question(ask: &str, texts: &[(&str, &str)]) -> String {
    let texts: String =
        texts.iter().map(|(name, text)| format!(",{}:{}", quote(name), quote(text))).collect();
    format!("{{\"ask\":{}{texts}}}", quote(ask))
}

/// The question for the proof.
pub(super) fn proof_question(files: &[String], snapshot: &str, day: &str) -> String {
    let files: Vec<String> = files.iter().map(|file| quote(file)).collect();
    format!(
        "{{\"ask\":\"prove\",\"files\":[{}],\"snapshot\":{},\"day\":{}}}",
        files.join(","),
        quote(snapshot),
        quote(day)
    )
}
