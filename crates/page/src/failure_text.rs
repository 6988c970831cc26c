//! The text of each failure, for a person.

use wsis_core::contract::MAJOR;
use wsis_core::failure::Failure;
use wsis_messages::Messages;

/// The failure in plain words: what happened, and what to do where that helps.
#[must_use]
pub fn failure_text(messages: Messages, failure: &Failure) -> String {
    match failure {
        Failure::Unreachable { .. } => messages.failure_unreachable().to_owned(),
        Failure::TimedOut { seconds } => messages.failure_timed_out(*seconds),
        Failure::Status { code, problem: None } => messages.failure_status(&code.to_string()),
        Failure::Status { code, problem: Some(problem) } => {
            messages.failure_problem(&code.to_string(), problem)
        }
        Failure::NotJson { content_type } => messages.failure_not_json(content_type),
        Failure::WrongShape { detail } => messages.failure_wrong_shape(detail),
        Failure::NewerContract { found } => messages.failure_newer_contract(found, &MAJOR.to_string()),
        Failure::Oversized { limit_mebibytes } => messages.failure_oversized(&limit_mebibytes.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_failure_has_a_text_of_its_own() {
        let failures = [
            Failure::Unreachable { detail: String::new() },
            Failure::TimedOut { seconds: 15 },
            Failure::Status { code: 503, problem: None },
            Failure::Status { code: 503, problem: Some("closed".into()) },
            Failure::NotJson { content_type: "text/html".into() },
            Failure::WrongShape { detail: "pages".into() },
            Failure::NewerContract { found: "2.0".into() },
            Failure::Oversized { limit_mebibytes: 2 },
        ];
        let texts: std::collections::BTreeSet<String> =
            failures.iter().map(|failure| failure_text(Messages::SHOWN, failure)).collect();
        assert_eq!(texts.len(), failures.len());
    }
}
