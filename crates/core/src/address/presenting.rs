//! Presentation mode and tour of a view.

use std::fmt;
use std::str::FromStr;

use crate::code::VocabularyId;

/// Presentation mode of the page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Presenting {
    /// No presentation.
    #[default]
    Not,
    /// Stage, one idea at a time (`present=1`).
    Stage,
    /// Speaker view: current step, next step, notes and time (`present=speaker`).
    Speaker,
    /// Stage on an unattended screen, repeated endlessly (`kiosk=1`).
    Kiosk,
}

/// Reference to a tour.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum TourName {
    /// A tour of the data.
    Shipped(VocabularyId),
    /// The tour that was made in this window.
    Own,
    /// A tour encoded in the address: letters, digits, `-` and `_`, at most [`TourName::MAX_LENGTH`].
    Packed(String),
}

impl TourName {
    /// Value of [`TourName::Own`] in the address. No tour of the data has this id.
    pub const OWN: &str = "own";
    /// Maximum length of a tour in an address, in characters. Some programs cut longer addresses.
    pub const MAX_LENGTH: usize = 1800;
}

/// Error for a text that is not a tour reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a tour")]
pub struct NotATourName;

impl FromStr for TourName {
    type Err = NotATourName;

    fn from_str(text: &str) -> Result<Self, NotATourName> {
        if text == Self::OWN {
            return Ok(Self::Own);
        }
        match text.strip_prefix("own.") {
            Some(packed) => {
                let fits = (1..=Self::MAX_LENGTH).contains(&packed.len())
                    && packed.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
                if fits { Ok(Self::Packed(packed.to_owned())) } else { Err(NotATourName) }
            }
            None => text.parse().map(Self::Shipped).map_err(|_| NotATourName),
        }
    }
}

impl fmt::Display for TourName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shipped(id) => formatter.write_str(id.as_str()),
            Self::Own => formatter.write_str(Self::OWN),
            Self::Packed(packed) => write!(formatter, "{}.{packed}", Self::OWN),
        }
    }
}
