//! Errors of API requests.

use serde::Deserialize;

use crate::contract::MAJOR;

/// Reason why a file of the API could not be loaded or used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// No answer: no network, unknown host, or broken connection.
    #[error("unreachable: {detail}")]
    Unreachable {
        /// Message of the browser.
        detail: String,
    },
    /// No complete answer within the time limit.
    #[error("no complete answer within {seconds} s")]
    TimedOut {
        /// Time limit, in seconds.
        seconds: u32,
    },
    /// The server answered with an error status.
    #[error("status {code}")]
    Status {
        /// The HTTP status code.
        code: u16,
        /// Text of its problem document (RFC 9457), if it sent one.
        problem: Option<String>,
    },
    /// Not JSON, such as the page that some servers send for a missing file.
    #[error("not JSON but {content_type}")]
    NotJson {
        /// The content type of the answer.
        content_type: String,
    },
    /// JSON that violates the contract.
    #[error("wrong shape: {detail}")]
    WrongShape {
        /// File, place and reason.
        detail: String,
    },
    /// A newer major version of the contract than this build can read.
    #[error("contract {found} is newer than this build")]
    NewerContract {
        /// Version in the manifest.
        found: String,
    },
    /// The file exceeds its size limit.
    #[error("more than {limit_mebibytes} MiB")]
    Oversized {
        /// Size limit, in MiB.
        limit_mebibytes: u32,
    },
}

/// A problem document (RFC 9457); only the fields that the page shows.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ProblemDocument {
    /// A short summary.
    pub title: Option<String>,
    /// Explanation of this occurrence.
    pub detail: Option<String>,
}

impl ProblemDocument {
    /// Title and detail in one line without control characters, at most 300 characters.
    #[must_use]
    pub fn in_one_line(&self) -> Option<String> {
        const MAX_LENGTH: usize = 300;
        let parts: Vec<&str> =
            [self.title.as_deref(), self.detail.as_deref()].into_iter().flatten().collect();
        let line: String =
            parts.join(" – ").chars().filter(|letter| !letter.is_control()).take(MAX_LENGTH).collect();
        (!line.trim().is_empty()).then_some(line)
    }
}

/// Returns true if a content type is JSON: `application/json`, `text/json` or any `+json`.
#[must_use]
pub fn is_json(content_type: &str) -> bool {
    let essence = content_type.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
    matches!(essence.as_str(), "application/json" | "text/json") || essence.ends_with("+json")
}

/// Checks that this build can read the contract version of a manifest.
///
/// # Errors
/// A newer major version, or an invalid version.
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
        for json in
            ["application/json", "application/json; charset=utf-8", "Application/ProblemDocument+JSON"]
        {
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
        let problem = ProblemDocument { title: Some("Closed\n".into()), detail: Some("x".repeat(1000)) };
        let line = problem.in_one_line().unwrap();
        assert!(line.starts_with("Closed – xxx") && line.chars().count() == 300);
        assert_eq!(ProblemDocument { title: None, detail: None }.in_one_line(), None);
    }
}
