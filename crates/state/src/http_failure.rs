//! The step from an HTTP error to a failure that a reader is told of.

use wsis_core::failure::Failure;
use wsis_platform::http_error::{HttpError, SizeLimit};

/// The failure that an HTTP error means to a reader.
#[must_use]
pub fn failure_of(error: HttpError) -> Failure {
    match error {
        HttpError::Unreachable { detail } => Failure::Unreachable { detail },
        HttpError::TimedOut { seconds } => Failure::TimedOut { seconds },
        HttpError::TooLarge(SizeLimit(limit_mebibytes)) => Failure::Oversized { limit_mebibytes },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_http_error_is_a_failure_of_its_own() {
        let detail = "refused".to_owned();
        assert_eq!(
            failure_of(HttpError::Unreachable { detail: detail.clone() }),
            Failure::Unreachable { detail }
        );
        assert_eq!(failure_of(HttpError::TimedOut { seconds: 20 }), Failure::TimedOut { seconds: 20 });
        assert_eq!(
            failure_of(HttpError::TooLarge(SizeLimit(64))),
            Failure::Oversized { limit_mebibytes: 64 }
        );
    }
}
