//! Reasons why a request has no complete answer.

/// The largest body of an answer, in MiB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SizeLimit(pub u32);

/// Why there is no complete answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HttpError {
    /// No network, no such host, or the connection broke.
    Unreachable {
        /// The browser's own message.
        detail: String,
    },
    /// The deadline passed.
    TimedOut {
        /// The deadline in seconds.
        seconds: u32,
    },
    /// The body is larger than the limit.
    TooLarge(SizeLimit),
}
