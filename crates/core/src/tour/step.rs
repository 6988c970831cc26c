//! A tour and its steps, their limits, and the reasons why a file is no tour.

use crate::address::{BadValue, View};
use crate::contract::Review;
use crate::contract::tours::Figure;
use crate::language::Language;

/// Format version of tour files that this program reads and writes.
pub const FORMAT_VERSION: u32 = 1;

/// Maximum size of a tour file, in bytes.
pub const MAX_BYTES: u32 = 512 * 1024;

/// Maximum number of steps.
pub const MAX_STEPS: usize = 200;

/// Maximum number of bars in a figure.
pub const MAX_VALUES: usize = 12;

/// Default duration of a step, in seconds.
pub const DEFAULT_SECONDS: u16 = 30;

/// Maximum duration of a step, in seconds: an hour.
pub const MAX_SECONDS: u16 = 3600;

/// The texts of a tour; each has a maximum length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TourText {
    /// Title of the tour or of a step.
    Title,
    /// Stage text.
    Text,
    /// Speaker notes.
    Notes,
    /// Caption, unit or label of a figure.
    Label,
    /// Evidence.
    Basis,
}

impl TourText {
    /// Maximum length, in characters.
    #[must_use]
    pub fn max_length(self) -> usize {
        match self {
            Self::Title | Self::Label => 120,
            Self::Text => 600,
            Self::Notes => 4000,
            Self::Basis => 300,
        }
    }
}

/// A validated tour.
#[derive(Debug, Clone, PartialEq)]
pub struct Tour {
    /// Title.
    pub title: String,
    /// Language of its texts.
    pub language: Language,
    /// Review status of the texts; `None` for a tour that a user made.
    pub review: Option<Review>,
    /// Steps, at least one.
    pub steps: Vec<Step>,
}

/// A validated step.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Step {
    /// View of the step, without settings of a reader or speaker.
    pub view: View,
    /// Title; may be empty.
    pub title: String,
    /// Stage text.
    pub text: Option<String>,
    /// Speaker notes; may be empty.
    pub notes: String,
    /// Duration, in seconds.
    pub seconds: Option<u16>,
    /// Figure, drawn as bars.
    pub figure: Option<Figure>,
    /// Evidence for texts and figure.
    pub basis: Option<String>,
}

impl Step {
    /// A step that shows a view without texts.
    #[must_use]
    pub fn of(view: View) -> Self {
        Self { view, ..Self::default() }
    }

    /// Duration, in seconds.
    #[must_use]
    pub fn duration(&self) -> u16 {
        self.seconds.unwrap_or(DEFAULT_SECONDS)
    }
}

/// Error for a file that is not a valid tour.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TourError {
    /// The format version is newer than this program.
    #[error("written in form {0}; this program knows {FORMAT_VERSION}")]
    Newer(u32),
    /// The tour has no steps.
    #[error("no steps")]
    Empty,
    /// The tour has too many steps.
    #[error("{0} steps; at most {MAX_STEPS}")]
    TooManySteps(usize),
    /// A text is too long. Steps count from 1; 0 is the tour itself.
    #[error("step {0}: {1:?} has more than {longest} characters", longest = .1.max_length())]
    TooLong(usize, TourText),
    /// A figure has too many values, or one that is negative or not finite. Steps count from 1.
    #[error("step {0}: the figure cannot be drawn")]
    BadFigure(usize),
}

/// An invalid parameter in a step's view. The step is shown without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DroppedParameter {
    /// Step, counted from 1.
    pub step: usize,
    /// The invalid parameter.
    pub value: BadValue,
}
