//! What can go wrong with an answer of the API, each told apart and said in plain words.

use serde::Deserialize;

use crate::contract::MAJOR;

/// Why a file of the API could not be had or used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// No answer at all: no network, no such host, or the connection broke.
    #[error("unreachable: {detail}")]
    Unreachable {
        /// What the browser said.
        detail: String,
    },
    /// No complete answer in time.
    #[error("no complete answer within {seconds} s")]
    TimedOut {
        /// How long was waited.
        seconds: u32,
    },
    /// The server answered that it cannot.
    #[error("status {code}")]
    Status {
        /// The HTTP status code.
        code: u16,
        /// What its problem document (RFC 9457) says, if it sent one.
        problem: Option<String>,
    },
    /// Something else than JSON, such as the page a development server sends for a missing file.
    #[error("not JSON but {content_type}")]
    NotJson {
        /// The content type of the answer.
        content_type: String,
    },
    /// JSON that does not hold what the contract promises.
    #[error("wrong shape: {detail}")]
    WrongShape {
        /// Where and why.
        detail: String,
    },
    /// A contract this build is too old for.
    #[error("contract {found} is newer than this build")]
    NewerContract {
        /// The version the manifest names.
        found: String,
    },
    /// More bytes than the file may have.
    #[error("more than {limit_mebibytes} MiB")]
    Oversized {
        /// The limit in MiB.
        limit_mebibytes: u32,
    },
}

/// A problem document after RFC 9457; only what is shown.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Problem {
    /// A short summary.
    pub title: Option<String>,
    /// What happened this time.
    pub detail: Option<String>,
}

impl Problem {
    /// The title and detail in one line, without control characters, cut where a screen would not hold it.
    #[must_use]
    pub fn in_one_line(&self) -> Option<String> {
        const LONGEST: usize = 300;
        let parts: Vec<&str> =
            [self.title.as_deref(), self.detail.as_deref()].into_iter().flatten().collect();
        let line: String =
            parts.join(" – ").chars().filter(|letter| !letter.is_control()).take(LONGEST).collect();
        (!line.trim().is_empty()).then_some(line)
    }
}

/// Whether a content type is JSON: `application/json`, `text/json` or any `+json`.
#[must_use]
pub fn is_json(content_type: &str) -> bool {
    let essence = content_type.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
    matches!(essence.as_str(), "application/json" | "text/json") || essence.ends_with("+json")
}

/// Checks that this build can read the contract a manifest names.
///
/// # Errors
/// A newer major version, or a version that is none.
pub fn check_contract(version: &str) -> Result<(), Failure> {
    let major = version.split('.').next().and_then(|major| major.parse::<u32>().ok());
    match major {
        Some(major) if major > MAJOR => Err(Failure::NewerContract { found: version.to_owned() }),
        Some(MAJOR) => Ok(()),
        _ => Err(Failure::WrongShape {
            detail: format!("manifest: \u{201c}{version}\u{201d} is not a contract version this build knows"),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_not_json() {
        for json in ["application/json", "application/json; charset=utf-8", "Application/Problem+JSON"] {
            assert!(is_json(json), "{json}");
        }
        for other in ["text/html", "", "application/javascript", "text/plain; a=+json"] {
            assert!(!is_json(other), "{other}");
        }
    }

    #[test]
    fn only_the_same_major_contract_is_read() {
        assert_eq!(check_contract("1.0"), Ok(()));
        assert_eq!(check_contract("1.7"), Ok(()));
        assert_eq!(check_contract("2.0"), Err(Failure::NewerContract { found: "2.0".into() }));
        assert!(matches!(check_contract("0.9"), Err(Failure::WrongShape { .. })));
        assert!(matches!(check_contract("one"), Err(Failure::WrongShape { .. })));
    }

    #[test]
    fn a_problem_document_fits_one_line() {
        let problem = Problem { title: Some("Closed\n".into()), detail: Some("x".repeat(1000)) };
        let line = problem.in_one_line().unwrap();
        assert!(line.starts_with("Closed – xxx") && line.chars().count() == 300);
        assert_eq!(Problem { title: None, detail: None }.in_one_line(), None);
    }
}
