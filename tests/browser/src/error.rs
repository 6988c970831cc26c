//! The one error of the harness: a sentence for the person who reads the test's output. Depends on nothing.

use std::fmt;

/// Why a scene could not be set; its `Debug` is the plain sentence, so that `?` and `unwrap` print it readably.
#[derive(Clone, PartialEq, Eq)]
pub struct Error(String);

impl Error {
    /// Wraps a sentence.
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Error {}
