//! The search text.

use std::str::FromStr;

/// Search text: one line with single spaces, not empty, short enough for an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query(String);

impl Query {
    /// Maximum length, in characters.
    pub const MAX_LENGTH: usize = 200;

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Error for an invalid search text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("empty, too long, or with control characters")]
pub struct NotAQuery;

impl FromStr for Query {
    type Err = NotAQuery;

    fn from_str(text: &str) -> Result<Self, NotAQuery> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let fits =
            (1..=Self::MAX_LENGTH).contains(&text.chars().count()) && !text.chars().any(char::is_control);
        if fits { Ok(Self(text)) } else { Err(NotAQuery) }
    }
}
