//! Messages between the page and its service worker, as JSON. The worker's side is `web/worker/questions.js`.

use serde::Deserialize;
use wsis_core::failure::Failure;
use wsis_platform::json::quote;

/// A file that is missing from the offline copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MissingFile {
    /// Its path.
    pub(crate) file: String,
    /// Why it is missing.
    pub(crate) reason: MissingReason,
}

/// Why a file is missing from the offline copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum MissingReason {
    /// It could not be loaded.
    Failure(Failure),
    /// The device has no space for it.
    NoSpace,
    /// It was loaded and could not be read back.
    NotThere,
}

impl MissingReason {
    /// There was no answer.
    pub(crate) fn unreachable() -> Self {
        Self::Failure(Failure::Unreachable { detail: String::new() })
    }
}

/// The worker's report that the page uses cached data of this date; empty when it no longer does.
#[derive(Debug, Deserialize)]
pub(crate) struct StaleReport {
    pub(crate) kept: String,
}

/// The outcome of precaching a file.
#[derive(Debug, Deserialize)]
pub(crate) struct PrecacheResult {
    kept: bool,
    failed: Option<String>,
    code: Option<u16>,
    #[serde(rename = "type")]
    kind: Option<String>,
}

impl PrecacheResult {
    /// Whether there is no such file.
    pub(crate) fn is_not_found(&self) -> bool {
        self.code == Some(404)
    }

    /// Why the file is missing; `None` if it was cached.
    pub(crate) fn missing_reason(self) -> Option<MissingReason> {
        if self.kept {
            return None;
        }
        let code = self.code.unwrap_or(0);
        Some(match self.failed.as_deref() {
            Some("status") => MissingReason::Failure(Failure::Status { code, problem: None }),
            Some("type") => {
                let content_type = self.kind.unwrap_or_default();
                MissingReason::Failure(Failure::NotJson { content_type })
            }
            Some("room") => MissingReason::NoSpace,
            _ => MissingReason::unreachable(),
        })
    }
}

/// The outcome of reading the copy back.
#[derive(Debug, Deserialize)]
pub(crate) struct VerifyResult {
    /// The number of files that were read back.
    pub(crate) checked: u32,
    /// The addresses of those that could not be read.
    pub(crate) missing: Vec<String>,
}

/// A message with named texts.
pub(crate) fn message(ask: &str, texts: &[(&str, &str)]) -> String {
    let texts: String =
        texts.iter().map(|(name, text)| format!(",{}:{}", quote(name), quote(text))).collect();
    format!("{{\"ask\":{}{texts}}}", quote(ask))
}

/// The message that asks to read files back.
pub(crate) fn verify_message(files: &[String], snapshot: &str, day: &str) -> String {
    let files: Vec<String> = files.iter().map(|file| quote(file)).collect();
    format!(
        "{{\"ask\":\"prove\",\"files\":[{}],\"snapshot\":{},\"day\":{}}}",
        files.join(","),
        quote(snapshot),
        quote(day)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn result(json: &str) -> PrecacheResult {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn each_outcome_has_its_reason() {
        assert_eq!(result(r#"{"kept":true}"#).missing_reason(), None);
        let status = result(r#"{"kept":false,"failed":"status","code":404}"#);
        assert!(status.is_not_found());
        let failure = Failure::Status { code: 404, problem: None };
        assert_eq!(status.missing_reason(), Some(MissingReason::Failure(failure)));
        let full = result(r#"{"kept":false,"failed":"room"}"#);
        assert_eq!(full.missing_reason(), Some(MissingReason::NoSpace));
        assert_eq!(result(r#"{"kept":false}"#).missing_reason(), Some(MissingReason::unreachable()));
    }
}
